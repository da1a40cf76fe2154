import { z } from 'zod';
import { isDay } from '../privacy/period.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

const shape = z.object({
  /** Days of the period, and of those the days of which at least one mailbox was read. */
  days: z.int(),
  daysRead: z.int(),
  /** Days with a usage report. */
  reportDays: z.int(),
  /** Mailboxes on the positive list, and those done. Null where nothing is said of so few. */
  mailboxes: z.int().nullable(),
  mailboxesRead: z.int().nullable(),
  interactions: z.int().nullable(),
  usageDays: z.int().nullable(),
  /**
   * Whether usage reports came with names concealed: in the last run that read any, in an earlier one of the period, or
   * never. Null where none is read, and in what was kept before this was noted.
   */
  concealedNames: z.enum(['now', 'earlier', 'never']).nullable().default(null),
  /** What said where how many people work; empty in what was kept before this was noted. */
  placed: z
    .array(
      z.object({
        origin: z.enum(['attribute', 'groups', 'managers', 'hr-file', 'others', 'none']),
        on: z.string().refine(isDay).nullable(),
        heads: z.int().nullable(),
      }),
    )
    .default([]),
  /**
   * How each usage report came: days that have it, how many people it was about on the newest and how many of them the
   * directory knows, null of few, and whether a day that was read again had at least a tenth fewer. What was kept before
   * the rest was noted says nothing of it.
   */
  reports: z
    .array(
      z.object({
        report: z.string(),
        daysRead: z.int(),
        newest: z.string().refine(isDay),
        inReport: z.int().nullable(),
        matched: z.int().nullable(),
        shrunk: z.boolean(),
        /** How old it was when it was read; 0 where it was made for the day asked for. */
        behindDays: z.int().nonnegative().default(0),
        /** Columns that nobody has listed; none of them is read. */
        newColumns: z.int().nonnegative().default(0),
        /** How many Microsoft's own count of the organisation has on the same day and for the same service. */
        microsoftCounts: z.int().nullable().default(null),
      }),
    )
    .default([]),
  /** The earliest day anything was read of; null when nothing was. */
  oldestDay: z.string().nullable(),
});

/** What was read for a period, rounded as design D6 says before it comes here. */
export type KeptFigures = z.infer<typeof shape>;

/** Keeps a period's rounded figures for when its file is gone; keeping them again replaces them. */
export function keepFigures(store: Store, periodId: string, figures: z.input<typeof shape>): void {
  const text = JSON.stringify(shape.parse(figures));
  store.write('keep-figures', () => {
    const sql =
      'INSERT INTO figures (period, text) VALUES (?, ?) ON CONFLICT (period) DO UPDATE SET text = excluded.text';
    prepared(store.decisions, sql).run(periodId, text);
  });
}

/** The rounded figures kept for a period; undefined when none are. */
export function readFigures(store: Store, periodId: string): KeptFigures | undefined {
  const row = guarded(() => prepared(store.decisions, 'SELECT text FROM figures WHERE period = ?').get(periodId));
  return row === undefined ? undefined : shape.parse(JSON.parse(String(row['text'])));
}
