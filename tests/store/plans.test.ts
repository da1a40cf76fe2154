import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../connector/adoption/indicators.ts';
import { BENEFIT_KINDS, DIRECTIONS } from '../../connector/api/benefit-answers.ts';
import { readSignature } from '../../connector/privacy/signature.ts';
import {
  benefitShape,
  gateShape,
  keepPlan,
  plansSigned,
  readBenefits,
  readServiceGates,
  readTools,
  removePlan,
  toolShape,
} from '../../connector/store/plans.ts';
import {
  keepOwnMunicipality,
  keepPublicFigures,
  MOST_FIGURES,
  ownMunicipality,
  publicFiguresSigned,
  readPublicFigures,
  removePublicFigures,
} from '../../connector/store/public-figures.ts';
import { filesWith, temporaryFolder, temporaryStore } from './temporary-store.ts';
import { join } from 'node:path';

const TOOL = {
  tool: 'Felles rom i Teams',
  inOn: '2026-02-01',
  replaces: 'E-postlisten for samarbeid',
  outBy: '2026-08-01',
  outOn: null,
  launch: null,
  oldIndicator: 'mail-mostly',
  where: ['Oppvekst'],
} as const;
const BENEFIT = {
  benefit: 'Færre møter for å finne siste utgave',
  kind: 'saved-time',
  owner: 'Digitaliseringskontoret',
  indicator: 'files-in-habit',
  where: [],
  from: '2026-02-01',
  direction: 'at-least',
  target: 60,
  by: '2026-12-31',
} as const;
const GATE = {
  service: 'Byggesøknad på nett',
  owner: 'Byggesakskontoret',
  indicator: 'teams-in-habit',
  where: ['Teknisk/Byggesak'],
  level: 50,
  quarters: 2,
} as const;
const HAND = { by: readSignature(`s1_${'A'.repeat(128)}`), at: '2026-02-02T09:00:00.000Z' };
const LATER = { ...HAND, at: '2026-03-02T09:00:00.000Z' };

function copyOf<Plan extends { readonly where: readonly string[] }>(plan: Plan): Plan & { where: string[] } {
  return { ...plan, where: [...plan.where] };
}

