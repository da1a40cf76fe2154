import { z } from 'zod';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** What leaders may say they used a release for: how people work together, never a person. */
export const USES = ['organisation', 'adoption', 'launch', 'working-environment', 'reporting', 'other'] as const;
/** Longest words beside it. */
export const USE_CHARACTERS = 200;

const row = z.object({
  period: z.string(),
  on: z.string(),
  use: z.enum(USES),
  text: z.string().max(USE_CHARACTERS).nullable(),
});

/** What a leader used a release for; who it was is not asked and not kept. */
export type Use = z.infer<typeof row>;

/** Keeps it. @throws ZodError when it is none */
export function addUse(store: Store, wanted: Use): void {
  const { period, on, use, text } = row.parse(wanted);
  store.write('add-use', () => {
    const sql = 'INSERT INTO uses (period, said_on, use, text) VALUES (?, ?, ?, ?)';
    prepared(store.decisions, sql).run(period, on, use, text);
  });
}

/** Everything said, newest first. @throws Failure 'damaged-database' */
export function readUses(store: Store): Use[] {
  const sql = 'SELECT period, said_on AS "on", use, text FROM uses ORDER BY position DESC';
  const read = z.array(row).safeParse(guarded(() => prepared(store.decisions, sql).all()));
  if (!read.success) throw damaged();
  return read.data;
}
