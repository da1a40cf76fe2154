import type { Asked } from './asked.ts';
import { ownStanding } from './bridge-builder.ts';
import type { House } from './house.ts';
import { Failure } from '../failure.ts';
import type { BridgeBuilder } from '../privacy/bridge-builder.ts';
import type { BoundaryEntry } from '../privacy/boundary-ledger.ts';
import type { Gate } from '../privacy/gates.ts';
import { markMaker } from '../privacy/mark.ts';
import type { Period } from '../privacy/period.ts';
import { pseudonymMaker, type Pseudonym } from '../privacy/pseudonym.ts';
import { openSignature, readSignature, type Signature } from '../privacy/signature.ts';
import { signedAtBoundary } from '../store/boundary-ledger.ts';
import { readGateRecords } from '../store/gates.ts';
import { readLaunches, type KeptLaunch } from '../store/launches.ts';
import { hasObjected, isForgotten } from '../store/marks.ts';
import { openPeriods, readOwnRows, type OwnRows } from '../store/own-rows.ts';
import { readPauseActs } from '../store/pauses.ts';
import { plansSigned } from '../store/plans.ts';
import { readProposals } from '../store/proposals.ts';
import { publicFiguresSigned } from '../store/public-figures.ts';
import { isProtected } from '../store/protected.ts';
import { currentScope } from '../store/scopes.ts';

type Identity = Asked['asker']['identity'];
type Keys = Pick<House, 'store' | 'stage' | 'tenantId' | 'standingKey' | 'openPeriodKey'>;

/** Something the asker did in office; it stands under their signature. */
export interface OfficeDone {
  readonly what: string;
  readonly office: string;
  /** ISO 8601. */
  readonly at: string;
  /** What they wrote with it; null where nothing is held. */
  readonly text: string | null;
}

/** Everything that is held about the asker. */
export interface HeldAboutMe {
  readonly objects: boolean;
  readonly isProtected: boolean;
  readonly isForgotten: boolean;
  readonly periods: readonly OwnRows[];
  readonly inOffice: readonly OfficeDone[];
  /** Their own choice to stand as a bridge-builder; undefined where they do not. */
  readonly standing: BridgeBuilder | undefined;
}

/**
 * Everything that is held about whoever asks, found by the object id of their own token and nothing else: marks, signatures
 * and sealed boxes under the standing key, rows of every held period under that period's key. No table leads from a pseudonym to
 * a person, so nobody else's page could be asked for.
 *
 * Cost: a few milliseconds a held period.
 */
export async function heldAboutMe(house: Keys, me: Identity): Promise<HeldAboutMe> {
  const { store, tenantId } = house;
  const key = await house.standingKey();
  const mark = markMaker(tenantId, key)(me);
  return {
    objects: hasObjected(store, mark),
    isProtected: isProtected(store, mark),
    isForgotten: isForgotten(store, mark),
    periods: await heldInPeriods(house, me),
    standing: await ownStanding(house, me),
    inOffice: doneInOffice(house, (by) => by !== null && openSignature(tenantId, key, by).equals(me)),
  };
}

/** Their rows in every held period that has any, newest first. */
export async function heldInPeriods(
  house: Pick<House, 'store' | 'tenantId' | 'openPeriodKey'>,
  me: Identity,
): Promise<OwnRows[]> {
  const { store } = house;
  const sources = currentScope(store)?.sources ?? [];
  const mine = await ownPseudonyms(house, me);
  return mine.flatMap(({ period, person }) => readOwnRows(store, period, person, sources) ?? []).toReversed();
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

/** From the boundary ledger comes what stands under a signature there alone; it notes the rest a second time. */
function doneInOffice(
  { store, stage }: Pick<House, 'store' | 'stage'>,
  isMine: (by: Signature | null) => boolean,
): OfficeDone[] {
  const acts = readProposals(store, stage).flatMap(({ acts }) =>
    acts.map(({ kind, ...act }) => ({ what: kind, ...act })),
  );
  const records = readGateRecords(store).map(({ gate, ...record }) => ({
    what: gateDone(gate),
    text: null,
    ...record,
  }));
  const pauses = readPauseActs(store).map(({ act, ...rest }) => ({ what: act, ...rest }));
  const launches = readLaunches(store).flatMap(launchesDone);
  const recorded = new Set(records.map(({ what, at }) => `${what} ${at}`));
  const noted = signedAtBoundary(store)
    .flatMap(notedAlone)
    .filter(({ what, at }) => !recorded.has(`${what} ${at}`));
  return [...acts, ...records, ...pauses, ...launches, ...plansKept(store), ...noted]
    .filter(({ by }) => isMine(by))
    .map(({ what, office, at, text }) => ({ what, office, at, text }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Rows of plans that stand there, as they were written, and public figures brought in. */
function plansKept(store: House['store']): (OfficeDone & { readonly by: Signature })[] {
  const plans = plansSigned(store).map(({ kind, called, ...hand }) => ({
    what: `plan-${kind}`,
    text: called,
    ...hand,
  }));
  const figures = publicFiguresSigned(store).map((hand) => ({ what: 'public-figures', text: null, ...hand }));
  return [...plans, ...figures].map((kept) => ({ office: 'LaunchOwner', ...kept }));
}

function gateDone(gate: Gate): string {
  return `gate-${gate}`;
}

function launchesDone(launch: KeptLaunch): (OfficeDone & { readonly by: Signature })[] {
  const { what: text, by, at, retrospectives } = launch;
  const office = 'LaunchOwner';
  return [
    { what: 'launch-registered', office, at, text, by },
    ...retrospectives.map((said) => ({ what: 'looked-back', office, at: said.at, text: wordsOf(said), by: said.by })),
  ];
}

function wordsOf({ tried, expected, got, learnt, next }: KeptLaunch['retrospectives'][number]): string {
  return [tried, expected, got, learnt, next].join(' – ');
}

/** Looks at the officers' pages, and changes of the list of protected contacts. */
function notedAlone({ at, event }: BoundaryEntry): (OfficeDone & { readonly by: Signature })[] {
  if (event.kind === 'access')
    return [{ what: 'looked', office: event.office, at, text: null, by: readSignature(event.by) }];
  if (event.kind === 'unprotect')
    return [{ what: 'unprotected', office: event.office, at, text: null, by: readSignature(event.by) }];
  if (event.kind !== 'gate' || event.by === null || event.gate !== 'protected-contacts') return [];
  return [{ what: gateDone(event.gate), office: event.office, at, text: null, by: readSignature(event.by) }];
}
