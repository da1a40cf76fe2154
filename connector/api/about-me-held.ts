import type { Asked } from './asked.ts';
import type { House } from './house.ts';
import { Failure } from '../failure.ts';
import { markMaker } from '../privacy/mark.ts';
import type { Period } from '../privacy/period.ts';
import { pseudonymMaker, type Pseudonym } from '../privacy/pseudonym.ts';
import { openSignature, type Signature } from '../privacy/signature.ts';
import { readGateRecords } from '../store/gates.ts';
import { forgotten, objections } from '../store/marks.ts';
import { openPeriods, readOwnRows, type OwnRows } from '../store/own-rows.ts';
import { readProposals } from '../store/proposals.ts';
import { protectedMarks } from '../store/protected.ts';
import { currentScope } from '../store/scopes.ts';

type Identity = Asked['asker']['identity'];
type Keys = Pick<House, 'store' | 'stage' | 'tenantId' | 'standingKey' | 'openPeriodKey'>;

/** Something the asker did in office; it stands under their signature. */
export interface OfficeDone {
  readonly what: string;
  readonly office: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Everything that is held about the asker. */
export interface HeldAboutMe {
  readonly objects: boolean;
  readonly isProtected: boolean;
  readonly isForgotten: boolean;
  readonly periods: readonly OwnRows[];
  readonly inOffice: readonly OfficeDone[];
}

/**
 * Everything that is held about whoever asks, found by the object id of their own token and nothing else: marks and
 * signatures under the standing key, rows of every held period under that period's key. No table leads from a pseudonym to
 * a person, so nobody else's page could be asked for.
 *
 * Cost: a few milliseconds a held period.
 */
export async function heldAboutMe(house: Keys, me: Identity): Promise<HeldAboutMe> {
  const { store, tenantId } = house;
  const key = await house.standingKey();
  const mark = markMaker(tenantId, key)(me);
  const sources = currentScope(store)?.sources ?? [];
  const periods: OwnRows[] = [];
  for (const { period, person } of await ownPseudonyms(house, me)) {
    const rows = readOwnRows(store, period, person, sources);
    if (rows !== undefined) periods.push(rows);
  }
  return {
    objects: objections(store).has(mark),
    isProtected: protectedMarks(store).has(mark),
    isForgotten: forgotten(store).has(mark),
    periods: periods.toReversed(),
    inOffice: doneInOffice(house, (by) => by !== null && openSignature(tenantId, key, by).equals(me)),
  };
}

/** The asker's pseudonym in every held period, oldest first; a period whose key is gone holds nothing anybody could find. */
export async function ownPseudonyms(
  { store, tenantId, openPeriodKey }: Pick<House, 'store' | 'tenantId' | 'openPeriodKey'>,
  me: Identity,
): Promise<{ readonly period: Period; readonly person: Pseudonym }[]> {
  const found: { period: Period; person: Pseudonym }[] = [];
  for (const period of openPeriods(store)) {
    try {
      found.push({ period, person: pseudonymMaker(tenantId, period.id, await openPeriodKey(period.id))(me) });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'key-missing') throw error;
    }
  }
  return found;
}

function doneInOffice(
  { store, stage }: Pick<House, 'store' | 'stage'>,
  isMine: (by: Signature | null) => boolean,
): OfficeDone[] {
  const acts = readProposals(store, stage).flatMap(({ acts }) =>
    acts.map(({ kind, ...act }) => ({ what: kind, ...act })),
  );
  const records = readGateRecords(store).map(({ gate, ...record }) => ({ what: `gate-${gate}`, ...record }));
  return [...acts, ...records]
    .filter(({ by }) => isMine(by))
    .map(({ what, office, at }) => ({ what, office, at }))
    .sort((a, b) => a.at.localeCompare(b.at));
}
