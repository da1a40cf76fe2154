import { describe, expect, it } from 'vitest';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { awayFrom, boxAround, isIn, movedBy, shared, widened } from '../../teams-app/drawing/box.ts';
import { networkLayout, type NetworkLayout } from '../../teams-app/drawing/network-layout.ts';
import { networkPicture, type NetworkPicture } from '../../teams-app/drawing/network-picture.ts';
import { labelRoom, labelsOf, routesOf } from '../../teams-app/drawing/network-routes.ts';
import { holds } from '../../teams-app/drawing/oval.ts';
import { speechIn } from '../../teams-app/words/speech.ts';
import { overviewAnswer } from '../browser/invented-answers.ts';
import { longNamed, oddlyNamed, ofUnits } from '../browser/odd-overviews.ts';
import { municipalUnits } from './municipal-units.ts';

const [WIDE, NARROW] = [1100, 360];
const AT_ONCE = 12;
/** So much of the widest line's width the middle of a line stays from every letter: 3 px, and 2 where units are many. */
const FREE = 1 / 3;
/** A line begins so far from its own unit's sign at most, and may touch another's by so much. */
const [START, CLIPPED] = [6, 2];
/** Lines that run no farther apart than this can hardly be told apart. */
const BESIDE = 9;
/** So much nearer its own circle than any other a name stands, in px. */
const CLEARLY = 2.9;

interface Drawn {
  readonly picture: NetworkPicture;
  readonly layout: NetworkLayout;
}

function drawn(answer: OverviewAnswer, width: number): Drawn {
  const picture = networkPicture(answer.reach!, answer, speechIn('nb'));
  return { picture, layout: networkLayout(picture.islands, width) };
}

/** Circles and names in the network, each at its place. */
function standing({ picture, layout }: Drawn) {
  return picture.islands.flatMap(({ key, units }) =>
    units.map(({ id }) => {
      const { at, radius, name } = layout.units.get(id)!;
      const { network } = layout.places.islands.get(key)!;
      const middle = { x: network.x + at.x, y: network.y + at.y };
      return { id, middle, radius, name: name && movedBy(name.box, network) };
    }),
  );
}

/** Names that are not clearly nearer their own circle's rim than every other's. */
function astray(one: Drawn): string[] {
  const units = standing(one);
  return units.flatMap(({ id, name, ...own }) => {
    if (name === undefined) return [];
    const gapTo = ({ middle, radius }: Pick<(typeof units)[number], 'middle' | 'radius'>): number =>
      awayFrom(name, middle) - radius;
    const others = units.filter((other) => other.id !== id);
    return Math.min(...others.map(gapTo)) - gapTo(own) < CLEARLY ? [id] : [];
  });
}

const ORGANISATIONS = [
  ['the municipality', overviewAnswer(undefined)!],
  ['12 units', ofUnits(12)],
  ['60 units', ofUnits(60)],
  ['300 units', ofUnits(300)],
  ['names with emoji and from the right', oddlyNamed()],
  ['long names', longNamed()],
] as const;
const EACH = ORGANISATIONS.flatMap(([what, answer]) =>
  [WIDE, NARROW].map((width) => [what, width, drawn(answer, width)] as const),
);

describe('the names of the network', () => {
  it.each(EACH)('of %s at %i px lie on no circle and on no other name', (_, width, one) => {
    const units = standing(one);
    const names = units.flatMap(({ name }) => name ?? []);
    const titles = one.picture.islands.map(({ key }) =>
      movedBy(one.layout.titles.get(key)!.box, one.layout.places.islands.get(key)!.network),
    );
    for (const [at, name] of [...names, ...titles].entries()) {
      expect(name.left).toBeGreaterThanOrEqual(0);
      expect(name.right).toBeLessThanOrEqual(width);
      for (const { id, middle, radius } of units)
        expect(shared(name, boxAround(middle, 2 * radius)), `${String(at)} on ${id}`).toBe(0);
      for (const other of [...names, ...titles].slice(at + 1)) expect(shared(name, other), String(at)).toBe(0);
    }
  });

  it.each(EACH)('of %s at %i px stand nearer their own circle than any other', (_, __, one) => {
    expect(astray(one)).toEqual([]);
  });

  it.each([
    ...[12, 33, 60, 80, 300].map((count) => [count, WIDE, count <= 80] as const),
    ...[12, 33, 40, 60, 300].map((count) => [count, NARROW, count <= 40] as const),
  ])('of %i municipal units at %i px do so, and are whole where units are named', (count, width, areNamed) => {
    for (const turn of areNamed ? [7, 31] : [0]) {
      const one = drawn(municipalUnits(count, turn), width);
      expect(astray(one), String(turn)).toEqual([]);
      expect(standing(one).filter(({ name }) => name !== undefined)).toHaveLength(areNamed ? count : 0);
      if (areNamed) expect([...one.layout.units.values()].filter(({ isWhole }) => !isWhole)).toEqual([]);
    }
  });

  it('are all there up to 80 units on a wide page, but for a unit that bears its island’s', () => {
    const { picture, layout } = drawn(ofUnits(60), WIDE);
    const units = picture.islands.flatMap((island) => island.units);
    expect(units.filter(({ id }) => layout.units.get(id)?.isWhole !== true)).toEqual([]);
    const usual = drawn(overviewAnswer(undefined)!, WIDE);
    const alone = usual.picture.islands.filter(({ name, units: [unit] }) => unit?.name === name);
    expect(alone.map(({ name }) => name)).toEqual(['Kultur og samfunn', 'NAV og inkludering']);
    for (const { units: own } of usual.picture.islands)
      for (const { id, name } of own)
        expect(usual.layout.units.get(id)?.name === undefined).toBe(alone.some((island) => island.name === name));
  });
});

