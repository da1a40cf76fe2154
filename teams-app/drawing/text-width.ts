const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Parts of the letter's height, at least as wide as in Segoe UI, Arial and their like. The first that fits counts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{Extended_Pictographic}/u, 1.4],
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u, 1.02],
  [/^[ijlI|.,:;'!’·]/u, 0.29],
  [/^[ftrJ()[\]/\- ]/u, 0.4],
  [/^[mMW@Æ…%]/u, 1.02],
  [/^[wæœŒ]/u, 0.9],
  [/^\p{Lu}/u, 0.76],
  [/^[\p{Script=Latin}\p{N}]/u, 0.6],
  [/^\p{Script=Hebrew}/u, 0.66],
];
const OTHERWISE = 0.76;
/** What was measured before: names are made of few signs, and the same words are asked about again and again. */
const known = new Map<string, number>();

/**
 * How much room a line of text needs, in px, rather too much than too little: told without a browser, so that the same
 * names stand in the same places everywhere.
 *
 * @param size of the letters, in px
 */
export function textWidth(text: string, size: number): number {
  let width = known.get(text);
  if (width === undefined) {
    width = 0;
    for (const { segment } of segments.segment(text)) width += widthOf(segment);
    known.set(text, width);
  }
  return width * size;
}

function widthOf(sign: string): number {
  return WIDTHS.find(([letters]) => letters.test(sign))?.[1] ?? OTHERWISE;
}
