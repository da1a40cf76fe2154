import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { z } from 'zod';

const require = createRequire(import.meta.resolve('@axe-core/playwright'));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/**
 * What axe finds wrong with one frame, a line for each element; empty when nothing is. It runs in the frame itself:
 * asked from the page around it, axe gives up on a frame that answers late and blames the page for being empty.
 */
export async function axeFinds(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  // Fluent's keyboard helper puts hidden stops around groups: the one documented false positive.
  const options = { runOnly: TAGS, iframes: false, resultTypes: ['violations'] };
  const violations: unknown = await frame.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.parse(violations).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