describe('the lines of the network', () => {
  it.each(EACH)('of %s at %i px cross no name and no title, twelve or 24, and their numbers lie on none', (...of) => {
    const [, , { picture, layout }] = of;
    const lines = picture.lines.slice(0, 2 * AT_ONCE);
    const labels = labelsOf(picture, lines, layout.places.named, speechIn('nb'));
    const routes = routesOf(picture, layout, lines, labels);
    expect(routes.size).toBe(2 * AT_ONCE);
    const { words } = layout.ground;
    const free = FREE * layout.widestLine;
    for (const { points } of routes.values())
      for (const word of words) expect(points.filter((point) => isIn(point, widened(word, free)))).toEqual([]);
    const numbers = [...routes].map(([id, { label }]) => {
      const { width, height } = labelRoom(labels.get(id) ?? '');
      return boxAround(label, width, height);
    });
    for (const { left, right } of numbers) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(layout.places.width);
    }
    for (const [at, number] of numbers.entries())
      for (const other of [...words, ...numbers.slice(at + 1)]) expect(shared(number, other)).toBe(0);
  });

  it.each(EACH)('of %s at %i px go around units, but for one in twelve at most', (_, __, { picture, layout }) => {
    const routes = routesOf(picture, layout, picture.lines.slice(0, AT_ONCE), new Map());
    const { units } = layout.ground;
    const over = [...routes.values()].filter(({ points }) => {
      const [start = { x: 0, y: 0 }] = points;
      const others = units.filter(({ x, y, reach }) => Math.hypot(x - start.x, y - start.y) > reach + START);
      return others.some(({ x, y, reach }) =>
        points.some((point) => Math.hypot(point.x - x, point.y - y) < reach - CLIPPED),
      );
    });
    // Only where 300 units stand so close that no way is free.
    expect(over.length).toBeLessThanOrEqual(units.length < 300 ? 0 : 1);
  });

  it.each(EACH)('of %s at %i px end on the division’s rim, not inside it', (_, __, { picture, layout }) => {
    const lines = picture.lines.slice(0, AT_ONCE);
    const routes = routesOf(picture, layout, lines, new Map());
    for (const { id, to } of lines) {
      const oval = layout.ground.islands.get(to)!;
      const { dock, points } = routes.get(id)!;
      expect(points.at(-1)).toEqual(dock);
      expect(holds({ ...oval, halfWidth: oval.halfWidth + 0.1, halfHeight: oval.halfHeight + 0.1 }, dock)).toBe(true);
      expect(points.filter((point) => holds(oval, point)).length).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ['the municipality', overviewAnswer(undefined)!],
    ['33 units', municipalUnits(33, 0)],
  ])('of %s run close beside each other for a twelfth of their way at most on a telephone', (_, answer) => {
    const { picture, layout } = drawn(answer, NARROW);
    const ways = [...routesOf(picture, layout, picture.lines.slice(0, AT_ONCE), new Map()).values()];
    const places = ways.flatMap(({ points }, at) => points.map((place) => ({ ...place, at })));
    const close = places.filter(({ x, y, at }) =>
      places.some((other) => other.at !== at && Math.hypot(other.x - x, other.y - y) < BESIDE),
    );
    expect(close.length).toBeLessThan(places.length / 12);
  });

  it('stay where they are when more are drawn', () => {
    const { picture, layout } = drawn(overviewAnswer(undefined)!, WIDE);
    const few = routesOf(picture, layout, picture.lines.slice(0, AT_ONCE), new Map());
    const more = routesOf(picture, layout, picture.lines.slice(0, 2 * AT_ONCE), new Map());
    for (const [id, route] of few) expect(more.get(id)).toEqual(route);
  });
});
