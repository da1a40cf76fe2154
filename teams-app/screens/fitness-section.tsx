import { type ReactNode } from 'react';
import type { AdoptionAnswer, NotShown, ShareAnswer } from '../../connector/api/answers.ts';
import { FigureMatrix } from '../drawing/figure-matrix.tsx';
import { type CellPicture, type MatrixPicture, tintStep } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { adoptionWords, sayNoise, sayNoiseOf, sayNotShown, sayShare } from '../words/adoption-words.ts';
import { columnName, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { WithheldPart } from './withheld-part.tsx';

type Fitness = Exclude<AdoptionAnswer['fitness'], { withheld: string }>;
type Place = Fitness['places'][number];

/** The mean of four shares, of the whole and of divisions, with every part shown and what is missing named. */
export function FitnessSection({ answer }: { readonly answer: AdoptionAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = adoptionWords(speech.language);
  const { fitness } = answer;
  return (
    <Part id="fitness-title" title={words.fitness.title} gist={gistOf(fitness, speech)}>
      <p className="part-lead">{words.fitness.lead}</p>
      {'withheld' in fitness ? (
        <WithheldPart why={fitness} />
      ) : (
        <>
          <Shown picture={fitnessPicture(fitness, answer, speech)} />
          <p className="small-print">
            {sayMissing(fitness, speech)} {words.fitness.sameParts}{' '}
            {words.fitness.source(speech.words.overview.appsTitle, format.periodNamed(fitness.restsOn.period))}
          </p>
        </>
      )}
    </Part>
  );
}

/** The whole organisation's mean, or why there is none. */
function gistOf(fitness: AdoptionAnswer['fitness'], speech: Speech): string {
  const words = adoptionWords(speech.language);
  if ('withheld' in fitness) return sayNotShown(fitness, words, speech.format);
  const [first] = fitness.places;
  return first === undefined ? '' : `${words.fitness.mean}: ${sayEither(first.mean, speech)}`;
}

function Shown({ picture }: { readonly picture: MatrixPicture }): ReactNode {
  return (
    <>
      <p className="for-listeners">{picture.summary}</p>
      <PictureOrTable about={picture.name} table={picture.table}>
        <FigureMatrix picture={picture} />
      </PictureOrTable>
    </>
  );
}

/** Parts that no source told, or too few days. */
function sayMissing({ places }: Fitness, speech: Speech): string {
  const missing = (places[0]?.parts ?? []).filter(({ figure }) => 'withheld' in figure);
  const names = missing.map(({ app }) => columnName(app, speech.words));
  const words = adoptionWords(speech.language).fitness;
  return names.length === 0 ? '' : words.missing(sayList(names, names.length, speech));
}

/** The whole organisation and its divisions by mean and parts; every cell is a share of 100. */
function fitnessPicture({ places }: Fitness, { period }: AdoptionAnswer, speech: Speech): MatrixPicture {
  const { format } = speech;
  const words = adoptionWords(speech.language);
  const parts = (places[0]?.parts ?? []).map(({ app }) => columnName(app, speech.words));
  const columns = [words.fitness.mean, ...parts];
  const rows = places.map((place) => {
    const name = place.division === null ? words.fitness.whole : unitName(place.division, speech.words);
    return { place, name, cells: sharesOf(place).map((share, at) => cellOf(share, name, columns[at] ?? '', speech)) };
  });
  const [first] = places;
  const mean = first === undefined ? '' : sayEither(first.mean, speech);
  return {
    id: 'fitness-told',
    name: words.fitness.title,
    summary: words.fitness.summary(format.count(places.length), mean),
    highest: '',
    corner: words.fitness.place,
    columns: columns.map((name) => ({ name })),
    groups: rows.map(({ place, name, cells }) => ({
      division: name,
      rows: [{ id: name, name, path: '', note: speech.words.figures.persons(format.count(place.heads)), cells }],
    })),
    table: {
      caption: words.fitness.title,
      period: format.period(period),
      population: words.population(format.count(wholeHeads(places)), format.days(period)),
      inFile: columns.map((column, at) => ({
        head: sayNoiseOf(column, speech),
        cells: rows.map(({ place }) => {
          const share = sharesOf(place)[at];
          return sayNoise(share === undefined || 'withheld' in share ? undefined : share, speech);
        }),
      })),
      columns: [words.fitness.place, speech.words.overview.personsColumn, ...columns],
      rows: rows.map(({ place, name }) => [
        name,
        format.count(place.heads),
        ...sharesOf(place).map((share) => opening(sayEither(share, speech))),
      ]),
    },
  };
}

/** Everybody's, where the whole stands among the places; otherwise of all places together. */
function wholeHeads(places: Fitness['places']): number {
  const whole = places.find(({ division }) => division === null);
  return whole?.heads ?? places.reduce((sum, { heads }) => sum + heads, 0);
}

function sharesOf({ mean, parts }: Place): (ShareAnswer | NotShown)[] {
  return [mean, ...parts.map(({ figure }) => ('withheld' in figure ? figure : figure.share))];
}

function sayEither(share: ShareAnswer | NotShown, { language, format }: Speech): string {
  const words = adoptionWords(language);
  return 'withheld' in share ? sayNotShown(share, words, format) : sayShare(share, words, format);
}

function cellOf(share: ShareAnswer | NotShown, place: string, part: string, speech: Speech): CellPicture {
  const { format } = speech;
  const words = adoptionWords(speech.language);
  if ('withheld' in share) {
    const sentence = `${place}, ${part}. ${sayNotShown(share, words, format)}`;
    return { heads: 100, step: 0, text: speech.words.figures.withheldMark, interval: '', sentence, own: false };
  }
  const shown = { about: share.about, low: share.low, high: share.high };
  return {
    shown,
    heads: 100,
    step: tintStep(shown, 100),
    text: format.percent(share.about),
    interval: words.interval(format.decimal(share.low, 0), format.decimal(share.high, 0)),
    sentence: words.fitness.sentence(sayShare(share, words, format), place, part),
    own: false,
  };
}
