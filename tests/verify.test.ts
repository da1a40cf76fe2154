import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportedReleases } from '../connector/exported-releases.ts';
import { nextEntry, type LedgerEntry } from '../connector/privacy/ledger.ts';
import { quarterOf, type Day } from '../connector/privacy/period.ts';
import { release, type Release } from '../connector/privacy/release.ts';
import { TABLE_NAMES, type Level } from '../connector/privacy/table-name.ts';
import { openStore } from '../connector/store/open.ts';
import { showRelease } from './api/shown-release.ts';
import { byteStream } from './privacy/byte-stream.ts';
import { headcount } from './privacy/headcounts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PROGRAM = 'connector/verify.mjs';

const TOWN = [
  headcount('Oppvekst/Skole A', 90),
  headcount('Oppvekst/Skole B', 75),
  headcount('Helse/Hjem', 180, 'frontline'),
  headcount('Helse/Lege', 65, 'leader'),
  headcount('Stab', 70),
  headcount('Råd', 24, 'elected'),
  headcount('', 6),
];

function released(day: Day, ledger: readonly LedgerEntry[], level: Level = 'standard', heads = TOWN): Release {
  return release({
    period: quarterOf(day),
    once: false,
    level,
    organisation: 'Eksempel',
    people: [],
    headcounts: heads,
    tablesOn: TABLE_NAMES,
    competences: ['analysis', 'procurement', 'law'],
    ledger,
    releasedAt: `${quarterOf(day).to}T06:00:00.000Z`,
    random: byteStream(day),
  });
}

interface Exported {
  ledger: LedgerEntry[];
  releases: string[];
}

/** Five quarters, so that each table has come, and the year has moved on. */
function fiveQuarters(): Exported {
  const made = (['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'] as const).reduce<Release[]>(
    (before, day) => [
      ...before,
      released(
        day,
        before.map(({ entry }) => entry),
      ),
    ],
    [],
  );
  return { ledger: made.map(({ entry }) => entry), releases: made.map(({ text }) => text) };
}

/** What the program prints, run as a customer runs it: a process of its own, a file, nothing of ours. */
async function verified(exported: unknown): Promise<{ code: number; said: string }> {
  const file = join(temporaryFolder(), 'releases.json');
  writeFileSync(file, JSON.stringify(exported));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, file]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout } = z.object({ code: z.number(), stdout: z.string() }).parse(error);
    return { code, said: stdout };
  }
}

const contentShape = z.looseObject({
  period: z.object({ id: z.string(), from: z.string(), to: z.string() }),
  tables: z.array(
    z.looseObject({
      name: z.string(),
      rho: z.string(),
      sigmaSquared: z.string(),
      rows: z.array(z.looseObject({ heads: z.number(), units: z.array(z.string()) })),
      values: z.array(z.array(z.number().nullable())),
    }),
  ),
});
type Content = z.infer<typeof contentShape>;

/** Changes one release and seals the whole chain anew: what somebody can do who holds the only copy of the ledger. */
function resealed(whole: Exported, at: number, change: (content: Content, entry: LedgerEntry) => void): Exported {
  const sealed: Exported = { ledger: [], releases: [] };
  for (const [index, original] of whole.ledger.entries()) {
    const content = contentShape.parse(JSON.parse(whole.releases[index]!));
    const entry = structuredClone(original);
    if (index === at) change(content, entry);
    const text = JSON.stringify(content);
    const { period, releasedAt, level, tables } = entry;
    const contentHash = createHash('sha256').update(text).digest('hex');
    sealed.ledger.push(nextEntry(sealed.ledger, { period, releasedAt, level, tables, contentHash }));
    sealed.releases.push(text);
  }
  return sealed;
}

const table = (content: Content, name: string) => content.tables.find((it) => it.name === name)!;

