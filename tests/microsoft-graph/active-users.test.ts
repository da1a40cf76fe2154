import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readActiveUsers } from '../../connector/microsoft-graph/active-users.ts';
import { readConcealment } from '../../connector/microsoft-graph/report-settings.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { HttpResponse } from 'msw';
import { cannedGet, directoryOf, member, pseudonymOf } from './invented-people.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const ENDPOINT = '/reports/getOffice365ActiveUserDetail(date={date})';
const DAY = '2026-09-01';
const COLUMNS = [
  'Report Refresh Date',
  'User Principal Name',
  'Display Name',
  'Is Deleted',
  'Exchange Last Activity Date',
  'OneDrive Last Activity Date',
  'SharePoint Last Activity Date',
  'Teams Last Activity Date',
];

const directory = await directoryOf([1, 2, 3].map((number) => member(number)));
const row = (who: string, exchange = '', onedrive = '', sharepoint = '', teams = '', deleted = 'False'): string[] => [
  '2026-09-03',
  who,
  'CANARY Nordmann',
  deleted,
  exchange,
  onedrive,
  sharepoint,
  teams,
];
const csv = (rows: readonly (readonly string[])[], columns: readonly string[] = COLUMNS): string =>
  [columns, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n') + '\r\n';

const names = new Map<string, number>(directory.people.map(({ identity }, n) => [pseudonymOf(identity), n + 1]));
async function read(text: string, inclusion: Inclusion = 'yes') {
  const get = cannedGet({ [ENDPOINT]: text });
  const report = await readActiveUsers({ get, directory, day: DAY, pseudonymOf, mayInclude: () => inclusion });
  return { ...report, told: report.rows.map(({ person, apps }) => [names.get(person), ...apps]) };
}

const one = 'person1@fjord.example';

describe('a day of usage', () => {
  test('is the services used on that very day, files by either of two, in a fixed order', async () => {
    const report = csv([
      row(one, DAY, DAY, '2026-08-31', DAY),
      row('PERSON2@fjord.example', '2026-08-31', '', DAY, ''),
      row('person3@fjord.example', '2026-08-31', '', '', '2026-09-02'),
    ]);
    const { rows, told, concealed } = await read(report);
    expect(told).toEqual([
      [1, 'exchange', 'teams', 'files'],
      [2, 'files'],
    ]);
    expect(concealed).toBe(false);
    expect(Object.keys(rows[0]!)).toEqual(['day', 'person', 'apps']);
    expect(rows[0]!.day).toBe(DAY);
  });

  test('leaves out strangers, lists and everybody who may not be read', async () => {
    const report = csv([row('pupil@fjord.example', DAY), row('x@elsewhere.example', DAY), row(one, DAY)]);
    expect((await read(report)).told).toEqual([[1, 'exchange']]);
    expect((await read(report, 'not-a-person')).told).toEqual([]);
    expect((await read(report, 'drop-act')).told).toEqual([]);
  });

  test('two lines of one person are one row', async () => {
    const report = csv([row(one, DAY), row('p1@gammel.example', '', '', '', DAY)]);
    expect((await read(report)).told).toEqual([[1, 'exchange', 'teams']]);
  });

  test.each(['True', 'true', 'Yes', 'YES'])('who is deleted (%s) is left out', async (deleted) => {
    expect((await read(csv([row(one, DAY, '', '', '', deleted)]))).told).toEqual([]);
  });
  test.each(['False', 'No', ''])('who is not (%j) is kept', async (deleted) => {
    expect((await read(csv([row(one, DAY, '', '', '', deleted)]))).told).toEqual([[1, 'exchange']]);
  });
});

describe('the table', () => {
  test('columns may stand in any order with any others among them', async () => {
    const rows = [row(one, DAY, '', '', DAY)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }), fc.nat(8), async (order, at) => {
        const columns = order.toSpliced(at, 0, 'Copilot Last Activity Date');
        const cells = rows.map((line) => columns.map((name) => line[COLUMNS.indexOf(name)] ?? DAY));
        expect((await read(csv(cells, columns))).told).toEqual([[1, 'exchange', 'teams']]);
      }),
      { numRuns: 50 },
    );
  });

  test('a byte order mark, blank lines and a line with a cell too many do no harm', async () => {
    const text = `\uFEFF${csv([row(one, DAY), [...row('person2@fjord.example', DAY), '']])}\r\n\r\n${csv([row(one, DAY)]).split('\r\n')[1]!}`;
    expect((await read(text)).told).toEqual([[1, 'exchange']]);
  });

  test('cut short anywhere before the end of a line’s last cell, it is asked for again and never believed', async () => {
    const full = csv([row(one, DAY), row('person2@fjord.example', DAY)]);
    let keep = 0;
    let halves = 0;
    const asked = playNetwork(() => new HttpResponse((halves += 1) % 2 === 1 ? full.slice(0, keep) : full));
    const { get } = playedGet();
    const cuts = [3, 40, full.indexOf('\r\n') - 1, full.indexOf('\r\n') + 30, full.length - 60, full.length - 6];
    for (keep of cuts) {
      const { rows } = await readActiveUsers({ get, directory, day: DAY, pseudonymOf, mayInclude: () => 'yes' });
      expect(rows.length, `kept ${keep}`).toBe(2);
    }
    expect(asked).toHaveLength(2 * cuts.length);
  });

  test('a whole header without a line break is a day on which nobody worked', async () => {
    const header = [...COLUMNS, 'Assigned Products'].join(',');
    expect(await read(header)).toMatchObject({ rows: [], concealed: false });
  });

  test.each(['Report Refresh Date', 'Display Name', 'Is Deleted'])('goes without %s', async (column) => {
    const at = COLUMNS.indexOf(column);
    const text = csv([row(one, DAY).toSpliced(at, 1)], COLUMNS.toSpliced(at, 1));
    expect((await read(text)).told).toEqual([[1, 'exchange']]);
  });

  test.each(COLUMNS.filter((name) => /Principal|Activity/.test(name)))(
    'does not go without %s, and says so',
    async (column) => {
      const at = COLUMNS.indexOf(column);
      const told = await failure(read(csv([row(one, DAY).toSpliced(at, 1)], COLUMNS.toSpliced(at, 1))));
      expect(told.code).toBe('shape-changed');
      expect(told.sentence).toContain(column);
    },
  );

  test('a column that stands twice is not guessed at', async () => {
    expect((await failure(read(csv([[...row(one, DAY), DAY]], [...COLUMNS, 'Teams Last Activity Date'])))).code).toBe(
      'shape-changed',
    );
  });

  test.each(['', '\uFEFF', 'no table', '"an open quote\n'])('%j is no report, and is not quoted', async (text) => {
    playNetwork(() => new HttpResponse(text));
    const report = readActiveUsers({ get: playedGet().get, directory, day: DAY, pseudonymOf, mayInclude: () => 'yes' });
    const told = await failure(report);
    expect(told.code).toBe('unreachable');
    expect(told.sentence).not.toMatch(/open quote|no table/);
  });

  test('a table of something else has changed its shape', async () => {
    expect((await failure(read('a,b\n1,2\n'))).code).toBe('shape-changed');
  });

  test('a header alone is a day on which nobody worked', async () => {
    expect(await read(csv([]))).toMatchObject({ rows: [], concealed: false });
  });
});

