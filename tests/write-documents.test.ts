import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '../connector/failure.ts';
import { readSettings } from '../connector/settings.ts';
import { openStore } from '../connector/store/open.ts';
import { replaceDirectory } from '../connector/store/people.ts';
import { saveScope } from '../connector/store/scopes.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { writeDocuments } from '../connector/write-documents.ts';
import { inventedFacts } from './documents/invented-facts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
let data = '';
let out = '';
beforeEach(() => {
  const folder = temporaryFolder();
  data = join(folder, 'data');
  out = join(folder, 'out');
  mkdirSync(data);
  mkdirSync(out);
});

const settings = (more: Record<string, string> = {}): ReturnType<typeof readSettings> =>
  readSettings({ SAMSPILL_DATA_FOLDER: data, SAMSPILL_STAGE: 'pilot', ...more });
const scopeFile = (name: string, changed: object = {}): string => {
  const path = join(data, name);
  writeFileSync(path, JSON.stringify(inventedFacts(changed).scope));
  return path;
};
const said = (name: string): string => readFileSync(join(out, name), 'utf8');

test('writes every document as Markdown and as DOCX, of the scope file of a pilot, and no database', async () => {
  scopeFile('scope.json');
  const files = await writeDocuments({ settings: settings(), out, languages: ['nb', 'nn', 'en'], now });
  expect(files).toHaveLength(6 * 3 * 2);
  expect(readdirSync(out).toSorted()).toEqual(files.map((file) => file.slice(out.length + 1)).toSorted());
  expect(said('staff-notice-nb.md')).toContain('Fjordvik kommune');
  expect(said('dpia-nb.md')).toContain('Nøklene ligger i: **en fil på serveren**');
  expect(existsSync(join(data, 'samspill.sqlite'))).toBe(false);
});

test('says the custody that the settings choose', async () => {
  scopeFile('scope.json');
  const vault = settings({ SAMSPILL_KEYS: 'key-vault', SAMSPILL_KEY_VAULT: 'https://fjord.vault.azure.net' });
  await writeDocuments({ settings: vault, out, languages: ['en'], now });
  expect(said('dpia-en.md')).toContain('Keys are kept in: **Azure Key Vault**');
});

test('takes the kept scope, and says what a proposed one would change and which rows each level leaves', async () => {
  const store = openStore(data);
  saveScope(store, inventedFacts().scope, '2026-08-10T00:00:00.000Z');
  const file = store.period(quarterOf('2026-10-01'));
  replaceDirectory(file, '2026-11-01', [], [{ unit: 'Skole', standing: 'desk', heads: 400, covered: 400 }]);
  store.close();
  const six = ['active-users', 'copilot-usage', 'sharepoint-activity', 'teams-devices'];
  const proposed = scopeFile('proposed.json', { sources: ['sent-items', 'meetings', ...six] });
  const files = await writeDocuments({ settings: settings(), out, languages: ['nb'], proposed, now });
  expect(files).toHaveLength(7 * 2);
  const page = said('scope-difference-nb.md');
  expect(page).toContain('**Møter i kalenderen** leses for alle på listen');
  expect(page).not.toContain('**Sendt e-post** leses');
  expect(page).toContain('| Bredde, forsiktig | Skole: 400 |');
  expect(page).toContain('| Verktøy i fast bruk | vanlig | 1 | 50 | ±7 ansatte | 0 |');
  expect(said('scope-nb.md')).not.toContain('Møter i kalenderen');
});

test('is refused without a scope or without the folder', async () => {
  const write = (folder: string): Promise<string[]> =>
    writeDocuments({ settings: settings(), out: folder, languages: ['nb'], now });
  await expect(write(out)).rejects.toMatchObject({ code: 'scope-missing' } satisfies Partial<Failure>);
  await expect(write(join(out, 'none'))).rejects.toMatchObject({ code: 'bad-input' } satisfies Partial<Failure>);
});
