import { z } from 'zod';
import { officialText } from '../privacy/official-text.ts';
import { isSignature, type Signature } from '../privacy/signature.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';
import type { Signed } from './plans.ts';

const NUMBER = /^\d{4}$/;

const figure = z.object({
  number: z.string().regex(NUMBER),
  municipality: officialText(60),
  year: z.int().min(1990).max(2100),
  indicator: officialText(120),
  value: z.number(),
});
/** A public figure of a municipality. */
export type KeptFigure = Readonly<z.infer<typeof figure>>;

/** So many are kept at most: a table of peers, not a statistics bank. */
export const MOST_FIGURES = 2_000;

/**
 * Keeps public figures; one for the same municipality, year and indicator is replaced.
 *
 * @returns whether they were kept: not where there would be more than `MOST_FIGURES`, and then nothing was
 * @throws ZodError when one of them is none
 */
export function keepPublicFigures(store: Store, figures: readonly KeptFigure[], { by, at }: Signed): boolean {
  const checked = figures.map((one) => figure.parse(one));
  const known = new Set(
    [...readPublicFigures(store), ...checked].map((one) => [one.number, one.year, one.indicator].join('\n')),
  );
  if (known.size > MOST_FIGURES) return false;
  store.write('keep-public-figures', () => {
    for (const one of checked) {
      prepared(store.decisions, KEEP).run(one.number, one.municipality, one.year, one.indicator, one.value, by, at);
    }
  });
  return true;
}

const KEEP = `INSERT OR REPLACE INTO public_figures (municipality, name, year, indicator, value, signature, at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Takes them all away. */
export function removePublicFigures(store: Store): void {
  store.write('remove-public-figures', () => {
    prepared(store.decisions, 'DELETE FROM public_figures').run();
  });
}

/** By indicator, newest year first, then by number. @throws Failure 'damaged-database' */
export function readPublicFigures(store: Store): KeptFigure[] {
  const sql = `SELECT municipality AS number, name AS municipality, year, indicator, value FROM public_figures
    ORDER BY indicator, year DESC, municipality`;
  const read = z.array(figure).safeParse(guarded(() => prepared(store.decisions, sql).all()));
  if (!read.success) throw damaged();
  return read.data;
}

/** Says which municipality this is. @throws ZodError when it is no number of four figures */
export function keepOwnMunicipality(store: Store, number: string, { by, at }: Signed): void {
  const checked = figure.shape.number.parse(number);
  store.write('keep-own-municipality', () => {
    const sql = 'INSERT OR REPLACE INTO own_municipality (only, number, signature, at) VALUES (1, ?, ?, ?)';
    prepared(store.decisions, sql).run(checked, by, at);
  });
}

/** Its number; undefined while nobody has said it. */
export function ownMunicipality(store: Store): string | undefined {
  const row = guarded(() => prepared(store.decisions, 'SELECT number FROM own_municipality').get());
  const number = row?.['number'];
  return typeof number === 'string' && NUMBER.test(number) ? number : undefined;
}

const hand = z.object({ by: z.string().refine(isSignature), at: z.iso.datetime() });

/** Whose hands these were, once for each time. @throws Failure 'damaged-database' */
export function publicFiguresSigned(store: Store): { readonly by: Signature; readonly at: string }[] {
  const sql = `SELECT DISTINCT signature AS by, at FROM public_figures
    UNION SELECT signature AS by, at FROM own_municipality ORDER BY at`;
  const read = z.array(hand).safeParse(guarded(() => prepared(store.decisions, sql).all()));
  if (!read.success) throw damaged();
  return read.data;
}
