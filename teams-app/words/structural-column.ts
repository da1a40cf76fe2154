import type { BridgesWords } from './bridges/nb.ts';

/** A column of `brokerage` or `steps` in the reader's language; a competence bears the name the organisation gave it. */
export function structuralColumn(name: string, { brokerage, steps }: BridgesWords): string {
  if (name === 'some' || name === 'much') return brokerage.columns[name];
  const [, competence, away] = /^(.*), ([12])$/.exec(name) ?? [];
  if (competence === undefined) return name;
  return steps.column[away === '1' ? 1 : 2](competence);
}
