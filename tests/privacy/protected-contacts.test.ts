import { describe, expect, it } from 'vitest';
import { markMaker, markOfNobody } from '../../connector/privacy/mark.ts';
import { maySee } from '../../connector/privacy/protected-contacts.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { byteStream } from './byte-stream.ts';

const markOf = markMaker('tenant', byteStream('standing key')(32));
const [kari, ola, per, liv] = ['a', 'b', 'c', 'd'].map(
  (id) => new RealIdentity(`${id}0000000-0000-4000-8000-000000000001`),
);

describe('who may be included', () => {
  it('drops acts with protected contacts, forgets objectors, and leaves everybody else', () => {
    const mayInclude = maySee({ markOf, protectedContacts: [markOf(kari!)], objections: [markOf(ola!)] });
    expect([kari, ola, per, liv].map((person) => mayInclude(person!))).toEqual([
      'drop-act',
      'not-a-person',
      'yes',
      'yes',
    ]);
  });

  it('keeps the least of somebody who is both', () => {
    const both = maySee({ markOf, protectedContacts: [markOf(kari!)], objections: [markOf(kari!)] });
    expect(both(kari!)).toBe('drop-act');
  });

  it('knows a person again by another object, in another letter case', () => {
    const mayInclude = maySee({ markOf, protectedContacts: [], objections: [markOf(per!)] });
    expect(mayInclude(new RealIdentity('C0000000-0000-4000-8000-000000000001'))).toBe('not-a-person');
  });

  it('asks for each identity once, and remembers what it was', () => {
    let asked = 0;
    const counting = (person: RealIdentity) => {
      asked += 1;
      return markOf(person);
    };
    const mayInclude = maySee({ markOf: counting, protectedContacts: [], objections: [markOf(ola!)] });
    expect([ola, ola, per, per, ola].map((person) => mayInclude(person!))).toEqual([
      'not-a-person',
      'not-a-person',
      'yes',
      'yes',
      'not-a-person',
    ]);
    expect(asked).toBe(2);
  });

  it('lets everybody through where the protected contact is nobody', () => {
    const mayInclude = maySee({ markOf, protectedContacts: [markOfNobody(byteStream('nobody'))], objections: [] });
    expect([kari, ola, per, liv].every((person) => mayInclude(person!) === 'yes')).toBe(true);
  });
});
