import { strFromU8, unzipSync } from 'fflate';

/** A DOCX as its parts. */
export function partsOf(docx: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What a reader sees of a part, a line a paragraph. */
export function textOf(part: string): string {
  return part
    .split('</w:p>')
    .map((it) => [...it.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
