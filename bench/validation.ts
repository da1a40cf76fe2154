import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasReferences } from '../tests/network/reference-sets.ts';
import { measuredReferences } from '../tests/measured-references.ts';
import { publishedValues } from '../tests/published-values.ts';
import { validationPage } from './validation-page.ts';

/** `node bench/validation.ts`: writes docs/validation.md, out of the reference folder beside the repository. */
if (hasReferences) {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-validation-'));
  try {
    const page = await validationPage(await measuredReferences(folder), await publishedValues());
    writeFileSync(new URL('../docs/validation.md', import.meta.url), page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.error('The reference folder beside the repository is missing: its networks and values are what is compared.');
  process.exitCode = 1;
}
