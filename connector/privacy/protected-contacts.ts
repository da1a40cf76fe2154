import type { Mark, MarkMaker } from './mark.ts';
import type { RealIdentity } from './real-identity.ts';

/**
 * What may be kept of somebody.
 * - `yes`: a person like any other.
 * - `drop-act`: a protected contact (union, safety, health …). An act that includes them is dropped whole, so that
 *   nothing of it, not even to its other recipients, is ever counted; they themselves are not read.
 * - `not-a-person`: someone who objected. They vanish from both sides of every act, which goes on without them.
 */
export type Inclusion = 'yes' | 'drop-act' | 'not-a-person';

export type MayInclude = (person: RealIdentity) => Inclusion;

/**
 * Makes the question every source asks at its door, from the marks of those who must not be read. Somebody who is both
 * a protected contact and an objector is a protected contact: the answer that keeps less.
 *
 * Answers are remembered per identity object for as long as that object lives, in memory only.
 *
 * Cost: one HMAC the first time an identity is asked about, then a look-up.
 */
export function maySee(those: {
  readonly markOf: MarkMaker;
  readonly protectedContacts: Iterable<Mark>;
  readonly objections: Iterable<Mark>;
}): MayInclude {
  const protectedContacts = new Set(those.protectedContacts);
  const objections = new Set(those.objections);
  const answers = new WeakMap<RealIdentity, Inclusion>();
  const answer = (person: RealIdentity): Inclusion => {
    const mark = those.markOf(person);
    if (protectedContacts.has(mark)) return 'drop-act';
    return objections.has(mark) ? 'not-a-person' : 'yes';
  };
  return (person) => {
    const known = answers.get(person) ?? answer(person);
    answers.set(person, known);
    return known;
  };
}
