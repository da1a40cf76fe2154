interface FixedConstant {
  readonly name: string;
  readonly value: number;
  readonly unit: 'people' | 'minutes' | 'hours' | 'acts' | 'weeks' | 'days' | 'open pairs' | 'ties';
  /** The file that uses it. */
  readonly usedIn: string;
}

/**
 * The constants of design D4 that decide what is an act, a contact and a habit, and where the bands of the structural
 * tables begin: never at a share of the tenant's own people. They are shown in every scope and chosen in none: an
 * organisation that could turn them could look for the setting that tells most about somebody. A test holds each equal to
 * the one in use.
 */
export const FIXED_CONSTANTS = [
  { name: 'mail-most-recipients', value: 8, unit: 'people', usedIn: 'connector/microsoft-graph/act-rule.ts' },
  { name: 'chat-most-members', value: 8, unit: 'people', usedIn: 'connector/microsoft-graph/act-rule.ts' },
  { name: 'meeting-most-people', value: 18, unit: 'people', usedIn: 'connector/microsoft-graph/act-rule.ts' },
  { name: 'meeting-longest', value: 4, unit: 'hours', usedIn: 'connector/microsoft-graph/act-rule.ts' },
  { name: 'minutes-a-mail', value: 1.45, unit: 'minutes', usedIn: 'connector/microsoft-graph/act-rule.ts' },
  { name: 'contact-least-acts', value: 2, unit: 'acts', usedIn: 'connector/network/pair-tally.ts' },
  { name: 'contact-least-weeks', value: 2, unit: 'weeks', usedIn: 'connector/network/pair-tally.ts' },
  { name: 'habit-least-days', value: 4, unit: 'days', usedIn: 'connector/adoption/apps-in-habit.ts' },
  { name: 'habit-out-of-days', value: 28, unit: 'days', usedIn: 'connector/adoption/apps-in-habit.ts' },
  { name: 'habit-least-report-days', value: 21, unit: 'days', usedIn: 'connector/adoption/apps-in-habit.ts' },
  { name: 'row-least-heads', value: 20, unit: 'people', usedIn: 'connector/privacy/budget.ts' },
  { name: 'partner-least-heads', value: 50, unit: 'people', usedIn: 'connector/privacy/partners.ts' },
  { name: 'brokerage-some-from', value: 10, unit: 'open pairs', usedIn: 'connector/privacy/person-row.ts' },
  { name: 'brokerage-much-from', value: 50, unit: 'open pairs', usedIn: 'connector/privacy/person-row.ts' },
  { name: 'steps-most-ties', value: 2, unit: 'ties', usedIn: 'connector/privacy/person-row.ts' },
  { name: 'competence-least-holders', value: 20, unit: 'people', usedIn: 'connector/privacy/scope.ts' },
  { name: 'days-after-notice', value: 14, unit: 'days', usedIn: 'connector/privacy/scope.ts' },
] as const satisfies readonly FixedConstant[];
