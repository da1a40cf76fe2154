import type { Day } from './period.ts';
import type { Pseudonym } from './pseudonym.ts';

/** Four disjoint groups. A *leader*, *elected* or *frontline* person is said to be so by the directory; others are desk. */
export type Standing = 'leader' | 'elected' | 'frontline' | 'desk';

/** What said where a person works: an attribute of the directory, groups, the chain of managers, or a file from HR. */
export type UnitOrigin = 'attribute' | 'groups' | 'managers' | 'hr-file';

/** What said where a person works, or that nothing does, and when: the day it was read; of a file, the file's own day. */
export interface Placing {
  readonly origin: UnitOrigin;
  readonly on: Day;
}

/** Where a person of the scope works in a period. */
export interface Membership {
  readonly person: Pseudonym;
  /** The directory unit as a path from the top, levels separated by `/`; empty when the directory names none. */
  readonly unit: string;
  /** Leaders are compared with desk staff; no network measure is made of elected members. */
  readonly standing: Standing;
}

/** A membership as it is kept, with what said so; null in what was kept before that was noted. */
export interface PlacedMembership extends Membership {
  readonly placedBy: Placing | null;
}

/** How many people the directory shows in a unit. Public, never noised, and never touched by an objection. */
export interface Headcount {
  readonly unit: string;
  readonly standing: Standing;
  readonly heads: number;
  /** Heads with a mailbox and a licence: what coverage is the share of. */
  readonly covered: number;
}
