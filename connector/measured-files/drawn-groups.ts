import { backbone } from '../network/backbone.ts';
import { networkOf } from '../network/network-of.ts';
import type { MeasuredNetwork } from '../measured-network.ts';
import type { NetworkFile } from './network-file.ts';
import type { DrawnNetwork, DrawnTies } from './network-picture.ts';

/** More lines than this hide each other: beyond it only those are drawn that are too heavy to be chance. */
const LINES_DRAWN = 60;
const LEVEL = 0.05;

/**
 * What the picture draws: units with the ties between them, or communities where people have no units. Where there would
 * be too many lines, those of the disparity filter (`backbone`).
 */
export function drawnGroups({ units }: NetworkFile, { undirected, communities }: MeasuredNetwork): DrawnNetwork {
  const hasUnits = units !== undefined && units.names.length > 0;
  const groupOf = hasUnits ? units.unitOf : communities.of;
  const count = hasUnits ? units.names.length : communities.count;
  const sizes = new Float64Array(count);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  const between = new Map<number, number>();
  const { people, offsets, targets } = undirected;
  for (let person = 0; person < people; person += 1) {
    const own = groupOf[person] ?? -1;
    if (own < 0) continue;
    for (const target of targets.subarray(offsets[person], offsets[person + 1])) {
      const other = groupOf[target] ?? -1;
      if (other > own) between.set(own * count + other, (between.get(own * count + other) ?? 0) + 1);
    }
  }
  const named = (group: number): string => (hasUnits ? (units.names[group] ?? '') : `community ${String(group)}`);
  const all = Array.from(between, ([cell, ties]) => ({ one: Math.floor(cell / count), other: cell % count, ties }));
  const kind = hasUnits ? 'Units' : 'Communities';
  return {
    title: `${kind} and the ties between them`,
    lines:
      all.length > LINES_DRAWN
        ? 'Lines: more ties between two than chance would give (disparity filter, 5 %).'
        : 'Lines: ties between two.',
    groups: Array.from(sizes, (size, group) => ({ name: named(group), people: size })),
    ties: all.length > LINES_DRAWN ? heavyOf(all, count) : all,
  };
}

function heavyOf(ties: readonly DrawnTies[], groups: number): DrawnTies[] {
  const { offsets, targets, weights } = backbone(
    networkOf({
      people: groups,
      from: Int32Array.from(ties, ({ one }) => one),
      to: Int32Array.from(ties, ({ other }) => other),
      weights: Float64Array.from(ties, ({ ties: count }) => count),
      directed: false,
    }),
    LEVEL,
  );
  return Array.from({ length: groups }, (_, one) => one).flatMap((one) =>
    Array.from(targets.subarray(offsets[one], offsets[one + 1]), (other, at) => ({
      one,
      other,
      ties: weights?.[(offsets[one] ?? 0) + at] ?? 0,
    })).filter(({ other }) => other > one),
  );
}
