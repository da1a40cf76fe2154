import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

/**
 * The table of who may import whom holds, and bites: each fault below is planted in a copy of the house, and the same
 * rules that find nothing in the house must find it there.
 */
const HOUSE = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = ['connector', 'teams-app', 'manifest', 'tests', 'bench'];

interface Fault {
  readonly what: string;
  /** The file that is planted, and the line it holds. */
  readonly file: string;
  readonly line: string;
  readonly rule: string;
}

const FAULTS: readonly Fault[] = [
  {
    what: 'the mathematics reads the database',
    file: 'connector/network/planted-store.ts',
    line: `export * from '../store/planted.ts';`,
    rule: 'network-imports-only-its-table',
  },
  {
    what: 'the mathematics borrows a type from privacy',
    file: 'connector/network/planted-type.ts',
    line: `import type { Day } from '../privacy/period.ts'; export const planted: Day = '2026-01-01';`,
    rule: 'network-imports-only-its-table',
  },
  {
    what: 'the mathematics uses a package that is not in its list',
    file: 'connector/network/planted-package.ts',
    line: `import { z } from 'zod'; export const planted = z.string();`,
    rule: 'network-imports-only-its-table',
  },
  {
    what: 'the API asks Microsoft Graph',
    file: 'connector/api/planted-reader.ts',
    line: `export * from '../microsoft-graph/planted.ts';`,
    rule: 'api-imports-only-its-table',
  },
  {
    what: 'the API holds a real identity outside who-is-asking',
    file: 'connector/api/planted-identity.ts',
    line: `export { RealIdentity } from '../privacy/real-identity.ts';`,
    rule: 'real-identity-has-two-doors',
  },
  {
    what: 'the store holds a real identity',
    file: 'connector/store/planted-identity.ts',
    line: `import type { RealIdentity } from '../privacy/real-identity.ts'; export type Planted = RealIdentity;`,
    rule: 'real-identity-has-two-doors',
  },
  {
    what: 'privacy reads a file',
    file: 'connector/privacy/planted-file.ts',
    line: `import { readFileSync } from 'node:fs'; export const planted = readFileSync;`,
    rule: 'privacy-imports-only-its-table',
  },
  {
    what: 'privacy reaches the network',
    file: 'connector/privacy/planted-network.ts',
    line: `import { get } from 'node:https'; export const planted = get;`,
    rule: 'privacy-imports-only-its-table',
  },
  {
    what: 'the room that speaks to Graph writes to the store',
    file: 'connector/microsoft-graph/planted-writer.ts',
    line: `export * from '../store/planted.ts';`,
    rule: 'microsoft-graph-imports-only-its-table',
  },
  {
    what: 'the store asks Microsoft Graph',
    file: 'connector/store/planted-reader.ts',
    line: `export * from '../microsoft-graph/planted.ts';`,
    rule: 'store-imports-only-its-table',
  },
  {
    what: 'the demo tenant shares code with the reader it is to test',
    file: 'connector/demo-tenant/planted-reader.ts',
    line: `export * from '../microsoft-graph/planted.ts';`,
    rule: 'demo-tenant-imports-only-its-table',
  },
  {
    what: 'the tab imports something of the connector other than its answers',
    file: 'teams-app/planted-period.ts',
    line: `export { isDay } from '../connector/privacy/period.ts';`,
    rule: 'teams-app-imports-only-its-table',
  },
  {
    what: 'the package builder reads the database',
    file: 'manifest/planted-store.ts',
    line: `export * from '../connector/store/planted.ts';`,
    rule: 'manifest-imports-only-its-table',
  },
  {
    what: 'a file stands in no room',
    file: 'connector/planted-utilities.ts',
    line: `export { Failure } from './failure.ts';`,
    rule: 'every-file-has-a-room',
  },
  {
    what: 'the product imports a test',
    file: 'connector/adoption/planted-test.ts',
    line: `export * from '../../tests/planted.ts';`,
    rule: 'product-never-imports-tests',
  },
  {
    what: 'two files import each other',
    file: 'connector/privacy/planted-circle.ts',
    line: `export * from './planted-round.ts';`,
    rule: 'no-circles',
  },
  {
    what: 'a file is imported by nobody and imports nothing',
    file: 'connector/adoption/planted-orphan.ts',
    line: `export const planted = 1;`,
    rule: 'no-orphans',
  },
];

/** Harmless by themselves: what the faults point at. */
const TARGETS: Readonly<Record<string, string>> = {
  'connector/store/planted.ts': 'export const planted = 1;',
  'connector/microsoft-graph/planted.ts': 'export const planted = 1;',
  'tests/planted.ts': 'export const planted = 1;',
  'connector/privacy/planted-round.ts': `export * from './planted-circle.ts';`,
};

/** Not a fault: the one file of the API that may. */
const ALLOWED = {
  file: 'connector/api/who-is-asking-planted.ts',
  line: `export { RealIdentity } from '../privacy/real-identity.ts';`,
};

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

function violationsIn(folder: string): { file: string; rule: string }[] {
  const cruiser = realpathSync(join(HOUSE, 'node_modules/.bin/depcruise'));
  const rooms = ROOMS.filter((room) => existsSync(join(folder, room)));
  const run = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.stdout === '') throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  const { violations } = report.parse(JSON.parse(run.stdout)).summary;
  const once = new Map(violations.map(({ from, rule }) => [`${from} ${rule.name}`, { file: from, rule: rule.name }]));
  return [...once.values()];
}

function plantedCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'samspill-imports-'));
  for (const name of [...ROOMS, '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    const keep = (path: string): boolean => !/[\\/](dist|node_modules)$/.test(path);
    if (existsSync(join(HOUSE, name))) cpSync(join(HOUSE, name), join(copy, name), { recursive: true, filter: keep });
  }
  symlinkSync(join(HOUSE, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const plants = [...FAULTS.map(({ file, line }) => [file, line]), ...Object.entries(TARGETS)];
  for (const [file = '', line = ''] of [...plants, [ALLOWED.file, ALLOWED.line]]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${line}\n`);
  }
  return copy;
}

test('the house keeps its own table', () => {
  expect(violationsIn(resolve(HOUSE))).toEqual([]);
}, 120_000);

describe('a planted fault is caught:', () => {
  let copy: string;
  let found: { file: string; rule: string }[];

  beforeAll(() => {
    copy = plantedCopy();
    found = violationsIn(copy);
  }, 120_000);

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test.each(FAULTS)('$what', ({ file, rule }) => {
    expect(found).toContainEqual({ file, rule });
  });

  test('but not who-is-asking, which may hold the asker’s own identity', () => {
    expect(found.filter(({ file }) => file === ALLOWED.file)).toEqual([]);
  });
});
