import { heading, list, paragraph, table, type Block } from './document.ts';
import type { Facts, ToldSource } from './facts.ts';
import type { DocumentSpeech } from './speech.ts';

/** A source's name in the reader's words; as declared where we have none. */
export function sourceName(name: string, { words }: DocumentSpeech): string {
  return words.terms.sources[name]?.[0] ?? name;
}

/** What a source tells, in the reader's words; nothing where we have none. */
export function sourceSays(name: string, { words }: DocumentSpeech): string {
  return words.terms.sources[name]?.[1] ?? '';
}

/** Everything that is asked of Microsoft, a line each. */
export function sourcesTable({ sources }: Pick<Facts, 'sources'>, speech: DocumentSpeech): Block[] {
  const { terms } = speech.words;
  return table(
    [terms.source, terms.says, terms.permission],
    sources.map(({ name, permissions }) => [
      sourceName(name, speech),
      sourceSays(name, speech),
      permissions.map(({ role }) => `\`${role}\``).join(', '),
    ]),
  );
}

/** The same for those who need no names of permissions. */
export function sourcesList({ sources }: Pick<Facts, 'sources'>, speech: DocumentSpeech): Block[] {
  return list(sources.map(({ name }) => `**${sourceName(name, speech)}**. ${sourceSays(name, speech)}`));
}

/** Each field of each source with its reason, and what comes along unasked. */
export function fieldsAnnex({ sources }: Pick<Facts, 'sources'>, speech: DocumentSpeech): Block[] {
  const { words } = speech;
  return [
    heading(words.dpia.annex),
    paragraph(words.dpia.annexLead),
    ...sources.flatMap((source) => fieldsOf(source, speech)),
  ];
}

function fieldsOf({ name, endpoint, fields, unasked = [] }: ToldSource, speech: DocumentSpeech): Block[] {
  const { terms, reasons } = speech.words;
  return [
    heading(sourceName(name, speech), 3),
    paragraph(`\`GET ${endpoint}\``),
    ...table(
      [terms.field, terms.why],
      fields.map(({ field, reason }) => [`\`${field}\``, reasons[reason] ?? reason]),
    ),
    ...(unasked.length === 0
      ? []
      : [paragraph(`${terms.unasked} ${unasked.map((field) => `\`${field}\``).join(', ')}`)]),
  ];
}
