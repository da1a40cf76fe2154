import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepOfPerson, stepsMeasured, type SignsOfPerson } from '../../connector/adoption/step-of-person.ts';
import { appsMeasured } from '../../connector/microsoft-graph/apps-measured.ts';
import { STEPS } from '../../connector/privacy/person-row.ts';
import { REPORT_SOURCES, SOURCE_NAMES } from '../../connector/privacy/scope.ts';
import { tellSteps } from '../../connector/privacy/step-sources.ts';

const ALL = [2, 3, 4, 5];

test.each([
  ['nothing used', {}, 1],
  ['mail alone, every day', { used: ['exchange'], inHabit: ['exchange'] }, 1],
  ['Teams on one day', { used: ['teams'] }, 2],
  ['files on one day, mail in habit', { used: ['files', 'exchange'], inHabit: ['exchange'] }, 2],
  ['Teams in habit', { used: ['teams'], inHabit: ['teams'] }, 3],
  [
    'Teams in habit, and contacts beyond in Teams, but nothing done together',
    { used: ['teams'], inHabit: ['teams'], channel: 'teams-mostly' },
    3,
  ],
  ['shared files in habit', { used: ['files', 'co-work'], inHabit: ['files', 'co-work'] }, 4],
  [
    'the same, and contacts beyond by mail',
    { used: ['files', 'co-work'], inHabit: ['files', 'co-work'], channel: 'mail-mostly' },
    4,
  ],
  [
    'the same, and contacts beyond both ways',
    { used: ['files', 'co-work'], inHabit: ['files', 'co-work'], channel: 'mixed' },
    5,
  ],
  [
    'posts in communities alone: the habit of Teams or files is missing',
    { used: ['co-work'], inHabit: ['co-work'], channel: 'mixed' },
    1,
  ],
] satisfies [string, Partial<SignsOfPerson>, number][])('%s', (_, signs, step) => {
  expect(stepOfPerson({ used: [], inHabit: [], ...signs }, ALL)).toBe(step);
});

test('a step is told by one rule or not at all', () => {
  const apps = ['exchange', 'teams', 'files'];
  expect(stepsMeasured({ apps, channels: true })).toEqual([2, 3]);
  expect(stepsMeasured({ apps: [...apps, 'co-work'], channels: false })).toEqual([2, 3, 4]);
  expect(stepsMeasured({ apps: [...apps, 'co-work'], channels: true })).toEqual([...STEPS]);
  expect(stepsMeasured({ apps: ['teams', 'co-work'], channels: true })).toEqual([]);
  expect(stepOfPerson({ used: ['teams'], inHabit: ['teams'] }, [])).toBeUndefined();
});

test('who would stand on a step that is not measured stands on the highest below, and more use never takes anybody down', () => {
  const apps = fc.subarray(['exchange', 'teams', 'files', 'co-work', 'mobile', 'copilot']);
  const channel = fc.option(fc.constantFrom('mail-mostly', 'mixed', 'teams-mostly'), { nil: undefined });
  fc.assert(
    fc.property(apps, apps, channel, apps, (inHabit, more, by, habits) => {
      const signs = { used: [...inHabit, ...more], inHabit, ...(by !== undefined && { channel: by }) };
      const step = stepOfPerson(signs, ALL)!;
      for (const measured of [[2, 3], [2, 3, 4], ALL]) {
        expect(stepOfPerson(signs, measured)).toBe(Math.min(step, Math.max(...measured)));
      }
      const fuller = { ...signs, used: [...signs.used, ...habits], inHabit: [...inHabit, ...habits] };
      expect(stepOfPerson(fuller, ALL)!).toBeGreaterThanOrEqual(step);
    }),
  );
});

test('tables about steps are priced in documents for the very reports that can fill them', () => {
  fc.assert(
    fc.property(fc.subarray([...REPORT_SOURCES]), (sources) => {
      const apps = appsMeasured({ sources }).map(({ app }) => app);
      expect(tellSteps(sources)).toBe(stepsMeasured({ apps, channels: false }).length > 0);
    }),
  );
  expect(tellSteps(SOURCE_NAMES)).toBe(true);
});
