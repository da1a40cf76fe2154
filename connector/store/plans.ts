import { z } from 'zod';
import { officialText } from '../privacy/official-text.ts';
import { isDay } from '../privacy/period.ts';
import { isSignature, type Signature } from '../privacy/signature.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** Longest texts of a plan, in characters. */
export const PLAN_CHARACTERS = { name: 120, text: 300 } as const;
const MOST_PLACES = 60;
const LONGEST_PATH = 400;

const day = z.string().refine(isDay);
/** As adoption/indicators.ts names them. */
const indicator = z.string().regex(/^[a-z][a-z-]{1,39}$/);
const places = z.array(z.string().min(1).max(LONGEST_PATH)).max(MOST_PLACES);

/** A tool that came in and what it replaces; without a tool, something that is only cleaned up. */
export const toolShape = z.strictObject({
  tool: officialText(PLAN_CHARACTERS.name).nullable(),
  inOn: day,
  replaces: officialText(PLAN_CHARACTERS.name),
  outBy: day,
  /** Null while it is in use. */
  outOn: day.nullable(),
  oldIndicator: indicator.nullable(),
  where: places,
  /** The number of the launch by which it came in; null where none was registered, and in what was kept before this was asked. */
  launch: z.int().min(1).nullable().default(null),
});

export const benefitShape = z.strictObject({
  benefit: officialText(PLAN_CHARACTERS.text),
  kind: z.enum(['avoided-cost', 'saved-time', 'quality']),
  /** An office, and nobody in it. */
  owner: officialText(PLAN_CHARACTERS.name),
  indicator,
  where: places,
  from: day,
  direction: z.enum(['at-least', 'at-most']),
  target: z.number().min(0).max(100),
  by: day,
});

export const gateShape = z.strictObject({
  service: officialText(PLAN_CHARACTERS.name),
  owner: officialText(PLAN_CHARACTERS.name),
  indicator,
  where: places.min(1),
  /** In per cent. */
  level: z.number().min(1).max(100),
  quarters: z.int().min(1).max(4),
});

const SHAPES = { tool: toolShape, benefit: benefitShape, gate: gateShape } as const;
export type PlanKind = keyof typeof SHAPES;

export interface Plans {
  readonly tool: z.infer<typeof toolShape>;
  readonly benefit: z.infer<typeof benefitShape>;
  readonly gate: z.infer<typeof gateShape>;
}

/** Whose hand it is, and when: ISO 8601. */
const signed = z.object({ by: z.string().refine(isSignature), at: z.iso.datetime() });
export interface Signed {
  readonly by: Signature;
  readonly at: string;
}

/** A plan as it stands, and as it stood before, newest first. */
export interface KeptPlan<Plan> extends Signed {
  readonly number: number;
  readonly plan: Plan;
  readonly before: readonly ({ readonly plan: Plan } & Signed)[];
}

/**
 * Keeps a plan, as a new one or in place of one.
 *
 * @param number the one it takes the place of; null: a new one
 * @returns its number; undefined where none of this kind has that number, and then nothing was kept
 * @throws ZodError when it is none of its kind
 */
export function keepPlan<Kind extends PlanKind>(
  store: Store,
  kind: Kind,
  number: number | null,
  wanted: Plans[Kind],
  { by, at }: Signed,
): number | undefined {
  const text = JSON.stringify(SHAPES[kind].parse(wanted));
  signed.parse({ by, at });
  return store.write('keep-plan', () => {
    if (number !== null && prepared(store.decisions, HAS).get(kind, number) === undefined) return undefined;
    const added = prepared(store.decisions, ADD).run(kind, number ?? 0, text, by, at).lastInsertRowid;
    if (number !== null) return number;
    prepared(store.decisions, 'UPDATE plans SET number = position WHERE position = ?').run(added);
    return Number(added);
  });
}

const HAS = 'SELECT 1 FROM plans WHERE kind = ? AND number = ?';
const ADD = 'INSERT INTO plans (kind, number, text, signature, at) VALUES (?, ?, ?, ?, ?)';

/** Takes a plan away with everything it ever said. @returns whether there was one */
export function removePlan(store: Store, kind: PlanKind, number: number): boolean {
  return store.write('remove-plan', () => {
    const sql = 'DELETE FROM plans WHERE kind = ? AND number = ?';
    return prepared(store.decisions, sql).run(kind, number).changes > 0;
  });
}

export function readTools(store: Store): KeptPlan<Plans['tool']>[] {
  return readPlans(store, 'tool', toolShape);
}
export function readBenefits(store: Store): KeptPlan<Plans['benefit']>[] {
  return readPlans(store, 'benefit', benefitShape);
}
export function readServiceGates(store: Store): KeptPlan<Plans['gate']>[] {
  return readPlans(store, 'gate', gateShape);
}

/** Every plan of a kind, oldest number first. @throws Failure 'damaged-database' */
function readPlans<Plan>(store: Store, kind: PlanKind, shape: z.ZodType<Plan>): KeptPlan<Plan>[] {
  const sql = 'SELECT number, text, signature AS by, at FROM plans WHERE kind = ? ORDER BY number, position DESC';
  const rows = guarded(() => prepared(store.decisions, sql).all(kind));
  try {
    const stood = rows.map((row) => ({
      number: Number(row['number']),
      plan: shape.parse(JSON.parse(String(row['text']))),
      ...signed.parse(row),
    }));
    return [...Map.groupBy(stood, ({ number }) => number).values()].flatMap(([now, ...before]) =>
      now === undefined ? [] : [{ ...now, before }],
    );
  } catch {
    throw damaged();
  }
}

/** Everything written in the plans that stands there, of any kind: whose hand, when, and what it is called. */
export function plansSigned(store: Store): ({ readonly kind: PlanKind; readonly called: string } & Signed)[] {
  return [
    ...handsOf(readTools(store), 'tool', ({ tool, replaces }) => tool ?? replaces),
    ...handsOf(readBenefits(store), 'benefit', ({ benefit }) => benefit),
    ...handsOf(readServiceGates(store), 'gate', ({ service }) => service),
  ];
}

function handsOf<Plan>(
  kept: readonly KeptPlan<Plan>[],
  kind: PlanKind,
  called: (plan: Plan) => string,
): ReturnType<typeof plansSigned> {
  return kept.flatMap((now) =>
    [now, ...now.before].map(({ plan, by, at }) => ({ kind, called: called(plan), by, at })),
  );
}
