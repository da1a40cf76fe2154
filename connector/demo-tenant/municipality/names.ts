import { createHash } from 'node:crypto';
import { at, type Chance } from './chance.ts';

/** The municipality does not exist, and `.example` can belong to nobody (RFC 2606). */
export const ORGANISATION = 'Elvestrand kommune';
export const DOMAIN = 'elvestrand.kommune.example';
/** From before two municipalities became one: still on the older people's accounts. */
export const OLD_DOMAIN = 'nesbygd.kommune.example';
export const PUPIL_DOMAIN = 'elev.elvestrand.kommune.example';
export const START_DOMAIN = 'elvestrand.onmicrosoft.example';

// Put together from syllables, so that a name sounds of the place and belongs to no one.
const FIRST_STARTS = 'Al Bjar Brel Dal Ei Fjel Gau Hel Ild Jor Kjel Lys Mar Nor Odd Ral Sol Tor Ul Vil Yng Ås'.split(
  ' ',
);
const FIRST_ENDS = 'dine finn grim hilde ja lin mund na rik run sa tor va vin vor ya'.split(' ');
const LAST_STARTS = 'Alm Bekk Brøt Dimm Elg Frost Gran Hegg Kvern Lang Myr Nøst Ospe Rugg Skar Tjern Ure Våg'.split(
  ' ',
);
const LAST_MIDDLES = 'e er a un els o'.split(' ');
const LAST_ENDS = 'bakkås dalvik elvmo fossli haugnes kleivmo lundrud moslett sletthaug tangåsen vollmyr åsbrot'.split(
  ' ',
);

export interface Name {
  readonly display: string;
  /** What stands before the `@`, unique within one `NameBook`. */
  readonly address: string;
}

/** Gives out invented names; two people may share a name, never an address. */
export class NameBook {
  readonly #chance: Chance;
  readonly #given = new Map<string, number>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  next(): Name {
    const first = this.#chance.oneOf(FIRST_STARTS) + this.#chance.oneOf(FIRST_ENDS);
    const last = [LAST_STARTS, LAST_MIDDLES, LAST_ENDS].map((part) => this.#chance.oneOf(part)).join('');
    return { display: `${first} ${last}`, address: this.#unique(inAscii(`${first}.${last}`)) };
  }

  #unique(address: string): string {
    const before = this.#given.get(address) ?? 0;
    this.#given.set(address, before + 1);
    return before === 0 ? address : `${address}${before + 1}`;
  }
}

/** Norwegian letters as they are written in addresses. */
export function inAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('å', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9.]+/g, '-');
}

/** The GUID that belongs to a seed and a label, in the form of version 4. */
export function guid(seed: string, label: string): string {
  const hex = createHash('sha256').update(`${seed}\u001f${label}`).digest('hex');
  const variant = at('89ab', Number.parseInt(hex.slice(16, 17), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