describe('concealed names', () => {
  test.each(['FE7CC8C15246EDCCA289C9A4022762F7', 'fe7cc8c15246edcca289c9a4022762f7'])(
    '%s: no rows at all',
    async (name) => {
      expect(await read(csv([row(one, DAY), row(name, DAY)]))).toMatchObject({ rows: [], concealed: true });
    },
  );

  test.each(['FE7CC8C15246EDCCA289C9A4022762F', 'fe7cc8c15246edcca289c9a4022762f7@fjord.example', ''])(
    '%j is not one',
    async (name) => {
      expect((await read(csv([row(name, DAY)]))).concealed).toBe(false);
    },
  );

  test.each([true, false])('the setting is read: %s', async (displayConcealedNames) => {
    const body = { '@odata.context': 'CANARY', displayConcealedNames };
    expect(await readConcealment(cannedGet({ '/admin/reportSettings': body }))).toBe(displayConcealedNames);
  });

  test('without the permission it is said which', async () => {
    playNetwork(() => graphError(403, 'UnknownError', {}, '{"error":{"code":"S2SUnauthorized"}}'));
    const told = await failure(readConcealment(playedGet().get));
    expect(told.code).toBe('consent-missing');
    expect(told.sentence).toContain('ReportSettings.Read.All');
  });
});

test('the report is asked for by its day, without quotes', async () => {
  const asked = playNetwork(() => new HttpResponse(csv([row(one, DAY)])));
  const { get } = playedGet();
  await readActiveUsers({ get, directory, day: DAY, pseudonymOf, mayInclude: () => 'yes' });
  expect(new URL(asked[0]!.url).pathname).toBe(`/v1.0/reports/getOffice365ActiveUserDetail(date=${DAY})`);
});
