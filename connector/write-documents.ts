import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { custodyChoice } from './custody-settings.ts';
import { asDocx } from './documents/as-docx.ts';
import { asMarkdown } from './documents/as-markdown.ts';
import type { DocumentLanguage, Draft } from './documents/document.ts';
import { DOCUMENT_NAMES, makeDocument } from './documents/documents.ts';
import { decisionsOf, NOTHING_DECIDED, type Decisions } from './documents/decisions.ts';
import type { Facts } from './documents/facts.ts';
import { rowsUnderScope } from './documents/rows-under-scope.ts';
import { scopeDifferencePage } from './documents/scope-difference-page.ts';
import { speechIn } from './documents/speech.ts';
import { Failure } from './failure.ts';
import { readScopeFile } from './installation.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import type { Headcount } from './privacy/membership.ts';
import { dayOf } from './privacy/period.ts';
import { differencesOf } from './privacy/scope-difference.ts';
import type { Scope } from './privacy/scope.ts';
import { unknownUnits } from './privacy/unknown-units.ts';
import type { Settings } from './settings.ts';
import { scopeNow } from './scope-standing.ts';
import { readGateRecords } from './store/gates.ts';
import { newestHeadcounts } from './store/newest-headcounts.ts';
import { openStore } from './store/open.ts';
import { readProposals } from './store/proposals.ts';

interface Writing {
  readonly settings: Settings;
  /** An existing folder. */
  readonly out: string;
  readonly languages: readonly DocumentLanguage[];
  /** A scope document that is not in force: what it would change is written as well. */
  readonly proposed?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Writes every document of the configuration in force, as Markdown and as DOCX. Reads settings and scope alone, opens the
 * data folder for reading only, and asks Microsoft nothing: it works before the application has any permission.
 *
 * @returns the paths written
 * @throws Failure 'bad-input' where the folder is missing, 'scope-missing', 'bad-setting', and those of the store
 */
export async function writeDocuments({ settings, out, languages, proposed, now }: Writing): Promise<string[]> {
  if (!existsSync(out)) {
    throw new Failure('bad-input', 'The folder given with --out does not exist: make it first.');
  }
  const { scope, headcounts, decisions } = whatIsConfigured(settings, now);
  const wanted = proposed === undefined ? undefined : readScopeFile(proposed);
  const before = scope ?? wanted;
  if (before === undefined) {
    throw new Failure(
      'scope-missing',
      'There is no scope to make documents of: put scope.json (see docs/privacy-officer.md) in the data folder, or name one with --proposed.',
    );
  }
  const facts = { ...factsOf(before, settings, now), decisions };
  const written: string[] = [];
  for (const language of languages) {
    const drafts: [string, Draft][] = DOCUMENT_NAMES.map((name) => [name, makeDocument(name, facts, language)]);
    if (wanted !== undefined) {
      const rows = rowsUnderScope(wanted, headcounts, appsMeasured(wanted));
      const speech = speechIn(language);
      const differences = differencesOf(scope, wanted);
      const unknown = unknownUnits(scope, wanted, headcounts);
      const page = scopeDifferencePage(factsOf(wanted, settings, now), differences, rows, speech, unknown);
      drafts.push(['scope-difference', page]);
    }
    for (const [name, draft] of drafts)
      written.push(...(await writeDraft(join(out, `${name}-${language}`), draft, facts)));
  }
  return written;
}

async function writeDraft(path: string, draft: Draft, { today }: Facts): Promise<string[]> {
  const files: [string, string | Uint8Array][] = [
    [`${path}.md`, asMarkdown(draft)],
    [`${path}.docx`, await asDocx(draft, today)],
  ];
  for (const [file, content] of files) writeOne(file, content);
  return files.map(([file]) => file);
}

function writeOne(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Failure('folder-unwritable', 'The folder given with --out cannot be written: choose another.', {
      cause: error,
    });
  }
}

function factsOf(scope: Scope, settings: Settings, now: number): Omit<Facts, 'decisions'> {
  const { kind } = custodyChoice(settings);
  return { scope, sources: neededByScope(scope), custody: { kind, weak: kind === 'file' }, today: dayOf(now) };
}

/** The scope file of a pilot where there is one, else the scope in force; headcounts of the newest period held. */
function whatIsConfigured(
  settings: Settings,
  now: number,
): { scope: Scope | undefined; headcounts: Headcount[]; decisions: Decisions } {
  const folder = settings.SAMSPILL_DATA_FOLDER;
  const file = settings.SAMSPILL_SCOPE_FILE ?? join(folder, 'scope.json');
  const isGiven = settings.SAMSPILL_SCOPE_FILE !== undefined || existsSync(file);
  const given = settings.SAMSPILL_STAGE === 'pilot' && isGiven ? readScopeFile(file) : undefined;
  if (!existsSync(join(folder, 'samspill.sqlite'))) return { scope: given, headcounts: [], decisions: NOTHING_DECIDED };
  const tenantId = settings.SAMSPILL_TENANT_ID;
  const store = openStore(folder, { readOnly: true, ...(tenantId === undefined ? {} : { tenantId }) });
  try {
    const stage = settings.SAMSPILL_STAGE;
    const decisions = decisionsOf(readGateRecords(store), readProposals(store, stage));
    return { scope: given ?? scopeNow(store, stage, now), headcounts: newestHeadcounts(store), decisions };
  } finally {
    store.close();
  }
}
