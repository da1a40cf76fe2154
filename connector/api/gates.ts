import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION, type GatesAnswer, type RecordedAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { inOffice, officeOf } from './in-office.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { badRequest } from './refused.ts';
import { checkGateRecord, gateRecordShape, officesRecording, type GateStatement } from '../privacy/gates.ts';
import { gatesNow, materialProposal } from '../scope-standing.ts';
import { readGateRecords, recordGate } from '../store/gates.ts';
import { readProposals } from '../store/proposals.ts';

const RECORDED = ['dpia', 'discussion', 'staff-notice', 'evaluation'] as const;

const OF_A_DISCUSSION = ['participants', 'proposal'] as const;

/** Strict, and then as each gate's own record must be: what belongs to a discussion is not dropped from another's record. */
const SAID = z
  .strictObject({
    gate: z.enum(RECORDED),
    on: z.string(),
    sha256: z.string(),
    participants: z.array(z.string()).optional(),
    proposal: z.int().optional(),
  })
  .superRefine((said, context) => {
    if (said.gate === 'discussion') return;
    for (const field of OF_A_DISCUSSION) {
      if (said[field] !== undefined) context.addIssue({ code: 'custom', path: [field], message: field });
    }
  })
  .pipe(gateRecordShape);

/** How every gate stands, whose move it is, and what was recorded: functions, days and hashes, and nobody's name. */
export function gates({ store, stage, now }: House): Question {
  return ({ asker, query }): GatesAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read what offices do', asker);
    return {
      version: ANSWERS_VERSION,
      binding: stage === 'production',
      gates: gatesNow(store, stage, now()),
      records: readGateRecords(store)
        .reverse()
        .map((record) =>
          record.gate === 'discussion' ? { ...record, participants: [...record.participants] } : record,
        ),
      materialProposal: materialProposal(store, stage),
      proposals: readProposals(store, stage).map(({ number }) => number),
      may: RECORDED.filter((gate) => officeOf(asker, officesRecording(gate)) !== undefined),
    };
  };
}

/** Records in office that something is done; the document itself never comes here, its hash does. */
export function record(house: House): Act<GateStatement> {
  return {
    verb: 'record gates',
    shape: SAID,
    act: async ({ asker, body }): Promise<RecordedAnswer> => {
      const { store, stage, now } = house;
      const { isSame, ...signed } = await inOffice(house, asker, officesRecording(body.gate));
      if (body.gate === 'discussion' && !readProposals(store, stage).some(({ number }) => number === body.proposal)) {
        throw badRequest('proposal');
      }
      const wanted = { ...body, ...signed };
      checkGateRecord(readGateRecords(store), wanted, { isSame, now: now() });
      recordGate(store, wanted);
      return { version: ANSWERS_VERSION };
    },
  };
}
