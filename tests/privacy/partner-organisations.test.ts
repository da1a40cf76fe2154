import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEVER_PARTNERS } from '../../connector/privacy/never-partners.ts';
import {
  isPartnerWord,
  partnerDomains,
  partnerOrganisations,
  readPartnerWord,
} from '../../connector/privacy/partner-organisations.ts';

const accepts = (document: unknown): boolean => partnerOrganisations.safeParse(document).success;
const named = (name: string, ...domains: string[]) => ({ name, domains });

describe('partner organisations of a scope', () => {
  test.each([
    [[]],
    [[named('fylket', 'fylket.no')]],
    [[named('bærum', 'baerum.example', 'post.baerum.example', 'xn--brum-voa.kommune.no'), named('nav', 'nav.no')]],
    [[{ ...named('fylket', 'fylket.no'), kind: 'public-administration' }]],
    [[named('røde-kors', 'rodekors.no')]],
    [Array.from({ length: 26 }, (_, n) => named(String.fromCodePoint(97 + n), `${n}.example`))],
  ])('%j may be listed', (partners) => {
    expect(accepts(partners)).toBe(true);
  });

  test.each(Object.values(NEVER_PARTNERS).flat())(
    '%s may not, nor what lies below it, whatever it is said to be',
    (domain) => {
      expect(accepts([{ ...named('noen', domain), kind: 'public-administration' }])).toBe(false);
      expect(accepts([named('noen', `post.${domain}`)])).toBe(false);
      expect(accepts([named('noen', `x${domain}`)])).toBe(true);
    },
  );

  test.each([
    [[{ ...named('avisen', 'avis.example'), kind: 'newsroom' }]],
    [[named('fylket')]],
    [[named('', 'fylket.no')]],
    [[named('Fylket', 'fylket.no')]],
    [[named('fylket 2', 'fylket.no')]],
    [[named('kari@fylket', 'fylket.no')]],
    [[named('0a1b2c3d-0000-4000-8000-000000000001', 'fylket.no')]],
    [[named('a'.repeat(41), 'fylket.no')]],
    [[named('fylket', 'Fylket.no')]],
    [[named('fylket', 'kari@fylket.no')]],
    [[named('fylket', '*.fylket.no')]],
    [[named('fylket', '.fylket.no')]],
    [[named('fylket', 'no')]],
    [[named('fylket', 'fylket.no', 'fylket.no')]],
    [[named('fylket', 'fylket.no'), named('naboen', 'fylket.no')]],
    [[named('fylket', 'fylket.no'), named('fylket', 'naboen.no')]],
    [Array.from({ length: 31 }, (_, n) => named('a'.repeat(n + 1), `${n}.example`))],
  ])('%j is refused', (partners) => {
    expect(accepts(partners)).toBe(false);
  });

  test('give each of their domains their own word', () => {
    const partners = [named('fylket', 'fylket.no', 'flk.no'), named('nav', 'nav.no')];
    expect([...partnerDomains(partners)]).toEqual([
      ['fylket.no', 'partner:fylket'],
      ['flk.no', 'partner:fylket'],
      ['nav.no', 'partner:nav'],
    ]);
  });
});

describe("a partner's word", () => {
  test('comes back by one door, which quotes nothing it refuses', () => {
    expect(readPartnerWord('partner:helse-vest')).toBe('partner:helse-vest');
    for (const text of [
      'outside',
      'partner:',
      'partner:kari@helse-vest.no',
      'p1_AAAAAAAAAAAAAAAAAAAAAA',
      'helse-vest',
    ]) {
      expect(() => readPartnerWord(text)).toThrow(
        new TypeError("Something that is not a partner's word stood where one belongs."),
      );
    }
  });

  test('is never an address, a number or an object id', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => !isPartnerWord(`partner:${address}`)));
    fc.assert(fc.property(fc.uuid(), fc.nat(), (id, number) => !isPartnerWord(`partner:${id}-${number}`)));
  });
});
