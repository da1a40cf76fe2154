import type { WorkedFigureWords } from './nb.ts';

/** English of how one released figure is worked out again. */
export const en: WorkedFigureWords = {
  title: 'Work it out yourself',
  headline: (period) =>
    `This is the first figure on the overview of ${period}. All that is needed to compute it again is here.`,
  largest: (period) =>
    `This is the largest figure in the table of regular contact of ${period}. All that is needed to compute it again is here.`,
  released: 'What was released, with its noise.',
  row: (name, count, heads) => `${name}: ${count} of ${heads} employees`,
  sum: 'Added up',
  noise: 'The noise',
  noiseText: (rows) => `Each row has noise of its own, so it grows with the root of the number of rows, here ${rows}.`,
  noiseOfOne: 'Each row has noise of its own. Here there is one row.',
  interval: 'The range',
  intervalText: (heads) =>
    `Nine times out of ten it holds the figure as it was before noise was added. It never goes below 0 or above ${heads}.`,
  floor: 'Smallest row',
  floorText: 'A row must have this many employees, so that the noise is small in comparison.',
  price: 'The price',
  priceText: 'How much of a year’s budget the whole table cost.',
};
