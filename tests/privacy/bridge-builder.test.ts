import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridgeBuilderBox, readSealedBridgeBuilder } from '../../connector/privacy/bridge-builder.ts';
import { OwnName } from '../../connector/privacy/own-name.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { byteStream } from './byte-stream.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const ID = '0f0f0f0f-0000-4000-8000-000000000001';
const random = byteStream('bridge-builders');
const KEY = random(32);
const box = bridgeBuilderBox(TENANT, KEY);

function standing(name: string, unit: string | null) {
  return { person: new RealIdentity(ID), name: OwnName.read(name)!, unit };
}

test('comes back whole under its own key, whatever name and unit, and all are equally long', () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((name) => OwnName.read(name) !== undefined),
      fc.option(fc.string({ unit: 'binary', maxLength: 900 }).filter((unit) => !unit.endsWith('\0'))),
      (name, unit) => {
        const sealed = box.seal(standing(name, unit), random);
        lengths.add(sealed.length);
        const opened = box.open(sealed);
        const isWhole =
          opened.name.reveal() === OwnName.read(name)?.reveal() && opened.unit === (unit?.toWellFormed() ?? null);
        return isWhole && opened.person.equals(new RealIdentity(ID));
      },
    ),
  );
  // Three bytes a code unit is the most there can be: neither is cut beyond what is said.
  const longest = box.open(box.seal(standing('€'.repeat(256), `top/${'€'.repeat(1_000)}`), random));
  expect([longest.name.reveal(), longest.unit]).toEqual(['€'.repeat(256), '€'.repeat(1_000)]);
  expect(lengths).toEqual(new Set([5_529]));
});

test('no unit yet is another thing than no unit', () => {
  expect(box.open(box.seal(standing('Kari', null), random)).unit).toBeNull();
  expect(box.open(box.seal(standing('Kari', ''), random)).unit).toBe('');
});

test('two of one person look unrelated, and neither shows id, name or unit', () => {
  const [one, other] = [0, 1].map(() => box.seal(standing('Kari Canary', 'Oppvekst/Skole'), random));
  expect(one).not.toBe(other);
  const bytes = Buffer.from(String(one).slice(3), 'base64url').toString('latin1');
  for (const text of ['Canary', 'Skole', ID]) expect(bytes).not.toContain(text);
});

test('opens under no other key or tenant, nor changed, and nothing else passes for one', () => {
  const sealed = box.seal(standing('Kari', 'Skole'), random);
  const changed = readSealedBridgeBuilder(sealed.slice(0, 40) + (sealed[40] === 'A' ? 'B' : 'A') + sealed.slice(41));
  expect(() => bridgeBuilderBox(TENANT, random(32)).open(sealed)).toThrow(TypeError);
  expect(() => bridgeBuilderBox(TENANT.replace('1', '2'), KEY).open(sealed)).toThrow(TypeError);
  expect(() => box.open(changed)).toThrow(TypeError);
  for (const text of ['Kari Nordmann', sealed.slice(1), `${sealed}A`, '']) {
    expect(() => readSealedBridgeBuilder(text)).toThrow(TypeError);
  }
  expect(() => box.seal({ ...standing('Kari', null), person: new RealIdentity('a'.repeat(48)) }, random)).toThrow(
    RangeError,
  );
});
