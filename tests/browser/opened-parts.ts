import type { Locator } from 'playwright-core';

/** Opens what is folded on a narrow page, parts within parts too; on a wide one there is nothing to open. */
export async function openParts(where: { locator(selector: string): Locator }): Promise<void> {
  await where.locator('.part-switch[aria-expanded=false]').evaluateAll((switches) => {
    for (const one of switches) if (one instanceof HTMLElement) one.click();
  });
}
