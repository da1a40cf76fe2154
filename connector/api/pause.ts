import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import type { House } from './house.ts';
import { inOffice } from './in-office.ts';
import { may, type Verb } from './may-ask.ts';
import type { PAUSE_ACTS, OfficeAnswer, PausedAnswer } from './office-answers.ts';
import type { Asker } from './who-is-asking.ts';
import type { Office } from '../privacy/approval.ts';
import { checkPauseAct, pauseState } from '../privacy/pause.ts';
import { addPauseAct, readPauseActs } from '../store/pauses.ts';

type PauseActName = (typeof PAUSE_ACTS)[number];

const VERBS: Readonly<Record<PauseActName, Verb>> = {
  paused: 'pause',
  'resume-asked': 'ask to go on',
  resumed: 'let go on',
};
const BY: Readonly<Record<PauseActName, readonly Office[]>> = {
  paused: ['PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'resume-asked': ['PrivacyOfficer'],
  resumed: ['Approver'],
};
const NEXT = { running: ['paused'], paused: ['resume-asked'], answered: ['resumed', 'paused'] } as const;

const TEXT = z.strictObject({ text: z.string().trim().max(4_000).nullable() });

/** Stops reading and releasing at once, or lets it go on, signed. */
export function actOnPause(house: House, act: PauseActName): Act<z.infer<typeof TEXT>> {
  return {
    verb: VERBS[act],
    shape: TEXT,
    act: async ({ asker, body }): Promise<PausedAnswer> => {
      const { isSame, ...signed } = await inOffice(house, asker, BY[act]);
      const wanted = { ...signed, act, text: body.text === '' ? null : body.text };
      addPauseAct(house.store, wanted, (acts) => {
        checkPauseAct(acts, wanted, isSame);
      });
      return { version: ANSWERS_VERSION, pause: pauseNow(house, asker) };
    },
  };
}

/** How the pause stands, and what the asker may do about it. */
export function pauseNow({ store }: Pick<House, 'store'>, asker: Asker): OfficeAnswer['pause'] {
  const acts = readPauseActs(store);
  const state = pauseState(acts);
  return {
    state,
    acts: acts.map(({ act, office, at, text }) => ({ act, office, at, text })).reverse(),
    may: NEXT[state].filter((act) => may(asker, VERBS[act])),
  };
}
