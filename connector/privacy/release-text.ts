import { z } from 'zod';
import { isDay } from './period.ts';
import { LEVELS, TABLE_NAMES } from './table-name.ts';

const rationalShape = z.string().regex(/^[1-9]\d{0,30}\/[1-9]\d{0,30}$/);
const dayShape = z.string().refine(isDay);
const rowShape = z.strictObject({
  name: z.string(),
  heads: z.int().min(1),
  /** Directory units in the row, as paths. */
  units: z.array(z.string()),
  coveragePercent: z.int().min(0).max(100).multipleOf(5),
});
const columnShape = z.strictObject({ name: z.string(), heads: z.int().nullable(), units: z.array(z.string()) });
const tableShape = z
  .strictObject({
    name: z.enum(TABLE_NAMES),
    rho: rationalShape,
    sigmaSquared: rationalShape,
    rows: z.array(rowShape).min(1),
    columns: z.array(columnShape).min(1),
    values: z.array(z.array(z.int().nullable())),
  })
  .refine(
    ({ rows, columns, values }) =>
      values.length === rows.length && values.every((row) => row.length === columns.length),
  );

/** The JSON text of a release: what its ledger entry bears the hash of, and what is stored. */
export const releaseText = z.strictObject({
  version: z.literal(1),
  organisation: z.string(),
  period: z.strictObject({ id: z.string(), from: dayShape, to: dayShape }),
  once: z.boolean(),
  level: z.enum(LEVELS),
  releasedAt: z.string(),
  heads: z.int().min(0),
  coveragePercent: z.int().min(0).max(100).multipleOf(5),
  units: z.array(z.strictObject({ unit: z.string(), heads: z.int().min(1) })),
  tables: z.array(tableShape).min(1),
});
export type ReleaseContent = z.infer<typeof releaseText>;
export type TableContent = z.infer<typeof tableShape>;
