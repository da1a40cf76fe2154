import { z } from 'zod';
import { ANSWERS_VERSION, overviewAnswer, table } from './answers.ts';

/** One released period of two, with the table both are compared by; absent where its release holds none. */
const side = z.object({ period: overviewAnswer.shape.period, reach: table.optional() });

/** Two released periods beside each other; the marks of the later one are against the earlier, and no other. */
export const comparedAnswer = z.object({ version: z.literal(ANSWERS_VERSION), earlier: side, later: side });
export type ComparedAnswer = z.infer<typeof comparedAnswer>;

/** What became of somebody's choice to stand as a bridge-builder. */
export const bridgeBuilderAnswer = z.strictObject({ version: z.literal(ANSWERS_VERSION), stands: z.boolean() });
export type BridgeBuilderAnswer = z.infer<typeof bridgeBuilderAnswer>;

/** Those who chose to be seen by leaders, by unit and then by name: no figure orders or accompanies them. */
export const bridgeBuildersAnswer = z.strictObject({
  version: z.literal(ANSWERS_VERSION),
  /** `unit`: the directory's path, levels separated by `/`; empty where it names none. */
  units: z.array(z.strictObject({ unit: z.string(), names: z.array(z.string()).min(1) })),
});
export type BridgeBuildersAnswer = z.infer<typeof bridgeBuildersAnswer>;
