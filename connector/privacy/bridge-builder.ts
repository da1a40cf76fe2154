import { OwnName } from './own-name.ts';
import { RealIdentity } from './real-identity.ts';
import { sealedBox } from './sealed-box.ts';

declare const brand: unique symbol;

/**
 * One person's own choice to stand as a bridge-builder, encrypted whole: `b1_` and 4,144 bytes in base64url, however long
 * name and unit are. The one form in which a name may be stored; it holds no mark and no pseudonym, so nothing else that is
 * stored leads to it or from it.
 */
export type SealedBridgeBuilder = string & { readonly [brand]: 'sealed bridge-builder' };

/** Who stands, as it was sealed. */
export interface BridgeBuilder {
  readonly person: RealIdentity;
  readonly name: OwnName;
  /** The directory's path, levels separated by `/`; empty where it names none; null until a reading has found them. */
  readonly unit: string | null;
}

/** Seals and opens for one tenant. */
export interface BridgeBuilderBox {
  /** @param random asked for 16 bytes @throws RangeError, without quoting it, when the object id has more than 47 bytes */
  readonly seal: (who: BridgeBuilder, random: (size: number) => Uint8Array) => SealedBridgeBuilder;
  /** @throws TypeError when it was sealed under another key or for another tenant, or was changed since */
  readonly open: (sealed: SealedBridgeBuilder) => BridgeBuilder;
}

const PREFIX = 'b1_';
const SHAPE = /^b1_[A-Za-z0-9_-]{5526}$/;
/** Room for an id, 256 code units of a name and 1,000 of a unit at three bytes each. */
const BOX = { label: 'samspill bridge-builder v1', textBytes: 4095 };
const LONGEST_ID_BYTES = 47;
/** Of a longer path the deepest levels are kept: only the last is shown. */
const LONGEST_UNIT = 1_000;
/** Stands in no id and in no name. */
const BETWEEN = '\u001f';

/**
 * A box of this kind alone, as signatures have theirs.
 *
 * @param standingKey 32 random bytes that belong to this tenant alone
 * @throws RangeError when the key is not 256 bits
 */
export function bridgeBuilderBox(tenantId: string, standingKey: Uint8Array): BridgeBuilderBox {
  const box = sealedBox(BOX, tenantId, standingKey);
  return {
    seal: ({ person, name, unit }, random) => {
      const id = person.reveal();
      if (Buffer.byteLength(id) > LONGEST_ID_BYTES) throw new RangeError('An object id has at most 47 bytes.');
      const placed = unit === null ? [] : [keptUnit(unit)];
      return readSealedBridgeBuilder(PREFIX + box.seal([id, name.reveal(), ...placed].join(BETWEEN), random));
    },
    open: (sealed) => {
      const [id, told, ...unit] = box.open(sealed.slice(PREFIX.length))?.split(BETWEEN) ?? [];
      const name = OwnName.read(told);
      if (id === undefined || name === undefined) {
        throw new TypeError('A sealed bridge-builder was made under another key, or was changed.');
      }
      return { person: new RealIdentity(id), name, unit: unit.length === 0 ? null : unit.join(BETWEEN) };
    },
  };
}

/** A unit's path as it is sealed. */
export function keptUnit(unit: string): string {
  return unit.slice(-LONGEST_UNIT).toWellFormed();
}

/** The one door by which a stored one comes back. @throws TypeError, without quoting the text, when it is none */
export function readSealedBridgeBuilder(text: string): SealedBridgeBuilder {
  if (!isSealed(text)) throw new TypeError('Something that is not a sealed bridge-builder stood where one belongs.');
  return text;
}

function isSealed(text: string): text is SealedBridgeBuilder {
  return SHAPE.test(text);
}
