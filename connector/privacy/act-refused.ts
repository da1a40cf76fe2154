import { Failure } from '../failure.ts';

/** Why an act in office is refused, as a closed set of codes for words. */
export const ACT_RULES = [
  'not-your-office',
  'tab-only',
  'needs-text',
  'protest-open',
  'not-now',
  'own-proposal',
  'own-protest',
  'own-approval',
  'protested-before',
  'changes-nothing',
  'no-legal-basis',
  'partner-without-kind',
  'day-to-come',
  'own-record',
  'last-protected',
  'no-name',
] as const;
export type ActRule = (typeof ACT_RULES)[number];

/** An act in office that a rule does not allow; `rule` says which, and the sentence what to do. */
export class ActRefused extends Failure {
  readonly rule: ActRule;

  constructor(rule: ActRule, sentence: string) {
    super('act-refused', sentence);
    this.name = 'ActRefused';
    this.rule = rule;
  }
}
