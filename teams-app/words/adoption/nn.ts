import { nb, type AdoptionWords } from './nb.ts';

export const nn: AdoptionWords = nb;
