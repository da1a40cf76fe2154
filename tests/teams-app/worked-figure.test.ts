import { expect, test } from 'vitest';
import { headlineOf } from '../../connector/api/headline.ts';
import { interval90 } from '../../connector/privacy/estimate.ts';
import { workedFigure } from '../../teams-app/screens/worked-figure.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { overviewAnswer } from '../browser/invented-answers.ts';

const answer = overviewAnswer(undefined)!;

test('the headline is made of what was released of each of its rows, and comes to the same on paper', () => {
  const release = inventedRelease('2026-07-01', MUNICIPALITY);
  const reach = release.tables.find(({ name }) => name === 'reach')!;
  const headline = headlineOf(release);
  if (headline.kind !== 'loosest-division') throw new Error('One division stands out in this municipality.');
  const at = reach.columns.findIndex(({ name }) => name === headline.partner);
  const ofRow = new Map(reach.rows.map(({ name }, row) => [name, reach.values[row]?.[at]]));
  for (const { name, count } of headline.rows) expect(count).toBe(ofRow.get(name));
  const sum = headline.rows.reduce((total, { count }) => total + count, 0);
  expect(headline.rows.reduce((total, { heads }) => total + heads, 0)).toBe(headline.heads);
  expect(interval90(sum, reach.sigma * Math.sqrt(headline.rows.length), headline.heads)).toEqual(headline.people);
});

test('the headline is worked where there is one', () => {
  const worked = workedFigure(answer)!;
  expect(worked).toMatchObject({ from: 'headline', heads: 160, partner: 'Oppvekst', sigma: 3.87, rho: 0.2 });
  // 10 + 9 + 3 = 22; 3.87 × √3 = 6.703; 1.645 × 6.703 = 11.03.
  expect(worked.rows.map(({ count }) => count)).toEqual([10, 9, 3]);
  expect(worked.figure).toEqual(interval90(22, 3.87 * Math.sqrt(3), 160));
  expect(worked.figure).toEqual({ about: 22, low: 11, high: 33 });
});

test('otherwise the largest figure of contact that is shown, and nothing where none is', () => {
  const plain = { ...answer, headline: { kind: 'nothing-stands-out' } as const };
  const shown = plain.reach!.figures.flat().flatMap((figure) => ('about' in figure ? [figure.about] : []));
  const worked = workedFigure(plain)!;
  expect(worked.from).toBe('largest');
  expect(worked.rows).toEqual([{ name: worked.of, heads: worked.heads, count: Math.max(...shown) }]);
  const hidden = plain.reach!.figures.map((row) => row.map(() => ({ withheld: 'not-measured' as const })));
  expect(workedFigure({ ...plain, reach: { ...plain.reach!, figures: hidden } })).toBeUndefined();
  expect(workedFigure({ headline: plain.headline })).toBeUndefined();
});
