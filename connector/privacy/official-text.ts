import { z } from 'zod';

/** An address of e-mail, whatever stands around it. */
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/;
/**
 * A telephone number: with its country before it, eight digits in a row, or eight as Norwegians group them: 22 33 44 55 and
 * 912 34 567. An amount is grouped in threes and a date has another shape, so neither is taken for one.
 */
const TELEPHONE =
  /(?:\+|\b00)\d[\d ]{7,}|(?<![\d.,])(?:[2-9]\d{7}|[2-9]\d(?:[ .-]\d\d){3}|[489]\d\d[ .-]\d\d[ .-]\d{3})(?![\d.,]*\d)/;

/** Whether a text holds what tells of one person: an address of e-mail or a telephone number. Names it does not know. */
export function tellsOfSomebody(text: string): boolean {
  return ADDRESS.test(text) || TELEPHONE.test(text);
}

/**
 * What somebody writes in office about tools, units and services: 1 to `longest` characters, on one line, and nothing by
 * which a person is reached. That nobody is to be named is said beside the field; no rule can see to it.
 */
export function officialText(longest: number): z.ZodType<string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text) && !tellsOfSomebody(text));
}
