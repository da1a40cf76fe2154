import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startOf } from '../connector/privacy/period.ts';
import { approveScope, checkScope, proposeScope, showScope, shownInWords } from '../connector/scope-command.ts';
import { replaceDirectory } from '../connector/store/people.ts';
import { saveScope } from '../connector/store/scopes.ts';
import { inventedScope } from './privacy/invented-scope.ts';
import { plainEnvironment } from './plain-environment.ts';
import { FEBRUARY, temporaryFolder, temporaryStore } from './store/temporary-store.ts';

const now = startOf('2026-02-02');
const wider = inventedScope({ sources: ['sent-items', 'active-users', 'meetings'] });

test('in production a proposal of the command line is a draft that nobody there can approve', () => {
  const command = { store: temporaryStore(), stage: 'production' as const, now };
  const made = proposeScope(command, inventedScope());
  expect(made).toEqual({ number: 1, state: 'draft', unknown: [] });
  expect(() => approveScope(command, 1)).toThrow(expect.objectContaining({ code: 'act-refused' }));
  expect(showScope(command)).toMatchObject({ scope: null, proposals: [{ number: 1, state: 'draft' }] });
  expect(() => approveScope(command, 2)).toThrow(expect.objectContaining({ code: 'bad-input' }));
});

test('in a pilot it is approved there, announced, and then in force', () => {
  const store = temporaryStore();
  const command = { store, stage: 'pilot' as const, now };
  saveScope(store, inventedScope(), '2026-01-01T00:00:00.000Z');
  expect(proposeScope(command, wider)).toEqual({ number: 1, state: 'open', unknown: [] });
  expect(approveScope(command, 1)).toMatchObject({ state: 'approved', effectiveOn: '2026-02-16' });
  expect(showScope({ ...command, now: startOf('2026-02-16') }).proposals).toMatchObject([{ state: 'in-force' }]);
});

test('messages in chats are approved by name in a pilot as well', () => {
  const store = temporaryStore();
  const command = { store, stage: 'pilot' as const, now };
  saveScope(store, inventedScope(), '2026-01-01T00:00:00.000Z');
  proposeScope(command, inventedScope({ sources: ['sent-items', 'active-users', 'chat-messages'] }));
  expect(() => approveScope(command, 1)).toThrow(/chat-messages/);
  expect(approveScope(command, 1, ['chat-messages'])).toMatchObject({ state: 'approved', effectiveOn: '2026-02-16' });
});

test('what changes nothing, or says not by which law, is not proposed', () => {
  const command = { store: temporaryStore(), stage: 'pilot' as const, now };
  saveScope(command.store, inventedScope(), '2026-01-01T00:00:00.000Z');
  for (const scope of [inventedScope(), inventedScope({ level: 'careful', legalBasis: undefined })]) {
    expect(() => proposeScope(command, scope)).toThrow(expect.objectContaining({ code: 'act-refused' }));
  }
});

test('a check says what would be different and which rows each level leaves, and changes nothing', () => {
  const store = temporaryStore();
  const command = { store, stage: 'pilot' as const, now };
  saveScope(store, inventedScope(), '2026-01-01T00:00:00.000Z');
  expect(checkScope(command, wider).rows).toEqual([]);
  const heads = (unit: string, count: number) => ({ unit, standing: 'desk' as const, heads: count, covered: count });
  replaceDirectory(store.period(FEBRUARY), '2027-02-02', [], [heads('A', 300), heads('B', 200)]);
  const { differences, rows, inWords } = checkScope(command, wider);
  expect(differences).toMatchObject([{ of: 'source', source: 'meetings', effect: 'widens' }]);
  expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(['standard', 'careful']));
  expect(inWords).toContain('**Meetings in the calendar**');
  expect(checkScope(command, wider, 'nb').inWords).toContain('utvider');
  const withoutB = checkScope(command, inventedScope({ unitsOut: ['B'] })).rows;
  // Leaders, elected members and the frontline are the rows of `leaders`, and here everybody has a desk.
  expect(withoutB.map(({ table, rows }) => [table, rows.map(({ heads }) => heads)])).toEqual(
    withoutB.map(({ table }) => [table, table === 'leaders' ? [] : [300]]),
  );
  expect(checkScope(command, inventedScope({ unitsOut: ['A', 'B'] })).rows.map(({ rows }) => rows)).toEqual(
    withoutB.map(() => []),
  );
  expect(showScope(command).proposals).toEqual([]);
});

test('units to be left out that nobody was counted in are named before a proposal and with it, beside those known', () => {
  const store = temporaryStore();
  const heads = ['A/B', 'A/C'].map((unit) => ({ unit, standing: 'desk' as const, heads: 400, covered: 400 }));
  replaceDirectory(store.period(FEBRUARY), '2027-02-02', [], heads);
  const command = { store, stage: 'pilot' as const, now };
  const scope = inventedScope({ unitsOut: ['A/B', 'A/D'] });
  const unknown = [{ unit: 'A/D', known: ['A/B', 'A/C'] }];
  const checked = checkScope(command, scope);
  expect(checked.unknown).toEqual(unknown);
  expect(checked.inWords).toContain('**A/D** is not among the units last counted.');
  expect(checked.inWords).not.toContain('**A/B** is not among');
  expect(proposeScope(command, scope)).toMatchObject({ unknown });
});

test('a check promises of six services the noise and the floor of six', () => {
  const store = temporaryStore();
  const heads = [{ unit: 'A', standing: 'desk' as const, heads: 400, covered: 400 }];
  replaceDirectory(store.period(FEBRUARY), '2027-02-02', [], heads);
  const scope = inventedScope({ sources: ['active-users', 'copilot-usage', 'sharepoint-activity', 'teams-devices'] });
  const { rows, inWords } = checkScope({ store, stage: 'pilot', now }, scope);
  expect(rows.find(({ level }) => level === 'standard')).toMatchObject({ table: 'apps', floor: 50, within: 7 });
  expect(inWords).toContain('| Tools in regular use | standard | 1 | 50 | ±7 people | 0 |');
});

test('what is in force is shown in words of each language; where nothing is, so is what is proposed', () => {
  const store = temporaryStore();
  const command = { store, stage: 'pilot' as const, now };
  expect(shownInWords(showScope(command), now, 'en')).toBe('No scope is in force: nothing is read or released.');
  proposeScope(command, inventedScope());
  expect(shownInWords(showScope(command), now, 'en')).toContain('Proposal 1 is open.');
  saveScope(store, inventedScope(), '2026-01-01T00:00:00.000Z');
  const shown = showScope(command);
  const words = (['nb', 'nn', 'en'] as const).map((language) => shownInWords(shown, now, language));
  expect(new Set(words).size).toBe(3);
  for (const text of words) expect(text).toContain(inventedScope().positiveGroupId);
});

test('at the command line: a file is checked without settings or store, and what is none ends with a code', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'scope.json');
  writeFileSync(file, JSON.stringify(wider));
  const env = { ...plainEnvironment(), SAMSPILL_DATA_FOLDER: join(folder, 'data') };
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, ['connector/launch.mjs', 'scope', ...args], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(JSON.parse(run('check', file, '--json'))).toMatchObject({ rows: [] });
  expect(run('check', file, '--language', 'nn')).toContain('Dette utvidar');
  expect(run('show')).toContain('No scope is in force');
  expect(JSON.parse(run('propose', file, '--json'))).toEqual({ number: 1, state: 'draft', unknown: [] });
  expect(() => run('approve', '1')).toThrow(/approver/);
  writeFileSync(file, '{}');
  expect(() => run('check', file)).toThrow(/In the scope/);
}, 180_000);
