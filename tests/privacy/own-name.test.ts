import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OwnName } from '../../connector/privacy/own-name.ts';

test.each([
  ['Kari Nordmann', 'Kari Nordmann'],
  ['  Kari\t\n Nordmann ', 'Kari Nordmann'],
  ['Kari\u202e Nordmann\u2069', 'Kari Nordmann'],
  ['Ola 👩‍🚒', 'Ola 👩‍🚒'],
  ['مريم', 'مريم'],
  ['Ka\ud800ri', 'Ka\ufffdri'],
  ['x'.repeat(256), 'x'.repeat(256)],
])('%j is the name %j', (told, name) => {
  expect(OwnName.read(told)?.reveal()).toBe(name);
});

test.each([undefined, null, 7, '', ' \u200e\n', 'x'.repeat(257), ['Kari'], { name: 'Kari' }])(
  '%j is no name',
  (told) => {
    expect(OwnName.read(told)).toBeUndefined();
  },
);

test('cannot be printed by mistake, and holds on one line whatever was told', () => {
  const name = OwnName.read('Kari Canary');
  const asText = [String(name), String(name), JSON.stringify({ name }), inspect({ name }, { depth: 9 })];
  expect(asText.join(' ')).not.toContain('Canary');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (told) => {
      const read = OwnName.read(told)?.reveal() ?? 'nobody';
      return /^\S(.*\S)?$/u.test(read) && read.isWellFormed() && !read.includes('\u001f');
    }),
  );
});
