import { describe, expect, it } from 'vitest';
import type { Office } from '../../connector/privacy/approval.ts';
import { checkPauseAct, pauseState, refusePaused, type PauseAct } from '../../connector/privacy/pause.ts';
import { readSignature } from '../../connector/privacy/signature.ts';

const signed = (letter: string) => readSignature(`s1_${letter.repeat(128)}`);
const isSame = (one: string, other: string): boolean => one === other;
const act = (what: PauseAct['act'], office: Office, letter = 'A', text: string | null = 'because'): PauseAct => ({
  act: what,
  office,
  by: signed(letter),
  at: '2027-02-01T09:00:00.000Z',
  text,
});
const PAUSED = act('paused', 'DataProtectionOfficer');
const ASKED = act('resume-asked', 'PrivacyOfficer', 'B');
const RESUMED = act('resumed', 'Approver', 'C');

describe('a pause', () => {
  it('begins at once, and ends when an answer is given and another person agrees', () => {
    const states = [[], [PAUSED], [PAUSED, ASKED], [PAUSED, ASKED, RESUMED]].map(pauseState);
    expect(states).toEqual(['running', 'paused', 'answered', 'running']);
    for (const state of ['paused', 'answered'] as const) {
      expect(() => {
        refusePaused(state);
      }).toThrow(expect.objectContaining({ code: 'paused' }));
    }
    refusePaused('running');
  });

  it.each<Office>(['PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'])(
    'may be made by %s',
    (office) => {
      checkPauseAct([], act('paused', office, 'A', null), isSame);
      checkPauseAct([PAUSED, ASKED], act('paused', office), isSame);
    },
  );

  it.each<[string, PauseAct[], PauseAct, string]>([
    ['an approver who pauses', [], act('paused', 'Approver'), 'not-your-office'],
    ['an administrator who pauses', [], act('paused', 'Administrator'), 'not-your-office'],
    ['a second pause', [PAUSED], act('paused', 'PrivacyOfficer'), 'not-now'],
    ['an answer to nothing', [], ASKED, 'not-now'],
    ['an answer by another office', [PAUSED], act('resume-asked', 'DataProtectionOfficer'), 'not-your-office'],
    ['an answer without words', [PAUSED], act('resume-asked', 'PrivacyOfficer', 'B', ' '), 'needs-text'],
    ['going on without an answer', [PAUSED], RESUMED, 'not-now'],
    ['going on by the privacy officer alone', [PAUSED, ASKED], act('resumed', 'PrivacyOfficer'), 'not-your-office'],
    ['one person on both sides', [PAUSED, ASKED], act('resumed', 'Approver', 'B'), 'own-proposal'],
    ['going on where nothing is paused', [PAUSED, ASKED, RESUMED], RESUMED, 'not-now'],
  ])('refuses %s', (_, acts, wanted, rule) => {
    expect(() => {
      checkPauseAct(acts, wanted, isSame);
    }).toThrow(expect.objectContaining({ code: 'act-refused', rule }));
  });

  it('lets another person let it go on', () => {
    checkPauseAct([PAUSED, ASKED], RESUMED, isSame);
  });
});
