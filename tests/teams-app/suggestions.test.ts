import { describe, expect, it } from 'vitest';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { suggestionsOf } from '../../teams-app/screens/suggestions.ts';
import { sureChanges } from '../../teams-app/screens/sure-changes.ts';
import { overviewAnswer } from '../browser/invented-answers.ts';

const NEWEST = overviewAnswer(undefined)!;

/** The same with every figure unchanged since last time. */
function unchanged(answer: OverviewAnswer): OverviewAnswer {
  const still = (table: OverviewAnswer['reach']) =>
    table && {
      ...table,
      changes: table.changes!.map((marks) => marks.map((mark) => (mark === null ? null : ('no-sure-change' as const)))),
    };
  const tables = { reach: still(answer.reach), breadth: still(answer.breadth), apps: still(answer.apps) };
  return Object.assign({ ...answer }, tables);
}

describe('what changed', () => {
  it('is what was marked, and nothing where all is within the noise', () => {
    const { compared, changes } = sureChanges(NEWEST);
    const marks = [NEWEST.reach, NEWEST.breadth, NEWEST.apps].flatMap((table) => table?.changes?.flat() ?? []);
    expect(compared).toBe(marks.filter((mark) => mark !== null).length);
    expect(changes).toHaveLength(marks.filter((mark) => mark === 'more' || mark === 'fewer').length);
    expect(sureChanges(unchanged(NEWEST))).toEqual({ compared, changes: [] });
  });

  it('compares nothing in the first period', () => {
    expect(sureChanges(overviewAnswer('2025-Q4')!)).toEqual({ compared: 0, changes: [] });
  });
});

describe('the suggestions', () => {
  it('are at most three, what the headline names first', () => {
    const kinds = suggestionsOf(unchanged(NEWEST)).map(({ kind }) => kind);
    expect(kinds).toEqual(['meet', 'learn', 'see-more']);
  });

  it('ask about contacts that surely became fewer', () => {
    const answer = unchanged(NEWEST);
    const reach = answer.reach!;
    const changes = reach.changes!.map((marks, r) => marks.map((mark, c) => (r === 6 && c === 0 ? 'fewer' : mark)));
    const suggested = suggestionsOf({ ...answer, reach: { ...reach, changes } });
    expect(suggested[1]).toMatchObject({ kind: 'fewer', row: { id: reach.rows[6]!.id }, column: 'Helse og mestring' });
  });

  it('are none where no figure points at anything', () => {
    const answer: OverviewAnswer = {
      ...unchanged(NEWEST),
      headline: { kind: 'nothing-stands-out' },
      thinlyCovered: [],
    };
    delete answer.reach;
    expect(suggestionsOf(answer)).toEqual([]);
  });

  it('call no unit apart of which too little is seen', () => {
    const thin = NEWEST.reach!.rows.map((row) => ({ ...row, coveragePercent: 55 }));
    const answer: OverviewAnswer = { ...NEWEST, reach: { ...NEWEST.reach!, rows: thin } };
    const kinds = suggestionsOf(answer).map(({ kind }) => kind);
    expect(kinds).not.toContain('apart');
    expect(kinds).not.toContain('learn');
  });
});
