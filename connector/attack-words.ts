import type { Attack, AttackReport, Finding } from './attack/attacked.ts';

/** What was tried, and how what was measured reads. */
const WORDS: Readonly<Record<Attack, { readonly tried: string; readonly of: string; readonly measured?: string }>> = {
  A1: { tried: 'two tables of one name that share a day', of: 'pairs of tables' },
  A2: {
    tried: 'whether somebody who left had been counted, from the releases before and after',
    of: 'guesses',
    measured: 'of 100 guesses were right, at most',
  },
  A3: {
    tried: 'whether somebody was counted, from a year of releases together',
    of: 'guesses',
    measured: 'of 100 guesses were right, at most',
  },
  A5: {
    tried: 'the true counts, from headcounts, rows, totals and reconciled tables',
    of: 'figures',
    measured: 'σ wide is the narrowest interval left, at least',
  },
  A6: { tried: 'two structures of the organisation for the same days', of: 'rows' },
  A7: {
    tried: 'whether somebody was counted, knowing everybody else’s row',
    of: 'guesses',
    measured: 'of 100 guesses were right, at most',
  },
  A8: { tried: 'other noise by reading again', of: 'readings' },
  A9: {
    tried: 'a second draw of a shown period, and more than a year’s budget',
    of: 'attempts',
    measured: 'of a year’s budget is the most any year of releases spent, at most',
  },
  A14: {
    tried: 'what a unit does by making it small',
    of: 'sizes of a unit',
    measured: 'people are in the smallest row, at least',
  },
};

/** A report for whoever reads it at the terminal: a line for each attack, and what it comes to. */
export function attackLines({ releases, findings, holds, kind }: AttackReport): string[] {
  const about = `${String(releases)} ${releases === 1 ? 'release' : 'releases'}`;
  const whose = kind === 'with-truth' ? `${about} of an invented municipality` : about;
  return [
    ...findings.map(lineOf),
    holds ? `Attacked: ${whose}. None of the attacks succeeded.` : `Attacked: ${whose}. An attack SUCCEEDED: tell us.`,
  ];
}

function lineOf({ attack, tried, succeeded, measured, holds }: Finding): string {
  const { tried: what, of, measured: reads } = WORDS[attack];
  const counted = `${String(succeeded)} of ${String(tried)} ${of} succeeded`;
  const figure =
    measured === null || reads === undefined ? '' : `; ${rounded(measured.figure)} ${reads} ${rounded(measured.limit)}`;
  return `${holds ? 'holds' : 'FAILS'}  ${attack.padEnd(3)}  ${what}: ${tried === 0 ? 'nothing to try yet' : counted + figure}`;
}

function rounded(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
}
