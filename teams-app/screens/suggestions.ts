import type { Estimate, Headline, OverviewAnswer, Row } from '../../connector/api/answers.ts';
import { type ContactLine, type IslandUnit, type Islands, islandsOf } from '../drawing/islands.ts';
import { sureChanges } from './sure-changes.ts';

/** Something a leader might do, and the figure it rests on. */
export type Suggestion =
  | { readonly kind: 'meet'; readonly headline: Extract<Headline, { kind: 'loosest-division' }> }
  | { readonly kind: 'fewer'; readonly row: Row; readonly column: string; readonly figure: Estimate }
  | { readonly kind: 'learn'; readonly row: Row; readonly reached: number; readonly of: number }
  | { readonly kind: 'see-more'; readonly row: string; readonly heads: number; readonly coveragePercent: number }
  | { readonly kind: 'apart'; readonly line: ContactLine };

const MOST = 3;

/**
 * At most three, by a rule: first what the headline names, then contacts that surely became fewer, a bridge to learn from,
 * the largest unit of which too little is seen, and the largest unit that surely stands apart. The largest, because a rule
 * must choose one and size is no judgement. Each rests on one released figure; none is about a unit of which too little is
 * covered, but to say so.
 */
export function suggestionsOf(answer: OverviewAnswer): Suggestion[] {
  const islands = answer.reach === undefined ? undefined : islandsOf(answer.reach);
  return [
    ...meet(answer.headline),
    ...fewer(answer),
    ...learn(islands),
    ...seeMore(answer),
    ...apart(islands, answer.headline),
  ].slice(0, MOST);
}

function meet(headline: Headline): Suggestion[] {
  return headline.kind === 'loosest-division' ? [{ kind: 'meet', headline }] : [];
}

function fewer(answer: OverviewAnswer): Suggestion[] {
  const [change] = sureChanges(answer).changes.filter(({ table, change }) => table === 'reach' && change === 'fewer');
  return change === undefined ? [] : [{ kind: 'fewer', row: change.row, column: change.column, figure: change.figure }];
}

function learn(islands: Islands | undefined): Suggestion[] {
  const unit = largest(islands, 'bridge');
  return unit === undefined ? [] : [{ kind: 'learn', row: unit.row, reached: unit.reached, of: unit.partners }];
}

function seeMore({ thinlyCovered }: OverviewAnswer): Suggestion[] {
  const [thin] = thinlyCovered.toSorted((a, b) => b.heads - a.heads);
  return thin === undefined
    ? []
    : [{ kind: 'see-more', row: thin.row, heads: thin.heads, coveragePercent: thin.coveragePercent }];
}

function apart(islands: Islands | undefined, headline: Headline): Suggestion[] {
  const named = headline.kind === 'loosest-division' ? headline.division : undefined;
  const unit = largest(islands, 'apart', named);
  const line = islands?.lines.find(({ row }) => row === unit?.row);
  return line === undefined ? [] : [{ kind: 'apart', line }];
}

/** The unit of the kind with the most heads, outside one division. */
function largest(islands: Islands | undefined, kind: IslandUnit['kind'], outside?: string): IslandUnit | undefined {
  const units = islands?.islands.flatMap((island) => (island.name === outside ? [] : island.units)) ?? [];
  return units.filter((unit) => unit.kind === kind).toSorted((a, b) => b.row.heads - a.row.heads)[0];
}
