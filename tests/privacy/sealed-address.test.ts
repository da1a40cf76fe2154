import { expect, test } from 'vitest';
import {
  isAddress,
  openSealedAddress,
  readSealedAddress,
  sealAddress,
} from '../../connector/privacy/sealed-address.ts';
import { byteStream } from './byte-stream.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const random = byteStream('sealed addresses');
const KEY = random(32);

test('comes back in lower case under its own key, and looks like any other of whatever length', () => {
  const short = sealAddress(TENANT, KEY, random, ' Varsling@Fjordvik.example ');
  const long = sealAddress(TENANT, KEY, random, `${'a'.repeat(230)}@fjordvik.example`);
  expect(openSealedAddress(TENANT, KEY, short)).toBe('varsling@fjordvik.example');
  expect(openSealedAddress(TENANT, KEY, long)).toHaveLength(247);
  expect(short).toHaveLength(long.length);
  expect(Buffer.from(short.slice(3), 'base64url').toString('latin1')).not.toContain('varsling');
  expect(sealAddress(TENANT, KEY, random, 'varsling@fjordvik.example')).not.toBe(short);
});

test('opens under no other key or tenant, nor changed', () => {
  const sealed = sealAddress(TENANT, KEY, random, 'varsling@fjordvik.example');
  const changed = readSealedAddress(sealed.slice(0, 40) + (sealed[40] === 'A' ? 'B' : 'A') + sealed.slice(41));
  expect(() => openSealedAddress(TENANT, random(32), sealed)).toThrow(TypeError);
  expect(() => openSealedAddress(TENANT.replace('1', '2'), KEY, sealed)).toThrow(TypeError);
  expect(() => openSealedAddress(TENANT, KEY, changed)).toThrow(TypeError);
  expect(() => readSealedAddress('varsling@fjordvik.example')).toThrow(TypeError);
});

test.each(['kari', 'kari@', '@fjordvik.example', 'a@b@c', 'a@b, c@d', `${'a'.repeat(250)}@b.no`, ''])(
  '%j is no address',
  (text) => {
    expect(isAddress(text)).toBe(false);
    expect(() => sealAddress(TENANT, KEY, random, text)).toThrow(RangeError);
  },
);
