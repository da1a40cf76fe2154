import { nb, type Words } from './nb.ts';

export const nn: Words = nb;
