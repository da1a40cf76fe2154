import type { Crop } from './screen-pictures.ts';

/** The pictures on the README, by name as all pictures are called: each shows the beginning of a screen, or of one of its parts. */
export const README_PICTURES: ReadonlyMap<string, Crop> = new Map([
  ['overview-default-1280-en.png', { heightPx: 1_620 }],
  ['overview-network-dark-1280-en.png', { from: '.part:has(.unit)', heightPx: 1_160 }],
  ['bridges-default-1280-en.png', { heightPx: 1_150 }],
  ['adoption-dark-1280-en.png', { heightPx: 1_100 }],
  ['journey-default-1280-en.png', { heightPx: 1_590 }],
  ['unit-dark-1280-en.png', { heightPx: 1_930 }],
  ['watch-default-1280-en.png', { heightPx: 1_080 }],
  ['me-default-400-en.png', { heightPx: 1_240 }],
]);

/** Heavier than this a picture has no place in the repository. */
export const HEAVIEST_BYTES = 300_000;
