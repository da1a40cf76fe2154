import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The true counts of a tenant folder, straight from its CSV files, by a second hand: it shares no line with the product
 * and follows only the definitions of design §2 and D4.
 */
export interface TrueCounts {
  /** People of these units with a contact in those units, outside the person's own directory unit. */
  reach(rowUnits: readonly string[], columnUnits: readonly string[]): number;
  /** People of these units whose number of other units with a contact lies in [least, most]. */
  breadth(rowUnits: readonly string[], least: number, most: number): number;
  heads(units: readonly string[]): number;
}

function lines(file: string): string[][] {
  const [, ...rest] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return rest.map((line) => line.split(','));
}

/** Monday-to-Sunday weeks, counted from the Monday before 1970-01-01. */
function week(moment: number): number {
  return Math.floor((Math.floor(moment / 86_400_000) + 3) / 7);
}

export function trueCounts(folder: string, from: string, to: string): TrueCounts {
  const unitOf = new Map(lines(join(folder, 'people.csv')).map(([person, unit]) => [person ?? '', unit ?? '']));
  const weeksOfPair = new Map<string, { acts: number; weeks: Set<number> }>();
  for (const [sentAt = '', sender = '', tos = '', ccs = ''] of lines(join(folder, 'mail.csv'))) {
    const moment = Date.parse(sentAt);
    if (moment < Date.parse(from) || moment >= Date.parse(to) || !unitOf.has(sender)) continue;
    const recipients = new Set([...tos.split(';'), ...ccs.split(';')].filter((it) => it !== sender && unitOf.has(it)));
    if (recipients.size < 1 || recipients.size > 8) continue;
    for (const recipient of recipients) {
      const key = `${sender} ${recipient}`;
      const pair = weeksOfPair.get(key) ?? { acts: 0, weeks: new Set<number>() };
      pair.acts += 1;
      pair.weeks.add(week(moment));
      weeksOfPair.set(key, pair);
    }
  }
  const reached = new Map<string, Set<string>>();
  for (const [key, { acts, weeks }] of weeksOfPair) {
    if (acts < 2 || weeks.size < 2) continue;
    const [person = '', other = ''] = key.split(' ');
    const unit = unitOf.get(other) ?? '';
    if (unit === '' || unit === unitOf.get(person)) continue;
    reached.set(person, (reached.get(person) ?? new Set<string>()).add(unit));
  }
  const inRow = (units: readonly string[]): string[] =>
    [...unitOf].filter(([, unit]) => unit !== '' && units.includes(unit)).map(([person]) => person);
  return {
    reach: (rowUnits, columnUnits) =>
      inRow(rowUnits).filter((person) => [...(reached.get(person) ?? [])].some((unit) => columnUnits.includes(unit)))
        .length,
    breadth: (rowUnits, least, most) =>
      inRow(rowUnits).filter((person) => {
        const count = reached.get(person)?.size ?? 0;
        return count >= least && count <= most;
      }).length,
    heads: (units) => inRow(units).length,
  };
}
