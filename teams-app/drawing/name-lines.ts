import { textWidth } from './text-width.ts';
import { breaksOf } from './word-breaks.ts';

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Marks that keep a name's direction to itself in a sentence; a name that stands alone needs none. */
const ISOLATES = /[\u2066-\u2069]/g;

interface Room {
  /** In px. */
  readonly width: number;
  /** Of the letters, in px. */
  readonly size: number;
  /** How many lines. */
  readonly most: number;
}

/**
 * A name over at most so many lines, broken between words, and a word that is wider than a line at a joint of its, or
 * else between two of its syllables; what does not go in ends with `…`. A sign that is made of several code points, as
 * many emoji and letters with accents are, is never cut.
 *
 * @param room at least two letters wide and one line high
 * @returns at least one line; an empty name gives one that is empty
 */
export function nameLines(name: string, { width, size, most }: Room): string[] {
  const fits = (text: string): boolean => textWidth(text, size) <= width;
  const lines: string[] = [];
  for (const word of name.replaceAll(ISOLATES, '').trim().split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(fits(word) ? [word] : broken(word, fits)));
  }
  if (lines.length <= most) return lines.map((line) => cut(line, fits));
  const end = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), cut(`${end.replace(/-$/u, '')}…`, fits)];
}

/** A word over as many lines as it takes, a hyphen at each break; as it is where it has no syllables that we know. */
function broken(word: string, fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  let rest = word;
  while (!fits(rest)) {
    const fitting = breaksOf(rest).filter(({ at, sign }) => fits(`${rest.slice(0, at)}${sign}`));
    const best = fitting.findLast(({ isJoint }) => isJoint) ?? fitting.at(-1);
    if (best === undefined) break;
    parts.push(`${rest.slice(0, best.at)}${best.sign}`);
    rest = rest.slice(best.at);
  }
  return [...parts, rest];
}

function cut(line: string, fits: (text: string) => boolean): string {
  if (fits(line)) return line;
  let kept = '';
  for (const { segment } of segments.segment(line)) {
    if (!fits(`${kept}${segment}…`)) break;
    kept += segment;
  }
  return `${kept.trimEnd().replace(/…$/u, '')}…`;
}
