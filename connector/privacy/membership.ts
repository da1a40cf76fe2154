import type { Pseudonym } from './pseudonym.ts';

/** Four disjoint groups. A *leader*, *elected* or *frontline* person is said to be so by the directory; others are desk. */
export type Standing = 'leader' | 'elected' | 'frontline' | 'desk';

/** Where a person of the scope works in a period. */
export interface Membership {
  readonly person: Pseudonym;
  /** The directory unit as a path from the top, levels separated by `/`; empty when the directory names none. */
  readonly unit: string;
  /** Leaders are compared with desk staff; no network measure is made of elected members. */
  readonly standing: Standing;
}

/** How many people the directory shows in a unit. Public, never noised, and never touched by an objection. */
export interface Headcount {
  readonly unit: string;
  readonly standing: Standing;
  readonly heads: number;
  /** Heads with a mailbox and a licence: what coverage is the share of. */
  readonly covered: number;
}
