import { nb, type BridgesWords } from './nb.ts';

export const nn: BridgesWords = nb;
