import { beforeAll, describe, expect, it } from 'vitest';
import type { LaunchEffectAnswer } from '../../connector/api/journey-answers.ts';
import { curvesOf } from '../../connector/api/launch-curves.ts';
import { effectsOf } from '../../connector/api/launch-effects.ts';
import { quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { STORY } from '../../connector/demo-tenant/municipality/story.ts';
import { addDays, dayOf, type Day } from '../../connector/privacy/period.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { readSignature } from '../../connector/privacy/signature.ts';
import type { KeptLaunch } from '../../connector/store/launches.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { livedYear, releasesOf, type LivedYear } from './municipality-year.ts';

const TODAY = Date.parse('2026-11-21');
const FOUND = 'went-together-with';

/** What stands in the register for a launch of the story. */
function launchOf(
  number: number,
  begins: Day,
  units: readonly string[],
  changes: Partial<KeptLaunch> = {},
): KeptLaunch {
  return {
    ...{ number, begins, what: 'A launch', ownerOffice: 'An office', purpose: 'A purpose', replaces: null },
    ...{ rows: units.map((unit) => ({ name: unit, units: [unit] })), indicator: { table: 'apps', column: 'teams' } },
    ...{ expectedGain: 20, expectedBy: addDays(begins, 365), retrospectives: [], at: `${begins}T09:00:00.000Z` },
    by: readSignature(`s1_${'A'.repeat(128)}`),
    ...changes,
  };
}

/** The two launches of the story, as their owners would have registered them. */
function storyOf(): { rooms: KeptLaunch; planner: KeptLaunch } {
  const begins = (quarter: number, afterDays: number): Day => addDays(dayOf(quarterStarts(TODAY)[quarter]!), afterDays);
  const { sharedRooms, planner } = STORY;
  return {
    rooms: launchOf(1, begins(sharedRooms.quarter, sharedRooms.afterDays), sharedRooms.areas),
    planner: launchOf(2, begins(planner.quarter, planner.afterDays), [planner.unit], { expectedGain: 40 }),
  };
}

function words(effects: readonly LaunchEffectAnswer[]): string[] {
  return effects.map((effect) => ('found' in effect ? effect.found : effect.withheld));
}

describe('the released picture of the invented municipality', () => {
  let lived: LivedYear;
  let story: ReturnType<typeof storyOf>;
  let drawn: Release[][] = [];
  beforeAll(() => {
    lived = livedYear(TODAY, 'elvestrand', true);
    story = storyOf();
    drawn = ['one', 'two', 'three', 'four', 'five'].map((noise) => releasesOf(lived, noise, ['apps', 'reach']));
  });

  it('finds the launch that worked, in Teams and in contact with its partner, in every quarter since', () => {
    const { rooms, planner } = story;
    const { partner } = STORY.sharedRooms;
    const inReach = { ...rooms, indicator: { table: 'reach', column: partner } } as const;
    for (const releases of drawn) {
      for (const launch of [rooms, inReach]) {
        const effects = effectsOf(launch, releases, [rooms, planner]);
        expect(words(effects)).toEqual([FOUND, FOUND]);
        for (const effect of effects) expect('people' in effect && effect.people.low).toBeGreaterThan(0);
      }
    }
  });

  it('compares it with rows that waited, and with none that was launched', () => {
    const { rooms, planner } = story;
    const [effect] = effectsOf(rooms, drawn[0]!, [rooms, planner]);
    expect(effect).toMatchObject({ before: '2025-Q4', after: '2026-Q2', sameSeason: false });
    if (effect === undefined || 'withheld' in effect) throw new Error('it has an effect');
    const { compared, launched } = effect;
    expect(launched.rows).toEqual(STORY.sharedRooms.areas.toSorted());
    expect(compared.within).toBe('division');
    for (const waiting of STORY.sharedRooms.waiting) expect(compared.rows).toContain(waiting);
    for (const area of STORY.sharedRooms.areas) expect(compared.rows).not.toContain(area);
    // Too few rows are shown in its division: compared with the whole organisation, without what the other began in.
    const [wide] = effectsOf({ ...rooms, indicator: { table: 'reach', column: 'Stab' } }, drawn[0]!, [rooms, planner]);
    if (wide === undefined || 'withheld' in wide) throw new Error('it has an effect');
    expect(wide.compared.within).toBe('organisation');
    expect(wide.compared.rows).not.toContain(STORY.planner.unit);
  });

  it('does not find the launch that was given up, and shows how it rose and fell', () => {
    const { rooms, planner } = story;
    for (const releases of drawn) {
      expect(words(effectsOf(planner, releases, [rooms, planner]))).toEqual(['no-effect-seen', 'no-effect-seen']);
      const { actual } = curvesOf(planner, releases);
      const [before, during, after] = actual.map(({ people }) => people);
      expect(actual.map(({ period }) => period.id)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']);
      expect(during!.low).toBeGreaterThan(before!.high + 40);
      expect(after!.high).toBeLessThan(during!.low - 40);
    }
  });

  it('draws what was expected, what came, and a curve through it that reaches the end of both', () => {
    const { actual, expected, fitted } = curvesOf(story.rooms, drawn[0]!);
    if ('withheld' in expected || 'withheld' in fitted) throw new Error('both are there');
    const ids = expected.points.map(({ period }) => period.id);
    expect(ids).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1']);
    expect(fitted.points.map(({ period }) => period.id)).toEqual(ids);
    const [first] = expected.points;
    expect(first?.people).toEqual(actual[0]?.people);
    const last = expected.points.at(-1)!.people;
    expect(last.about - first!.people.about).toBeGreaterThan(0.9 * 0.2 * expected.heads - 1);
    // More came than was expected, and the fitted curve says so.
    expect(fitted.points[3]!.people.low).toBeGreaterThan(expected.points[3]!.people.high);
  });

  it('says why there is nothing to say', () => {
    const { rooms } = story;
    const [releases] = drawn;
    const why = (change: Partial<KeptLaunch>, held = releases!): string[] =>
      words(effectsOf({ ...rooms, ...change }, held, [rooms]));
    const school = 'Oppvekst/Nord skoleområde';
    expect(why({ rows: [{ name: school, units: [school] }] })).toEqual(['too-few-heads', 'too-few-heads']);
    expect(why({ begins: '2025-11-01' })).toEqual(['no-release-before']);
    expect(why({ begins: '2026-08-01' })).toEqual(['no-release-after']);
    expect(why({ indicator: { table: 'staircase', column: 'step-3' } })).toEqual(['no-release-before']);
    expect(why({ rows: [{ name: 'gone', units: ['A unit that is gone'] }] })).toEqual(['not-measured', 'not-measured']);
    const hidden = [STORY.hidden.unit, ...STORY.sharedRooms.areas].map((unit) => ({ name: unit, units: [unit] }));
    const inReach = { table: 'reach', column: 'Stab' } as const;
    expect(why({ rows: hidden, indicator: inReach })).toEqual(['too-little-coverage', 'too-little-coverage']);
    const everywhere = releases![0]!.tables
      .find(({ name }) => name === 'apps')!
      .rows.map(({ name, units }) => ({
        ...{ name, units: [...units] },
      }));
    expect(why({ rows: everywhere })).toEqual(['too-few-comparable', 'too-few-comparable']);
    const { by, at } = rooms;
    const said = { tried: 'x', expected: 'x', got: 'x', learnt: 'x', next: 'x', outcome: 'cancelled', by, at } as const;
    expect(why({ retrospectives: [said] })).toEqual(['cancelled']);
    expect(curvesOf({ ...rooms, retrospectives: [said] }, releases!)).toMatchObject({
      fitted: { withheld: 'cancelled' },
    });
    expect(curvesOf({ ...rooms, begins: '2025-10-01' }, releases!).expected).toEqual({ withheld: 'no-release-before' });
    expect(curvesOf({ ...rooms, begins: '2026-06-20' }, releases!).fitted).toEqual({
      withheld: 'no-release-after',
    });
  });
});

describe('twenty launches that never were', () => {
  /** Rows of at least 150 heads among those in which nothing was launched, drawn anew for each. */
  function placebo(releases: readonly Release[], draw: (size: number) => Uint8Array, real: KeptLaunch[]): KeptLaunch {
    const touched = real.flatMap(({ rows }) => rows.flatMap(({ units }) => units));
    const table = releases[0]!.tables.find(({ name }) => name === 'apps')!;
    const free = table.rows
      .filter(({ units }) => !units.some((unit) => touched.includes(unit)))
      .map((row) => ({ row, place: draw(1)[0]! }))
      .sort((one, other) => one.place - other.place);
    const rows: KeptLaunch['rows'] = [];
    for (let heads = 0; heads < 150;) {
      const { row } = free.pop()!;
      rows.push({ name: row.name, units: [...row.units] });
      heads += row.heads;
    }
    return launchOf(9, real[0]!.begins, [], { rows });
  }

  it('are found no more often than a 90 % interval may, over municipalities, noises and rows', () => {
    const verdicts = ['elvestrand', 'another'].flatMap((seed) => {
      // The quarters before and after: those in between tell nothing of it.
      const lived = livedYear(TODAY, seed, false, [1, 3]);
      const { rooms, planner } = storyOf();
      const draw = byteStream(`placebos ${seed}`);
      // Each in noise of its own: those of one release would share their luck.
      return Array.from({ length: 30 }, (_, at) => {
        const releases = releasesOf(lived, `${seed} ${String(at)}`);
        const launch = placebo(releases, draw, [rooms, planner]);
        return words(effectsOf(launch, releases, [rooms, planner, launch])).at(-1);
      });
    });
    const found = (among: typeof verdicts): number => among.filter((word) => word === FOUND).length;
    // Of twenty, 10 % may be found: more than four are, by chance, in 4 of 100 cases.
    expect(found([...verdicts.slice(0, 10), ...verdicts.slice(30, 40)])).toBeLessThanOrEqual(4);
    // And of sixty no more than six.
    expect(found(verdicts)).toBeLessThanOrEqual(6);
    // And it is no silence: nearly all of them have an answer.
    expect(verdicts.filter((word) => word === 'no-effect-seen').length).toBeGreaterThan(45);
  });
});
