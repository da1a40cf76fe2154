import type { WorkedFigureWords } from './nb.ts';

/** Nynorsk of how one released figure is worked out again. */
export const nn: WorkedFigureWords = {
  title: 'Rekn etter sjølv',
  headline: (period) =>
    `Dette er det første talet på oversikta for ${period}. Alt som trengst for å rekne det ut på nytt, står her.`,
  largest: (period) =>
    `Dette er det største talet i tabellen over fast kontakt for ${period}. Alt som trengst for å rekne det ut på nytt, står her.`,
  released: 'Det som vart publisert. Støyen er med.',
  row: (name, count, heads) => `${name}: ${count} av ${heads} tilsette`,
  sum: 'Lagt saman',
  noise: 'Støyen',
  noiseText: (rows) => `Kvar rad har sin eigen støy. Derfor veks han med rota av talet på rader, her ${rows}.`,
  noiseOfOne: 'Kvar rad har sin eigen støy. Her er det éi rad.',
  interval: 'Spennet',
  intervalText: (heads) =>
    `Ni av ti gonger rommar det talet frå før støyen kom til. Det går aldri under 0 eller over ${heads}.`,
  floor: 'Minste rad',
  floorText: 'Så mange tilsette må ei rad ha. Då er støyen liten mot rada.',
  price: 'Prisen',
  priceText: 'Så mykje av budsjettet for eit år kosta heile tabellen.',
};
