import { ANSWERS_VERSION, type AboutAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { budgetOfYear } from './budget-of-year.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { areConcealed, newestReports } from './usage-reports.ts';
import { whatIsHeld } from './what-is-held.ts';
import { rightGuessesInHundred } from '../privacy/budget.ts';
import { headOf, type LedgerEntry } from '../privacy/ledger.ts';
import { asNumber, readRational, sumOf, type Rational } from '../privacy/rational.ts';
import type { Release } from '../privacy/release.ts';
import { erasures } from '../store/erase.ts';
import { readLedger } from '../store/ledger.ts';

/** What is read, kept, published and spent? Open to everybody the tenant signs in. */
export function about(house: House): Question {
  const { store, demo, custody } = house;
  return ({ asker, query }): AboutAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read about the processing', asker);
    const releases = heldReleases(store);
    const ledger = readLedger(store);
    const shreddedAt = new Map(erasures(store).map(({ periodId, keyShreddedAt }) => [periodId, keyShreddedAt]));
    const { rhoSpent, ...budget } = budgetOfYear(store, ledger);
    return {
      version: ANSWERS_VERSION,
      organisation: house.organisation,
      demo,
      sources: sourcesOf(house),
      ...whatIsHeld(house),
      concealed: areConcealed(store),
      reportsCame: newestReports(store, releases),
      releases: releases.map((release) => shownRelease(release, shreddedAt.get(release.period.id) ?? null)),
      budget: { ...budget, rhoSpentLastFourQuarters: rhoSpent },
      custody: { ...custody },
      ledger: { entries: ledger.length, head: headOf(ledger) },
    };
  };
}

function sourcesOf({ sources }: House): AboutAnswer['sources'] {
  return sources.map(({ name, endpoint, permissions, fields, unasked }) => ({
    name,
    endpoint,
    permissions: permissions.map(({ role }) => role),
    fields: fields.map(({ field, reason }) => ({ field, reason })),
    ...(unasked === undefined ? {} : { unasked: [...unasked] }),
  }));
}

function shownRelease(
  { period, releasedAt, tables, entry }: Release,
  shreddedAt: string | null,
): AboutAnswer['releases'][number] {
  const rho = rhoOf(entry);
  return {
    period,
    releasedAt,
    tables: tables.map(({ name, sigma, rho: cost, rows }) => ({
      name,
      sigma,
      rho: cost,
      rows: rows.length,
      heads: rows.reduce((sum, { heads }) => sum + heads, 0),
    })),
    rho: asNumber(rho),
    rightGuessesInHundred: Math.round(rightGuessesInHundred(rho)),
    shreddedAt,
  };
}

function rhoOf({ tables }: LedgerEntry): Rational {
  return sumOf(tables.map(({ rho }) => readRational(rho)));
}
