import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder that goes when the test ends.
 *
 * @param whenFinished the test's own, where several run beside each other: vitest's knows only the one begun last
 */
export function temporaryFolder(whenFinished: (act: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-test-'));
  whenFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
