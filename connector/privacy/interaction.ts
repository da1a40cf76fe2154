import type { PartnerWord } from './partner-organisations.ts';
import type { Day } from './period.ts';
import type { Pseudonym } from './pseudonym.ts';

/**
 * What an act may point at when it is not a person of the scope. A partner's word is anybody at an organisation the
 * scope lists; *outside* is everybody else beyond our domains; *inside-unknown* is an address of our own domains that
 * leads to nobody we may read.
 */
export type Stranger = 'outside' | 'inside-unknown' | PartnerWord;

/**
 * The channels acts are told apart by. An *online meeting* is one in a calendar to be held in Teams: who was invited to it.
 * Where calls are read as well, those tell who came, and it counts no more (`readInteractions`).
 */
export type InteractionKind = 'mail' | 'meeting' | 'chat' | 'call' | 'online-meeting';

/**
 * What one person did toward one other on one day. Everything else that Graph sent about the acts is gone: no subject,
 * no message id, no clock time, no third party.
 */
export interface Interaction {
  /** Contacts need two different weeks, so the day must be kept; the hour is not. */
  readonly day: Day;
  /** Channels are told apart in the tables `channels` and `staircase`. */
  readonly kind: InteractionKind;
  /** A mailbox speaks only for its owner: a row is made from the owner's own acts. */
  readonly owner: Pseudonym;
  /** Whom the act included: a contact is with somebody. */
  readonly other: Pseudonym | Stranger;
  /** How many acts: a contact needs at least two. Whole, at least 1. */
  readonly acts: number;
  /** Minutes spent toward this one person, by the constants of design D4: the weight of a tie. */
  readonly minutes: number;
}
