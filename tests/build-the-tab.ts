import { buildTabIfChanged } from '../connector/tab-build.ts';

/** Builds the tab once before any test, so that no two tests build it into the same folder at the same time. */
export async function setup(): Promise<void> {
  await buildTabIfChanged();
}
