import { z } from 'zod';
import { ANSWERS_VERSION, overviewAnswer, table } from './answers.ts';

/** One released period of two, with the table both are compared by; absent where its release holds none. */
const side = z.object({ period: overviewAnswer.shape.period, reach: table.optional() });

/** Two released periods beside each other; the marks of the later one are against the earlier, and no other. */
export const comparedAnswer = z.object({ version: z.literal(ANSWERS_VERSION), earlier: side, later: side });
export type ComparedAnswer = z.infer<typeof comparedAnswer>;
