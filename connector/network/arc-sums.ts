/** Four sums side by side, because each addition waits for the one before it. */
export function sumOver(arcs: Int32Array, start: number, end: number, values: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let arc = start;
  for (; arc < end - 3; arc += 4) {
    a += values[arcs[arc] ?? 0] ?? 0;
    b += values[arcs[arc + 1] ?? 0] ?? 0;
    c += values[arcs[arc + 2] ?? 0] ?? 0;
    d += values[arcs[arc + 3] ?? 0] ?? 0;
  }
  for (; arc < end; arc += 1) a += values[arcs[arc] ?? 0] ?? 0;
  return a + b + (c + d);
}

/** The same with a factor an arc. */
export function weightedSumOver(
  { arcs, factors }: { arcs: Int32Array; factors: Float64Array },
  start: number,
  end: number,
  values: Float64Array,
): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let arc = start;
  for (; arc < end - 3; arc += 4) {
    a += (values[arcs[arc] ?? 0] ?? 0) * (factors[arc] ?? 0);
    b += (values[arcs[arc + 1] ?? 0] ?? 0) * (factors[arc + 1] ?? 0);
    c += (values[arcs[arc + 2] ?? 0] ?? 0) * (factors[arc + 2] ?? 0);
    d += (values[arcs[arc + 3] ?? 0] ?? 0) * (factors[arc + 3] ?? 0);
  }
  for (; arc < end; arc += 1) a += (values[arcs[arc] ?? 0] ?? 0) * (factors[arc] ?? 0);
  return a + b + (c + d);
}
