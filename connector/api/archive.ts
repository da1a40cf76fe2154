import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { ANSWERS_VERSION } from './answers.ts';
import { publicKeyOf, signArchive } from './archive-signature.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { factsOf } from './documents.ts';
import { goldenPair } from './golden-pairs.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { notedAccess } from './noted-access.ts';
import { officeOverview } from './office.ts';
import type { ArchiveAnswer } from './office-answers.ts';
import { toldAct } from './proposals.ts';
import type { Asker } from './who-is-asking.ts';
import { attackReport } from '../attacked-releases.ts';
import { asMarkdown } from '../documents/as-markdown.ts';
import { DOCUMENT_LANGUAGES } from '../documents/document.ts';
import { DOCUMENT_NAMES, makeDocument } from '../documents/documents.ts';
import { exportedReleases } from '../exported-releases.ts';
import { dayOf } from '../privacy/period.ts';
import { gatesNow } from '../scope-standing.ts';
import { readBoundary } from '../store/boundary-ledger.ts';
import { readGateRecords } from '../store/gates.ts';
import { readPauseActs } from '../store/pauses.ts';
import { readProposals } from '../store/proposals.ts';
import { keptScopes } from '../store/scopes.ts';

const PROGRAM = new URL('../verify.mjs', import.meta.url);

const HOW_TO_CHECK = `What Samspill is set to do, has asked, kept, released and destroyed, as one signed archive.

1. Is it unchanged since it was signed? The key must be the one shown on the page of those in office:
     openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
     sha256sum -c SHA256SUMS
2. Do the releases keep to the ledger and its budget? Without us:
     node verify.mjs releases.json
3. boundary.json is a chain: each entry's hash is SHA-256 of its JSON without "hash", keys in order and no white space, and
   names the hash before it. Signatures (s1_...) are encrypted and tell nobody who it was.

No person is in it: no name, no address, no mailbox.
`;

/** Everything of the office's page in one signed zip, for whoever wants to check without us. */
export function archive(house: House): Question {
  return notedAccess(house, async ({ asker, query }): Promise<ArchiveAnswer> => {
    understood(NOTHING, query);
    mustBeAllowedTo('read what offices do', asker);
    const { custody, tenantId, now } = house;
    const seed = await custody.archiveKey(tenantId);
    const bytes = signedZip(await filesOf(house, asker), seed, now());
    return {
      version: ANSWERS_VERSION,
      fileName: `samspill-archive-${dayOf(now())}.zip`,
      base64: Buffer.from(bytes).toString('base64'),
      publicKey: publicKeyOf(seed),
    };
  });
}

function signedZip(files: ReadonlyMap<string, string>, seed: Uint8Array, now: number): Uint8Array {
  const sums = [...files].map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  const listed = strToU8(sums.join(''));
  const zipped = [
    ...[...files].map(([name, text]) => [name, strToU8(text)] as const),
    ['SHA256SUMS', listed] as const,
    ['SHA256SUMS.sig', signArchive(seed, listed)] as const,
    ['public-key.pem', strToU8(publicKeyOf(seed))] as const,
  ];
  return zipSync(Object.fromEntries(zipped), { mtime: now, level: 6 });
}

async function filesOf(house: House, asker: Asker): Promise<Map<string, string>> {
  const { store, stage, sources, now } = house;
  const proposals = readProposals(store, stage).map(({ number, scope, acts }) => ({
    number,
    scope,
    acts: acts.map(toldAct),
  }));
  const gates = {
    now: gatesNow(store, stage, now()),
    records: readGateRecords(store).map((record) => ({ ...record, by: undefined })),
  };
  const pauses = readPauseActs(store).map(({ act, office, at, text }) => ({ act, office, at, text }));
  const overview = await officeOverview(house, asker);
  return new Map([
    ['README.txt', HOW_TO_CHECK],
    ['overview.json', asJson(overview)],
    ['scope-history.json', asJson(keptScopes(store))],
    ['proposals.json', asJson(proposals)],
    ['gates.json', asJson(gates)],
    ['pauses.json', asJson(pauses)],
    ['boundary.json', asJson(readBoundary(store))],
    ['releases.json', asJson(exportedReleases(store))],
    ['attack-report.json', asJson(attackReport(store))],
    ['verify.mjs', readFileSync(PROGRAM, 'utf8')],
    ['declarations.json', asJson(sources)],
    ...pairsOf(house),
    ...documentsOf(house),
  ]);
}

function pairsOf({ sources }: House): [string, string][] {
  return sources.flatMap(({ name }) => {
    const pair = goldenPair(name);
    if (pair === undefined) return [];
    const folder = `pairs/${name}`;
    return [
      [`${folder}.received.txt`, pair.received],
      [`${folder}.kept.json`, pair.kept],
    ] satisfies [string, string][];
  });
}

function documentsOf(house: House): [string, string][] {
  const facts = factsOf(house);
  if (facts === undefined) return [];
  return DOCUMENT_NAMES.flatMap((name) =>
    DOCUMENT_LANGUAGES.map((language): [string, string] => [
      `documents/${name}-${language}.md`,
      asMarkdown(makeDocument(name, facts, language)),
    ]),
  );
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