describe('verify', () => {
  it('is under 100 lines and imports nothing but Node', () => {
    const text = readFileSync(PROGRAM, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThan(100);
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imported).toEqual(['node:crypto', 'node:fs']);
    expect(text).not.toContain('import(');
  });

  it('finds nothing wrong with what the store exports, at both levels and in a small organisation', async () => {
    const store = openStore(temporaryFolder());
    const first = released('2025-04-01', []);
    showRelease(store, first);
    showRelease(store, released('2025-07-01', [first.entry], 'careful'));
    const exported = exportedReleases(store);
    store.close();
    expect(exported.ledger).toHaveLength(2);
    const { code, said } = await verified(exported);
    expect([code, said]).toEqual([0, `All 2 releases hold. Head of the ledger: ${exported.ledger[1]!.hash}\n`]);

    const village = [headcount('A', 90), headcount('B', 80), headcount('C/D', 60, 'elected')];
    const half = released('2025-04-01', [], 'standard', village);
    expect(await verified({ ledger: [half.entry], releases: [half.text] })).toMatchObject({ code: 0 });
  });

  it('finds nothing wrong with five quarters of every table, whether read or sealed anew unchanged', async () => {
    const whole = fiveQuarters();
    expect((await verified(whole)).said).toContain('All 5 releases hold');
    expect((await verified(resealed(whole, 1, () => undefined))).said).toContain('All 5 releases hold');
  });

  const edited = (change: (it: Exported) => void) => (whole: Exported) => {
    const copy = structuredClone(whole);
    change(copy);
    return copy;
  };
  const changed = (at: number, change: (content: Content, entry: LedgerEntry) => void) => (whole: Exported) =>
    resealed(whole, at, change);

  it.each<[string, string, (whole: Exported) => Exported]>([
    [
      'a figure is changed',
      'its figures were changed',
      edited((it) => (it.releases[2] = it.releases[2]!.replace(/"values":\[\[-?\d+/, '"values":[[7777'))),
    ],
    ['a release is left out', 'There is not one release for each', edited((it) => it.releases.pop())],
    [
      'an entry is left out',
      'the chain is broken',
      edited((it) => {
        it.ledger.splice(1, 1);
        it.releases.splice(1, 1);
      }),
    ],
    [
      'entries change places',
      'the chain is broken',
      edited((it) => {
        it.ledger.reverse();
        it.releases.reverse();
      }),
    ],
    [
      'a price is changed',
      'its ledger entry was changed',
      edited((it) => (it.ledger[0] = { ...it.ledger[0]!, tables: [{ name: 'reach', rho: '1/9' }] })),
    ],
    [
      'the ledger tells less than was spent',
      'tells other costs',
      changed(1, (_, entry) => {
        Object.assign(entry, { tables: [{ name: 'reach', rho: '1/100' }] });
      }),
    ],
    [
      'a period is released twice',
      'were released before',
      changed(1, (content, entry) => {
        content.period = structuredClone(fiveQuarters().ledger[0]!.period);
        Object.assign(entry, { period: content.period });
      }),
    ],
    [
      'a table is drawn at twice its price',
      'reach is too dear',
      changed(3, (content, entry) => {
        table(content, 'reach').rho = '2/5';
        Object.assign(entry.tables[0]!, { rho: '2/5' });
      }),
    ],
    [
      'a table comes more often than it may',
      'leaders is too dear',
      changed(3, (content, entry) => {
        table(content, 'leaders').rho = '3/20';
        Object.assign(
          entry.tables.find(({ name }) => name === 'leaders')!,
          { rho: '3/20' },
        );
      }),
    ],
    [
      'the noise is less than was paid for',
      'breadth: its noise is not what it paid for',
      changed(0, (content) => {
        table(content, 'breadth').sigmaSquared = '9/1';
      }),
    ],
    [
      'a row is under its floor',
      'a row has fewer than',
      changed(0, (content) => {
        table(content, 'breadth').rows[0]!.heads = 19;
      }),
    ],
    [
      'a unit is counted in two rows',
      'a unit is in two rows',
      changed(0, (content) => {
        const { rows } = table(content, 'apps');
        rows[0]!.units.push(rows[1]!.units[0]!);
      }),
    ],
    [
      'a unit is left out of a table of everybody',
      'a unit is in no row',
      changed(0, (content) => {
        const { rows, values } = table(content, 'staircase');
        rows.pop();
        values.pop();
      }),
    ],
    [
      'a row has a unit the directory has not',
      'a unit that the directory has not',
      changed(0, (content) => {
        table(content, 'breadth').rows[0]!.units.push('Sammenslått');
      }),
    ],
    [
      'a row claims more people than its units have',
      'does not have the people of its units',
      changed(0, (content) => {
        table(content, 'reach').rows[0]!.heads = 999;
      }),
    ],
    [
      'a blank cell is filled in',
      'fewer than 50 people could be reached',
      changed(0, (content) => {
        for (const row of table(content, 'reach').values)
          row.forEach((value, c) => {
            if (value === null) row[c] = 3;
          });
      }),
    ],
    [
      'a figure is taken out where none is blank',
      'is no whole number',
      changed(0, (content) => {
        table(content, 'apps').values[0]![0] = null;
      }),
    ],
    [
      'a figure is half a person',
      'is no whole number',
      changed(0, (content) => {
        table(content, 'apps').values[0]![0] = 3.5;
      }),
    ],
  ])('notices when %s', async (_, sentence, tamper) => {
    const { code, said } = await verified(tamper(fiveQuarters()));
    expect(code).toBe(1);
    expect(said).toContain(sentence);
  });
});
