import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOfChain, type Chained } from '../../connector/microsoft-graph/manager-chain.ts';

/** `name: manager / unit` a person. */
function chain(...lines: string[]): Chained[] {
  return lines.map((line) => {
    const [, id = '', managerId = '', unitName = ''] = /^(\w+):(\w*)\/(.*)$/.exec(line.replaceAll(' ', '')) ?? [];
    return { id, managerId: managerId === '' ? undefined : managerId, unitName };
  });
}

const TOWN = chain(
  'mayor: / Council',
  'director: / Staff',
  'secretary: director / Staff',
  'health: director / Health',
  'homes: health / Homes',
  'nurse: homes / Homes',
  'night: nurse / Night',
  'aide: night / Night',
  'doctor: health / Health',
);

describe('units from the chain of managers', () => {
  test('are the managers below the top, by the names of their units', () => {
    const { unitOf, ...remarks } = unitsOfChain(TOWN, 2);
    expect(Object.fromEntries(unitOf)).toEqual({
      director: 'Staff',
      secretary: 'Staff',
      health: 'Health',
      doctor: 'Health',
      homes: 'Health/Homes',
      nurse: 'Health/Homes',
      night: 'Health/Homes',
      aide: 'Health/Homes',
    });
    expect(remarks).toEqual({ circles: 0, inCircles: 0, managersWithoutName: 0 });
  });

  test('go as many levels down as asked for, and one name twice in a row is one level', () => {
    expect(unitsOfChain(TOWN, 1).unitOf.get('aide')).toBe('Health');
    expect(unitsOfChain(TOWN, 9).unitOf.get('aide')).toBe('Health/Homes/Night');
    expect(unitsOfChain(TOWN, 3).unitOf.get('aide')).toBe('Health/Homes');
    expect(() => unitsOfChain(TOWN, 0)).toThrow(RangeError);
  });

  test('leave out a level without a name, and say how many managers have none', () => {
    const people = chain('top: /', 'a: top /', 'b: a / Books', 'c: b / Books', 'd: a / Drawings', 'e: top / x');
    const { unitOf, managersWithoutName } = unitsOfChain(people, 2);
    expect(Object.fromEntries(unitOf)).toEqual({ b: 'Books', c: 'Books' });
    expect(managersWithoutName).toBe(2);
  });

  test('a manager outside the list, and being one’s own, are no manager at all', () => {
    const { unitOf, circles } = unitsOfChain(chain('a: stranger / A', 'b: a / B', 'c: c / C', 'd: c / D'), 2);
    expect(Object.fromEntries(unitOf)).toEqual({ a: 'A', b: 'A', c: 'C', d: 'C' });
    expect(circles).toBe(0);
  });

  test('end at circles: those in them, and below them, have no unit', () => {
    const people = chain(
      'a: b / A',
      'b: c / B',
      'c: a / C',
      'd: a / D',
      'e: d / E',
      'x: y / X',
      'y: x / Y',
      't: / T',
      'u: t / U',
    );
    expect(unitsOfChain(people, 2)).toEqual({
      unitOf: new Map([
        ['t', 'T'],
        ['u', 'T'],
      ]),
      circles: 2,
      inCircles: 7,
      managersWithoutName: 0,
    });
  });

  test('any chain ends, and the order of people does not matter', () => {
    const anyPeople = fc
      .array(fc.option(fc.nat(9), { nil: undefined }), { minLength: 1, maxLength: 10 })
      .map((managers): Chained[] =>
        managers.map((manager, index) => ({
          id: String(index),
          managerId: manager === undefined ? undefined : String(manager),
          unitName: `U${index % 3}`,
        })),
      );
    fc.assert(
      fc.property(anyPeople, fc.integer({ min: 1, max: 4 }), (people, levels) => {
        const found = unitsOfChain(people, levels);
        const turned = unitsOfChain(people.toReversed(), levels);
        expect({ ...turned, unitOf: Object.fromEntries(turned.unitOf) }).toEqual({
          ...found,
          unitOf: Object.fromEntries(found.unitOf),
        });
        for (const unit of found.unitOf.values()) expect(unit.split('/').length).toBeLessThanOrEqual(levels);
        expect(found.unitOf.size + found.inCircles).toBeLessThanOrEqual(people.length);
      }),
    );
  });
});
