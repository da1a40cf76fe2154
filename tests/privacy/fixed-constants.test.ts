import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HABIT_DAYS, HABIT_SPAN_DAYS, LEAST_REPORT_DAYS } from '../../connector/adoption/apps-in-habit.ts';
import { CHAT, LONGEST_MEETING_MS, MAIL, MEETING } from '../../connector/microsoft-graph/act-rule.ts';
import { contacts } from '../../connector/network/contacts.ts';
import { rowFloor } from '../../connector/privacy/budget.ts';
import { FIXED_CONSTANTS } from '../../connector/privacy/fixed-constants.ts';
import { choosePartners } from '../../connector/privacy/partners.ts';
import { dayNumber } from '../../connector/privacy/period.ts';
import { BROKERAGE_FROM, brokerageOf, DISTANCES } from '../../connector/privacy/person-row.ts';
import { rational } from '../../connector/privacy/rational.ts';
import { firstReadableDay, LEAST_HOLDERS } from '../../connector/privacy/scope.ts';

/** Contacts among two people after so many acts of each, a week apart. */
function contactsAfter(days: readonly number[]): number {
  const all = (value: number): Int32Array => Int32Array.from(days, () => value);
  const { targets } = contacts({ people: 2, owner: all(0), other: all(1), day: Int32Array.from(days), acts: all(1) });
  return targets.length;
}

/** The least number, from 1 on, that does. */
function least(does: (number: number) => boolean): number {
  let number = 1;
  while (!does(number)) number += 1;
  return number;
}

const desk = (unit: string, heads: number) => ({ unit, standing: 'desk' as const, heads, covered: heads });

const IN_USE: Readonly<Record<(typeof FIXED_CONSTANTS)[number]['name'], number>> = {
  'mail-most-recipients': MAIL.mostOthers,
  'chat-most-members': CHAT.mostOthers + 1,
  'meeting-most-people': MEETING.mostOthers + 1,
  'meeting-longest': LONGEST_MEETING_MS / 3_600_000,
  'minutes-a-mail': MAIL.minutesOf(MAIL.parts),
  'contact-least-acts': least((acts) => contactsAfter(Array.from({ length: acts }, (_, n) => 7 * n)) > 0),
  'contact-least-weeks': least((weeks) => contactsAfter(Array.from({ length: 7 }, (_, n) => 4 + 7 * (n % weeks))) > 0),
  'habit-least-days': HABIT_DAYS,
  'habit-out-of-days': HABIT_SPAN_DAYS,
  'habit-least-report-days': LEAST_REPORT_DAYS,
  'row-least-heads': rowFloor(rational(1n, 100n)),
  'partner-least-heads': least((heads) => choosePartners([desk('A', 500), desk('B', heads)]).length > 1),
  'brokerage-some-from': least((pairs) => brokerageOf(pairs) === 'some'),
  'brokerage-much-from': least((pairs) => brokerageOf(pairs) === 'much'),
  'steps-most-ties': Math.max(...DISTANCES),
  'competence-least-holders': LEAST_HOLDERS,
  'days-after-notice':
    dayNumber(firstReadableDay({ staffNoticeOn: '2026-01-01', readBack: false })) - dayNumber('2026-01-01'),
};

test.each(FIXED_CONSTANTS)('$name is the one in use', ({ name, value, usedIn }) => {
  expect(IN_USE[name]).toBe(value);
  expect(existsSync(usedIn)).toBe(true);
});

test('every band of a table is listed, so that none can be cut by what the tenant is like', () => {
  const listed = FIXED_CONSTANTS.map(({ name }): string => name).filter((name) => name.startsWith('brokerage-'));
  expect(listed).toEqual(Object.keys(BROKERAGE_FROM).map((band) => `brokerage-${band}-from`));
});
