import type { Page } from 'playwright-core';
import type { DemoRole } from '../../connector/api/enter-demo.ts';
import { nb } from '../../teams-app/words/nb.ts';

/** Goes to an address outside Teams, comes in by the demo's door as somebody of this role, and waits for the screen. */
export async function comeIn(page: Page, address: string, role: DemoRole): Promise<Page> {
  await page.goto(address);
  await page.getByRole('button', { name: new RegExp(`^${nb.entry.roles[role].name}`) }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
