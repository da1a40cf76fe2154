/** A measure and the test that holds it: a file of this repository, and the name the test bears there. */
export interface Measure {
  readonly name: string;
  readonly file: string;
  readonly test: string;
}

const MEASURES = {
  noise: ['tests/privacy/noise.test.ts', 'has the distribution of the paper: χ² passes at α = 10⁻⁶'],
  'one-row': [
    'tests/privacy/release.test.ts',
    'changes by at most Δ₂² = 2ρσ² in any table when any one row is put in, whatever else is there',
  ],
  floors: ['tests/privacy/budget.test.ts', 'sets the floor of rows: 20 heads, or eleven σ rounded up, exactly'],
  budget: [
    'tests/privacy/budget.test.ts',
    'is not passed by any spans at any level, in four quarters or in twelve months of data',
  ],
  'no-filter': ['tests/api/routes-and-roles.test.ts', '%s: those who read releases, and nobody else'],
  erased: ['tests/store/erase.test.ts', 'leaves no byte of a pseudonym in any file of the folder'],
  'scope-ends': ['tests/privacy/scope.test.ts', 'is refused from its end on'],
  'least-permissions': [
    'tests/microsoft-graph/granted-roles.test.ts',
    'that may do more are not, also when only a later one does',
  ],
  'four-eyes': [
    'tests/privacy/approval.test.ts',
    'nothing widens without two people, the announcement, and every protest over or answered',
  ],
  'positive-list': [
    'tests/never-asked.test.ts',
    'never sends a request for a pupil, a guest or anybody else outside the positive list, nor for a field undeclared',
  ],
  objection: ['tests/collect.test.ts', 'tells progress in steps that show neither how many objected nor one mailbox'],
  'not-before': ['tests/privacy/scope.test.ts', 'is fourteen days after staff were told'],
  'no-content': ['tests/one-message.test.ts', 'is kept as one row: a day, two pseudonyms, one act, its minutes'],
  'never-persons': ['tests/teams-app/plain-language.test.ts', 'never speak of productivity, ranking or surveillance'],
  protected: [
    'tests/privacy/protected-contacts.test.ts',
    'drops acts with protected contacts, forgets objectors, and leaves everybody else',
  ],
  pseudonym: [
    'tests/privacy/pseudonym.test.ts',
    'says nothing of the same person in another period, tenant or under another key',
  ],
  ledger: ['tests/privacy/ledger.test.ts', 'is broken by an entry taken out, put in twice, or moved'],
  'only-microsoft': [
    'tests/microsoft-graph/link-check.test.ts',
    'whatever stands in a link, what passes leads to the same listing',
  ],
  tokens: [
    'tests/api/who-is-asking.test.ts',
    'every fault but one (no keys at all) is met above, and there are at least 30 bad tokens',
  ],
  tenants: [
    'tests/two-tenants.test.ts',
    'two tenants are read at once in one process, and nothing of one is at the other',
  ],
  'attack-known': ['tests/attacks/membership.test.ts', 'guesses right no more often than the ledger’s ρ says'],
  'attack-leaver': [
    'tests/attacks/membership.test.ts',
    'is found out no more often than the quarter’s ρ allows, though everybody else stays as they were',
  ],
  'attack-small': [
    'tests/attacks/membership.test.ts',
    'is merged before it is too small to be a row, whatever its size',
  ],
  'attack-filters': [
    'tests/attacks/asking-for-others.test.ts',
    'knows no parameter by which a part of the people could be asked for, in any route',
  ],
  'attack-files': [
    'tests/attacks/what-is-stored.test.ts',
    'finds no byte of the closed quarter in any of them, though all of it stood there before',
  ],
  'attack-linkage': [
    'tests/attacks/what-is-stored.test.ts',
    'has nothing to link once the first is released; before that it finds most people again',
  ],
  'attack-network': ['tests/attacks/what-is-stored.test.ts', 'is in nothing that is handed out'],
  'attack-redraw': [
    'tests/attacks/pinned.test.ts',
    'gets one picture of it, by replay, in parallel, from a restored backup and in a second installation',
  ],
  interval: ['tests/privacy/estimate.test.ts', 'holds the truth in at least 90 of 100 cases'],
  'same-words': ['tests/documents/words.test.ts', 'reads at LIX 45 or easier'],
} as const;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES: readonly string[] = Object.keys(MEASURES);

/** The risks to people that an assessment has to look at (GDPR article 35 (7) c), and what is done about each. */
export const RISKS: Readonly<Record<string, readonly MeasureName[]>> = {
  'singled-out': [
    'noise',
    'one-row',
    'floors',
    'no-filter',
    'pseudonym',
    'attack-known',
    'attack-leaver',
    'attack-linkage',
  ],
  creep: ['four-eyes', 'budget', 'scope-ends', 'least-permissions', 'erased', 'attack-redraw'],
  chilling: ['no-content', 'objection', 'not-before', 'never-persons'],
  misuse: ['floors', 'one-row', 'no-filter', 'never-persons', 'attack-small', 'attack-filters'],
  special: ['protected', 'no-content', 'positive-list'],
  breach: ['erased', 'pseudonym', 'tokens', 'ledger', 'attack-files', 'attack-network'],
  transfer: ['only-microsoft', 'least-permissions', 'tenants'],
  wrong: ['interval', 'noise', 'same-words'],
};

/** What privacy/PRIVACY.md promises about each risk, word for word: there each stands beside all the tests that hold it. */
export const PROMISES: Readonly<Record<string, readonly string[]>> = {
  'singled-out': [
    'One person changes a table by at most what its noise is made for, whatever their row holds.',
    'Every row has at least 20 heads and eleven standard deviations.',
    'A pseudonym says nothing of the same person in another period, another tenant or under another key.',
  ],
  creep: [
    "Nothing widens without two people, 14 days' notice and every protest over or answered; narrowing never waits.",
    'A period is released once, no day twice, and no year of data costs more than its budget.',
  ],
  chilling: [
    'No day is read before the fourteenth after the staff notice, unless the scope says so in a line of its own; scopes end.',
    'Progress and run figures are the same whoever objected, and an objection deletes what was read before.',
  ],
  misuse: ['Coverage, run figures and objections are shown rounded, and not at all of few.'],
  special: [
    'Acts with protected contacts are dropped whole; who objected is nobody on either side of an act.',
    'For mail and reports, no request asks for anybody outside the positive list.',
  ],
  breach: [
    "After a release the period's file is gone, and with it every pseudonym.",
    'A changed ledger or release is noticed and not shown.',
  ],
  transfer: ["No name, subject, address or id of Graph's answers reaches database, log, answer or error."],
  wrong: [
    '"About 24 (18–30)" holds the truth in at least 90 of 100 cases.',
    'Of the changes that are marked in a release, at most 10 in 100 are expected to be noise.',
  ],
};

export function measureOf(name: MeasureName): Measure {
  const [file, test] = MEASURES[name];
  return { name, file, test };
}
