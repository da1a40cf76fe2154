import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DOCUMENTED_FRACTIONS } from '../../connector/adoption/adoption-score.ts';
import { appsInHabit } from '../../connector/adoption/apps-in-habit.ts';
import { digitalFitness, FITNESS_PARTS } from '../../connector/adoption/digital-fitness.ts';
import { deskStaff, leaderGap } from '../../connector/adoption/leader-gap.ts';
import { shareOf } from '../../connector/adoption/share-of.ts';
import { stepOfPerson } from '../../connector/adoption/step-of-person.ts';

const PAGE = readFileSync('connector/adoption/ADOPTION.md', 'utf8').replaceAll('−', '-');

/** What stands under a heading, up to the next. */
function under(heading: string): string {
  const start = PAGE.indexOf(`${heading}\n`);
  if (start < 0) throw new Error(`No heading "${heading}".`);
  return PAGE.slice(start + heading.length).split(/\n#+ /)[0] ?? '';
}

/** The lines of the first table there, without its head. */
function lines(text: string): string[][] {
  return [...text.matchAll(/^\|(.*)\|$/gm)]
    .slice(2)
    .map(([, cells = '']) => cells.split('|').map((cell) => cell.trim()));
}

/** Numbers after a word, as the text has them. */
function numbers(text: string, after: RegExp): number[] {
  return [...(after.exec(text)?.[0] ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}

test('the staircase by hand', () => {
  const people = lines(under('## An example by hand: the staircase'));
  expect(people.map(([, , , , , step]) => step)).toEqual(['1', '2', '3', '4', '4', '5']);
  const days = Array.from({ length: 91 }, (_, day) => day);
  for (const [person = '', teams, files, coWork, channel, step] of people) {
    const daysOf = { teams: Number(teams), files: Number(files), 'co-work': Number(coWork) };
    const rows = Object.entries(daysOf).flatMap(([app, count]) =>
      days.slice(0, count).map((day) => ({ person, day, apps: [app] })),
    );
    const signs = {
      used: Object.entries(daysOf).flatMap(([app, count]) => (count > 0 ? [app] : [])),
      inHabit: appsInHabit({ reportDays: days, rows })?.get(person) ?? [],
      ...(channel !== undefined && channel !== 'none' && { channel }),
    };
    expect([person, stepOfPerson(signs, [2, 3, 4, 5])]).toEqual([person, Number(step)]);
    expect(stepOfPerson(signs, [2, 3, 4])).toBe(Math.min(4, Number(step)));
  }
});

test('leaders beside desk staff by hand', () => {
  const text = under('## An example by hand: leaders beside desk staff');
  const groups = new Map(
    lines(text).map(([group = '', heads, count, variance, share]) => [
      group,
      { heads: Number(heads), count: Number(count), sigma: Math.sqrt(Number(variance)), share },
    ]),
  );
  const of = (name: string) => groups.get(name)!;
  for (const [, group] of groups) expect(`${shareOf(group).about.toFixed(1)} %`).toBe(group.share);
  const others = [of('frontline'), of('elected')];
  const desk = deskStaff(of('everybody'), [of('leaders'), ...others]);
  expect([desk.heads, desk.count, Math.round(desk.sigma ** 2)]).toEqual([500, 349, 530]);
  expect([of('desk').heads, of('desk').count, Math.round(of('desk').sigma ** 2)]).toEqual([500, 349, 530]);
  const { about, low, high } = leaderGap({ everybody: of('everybody'), leaders: of('leaders'), others });
  expect([about, low, high].map((points) => points.toFixed(1))).toEqual(['-34.8', '-47.1', '-22.5']);
  expect(numbers(text, /interval is .* to -[\d.]+/)).toEqual([-47.1, -22.5]);
});

test('digital fitness by hand', () => {
  const text = under('## An example by hand: digital fitness');
  const parts = lines(text);
  expect(new Set(parts.map(([app]) => app))).toEqual(new Set(FITNESS_PARTS));
  const told = parts.filter(([, people]) => people !== '–');
  const counted = told.map(([, people]) => ({ count: Number(people), heads: 300, sigma: Math.sqrt(5 * 20) }));
  expect(counted.map((part) => `${shareOf(part).about.toFixed(1)} %`)).toEqual(told.map(([, , share]) => share));
  const fitness = digitalFitness(counted)!;
  expect([fitness.about, fitness.low, fitness.high].map((share) => share.toFixed(1))).toEqual(['46.7', '43.5', '49.8']);
  expect(numbers(text, /The mean of the three is [\d.]+/)).toEqual([46.7]);
  expect(digitalFitness([])).toBeUndefined();
});

test('Microsoft’s fractions: each category, why it is not shown and what is nearest', () => {
  const told = lines(under("# Beside Microsoft's Adoption Score"));
  expect(told.map(([category, , why = '', nearest]) => [category, why.split(':')[0], nearest])).toEqual(
    DOCUMENTED_FRACTIONS.map(({ category, notShown, nearest }) => [category, notShown, nearest ?? 'none']),
  );
});

describe('a gap', () => {
  const everybody = { count: 400, heads: 800, sigma: 20 };

  test('of groups alike is none, and turns its sign with them', () => {
    const alike = leaderGap({ everybody, leaders: { count: 50, heads: 100, sigma: 3 }, others: [] });
    expect(alike.about).toBe(0);
    expect(alike.low).toBeCloseTo(-alike.high, 10);
  });

  test('has an interval that holds the truth in nine of ten releases', () => {
    const truth = 100 * (30 / 100 - 370 / 700);
    let held = 0;
    const draws = 2000;
    for (let draw = 0; draw < draws; draw += 1) {
      // Twelve uniform numbers make one that is normal enough, and the same each time.
      const normal = (of: number): number =>
        Array.from({ length: 12 }, (_, at) => looksLikeChance(draw * 24 + of * 12 + at + 1)).reduce(
          (sum, u) => sum + u,
          0,
        ) - 6;
      const { low, high } = leaderGap({
        everybody: { ...everybody, count: 400 + 20 * normal(0) },
        leaders: { count: 30 + 3 * normal(1), heads: 100, sigma: 3 },
        others: [],
      });
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / draws).toBeGreaterThan(0.87);
    expect(held / draws).toBeLessThan(0.93);
  });

  test('is between two groups of somebody', () => {
    expect(() => leaderGap({ everybody, leaders: { count: 0, heads: 0, sigma: 3 }, others: [] })).toThrow(RangeError);
    expect(() => shareOf({ count: 0, heads: 0, sigma: 1 })).toThrow(RangeError);
  });
});

/** Numbers from 0 to 1 that look like chance: a hash of the place. */
function looksLikeChance(place: number): number {
  let hash = Math.imul(place ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
