import type { Crop } from './screen-pictures.ts';

/** The pictures on the README: each is the beginning of one of the screens' pictures, or of a part of it. */
export const README_PICTURES: ReadonlyMap<string, Crop> = new Map([
  ['overview-default-1280-en.png', { heightPx: 900 }],
  ['overview-network-dark-1280-en.png', { heightPx: 900 }],
  ['bridges-default-1280-en.png', { heightPx: 900 }],
  ['adoption-default-1280-en.png', { heightPx: 900 }],
  ['journey-dark-1280-en.png', { heightPx: 900 }],
  ['unit-default-1280-en.png', { heightPx: 900 }],
  ['watch-default-1280-en.png', { heightPx: 900 }],
  ['me-dark-400-nb.png', { heightPx: 900 }],
]);

/** Heavier than this a picture has no place in the repository. */
export const HEAVIEST_BYTES = 300_000;
