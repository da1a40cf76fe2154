import type { Question } from './question.ts';
import { TryAgain } from './patience.ts';

/** Nobody asks for less: a page that is too heavy at this size is heavy for another reason. */
const SMALLEST_PAGE = 25;
const MOST_HALVINGS = 3;

/**
 * Makes the first page of a listing smaller when it is too heavy to be answered in time: a 504, or the time limit. The
 * first such failure may be chance and is repeated as it was; each one after it halves `$top`, three times at most and
 * not below 25. A next link carries its own size, which is nobody's to change.
 *
 * @returns the question as it is to be asked now, and the way to say what became of it
 */
export function shrinkingPage(question: Question): {
  readonly question: () => Question;
  readonly failed: (error: unknown) => void;
} {
  let asked = question;
  let tooHeavy = 0;
  return {
    question: () => asked,
    failed: (error) => {
      if (!(error instanceof TryAgain) || !error.isHeavy) return;
      tooHeavy += 1;
      const half = Math.floor(Number(asked.query?.['$top'] ?? 0) / 2);
      if (tooHeavy === 1 || tooHeavy > 1 + MOST_HALVINGS || half < SMALLEST_PAGE) return;
      asked = { ...asked, query: { ...asked.query, $top: String(half) } };
    },
  };
}
