import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validationPage } from '../bench/validation-page.ts';
import { differenceOf, measuredReferences, type Comparison } from './measured-references.ts';
import { hasReferences, referenceNames } from './network/reference-sets.ts';
import { isReproduced, publishedValues, rankingsOfThrones, type PublishedValue } from './published-values.ts';

const SMALLEST_FAULT = 1e-9;
const page = readFileSync(new URL('../docs/validation.md', import.meta.url), 'utf8');

test('docs/validation.md tells of every network, and of no difference as large as a billionth', () => {
  for (const name of ['krackhardt-advice', 'email-eu-core', 'invs13', 'asoiaf-book1']) expect(page).toContain(name);
  const [, told = ''] = page.split('## Largest differences, by measure');
  const [differences = ''] = told.split('## Whole networks');
  const powers = [...differences.matchAll(/· 10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g)].map(([, raised = '']) =>
    Number(raised.replace(/./g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))),
  );
  expect(powers.length).toBeGreaterThan(30);
  expect(Math.min(...powers)).toBeGreaterThan(9);
  expect(page).not.toContain('**no**');
});

describe.skipIf(!hasReferences)(
  'what `samspill measure` writes beside R and networkx (skipped without ../shared)',
  () => {
    let folder = '';
    let comparisons: readonly Comparison[] = [];
    let published: readonly PublishedValue[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'samspill-test-'));
      comparisons = await measuredReferences(folder);
      published = await publishedValues();
    }, 120_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(hasReferences ? referenceNames : [])(
      '%s: every value within a billionth, in every convention',
      (name) => {
        const own = comparisons.filter(({ set, rounded }) => set === name && rounded === undefined);
        expect(own.length).toBeGreaterThan(10);
        for (const comparison of own) {
          const { by, convention, measure, tool } = comparison;
          const { values, undefinedInBoth, absolute, relative, undefinedInOne } = differenceOf(comparison);
          const told = `${measure}, ${convention}${by === '' ? '' : ` by ${by}`}, ${tool}`;
          expect(relative, told).toBeLessThan(SMALLEST_FAULT);
          expect(absolute, told).toBeLessThan(SMALLEST_FAULT);
          expect(values + undefinedInBoth, told).toBeGreaterThan(0);
          // networkx leaves undefined who is pointed at and points at nobody; igraph does not.
          const isNetworkx = tool === 'networkx' && measure === 'constraint' && convention.startsWith('directed');
          if (!isNetworkx) expect(undefinedInOne, told).toBe(0);
        }
      },
    );

    test('all four conventions, and brokerage by every attribute, were compared', () => {
      const conventions = new Set(comparisons.map(({ convention }) => convention));
      expect([...conventions].toSorted()).toEqual([
        ...['directed_binary', 'directed_weighted', 'undirected_binary', 'undirected_weighted'],
      ]);
      const brokered = comparisons.filter(({ measure }) => measure === 'liaison_z');
      expect(new Set(brokered.map(({ set, by }) => `${set} by ${by}`)).size).toBe(9);
    });

    test('the share of contacts outside the department, to the digits that the reference has', () => {
      const [fraction] = comparisons.filter(({ rounded }) => rounded === 4);
      expect(differenceOf(fraction!).absolute).toBeLessThan(0.5e-4 + 1e-12);
    });

    test('values that were printed, within their stated tolerance', () => {
      const measured = published.filter(({ ours }) => typeof ours === 'string');
      expect(measured.length).toBe(39);
      for (const row of measured) expect(isReproduced(row), `${row.dataset}, ${row.measure}, ${row.person}`).toBe(true);
    });

    test('Game of Thrones: Eddard Stark is first in all, and as far ahead as its author says', async () => {
      const rankings = await rankingsOfThrones();
      expect(rankings.map(({ first }) => first)).toEqual(rankings.map(() => 'Eddard-Stark'));
      const ahead = new Map(rankings.map(({ measure, ratio }) => [measure, ratio]));
      expect(Math.abs(ahead.get('betweenness')! - 1.25)).toBeLessThan(0.02);
      for (const measure of ['degree', 'strength (weighted degree)', 'PageRank', 'PageRank, weighted'])
        expect(ahead.get(measure), measure).toBeGreaterThan(1.3);
    });

    test('docs/validation.md is what the script makes of them', async () => {
      const path = new URL('../docs/validation.md', import.meta.url).pathname;
      const made = await format(await validationPage(comparisons, published), {
        ...(await resolveConfig(path)),
        parser: 'markdown',
      });
      expect(page).toBe(made);
    }, 120_000);
  },
);
