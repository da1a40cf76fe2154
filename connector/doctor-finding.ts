import { Failure } from './failure.ts';

/**
 * What was found about one thing. `wrong` keeps Samspill from working as the scope says; a `note` is worth knowing and
 * stops nothing; `untried` could not be tried because of another finding.
 */
export interface Finding {
  readonly check: string;
  readonly state: 'good' | 'note' | 'wrong' | 'untried';
  /** Whose move it is; nobody's where all is good. */
  readonly whoseMove: string;
  /** One sentence. Names no person, address or id. */
  readonly says: string;
}

export function good(check: string, says: string): Finding {
  return { check, state: 'good', whoseMove: 'nobody', says };
}

export function note(check: string, whoseMove: string, says: string): Finding {
  return { check, state: 'note', whoseMove, says };
}

export function wrong(check: string, whoseMove: string, says: string): Finding {
  return { check, state: 'wrong', whoseMove, says };
}

export function untried(check: string, says: string): Finding {
  return { check, state: 'untried', whoseMove: 'nobody', says };
}

/**
 * Tries something and keeps what it gave, or says why it failed: a Failure's own sentence, and of anything else only
 * where it happened to us.
 */
export async function attempt<Result>(
  check: string,
  act: () => Result | Promise<Result>,
): Promise<{ readonly result: Result } | { readonly finding: Finding }> {
  try {
    return { result: await act() };
  } catch (error) {
    if (error instanceof Failure) return { finding: wrong(check, error.whoseMove, error.message) };
    return { finding: wrong(check, 'us', 'A fault of our own kept this from being checked: please report it.') };
  }
}
