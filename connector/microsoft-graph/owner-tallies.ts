import type { Interaction } from '../privacy/interaction.ts';
import type { Pseudonym } from '../privacy/pseudonym.ts';
import type { RealIdentity } from '../privacy/real-identity.ts';
import type { ActRule } from './act-rule.ts';
import type { Reading } from './reading.ts';
import { makeTally, type Tally } from './tally.ts';

/** What a tenant-wide source says of one person. */
export interface OwnerRows {
  readonly owner: Pseudonym;
  /** In the order of day, then of the other's pseudonym; empty where they did nothing. */
  readonly interactions: Interaction[];
}

/** The tallies of everybody whose acts a tenant-wide source may hold. */
export interface OwnerTallies {
  /** Undefined for everybody whose acts are not counted. */
  readonly of: (person: RealIdentity) => Tally | undefined;
  /** One entry for everybody whose acts are counted, in the directory's order: also for who did nothing. */
  readonly rows: () => OwnerRows[];
}

/**
 * Opens an empty tally for each person of the directory whose acts may be counted. No contact or tie measure is made of
 * elected members, so their own acts are not counted (design D6); others' acts toward them are.
 */
export function makeOwnerTallies({ directory, mayInclude, pseudonymOf }: Reading, rule: ActRule): OwnerTallies {
  const owners = directory.people.filter(
    ({ identity, standing }) => standing !== 'elected' && mayInclude(identity) === 'yes',
  );
  const tallies = new Map(owners.map(({ identity }) => [identity, makeTally(identity, rule, pseudonymOf)]));
  return {
    of: (person) => tallies.get(person),
    rows: () =>
      Array.from(tallies, ([identity, tally]) => ({ owner: pseudonymOf(identity), interactions: tally.rows() })),
  };
}
