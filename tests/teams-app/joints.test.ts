import { expect, test } from 'vitest';
import { WORDS as DOCUMENTS } from '../../connector/documents/words/words.ts';
import { withJoints } from '../../teams-app/words/joints.ts';

/** What a column of a document's table has room for in one line, at least. */
const MOST_LETTERS = 15;

function textsOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return textsOf(value);
    if (typeof value === 'function') return [String(Reflect.apply(value, undefined, ['7', '8', '9', '10']))];
    return typeof value === 'string' ? [value] : [];
  });
}

test('long words are parted where two were joined, and nothing else is', () => {
  expect(withJoints('Personvernansvarlig sier det.')).toBe('Personvern\u00adansvarlig sier det.');
  expect(withJoints('bedriftshelsetjeneste')).toBe('bedrifts\u00adhelse\u00adtjeneste');
  expect(withJoints('e-postforskriften § 2')).toBe('e-post\u00adforskriften § 2');
  expect(withJoints('personvern, posten og sikkerhet')).toBe('personvern, posten og sikkerhet');
});

test('no word of a document is left that is longer than a column', () => {
  // What stands between backticks is a name as a machine writes it.
  const texts = textsOf(DOCUMENTS).map((text) => withJoints(text.replaceAll(/`[^`]*`/g, '')));
  const words = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  expect(words.filter((word) => word.length > MOST_LETTERS)).toEqual([]);
});
