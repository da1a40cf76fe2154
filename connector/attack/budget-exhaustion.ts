import { Failure } from '../failure.ts';
import { checkBudget, rhoARelease, rhoAYear } from '../privacy/budget.ts';
import { checkLedger, type LedgerEntry } from '../privacy/ledger.ts';
import { addDays, dayNumber, periodOf, type Period } from '../privacy/period.ts';
import { asNumber, isGreater, readRational, sumOf } from '../privacy/rational.ts';
import { LEVELS, TABLE_NAMES, type Level } from '../privacy/table-name.ts';
import type { AttackedRelease, Finding } from './attacked.ts';

/**
 * A9: tries to have a shown period drawn again. Each released period is asked for once more: as it is, a day earlier, a
 * day later, its first half, its last half, and itself with the week after, at each level. Besides, what was spent is
 * added up over each year of releases and held against the year's budget, and the chain of the ledger is followed.
 *
 * The ledger is what the installation would go by, the releases what the attacker has seen: after a restored backup the
 * first is the shorter of the two, and a redraw succeeds. The pin outside the data folder is what stands against that,
 * and it is attacked in tests/attacks.
 *
 * @returns `measured`: the largest share of a table's yearly ρ that any year of releases spent, at most 1
 */
export function budgetExhaustion(ledger: readonly LedgerEntry[], releases: readonly AttackedRelease[]): Finding {
  const wanted = releases.flatMap(({ period }) => spansAround(period));
  const tries = wanted.flatMap((period) => LEVELS.map((level) => ({ period, level })));
  const redrawn = tries.filter((wish) => isGranted(ledger, wish)).length;
  const [broken, spent] = [isBroken(ledger) ? 1 : 0, overspent(ledger)];
  const succeeded = redrawn + broken + spent.years;
  const measured = ledger.length === 0 ? null : { figure: spent.largestShare, limit: 1 };
  return { attack: 'A9', tried: tries.length + spent.tried + 1, succeeded, measured, holds: succeeded === 0 };
}

function spansAround({ from, to }: Period): Period[] {
  const middle = addDays(from, Math.floor((dayNumber(to) - dayNumber(from)) / 2));
  return [
    [from, to],
    [addDays(from, -1), addDays(to, -1)],
    [addDays(from, 1), addDays(to, 1)],
    [from, middle],
    [middle, to],
    [from, addDays(to, 7)],
  ].flatMap(([first, last]) =>
    first === undefined || last === undefined || first >= last ? [] : [periodOf(first, last)],
  );
}

function isGranted(ledger: readonly LedgerEntry[], { period, level }: { period: Period; level: Level }): boolean {
  try {
    const tables = TABLE_NAMES.map((name) => ({ name, rho: rhoARelease(name, level, 4) }));
    checkBudget(ledger, { period, level, tables });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function isBroken(ledger: readonly LedgerEntry[]): boolean {
  try {
    checkLedger(ledger);
    return false;
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}

/** For each release and table the year that begins with it: what it may cost, and what it did. */
function overspent(ledger: readonly LedgerEntry[]): { tried: number; years: number; largestShare: number } {
  const years = ledger.flatMap(({ period: { from } }) =>
    TABLE_NAMES.map((name) => {
      const within = ledger.filter(
        ({ period }) => period.from >= from && dayNumber(period.from) < dayNumber(from) + 365,
      );
      const spent = sumOf(
        within.flatMap(({ tables }) => tables.filter((it) => it.name === name).map(({ rho }) => readRational(rho))),
      );
      // The narrower budget holds once somebody has chosen it.
      const limit = rhoAYear('standard', [name]);
      return { isOver: isGreater(spent, limit), share: asNumber(spent) / asNumber(limit) };
    }),
  );
  return {
    tried: years.length,
    years: years.filter(({ isOver }) => isOver).length,
    largestShare: years.reduce((most, { share }) => Math.max(most, share), 0),
  };
}
