/** The tables of a release, in the order in which it lays them out and draws their noise. */
export const TABLE_NAMES = ['reach', 'breadth', 'apps'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** `careful` spends half of `standard` and is noisier by √2. There is nothing above `standard`. */
export const LEVELS = ['standard', 'careful'] as const;
export type Level = (typeof LEVELS)[number];
