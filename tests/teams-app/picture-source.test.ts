import { expect, test } from 'vitest';
import { matrixPicture } from '../../teams-app/drawing/matrix-picture.ts';
import { pictureSource } from '../../teams-app/drawing/picture-source.ts';
import { speechIn } from '../../teams-app/words/speech.ts';
import { overviewAnswer } from '../browser/invented-answers.ts';

const speech = speechIn('nb');
const { words, format } = speech;
const NOTHING = { caption: 'Tittel', columns: [], rows: [] };

test('a saved picture says whose it is, of whom, from when and how sure', () => {
  const { reach, period } = overviewAnswer(undefined)!;
  const wording = {
    id: 'told',
    name: words.overview.reachTitle,
    period: format.period(period),
    aboutContacts: true,
    sentence: words.overview.reachSentence,
    highest: words.overview.highest,
    summary: words.overview.reachSummary,
  };
  const said = pictureSource(matrixPicture(reach!, wording, speech).table, words, 'Furuvik kommune');
  const heads = format.count(reach!.rows.reduce((sum, row) => sum + row.heads, 0));
  for (const part of ['Furuvik kommune.', heads, '3.\u00a0kvartal 2026', '3,87', words.overview.certainty])
    expect(said).toContain(part);
});

test('an organisation is named once, and what is exact explains no interval', () => {
  expect(
    pictureSource({ ...NOTHING, population: 'Furuvik kommune. Alle.', isExact: true }, words, 'Furuvik kommune'),
  ).toBe('Furuvik kommune. Alle.');
  expect(pictureSource(NOTHING, words, '')).toBe(words.overview.certainty);
});
