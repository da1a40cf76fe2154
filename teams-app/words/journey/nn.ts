import { nb, type JourneyWords } from './nb.ts';

export const nn: JourneyWords = nb;
