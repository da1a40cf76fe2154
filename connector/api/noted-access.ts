import type { Asked, Question } from './asked.ts';
import type { House } from './house.ts';
import { inOffice } from './in-office.ts';
import { may } from './may-ask.ts';
import { dayOf } from '../privacy/period.ts';
import { readSignature } from '../privacy/signature.ts';
import { noteAtBoundary, readBoundary } from '../store/boundary-ledger.ts';
import type { Store } from '../store/open.ts';

const OFFICES = ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'] as const;

/** Who was noted already: their counter of this start, by day and office; so that one sitting reads the ledger once. */
const known = new WeakMap<Store, Set<string>>();

/**
 * Answers a question of the officers' pages after the boundary ledger has been told who looked: office and signature, once
 * per person, office and day. What cannot be noted is not answered. Whoever may not ask is left to the question to refuse.
 */
export function notedAccess(house: House, question: Question): Question {
  return async (asked) => {
    if (may(asked.asker, 'read what offices do')) {
      for (const office of OFFICES) if (asked.asker.roles.includes(office)) await noteOnce(house, asked, office);
    }
    return question(asked);
  };
}

async function noteOnce(house: House, { asker }: Asked, office: (typeof OFFICES)[number]): Promise<void> {
  const { store, now } = house;
  const today = dayOf(now());
  const seen = known.get(store) ?? new Set<string>();
  known.set(store, seen);
  const one = [today, office, asker.counter].join(' ');
  if (seen.has(one)) return;
  const { by, at, isSame } = await inOffice(house, asker, [office]);
  store.write('note-access', () => {
    const isNoted = readBoundary(store, { since: today }).some(
      ({ event }) => event.kind === 'access' && event.office === office && isSame(readSignature(event.by), by),
    );
    if (!isNoted) noteAtBoundary(store, at, { kind: 'access', office, by });
  });
  seen.add(one);
}