describe('plans', () => {
  it('are kept by kind, and written anew with what they said before', () => {
    const store = temporaryStore();
    const tool = keepPlan(store, 'tool', null, copyOf(TOOL), HAND);
    const benefit = keepPlan(store, 'benefit', null, copyOf(BENEFIT), HAND);
    const gate = keepPlan(store, 'gate', null, copyOf(GATE), HAND);
    expect(new Set([tool, benefit, gate]).size).toBe(3);
    expect(keepPlan(store, 'benefit', benefit ?? 0, { ...copyOf(BENEFIT), target: 40 }, LATER)).toBe(benefit);
    expect(readTools(store)).toEqual([{ number: tool, plan: TOOL, ...HAND, before: [] }]);
    expect(readServiceGates(store).map(({ plan }) => plan)).toEqual([GATE]);
    const [moved] = readBenefits(store);
    expect(moved?.plan.target).toBe(40);
    expect(moved?.before.map(({ plan, at }) => [plan.target, at])).toEqual([[60, HAND.at]]);
    expect(plansSigned(store).map(({ kind, called }) => [kind, called])).toEqual([
      ['tool', TOOL.tool],
      ['benefit', BENEFIT.benefit],
      ['benefit', BENEFIT.benefit],
      ['gate', GATE.service],
    ]);
  });

  it('take the place of none that is not there, or is of another kind', () => {
    const store = temporaryStore();
    const tool = keepPlan(store, 'tool', null, copyOf(TOOL), HAND) ?? 0;
    expect(keepPlan(store, 'benefit', tool, copyOf(BENEFIT), HAND)).toBeUndefined();
    expect(keepPlan(store, 'tool', tool + 7, copyOf(TOOL), HAND)).toBeUndefined();
    expect(readBenefits(store)).toEqual([]);
    expect(readTools(store)).toHaveLength(1);
  });

  it('are gone with every earlier text when they are taken away, and their number with them', () => {
    const folder = join(temporaryFolder(), 'data');
    const store = temporaryStore({ folder });
    const number = keepPlan(store, 'tool', null, { ...copyOf(TOOL), replaces: 'Skrevet-ved-en-feil' }, HAND) ?? 0;
    keepPlan(store, 'tool', number, copyOf(TOOL), LATER);
    expect(removePlan(store, 'gate', number)).toBe(false);
    expect(removePlan(store, 'tool', number)).toBe(true);
    expect(readTools(store)).toEqual([]);
    expect(keepPlan(store, 'tool', null, copyOf(TOOL), HAND)).not.toBe(number);
    store.decisions.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(filesWith(folder, 'Skrevet-ved-en-feil')).toEqual([]);
  });

  it.each([
    ['an address', toolShape, { ...TOOL, replaces: 'listen hos kari@eksempel.no' }],
    ['a telephone number', benefitShape, { ...BENEFIT, owner: 'Kontoret, 22 33 44 55' }],
    ['no such day', toolShape, { ...TOOL, outBy: '2026-02-30' }],
    ['a field too many', toolShape, { ...TOOL, note: 'x' }],
    ['more than everybody', benefitShape, { ...BENEFIT, target: 101 }],
    ['a status that is typed', benefitShape, { ...BENEFIT, status: 'reached' }],
    ['no owning unit', gateShape, { ...GATE, where: [] }],
    ['a level of nothing', gateShape, { ...GATE, level: 0 }],
    ['five releases', gateShape, { ...GATE, quarters: 5 }],
    ['no indicator', gateShape, { ...GATE, indicator: "x' OR 1" }],
  ])('are refused with %s', (_why, shape, plan) => {
    expect(shape.safeParse(plan).success).toBe(false);
  });

  it('know every kind and direction that an answer knows, and every indicator there is', () => {
    expect(benefitShape.shape.kind.options).toEqual([...BENEFIT_KINDS]);
    expect(benefitShape.shape.direction.options).toEqual([...DIRECTIONS]);
    for (const indicator of INDICATORS) expect(gateShape.shape.indicator.safeParse(indicator).success).toBe(true);
  });
});

describe('public figures', () => {
  const figure = { number: '4601', municipality: 'Bergen', year: 2024, indicator: 'Netto driftsresultat', value: 1.5 };

  it('are replaced for the same municipality, year and indicator, and go together', () => {
    const store = temporaryStore();
    expect(keepPublicFigures(store, [figure, { ...figure, year: 2023 }], HAND)).toBe(true);
    keepPublicFigures(store, [{ ...figure, value: -2 }], LATER);
    expect(readPublicFigures(store).map(({ year, value }) => [year, value])).toEqual([
      [2024, -2],
      [2023, 1.5],
    ]);
    expect(publicFiguresSigned(store).map(({ at }) => at)).toEqual([HAND.at, LATER.at]);
    removePublicFigures(store);
    expect(readPublicFigures(store)).toEqual([]);
  });

  it('are kept all or not at all, and not without end', () => {
    const store = temporaryStore();
    const many = Array.from({ length: MOST_FIGURES + 1 }, (_, place) => ({
      ...figure,
      indicator: `Nr. ${String(place)}`,
    }));
    expect(keepPublicFigures(store, many, HAND)).toBe(false);
    expect(() => keepPublicFigures(store, [figure, { ...figure, number: '46' }], HAND)).toThrow();
    expect(readPublicFigures(store)).toEqual([]);
  });

  it('know which municipality is our own once somebody has said so', () => {
    const store = temporaryStore();
    expect(ownMunicipality(store)).toBeUndefined();
    keepOwnMunicipality(store, '4601', HAND);
    keepOwnMunicipality(store, '1103', LATER);
    expect(ownMunicipality(store)).toBe('1103');
    expect(() => {
      keepOwnMunicipality(store, 'Bergen', HAND);
    }).toThrow();
  });
});
