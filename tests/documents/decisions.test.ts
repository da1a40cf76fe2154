import { describe, expect, it } from 'vitest';
import { asMarkdown } from '../../connector/documents/as-markdown.ts';
import { decisionsOf } from '../../connector/documents/decisions.ts';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { DOCUMENT_NAMES, makeDocument } from '../../connector/documents/documents.ts';
import type { OfficeAct } from '../../connector/privacy/approval.ts';
import type { GateRecord } from '../../connector/privacy/gates.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { signatureMaker } from '../../connector/privacy/signature.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { inventedFacts } from './invented-facts.ts';

const sign = signatureMaker('11111111-2222-4333-8444-555555555555', byteStream('key')(32), byteStream('vectors'));
const by = sign(new RealIdentity('00000000-0000-4000-8000-000000000001'));
const at = '2026-10-05T09:00:00.000Z';
const sha256 = 'ab'.repeat(32);
const records: GateRecord[] = [
  { gate: 'dpia', on: '2026-10-01', sha256, office: 'PrivacyOfficer', by, at },
  {
    ...{ gate: 'discussion', on: '2026-10-02', sha256, proposal: 3, office: 'EmployeeRepresentative', by, at },
    participants: ['employer', 'union-representative'],
  },
];
const act = (kind: OfficeAct['kind'], office: OfficeAct['office'], text: string | null): OfficeAct => ({
  ...{ proposal: 3, kind, office, by, at, text },
});
const acts = [
  act('proposed', 'PrivacyOfficer', null),
  act('commented', 'EmployeeRepresentative', 'The union says so.'),
  act('commented', 'DataProtectionOfficer', 'Say **why** chat.'),
  act('protested', 'DataProtectionOfficer', 'Why so much?'),
  act('answered', 'PrivacyOfficer', 'It is less now.'),
];
const facts = inventedFacts();
const decisions = decisionsOf(records, [{ number: 3, scope: facts.scope, acts }]);

describe('what was done in office', () => {
  it('is told by office, day and words; nobody’s signature comes with it', () => {
    expect(decisions.said.map(({ kind, office, text }) => [kind, office, text])).toEqual([
      ['commented', 'DataProtectionOfficer', 'Say **why** chat.'],
      ['protested', 'DataProtectionOfficer', 'Why so much?'],
      ['answered', 'PrivacyOfficer', 'It is less now.'],
    ]);
    expect(JSON.stringify(decisions)).not.toContain('s1_');
  });

  it.each(DOCUMENT_LANGUAGES)('stands in the assessment in %s, quoted and without marks of its own', (language) => {
    const page = asMarkdown(makeDocument('dpia', { ...facts, decisions }, language));
    for (const text of ['Say why chat', 'Why so much?', 'It is less now.', sha256]) expect(page).toContain(text);
    expect(page).not.toContain('The union says so');
    for (const name of DOCUMENT_NAMES) {
      expect(asMarkdown(makeDocument(name, { ...facts, decisions }, language))).not.toContain('s1_');
    }
  });

  it('is said to be nothing where nothing was', () => {
    const page = asMarkdown(makeDocument('dpia', facts, 'nb'));
    expect(page).toContain('Ingenting er ført i Samspill ennå');
    expect(page).toContain('Ombudet har ikke skrevet noe');
    const recorded = asMarkdown(makeDocument('dpia', { ...facts, decisions }, 'nb')).replaceAll('\\', '');
    expect(recorded).toContain(
      '| drøfting | 2. oktober 2026 | de ansattes representant | arbeidsgiver og tillitsvalgt |',
    );
    expect(recorded).toContain('| 3 | 5. oktober 2026 | personvernombud: protest | Why so much? |');
  });
});
