/**
 * The closed set of ways in which something can be refused or fail, each with an owner: whose move it is.
 * People act on the code; nobody parses sentences.
 */
export const FAILURES = {
  'bad-input': 'operator',
  'bad-setting': 'operator',
  'port-in-use': 'operator',
  'folder-unwritable': 'operator',
  'newer-database': 'operator',
  'damaged-database': 'operator',
  'already-running': 'wait',
  'credential-refused': 'administrator',
  'consent-missing': 'administrator',
  'too-many-permissions': 'administrator',
  unreachable: 'wait',
  throttled: 'wait',
  'shape-changed': 'us',
  'unsafe-link': 'us',
  'mailbox-missing': 'nobody',
  'key-missing': 'operator',
  'scope-missing': 'privacy officer',
  'scope-ended': 'privacy officer',
  'scope-announced': 'wait',
  'act-refused': 'privacy officer',
  'gate-closed': 'privacy officer',
  paused: 'privacy officer',
  'period-released': 'nobody',
  'period-overlaps': 'privacy officer',
  'budget-spent': 'privacy officer',
  'period-incomplete': 'wait',
  'nothing-to-release': 'privacy officer',
  'ledger-broken': 'privacy officer',
} as const satisfies Record<string, 'operator' | 'administrator' | 'privacy officer' | 'wait' | 'us' | 'nobody'>;

export type FailureCode = keyof typeof FAILURES;

/**
 * A refusal with its code and one sentence that says what to do. The sentence never quotes a person, an address or a
 * filled-in URL: it names the template, the field, the file, the line.
 */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Failure';
    this.code = code;
  }

  get whoseMove(): string {
    return FAILURES[this.code];
  }
}

/** A failure that another thread told of, by its code and sentence; one whose code is unknown here is a fault of our own. */
export function failureCalled(code: string, sentence: string): Failure {
  return new Failure(isFailureCode(code) ? code : 'shape-changed', sentence);
}

function isFailureCode(text: string): text is FailureCode {
  return Object.hasOwn(FAILURES, text);
}
