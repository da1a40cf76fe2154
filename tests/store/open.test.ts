import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quarterOf } from '../../connector/privacy/period.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { readMemberships } from '../../connector/store/people.ts';
import { beginRun, endRun, latestRun } from '../../connector/store/runs.ts';
import { everyFile, FEBRUARY, person, temporaryFolder, temporaryStore } from './temporary-store.ts';

const MIGRATIONS = 'connector/store/migrations';
const kindShape = z.object({
  migrations: z.record(z.string(), z.string()),
  tables: z.record(z.string(), z.array(z.string())),
});
const manifest = z
  .object({ decisions: kindShape, period: kindShape })
  .parse(JSON.parse(readFileSync(join(MIGRATIONS, 'manifest.json'), 'utf8')));

function schemaOf(database: DatabaseSync): Record<string, string[]> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      String(name),
      database
        .prepare(`PRAGMA table_info(${String(name)})`)
        .all()
        .map((column) => `${String(column['name'])} ${String(column['type'])}`),
    ]),
  );
}

function checksumsOf(folder: string): Map<string, string> {
  return new Map(
    everyFile(folder)
      .filter(({ name }) => name.endsWith('.sqlite'))
      .map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/** A folder in which a store has been, and is closed. */
function usedFolder(): string {
  const folder = join(temporaryFolder(), 'data');
  const store = openStore(folder);
  store.period(FEBRUARY);
  beginRun(store, { now: () => 1 });
  store.close();
  return folder;
}

function decisionsIn(folder: string): string {
  return join(folder, 'samspill.sqlite');
}

/** What the first so many migrations make of a new file: what an older Samspill left. */
function olderDecisions(folder: string, migrations: number, sql: string): void {
  mkdirSync(folder, { mode: 0o700 });
  const database = new DatabaseSync(decisionsIn(folder));
  for (let number = 1; number <= migrations; number += 1) {
    database.exec(readFileSync(join(MIGRATIONS, `decisions-000${number}.sql`), 'utf8'));
  }
  database.exec(`PRAGMA user_version = ${migrations}; ${sql}`);
  database.close();
}

test('runs of before a run could be partial are as they were, and the next can be', () => {
  const folder = join(temporaryFolder(), 'data');
  olderDecisions(
    folder,
    2,
    `INSERT INTO runs (id, state, step, period, started_at, ended_at, days_done, days, mailboxes_done, mailboxes, failure)
      VALUES (6, 'done', 'idle', '2026-Q4', 1, 2, 90, 92, 70, 80, NULL),
        (7, 'failed', 'mail', '2027-Q1', 3, 4, 5, 28, 60, 81, 'throttled')`,
  );
  const store = temporaryStore({ folder });
  expect(latestRun(store, '2026-Q4')).toMatchObject({ id: 6, state: 'done', daysDone: 90, mailboxes: 80, endedAt: 2 });
  expect(latestRun(store)).toEqual({
    ...{ id: 7, state: 'failed', step: 'mail', period: quarterOf('2027-01-01'), startedAt: 3, endedAt: 4 },
    ...{ daysDone: 5, days: 28, mailboxesDone: 60, mailboxes: 81, failure: 'throttled' },
    ...{ dropped: null, unknownFields: 0, unknownNamed: [] },
  });
  const next = beginRun(store, { now: () => 5 });
  endRun(store, next, { now: () => 6, partial: true });
  expect(next).toBe(8);
  expect(latestRun(store)).toMatchObject({ id: 8, state: 'partial' });
});

function change(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

describe('the schema', () => {
  test('is what the manifest of the migrations says', () => {
    const store = temporaryStore();
    expect(schemaOf(store.decisions)).toEqual(manifest.decisions.tables);
    expect(schemaOf(store.period(FEBRUARY).database)).toEqual(manifest.period.tables);
  });

  test.each(['decisions', 'period'] as const)('of kind %s comes from migrations nobody has edited', (kind) => {
    const files = readdirSync(MIGRATIONS).filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.sql'));
    const sums = files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(MIGRATIONS, name)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(sums)).toEqual(manifest[kind].migrations);
  });

  test('bears the number of its last migration, and the settings our promises rest on', () => {
    const store = temporaryStore();
    const files = { decisions: store.decisions, period: store.period(FEBRUARY).database };
    for (const kind of ['decisions', 'period'] as const) {
      const settings = ['user_version', 'journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'temp_store'];
      const values = settings.map((name) => Object.values(files[kind].prepare(`PRAGMA ${name}`).get() ?? {})[0]);
      expect(values).toEqual([Object.keys(manifest[kind].migrations).length, 'wal', 2, 1, 1, 2]);
    }
  });
});

describe('opening', () => {
  test('makes the folder, private to this account, and finds everything again', () => {
    const folder = usedFolder();
    const store = temporaryStore({ folder });
    expect(store.heldPeriods()).toEqual([FEBRUARY]);
    expect(latestRun(store)?.startedAt).toBe(1);
  });

  test('names periods oldest first, and nothing else that lies there', () => {
    const store = temporaryStore();
    for (const period of [quarterOf('2026-11-01'), FEBRUARY, quarterOf('2026-05-01')]) store.period(period);
    writeFileSync(join(store.folder, 'periods', 'notes.sqlite'), '');
    writeFileSync(join(store.folder, 'periods', '2026-Q9.sqlite'), '');
    expect(store.heldPeriods().map(({ id }) => id)).toEqual(['2026-Q2', '2026-Q4', '2027-02-01--2027-03-01']);
  });

  test('refuses a period whose id is not made of its days', () => {
    const store = temporaryStore();
    expect(() => store.period({ ...FEBRUARY, id: '../../elsewhere' })).toThrow(RangeError);
    expect(store.heldPeriods()).toEqual([]);
  });

  test('can be repeated after a crash between making a file and filling it', () => {
    const folder = usedFolder();
    truncateSync(decisionsIn(folder), 0);
    expect(latestRun(temporaryStore({ folder }))).toBeUndefined();
  });
});

describe('a folder that cannot be used', () => {
  test.each([
    ['whose parent is missing', () => join(temporaryFolder(), 'missing', 'data')],
    [
      'that is a file',
      () => {
        const path = join(temporaryFolder(), 'data');
        writeFileSync(path, 'a letter');
        return path;
      },
    ],
  ])('%s is refused and nothing is made', (_, make) => {
    const folder = make();
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'folder-unwritable' }));
    expect(existsSync(decisionsIn(folder))).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('that is read-only is refused', () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder, { mode: 0o500 });
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'folder-unwritable' }));
    chmodSync(folder, 0o700);
  });
});

