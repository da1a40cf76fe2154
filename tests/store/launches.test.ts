import { describe, expect, it } from 'vitest';
import { LAUNCH_CHARACTERS, LAUNCH_TABLES, OUTCOMES } from '../../connector/api/journey-answers.ts';
import { readSignature } from '../../connector/privacy/signature.ts';
import {
  addLaunch,
  addRetrospective,
  launchShape,
  readLaunches,
  retrospectiveShape,
  type Launch,
  type Retrospective,
} from '../../connector/store/launches.ts';
import { temporaryStore, untyped } from './temporary-store.ts';

const LAUNCH: Launch = {
  what: 'Felles rom i Teams',
  rows: [{ name: 'Oppvekst/Nord', units: ['Oppvekst/Nord'] }],
  begins: '2026-02-01',
  ownerOffice: 'Digitaliseringskontoret',
  purpose: 'Færre e-poster frem og tilbake mellom skole og helsestasjon',
  replaces: { what: 'E-postlisten for samarbeid', by: '2026-08-01' },
  indicator: { table: 'apps', column: 'teams' },
  expectedGain: 20,
  expectedBy: '2026-12-31',
};
const LEARNT: Retrospective = {
  outcome: 'did-not-work',
  tried: 'En planlegger i Teams for turnus og oppgaver',
  expected: 'Halvparten bruker den hver uke',
  got: 'Bruken falt tilbake etter sju uker',
  learnt: 'Uten bærbare enheter på vakt er den ett verktøy for mye',
  next: 'Ryddes ut; nytt forsøk først når enhetene er på plass',
};
const SIGNED = { by: readSignature(`s1_${'A'.repeat(128)}`), at: '2026-02-02T09:00:00.000Z' };

describe('the register of launches', () => {
  it('keeps a launch and what was learnt from it, in the order in which it was said', () => {
    const store = temporaryStore();
    const number = addLaunch(store, LAUNCH, SIGNED);
    const second = addLaunch(store, { ...LAUNCH, replaces: null }, SIGNED);
    addRetrospective(store, number, LEARNT, SIGNED);
    const later = { ...SIGNED, at: '2026-09-01T09:00:00.000Z' };
    addRetrospective(store, number, { ...LEARNT, outcome: 'worked' }, later);
    const learnt = [
      { ...LEARNT, ...SIGNED },
      { ...LEARNT, outcome: 'worked', ...later },
    ];
    expect(readLaunches(store)).toEqual([
      { number, ...LAUNCH, ...SIGNED, retrospectives: learnt },
      { number: second, ...LAUNCH, replaces: null, ...SIGNED, retrospectives: [] },
    ]);
  });

  it.each([
    ['an address', { purpose: 'Spør kari@example.no' }],
    ['a telephone number', { ownerOffice: 'Ring 912 34 567' }],
    ['a text that is too long', { what: 'x'.repeat(LAUNCH_CHARACTERS.what + 1) }],
    ['no text', { purpose: ' ' }],
    ['no row', { rows: [] }],
    ['a row of nothing', { rows: [{ name: 'Oppvekst', units: [] }] }],
    ['a day that is none', { begins: '2026-02-31' }],
    ['an end before its beginning', { expectedBy: '2026-02-01' }],
    ['no gain', { expectedGain: 0 }],
    ['a table of no such figures', { indicator: { table: 'brokerage', column: 'much' } }],
    ['somebody’s name in a field of its own', { owner: 'Kari' }],
  ])('refuses %s, and keeps nothing', (_, wrong) => {
    const store = temporaryStore();
    expect(() => addLaunch(store, untyped({ ...LAUNCH, ...wrong }), SIGNED)).toThrow();
    expect(readLaunches(store)).toEqual([]);
  });

  it.each([
    ['an unknown outcome', { outcome: 'a scandal' }],
    ['an address', { got: 'kari@example.no likte det ikke' }],
    ['a field left out', { next: undefined }],
  ])('refuses to learn with %s', (_, wrong) => {
    const store = temporaryStore();
    const number = addLaunch(store, LAUNCH, SIGNED);
    expect(() => {
      addRetrospective(store, number, untyped({ ...LEARNT, ...wrong }), SIGNED);
    }).toThrow();
    expect(readLaunches(store)[0]?.retrospectives).toEqual([]);
  });

  it('takes nothing without a signature, and nothing about a launch that is not there', () => {
    const store = temporaryStore();
    expect(() => addLaunch(store, LAUNCH, untyped({ ...SIGNED, by: 'kari' }))).toThrow();
    expect(() => {
      addRetrospective(store, 7, LEARNT, SIGNED);
    }).toThrow();
  });

  it('says so when what it holds is no launch', () => {
    const store = temporaryStore();
    addLaunch(store, LAUNCH, SIGNED);
    store.decisions.exec("UPDATE launches SET text = '{}'");
    expect(() => readLaunches(store)).toThrow(expect.objectContaining({ code: 'damaged-database' }));
  });

  it('has no longer texts, other outcomes or other tables than the tab is told of', () => {
    const fits = (change: object): boolean => launchShape.safeParse({ ...LAUNCH, ...change }).success;
    for (const field of ['what', 'ownerOffice', 'purpose'] as const) {
      const longest = LAUNCH_CHARACTERS[field];
      expect([field, fits({ [field]: 'x'.repeat(longest) })]).toEqual([field, true]);
      expect([field, fits({ [field]: 'x'.repeat(longest + 1) })]).toEqual([field, false]);
    }
    const replacing = (length: number) => ({ replaces: { what: 'x'.repeat(length), by: '2026-08-01' } });
    expect([0, 1].map((more) => fits(replacing(LAUNCH_CHARACTERS.replaces + more)))).toEqual([true, false]);
    for (const field of ['tried', 'expected', 'got', 'learnt', 'next']) {
      const texts = [0, 1].map((more) => ({ [field]: 'x'.repeat(LAUNCH_CHARACTERS.retrospective + more) }));
      const taken = texts.map((text) => retrospectiveShape.safeParse({ ...LEARNT, ...text }).success);
      expect([field, ...taken]).toEqual([field, true, false]);
    }
    expect(retrospectiveShape.shape.outcome.options).toEqual([...OUTCOMES]);
    for (const table of LAUNCH_TABLES) expect(fits({ indicator: { table, column: 'x' } })).toBe(true);
  });
});
