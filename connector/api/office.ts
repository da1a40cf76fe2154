import { ANSWERS_VERSION } from './answers.ts';
import { publicKeyOf } from './archive-signature.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { budgetOfYear } from './budget-of-year.ts';
import { goldenPair } from './golden-pairs.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { notedAccess } from './noted-access.ts';
import type { OfficeAnswer } from './office-answers.ts';
import { pauseNow } from './pause.ts';
import { whatIsHeld } from './what-is-held.ts';
import type { Asker } from './who-is-asking.ts';
import { attackReport } from '../attacked-releases.ts';
import type { BoundaryEntry, BoundaryEvent } from '../privacy/boundary-ledger.ts';
import { NOTHING_NOTED } from '../privacy/boundary-ledger.ts';
import { rightGuessesInHundred } from '../privacy/budget.ts';
import { asNumber, readRational, sumOf } from '../privacy/rational.ts';
import { readBoundary } from '../store/boundary-ledger.ts';
import { erasures } from '../store/erase.ts';
import { readLedger } from '../store/ledger.ts';
import { readUses } from '../store/uses.ts';

/** What is on, what was asked and kept, who looked, and what is promised? For those who watch over the processing. */
export function office(house: House): Question {
  return notedAccess(house, async ({ asker, query }): Promise<OfficeAnswer> => {
    understood(NOTHING, query);
    mustBeAllowedTo('read what offices do', asker);
    return officeOverview(house, asker);
  });
}

/** The answer of the office's page, and the overview of its archive. */
export async function officeOverview(house: House, asker: Asker): Promise<OfficeAnswer> {
  const { store, organisation, custody, tenantId } = house;
  const noted = readBoundary(store);
  const run = noted.findLast(({ event }) => event.kind === 'run');
  return {
    version: ANSWERS_VERSION,
    organisation,
    pause: pauseNow(house, asker),
    permissions: permissionsOf(house, run),
    endpoints: endpointsOf(house, noted),
    ruleHash: run?.event.kind === 'run' ? run.event.ruleHash : null,
    keys: await keysOf(house, noted),
    ...releasesOf(house, noted),
    attacks: attacksOn(house),
    accesses: accessesIn(noted),
    uses: readUses(store),
    boundary: {
      entries: noted.length,
      head: noted.at(-1)?.hash ?? NOTHING_NOTED,
      publicKey: publicKeyOf(await custody.archiveKey(tenantId)),
    },
  };
}

function permissionsOf({ sources }: House, run: BoundaryEntry | undefined): OfficeAnswer['permissions'] {
  const needed = new Set(sources.flatMap(({ permissions }) => permissions.map(({ role }) => role)));
  const held = run?.event.kind === 'run' ? run.event.held : null;
  return { needed: [...needed].toSorted(), held, notedAt: run?.at ?? null };
}

/** The newest note of each endpoint. */
function endpointsOf({ sources }: House, noted: readonly BoundaryEntry[]): OfficeAnswer['endpoints'] {
  const last = new Map<string, Extract<BoundaryEvent, { kind: 'reading' }>>();
  for (const { event } of noted) if (event.kind === 'reading') last.set(event.source, event);
  return sources.map(({ name, endpoint, fields, unasked = [] }) => ({
    source: name,
    endpoint,
    kept: fields.map(({ field }) => field),
    known: [...unasked],
    unknown: last.get(name)?.dropped ?? null,
    weekRows: last.get(name)?.weekRows ?? null,
    pair: goldenPair(name) !== undefined,
  }));
}

async function keysOf(house: House, noted: readonly BoundaryEntry[]): Promise<OfficeAnswer['keys']> {
  const { custody, store } = house;
  const held = whatIsHeld(house).held.map(async ({ period, oldestDay }) => ({
    period: period.id,
    oldestDay,
    since: noted.find(({ event }) => event.kind === 'run' && event.period === period.id)?.at ?? null,
    keyId: await custody.keyId(period.id),
  }));
  const shredded = erasures(store)
    .reverse()
    .flatMap(({ periodId, keyShreddedAt }) => (keyShreddedAt === null ? [] : [{ period: periodId, at: keyShreddedAt }]))
    .map(async (one) => ({ ...one, goneFrom: await custody.recoverableUntil(one.period) }));
  return {
    custody: custody.kind,
    weak: custody.weak,
    held: await Promise.all(held),
    shredded: await Promise.all(shredded),
  };
}

function releasesOf({ store }: House, noted: readonly BoundaryEntry[]): Pick<OfficeAnswer, 'releases' | 'budget'> {
  return {
    releases: heldReleases(store).map(({ period, releasedAt, tables: released, entry }) => {
      const rho = sumOf(entry.tables.map((table) => readRational(table.rho)));
      const note = noted.find(({ event }) => event.kind === 'release' && event.ledgerHash === entry.hash)?.event;
      return {
        period: period.id,
        releasedAt,
        tables: released.map(({ name, sigma }) => ({ name, sigma })),
        rho: asNumber(rho),
        rightGuessesInHundred: Math.round(rightGuessesInHundred(rho)),
        objections: note?.kind === 'release' ? note.objections : null,
      };
    }),
    budget: budgetOfYear(store, readLedger(store)),
  };
}

function attacksOn({ store }: House): OfficeAnswer['attacks'] {
  const { holds, releases, findings } = attackReport(store);
  return { holds, releases, findings: [...findings] };
}

/** One note a person, office and day: so many notes, so many people. */
function accessesIn(noted: readonly BoundaryEntry[]): OfficeAnswer['accesses'] {
  const counts = new Map<string, OfficeAnswer['accesses'][number]>();
  for (const { at, event } of noted) {
    if (event.kind !== 'access') continue;
    const day = at.slice(0, 10);
    const key = `${day} ${event.office}`;
    counts.set(key, { day, office: event.office, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  return [...counts.values()].reverse();
}
