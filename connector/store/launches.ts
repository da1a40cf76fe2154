import { z } from 'zod';
import { officialText } from '../privacy/official-text.ts';
import { isDay } from '../privacy/period.ts';
import { isSignature, type Signature } from '../privacy/signature.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';

const day = z.string().refine(isDay);
/** As a release names them: paths of directory units, and rows of them. */
const name = z.string().min(1).max(1_000);

/** What a launch is said to be, in office: official texts, of tools and units and of nobody. */
export const launchShape = z
  .strictObject({
    what: officialText(120),
    /** Whole rows of a released table, as they were when it was registered. */
    rows: z
      .array(z.strictObject({ name, units: z.array(name).min(1) }))
      .min(1)
      .max(500),
    begins: day,
    /** An office and never a person. */
    ownerOffice: officialText(80),
    purpose: officialText(600),
    replaces: z.strictObject({ what: officialText(120), by: day }).nullable(),
    /** The released figure it is to move; in `staircase` the step in the column or a higher one. */
    indicator: z.strictObject({ table: z.enum(['apps', 'staircase', 'reach']), column: name }),
    /** So many more of 100 heads. */
    expectedGain: z.int().min(1).max(100),
    expectedBy: day,
  })
  .refine(({ begins, expectedBy }) => expectedBy > begins, { path: ['expectedBy'] });
export type Launch = z.infer<typeof launchShape>;

export const retrospectiveShape = z.strictObject({
  outcome: z.enum(['worked', 'worked-in-part', 'did-not-work', 'cancelled']),
  tried: officialText(600),
  expected: officialText(600),
  got: officialText(600),
  learnt: officialText(600),
  next: officialText(600),
});
export type Retrospective = z.infer<typeof retrospectiveShape>;

/** Whose hand it is, and when: ISO 8601. */
const signed = z.object({ by: z.string().refine(isSignature), at: z.iso.datetime() });
export interface Signed {
  readonly by: Signature;
  readonly at: string;
}

export interface KeptLaunch extends Launch, Signed {
  readonly number: number;
  /** Oldest first; none is ever removed. */
  readonly retrospectives: readonly (Retrospective & Signed)[];
}

/** Keeps a launch. @returns its number. @throws ZodError when it is none */
export function addLaunch(store: Store, wanted: Launch, { by, at }: Signed): number {
  const text = JSON.stringify(launchShape.parse(wanted));
  signed.parse({ by, at });
  return store.write('add-launch', () => {
    const add = prepared(store.decisions, 'INSERT INTO launches (text, signature, at) VALUES (?, ?, ?)');
    return Number(add.run(text, by, at).lastInsertRowid);
  });
}

/** Adds what was learnt from a launch to what stands there already. @throws ZodError when it is nothing of the kind */
export function addRetrospective(store: Store, launch: number, wanted: Retrospective, { by, at }: Signed): void {
  const text = JSON.stringify(retrospectiveShape.parse(wanted));
  signed.parse({ by, at });
  store.write('add-retrospective', () => {
    const sql = 'INSERT INTO retrospectives (launch, text, signature, at) VALUES (?, ?, ?, ?)';
    prepared(store.decisions, sql).run(launch, text, by, at);
  });
}

/** Every launch, in the order in which they were registered. @throws Failure 'damaged-database' */
export function readLaunches(store: Store): KeptLaunch[] {
  const launches = guarded(() =>
    prepared(store.decisions, 'SELECT number, text, signature AS by, at FROM launches ORDER BY number').all(),
  );
  const learnt = guarded(() =>
    prepared(store.decisions, 'SELECT launch, text, signature AS by, at FROM retrospectives ORDER BY position').all(),
  );
  try {
    const byLaunch = Map.groupBy(learnt, ({ launch }) => Number(launch));
    return launches.map((row) => ({
      number: Number(row['number']),
      ...launchShape.parse(JSON.parse(String(row['text']))),
      ...signed.parse(row),
      retrospectives: (byLaunch.get(Number(row['number'])) ?? []).map((one) => ({
        ...retrospectiveShape.parse(JSON.parse(String(one['text']))),
        ...signed.parse(one),
      })),
    }));
  } catch {
    throw damaged();
  }
}
