const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Marks that keep a name's direction to itself in a sentence; a name that stands alone needs none. */
const ISOLATES = /[\u2066-\u2069]/g;
/** Signs that take the place of two letters. */
const WIDE = /\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/**
 * A name over at most so many lines, broken between words; what does not go in ends with `…`. A sign that is made of
 * several code points, as many emoji and letters with accents are, is never cut.
 *
 * @param letters how many letters of usual width go into a line, 2 or more
 * @returns at least one line; an empty name gives one that is empty
 */
export function nameLines(name: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.replaceAll(ISOLATES, '').trim().split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, letters));
  const end = kept.at(-1) ?? '';
  return lines.length > most && !end.endsWith('…') ? [...kept.slice(0, -1), cut(`${end} …`, letters)] : kept;
}

function cut(line: string, letters: number): string {
  if (widthOf(line) <= letters) return line;
  let kept = '';
  for (const { segment } of segments.segment(line)) {
    if (widthOf(kept + segment) > letters - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function widthOf(text: string): number {
  return [...segments.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);
}
