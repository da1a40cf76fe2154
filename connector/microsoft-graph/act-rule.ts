import type { InteractionKind } from '../privacy/interaction.ts';

/** How acts of one channel are counted and weighed (design D4). */
export interface ActRule {
  readonly kind: InteractionKind;
  /** An act that includes more people beside its owner is an announcement, not contact. */
  readonly mostOthers: number;
  /**
   * The least number that 1 to `mostOthers` all divide. An act's units (mails, hours, milliseconds) are counted in
   * these parts, so that every person's share is whole and no order of acts changes a sum.
   */
  readonly parts: number;
  /** What a sum of shares is in minutes. */
  readonly minutesOf: (shares: number) => number;
}

/** Minutes one mail takes its sender, and one hour in a chat whoever wrote in it (design D4). */
const MINUTES_A_MAIL = 1.45;
const PARTS_OF_A_MAIL = 840;
const PARTS_OF_A_CHAT_HOUR = 420;
const PARTS_OF_A_MILLISECOND = 12_252_240;
const MILLISECONDS_A_MINUTE = 60_000;

/** To 1–8 people; units are mails. */
export const MAIL: ActRule = {
  kind: 'mail',
  mostOthers: 8,
  parts: PARTS_OF_A_MAIL,
  minutesOf: (shares) => (MINUTES_A_MAIL * shares) / PARTS_OF_A_MAIL,
};

/** In a chat of 2–8 people; units are hours in which the owner wrote. */
export const CHAT: ActRule = {
  kind: 'chat',
  mostOthers: 7,
  parts: PARTS_OF_A_CHAT_HOUR,
  minutesOf: (shares) => (MINUTES_A_MAIL * shares) / PARTS_OF_A_CHAT_HOUR,
};

/** Of 2–18 people; units are milliseconds. */
export const MEETING: ActRule = {
  kind: 'meeting',
  mostOthers: 17,
  parts: PARTS_OF_A_MILLISECOND,
  minutesOf: (shares) => shares / (PARTS_OF_A_MILLISECOND * MILLISECONDS_A_MINUTE),
};

/** As a meeting: who was invited to one in Teams. */
export const ONLINE_MEETING: ActRule = { ...MEETING, kind: 'online-meeting' };

/** As a meeting. */
export const CALL: ActRule = { ...MEETING, kind: 'call' };

/** A meeting or call that lasts longer is a gathering one looks in on (design D4). */
export const LONGEST_MEETING_MS = 4 * 60 * MILLISECONDS_A_MINUTE;
