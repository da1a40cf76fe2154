import { nb, type OfficeWords } from './nb.ts';

export const nn: OfficeWords = nb;
