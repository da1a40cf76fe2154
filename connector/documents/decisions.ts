import type { Office, Proposal } from '../privacy/approval.ts';
import { gateRecordShape, type GateRecord, type GateStatement } from '../privacy/gates.ts';
import { dayOf, type Day } from '../privacy/period.ts';
import { asGiven, table, type Block } from './document.ts';
import type { DocumentSpeech } from './speech.ts';

/** What was done in office and belongs in an assessment: days, functions, hashes and words, and of nobody a signature. */
export interface Decisions {
  /** What was recorded as done before anything may be read, oldest first. */
  readonly gates: readonly (GateStatement & { readonly office: Office })[];
  /** What the data protection officer said of proposals, and what was answered, oldest first. */
  readonly said: readonly {
    readonly proposal: number;
    readonly kind: 'commented' | 'protested' | 'answered';
    readonly office: Office;
    readonly on: Day;
    readonly text: string;
  }[];
}

/** Before anything was recorded. */
export const NOTHING_DECIDED: Decisions = { gates: [], said: [] };

/** Made of the records and acts as they are kept; who signed them is left where it is. */
export function decisionsOf(records: readonly GateRecord[], proposals: readonly Proposal[]): Decisions {
  return {
    gates: records.map((record) => ({ ...gateRecordShape.parse(record), office: record.office })),
    said: proposals.flatMap(({ number, acts }) =>
      acts.flatMap(({ kind, office, at, text }): Decisions['said'][number][] => {
        if (kind !== 'commented' && kind !== 'protested' && kind !== 'answered') return [];
        if (kind === 'commented' && office !== 'DataProtectionOfficer') return [];
        return [{ proposal: number, kind, office, on: dayOf(Date.parse(at)), text: text ?? '' }];
      }),
    ),
  };
}

/** What was recorded, a line each; no block where nothing is. */
export function gateTable({ gates }: Decisions, { words, day, list }: DocumentSpeech): Block[] {
  const { dpia, terms } = words;
  return table(
    dpia.gateHead,
    gates.map((record) => [
      terms.gates[record.gate] ?? record.gate,
      day(record.on),
      terms.offices[record.office] ?? record.office,
      record.gate === 'discussion' ? list(record.participants.map((who) => terms.participants[who] ?? who)) : '–',
      `\`${record.sha256}\``,
    ]),
  );
}

/** What the data protection officer said and what was answered, in the words they typed; no block where nothing was. */
export function saidTable({ said }: Decisions, { words, day, number }: DocumentSpeech): Block[] {
  const { dpia, terms } = words;
  return table(
    dpia.saidHead,
    said.map(({ proposal, kind, office, on, text }) => [
      number(proposal),
      day(on),
      `${terms.offices[office] ?? office}: ${dpia.saidKinds[kind] ?? kind}`,
      asGiven(text),
    ]),
  );
}