test('a period of before origins were noted opens, its people placed by nothing that is known', () => {
  const folder = usedFolder();
  const path = join(folder, 'periods', `${FEBRUARY.id}.sqlite`);
  rmSync(path);
  change(path, readFileSync(join(MIGRATIONS, 'period-0001.sql'), 'utf8'));
  change(
    path,
    `INSERT INTO people (id, pseudonym) VALUES (1, '${person(1)}'); INSERT INTO units (id, path) VALUES (1, 'A');
    INSERT INTO memberships (person, unit, standing, read_on) VALUES (1, 1, 4, 20000); PRAGMA user_version = 1`,
  );
  const file = temporaryStore({ folder }).period(FEBRUARY);
  expect(readMemberships(file)).toEqual([{ person: person(1), unit: 'A', standing: 'desk', placedBy: null }]);
});

describe('a database from a newer version', () => {
  test('of decisions is refused and no byte is changed', () => {
    const folder = usedFolder();
    change(decisionsIn(folder), 'PRAGMA user_version = 99');
    const before = checksumsOf(folder);
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'newer-database' }));
    expect(() => openStore(folder, { readOnly: true })).toThrow(expect.objectContaining({ code: 'newer-database' }));
    expect(checksumsOf(folder)).toEqual(before);
  });

  test('of a period is refused and no byte is changed; other periods open', () => {
    const folder = usedFolder();
    change(join(folder, 'periods', `${FEBRUARY.id}.sqlite`), 'PRAGMA user_version = 99');
    const before = checksumsOf(folder);
    const store = temporaryStore({ folder });
    expect(() => store.period(FEBRUARY)).toThrow(expect.objectContaining({ code: 'newer-database' }));
    expect(checksumsOf(folder)).toEqual(before);
    expect(store.period(quarterOf('2026-05-01')).period.id).toBe('2026-Q2');
  });
});

describe('a database from an older version', () => {
  /** As the first version left it: one migration, one run. */
  function oldFolder(): string {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    change(
      decisionsIn(folder),
      `${readFileSync(join(MIGRATIONS, 'decisions-0001.sql'), 'utf8')}
      INSERT INTO runs (state, step, started_at) VALUES ('done', 'idle', 42);
      PRAGMA user_version = 1;`,
    );
    return folder;
  }

  test('is brought to today’s shape and loses nothing', () => {
    const store = temporaryStore({ folder: oldFolder() });
    expect(schemaOf(store.decisions)).toEqual(manifest.decisions.tables);
    expect(latestRun(store)?.startedAt).toBe(42);
  });

  test('is left alone by a process that only reads', () => {
    const folder = oldFolder();
    const before = checksumsOf(folder);
    expect(() => openStore(folder, { readOnly: true })).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(checksumsOf(folder)).toEqual(before);
  });
});

describe('a damaged file', () => {
  test.each<[string, (path: string) => void]>([
    [
      'that is no database',
      (path) => {
        writeFileSync(path, 'a letter that somebody saved in the wrong folder'.repeat(200));
      },
    ],
    [
      'that was cut off',
      (path) => {
        truncateSync(path, 6000);
      },
    ],
    [
      'with a page overwritten',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xff, 4096, 8192);
        writeFileSync(path, bytes);
      },
    ],
    [
      "that is another program's",
      (path) => {
        change(path, 'PRAGMA application_id = 7');
      },
    ],
  ])('%s is refused and left as it was', (_, damage) => {
    const folder = usedFolder();
    damage(decisionsIn(folder));
    const before = checksumsOf(folder);
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'damaged-database' }));
    expect(checksumsOf(folder)).toEqual(before);
  });

  test("a period's file put in the place of decisions is refused", () => {
    const folder = usedFolder();
    writeFileSync(decisionsIn(folder), readFileSync(join(folder, 'periods', `${FEBRUARY.id}.sqlite`)));
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'damaged-database' }));
  });
});

describe('a store opened for reading', () => {
  test('needs a database of this version', () => {
    expect(() => openStore(temporaryFolder(), { readOnly: true })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  test('sees what another writes meanwhile, and cannot write', () => {
    const writer = temporaryStore();
    const reader: Store = temporaryStore({ folder: writer.folder, readOnly: true });
    beginRun(writer, { now: () => 7 });
    expect(latestRun(reader)?.startedAt).toBe(7);
    expect(() => beginRun(reader, { now: () => 8 })).toThrow(expect.objectContaining({ code: 'folder-unwritable' }));
    expect(() => reader.period(FEBRUARY)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});
