import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const person = new RealIdentity(ID);

// Ordinary code leaks in these ways: a log line, a template, an error, a dump, a copy, a key.
const WAYS: Record<string, () => unknown> = {
  // eslint-disable-next-line @typescript-eslint/restrict-template-expressions -- what careless code would write
  'a template': () => `${person}`,
  'a joined list': () => [person, person].join(','),
  concatenation: () => ''.concat(String(person)),
  JSON: () => JSON.stringify({ person, list: [person] }),
  'console.log, as util.inspect makes it': () => inspect({ person }, { depth: 9, showHidden: true, getters: true }),
  'console formats': () => format('%s %o %O %j', person, person, person, person),
  'an error with a cause': () => inspect(new Error('failed', { cause: person })),
  'its own keys': () => JSON.stringify([Object.entries(person), Object.getOwnPropertyNames(person)]),
  'a structured clone, as to a worker': () => inspect(structuredClone(person)),
  'a shallow copy': () => JSON.stringify(Object.assign({}, person)) + inspect(Object.assign({}, person)),
  'a key of an object': () => JSON.stringify({ [String(person)]: 1 }),
};

describe('a real identity', () => {
  it.each(Object.entries(WAYS))('is blank in %s', (_, print) => {
    const printed = JSON.stringify(print()).toLowerCase();
    expect(printed).not.toContain(ID);
    expect(printed).not.toContain(ID.slice(0, 8));
  });

  it('is found by these tests where it is not blank', () => {
    expect(JSON.stringify({ person: person.reveal() })).toContain(ID);
  });

  it('does not depend on letter case', () => {
    expect(person.equals(new RealIdentity(ID.toUpperCase()))).toBe(true);
    expect(person.equals(new RealIdentity(ID.replace('0a', '0b')))).toBe(false);
    expect(new RealIdentity(ID.toUpperCase()).reveal()).toBe(ID);
  });
});
