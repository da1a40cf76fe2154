import { expect, test } from 'vitest';
import { networkGexf } from '../../connector/measured-files/network-gexf.ts';
import { measuredNetwork } from '../../connector/measured-network.ts';

test.each([true, false])('with more ties than a program would hold there is no file, directed %s', async (directed) => {
  // a – b both ways, b – c: two ties, or three where direction counts.
  const read = { names: ['a', 'b', 'c'], from: Int32Array.of(0, 1, 1), to: Int32Array.of(1, 0, 2) };
  const wish = { directed, weighted: false, exact: false, seed: 1, engine: { threads: 1 }, tell: () => undefined };
  const measured = await measuredNetwork(read, wish);
  const ties = directed ? 3 : 2;
  expect(networkGexf(read, measured, { directed, most: ties - 1 })).toBeUndefined();
  expect(networkGexf(read, measured, { directed, most: ties })?.match(/<edge /g)).toHaveLength(ties);
});
