/** The tables of design D6, in the order in which a release lays them out and draws their noise. */
export const TABLE_NAMES = [
  'reach',
  'breadth',
  'apps',
  'staircase',
  'brokerage',
  'leaders',
  'steps',
  'channels',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * The tables whose data are measured today wherever the sources tell them; structural ones are measured where the scope
 * turns them on as well. The others have their layout, price and bounds, and are off until something is measured that
 * fills them: what is off costs nothing.
 */
export const TABLES_MEASURED: readonly TableName[] = ['reach', 'breadth', 'apps', 'staircase', 'leaders', 'channels'];

/**
 * Tables that depend on other people's ties as well as on a person's own acts: off unless the scope turns them on, and
 * then said so.
 */
export const STRUCTURAL_TABLES: readonly TableName[] = ['brokerage', 'steps'];

/** `careful` spends half of `standard` and is noisier by √2. There is nothing above `standard`. */
export const LEVELS = ['standard', 'careful'] as const;
export type Level = (typeof LEVELS)[number];
