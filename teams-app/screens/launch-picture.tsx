import { type ReactNode } from 'react';
import type { Estimate } from '../../connector/api/answers.ts';
import type { LaunchAnswer, LaunchCurve as CurveAnswer } from '../../connector/api/journey-answers.ts';
import { LaunchCurve } from '../drawing/launch-curve.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { WithheldMark } from '../drawing/withheld-mark.tsx';
import { hashOf } from '../route.ts';
import { sayNoiseOf } from '../words/adoption-words.ts';
import { journeyWords, type LaunchNotTold, sayIndicator, sayNotTold } from '../words/journey-words.ts';
import { unitName } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { LaunchEffects } from './launch-effects.tsx';
import { LaunchRetrospectives } from './launch-retrospectives.tsx';

const MOST_NAMED = 6;

interface Props {
  readonly launch: LaunchAnswer;
  readonly all: readonly LaunchAnswer[];
}

/** One launch: what and for whom, what was expected beside what was measured, what it went together with, what was learnt. */
export function LaunchPicture({ launch, all }: Props): ReactNode {
  const speech = useSpeech();
  const words = journeyWords(speech.language);
  const id = `launch-${String(launch.number)}`;
  return (
    <article className="proposal launch" aria-labelledby={id}>
      <div className="lead-line">
        <h3 id={id}>{launch.what}</h3>
        <span className={`coming launch-${launch.state}`}>{words.states[launch.state]}</span>
      </div>
      <p className="part-lead">{launch.purpose}</p>
      <p className="small-print">{sayFacts(launch, all, speech)}</p>
      <InLedger launch={launch} />
      <h4>{words.launch.curve}</h4>
      <Curve launch={launch} />
      <h4>{words.launch.effect}</h4>
      <LaunchEffects effects={launch.effects} />
      <h4>{words.launch.retrospectives}</h4>
      <LaunchRetrospectives launch={launch} />
    </article>
  );
}

function sayFacts(launch: LaunchAnswer, all: readonly LaunchAnswer[], speech: Speech): string {
  const { format } = speech;
  const words = journeyWords(speech.language).launch;
  const rows = launch.rows.map(({ name, heads }) => {
    const shown = unitName(name, speech.words);
    return heads === null ? shown : words.row(shown, format.count(heads));
  });
  const besides = all.filter(({ number }) => launch.besides.includes(number)).map(({ what }) => what);
  const { begins, registeredOn, replaces, expectedGain, expectedBy, indicator } = launch;
  return [
    words.begins(format.day(begins)),
    ...(registeredOn > begins ? [words.registeredLater(format.day(registeredOn))] : []),
    words.owner(launch.ownerOffice),
    words.rows(sayList(rows, MOST_NAMED, speech)),
    words.goal(format.count(expectedGain), sayIndicator(indicator, speech), format.day(expectedBy)),
    ...(replaces === null ? [] : [words.replaces(replaces.what, format.day(replaces.by))]),
    ...(besides.length === 0 ? [] : [words.besides(sayList(besides, MOST_NAMED, speech))]),
  ].join(' ');
}

/** What goes out for it, as the ledger has it; a launch that replaces something and stands in no row of it is said to. */
function InLedger({ launch: { ledger, replaces } }: { readonly launch: LaunchAnswer }): ReactNode {
  const { format, language } = useSpeech();
  const words = journeyWords(language).launch;
  if (ledger.length === 0 && replaces === null) return null;
  const said = ledger.map(({ replaces: old, outBy, outOn, overdue }) => {
    if (outOn !== null) return words.gone(old, format.day(outOn));
    return overdue ? words.late(old, format.day(outBy)) : words.toGo(old, format.day(outBy));
  });
  return (
    <p className="small-print">
      {said.length === 0 ? words.notInLedger : said.join(' ')}{' '}
      <a href={hashOf({ screen: 'adoption', section: 'ledger' })}>{words.seeLedger}</a>
    </p>
  );
}

function Curve({ launch }: { readonly launch: LaunchAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = journeyWords(speech.language).launch;
  const quarters = quartersOf(launch, speech);
  if (quarters.length === 0)
    return 'withheld' in launch.expected ? (
      <NotTold why={launch.expected} />
    ) : (
      <NotTold why={{ withheld: 'not-measured' }} />
    );
  const heads = Math.max(headsOf(launch.expected), headsOf(launch.fitted), ...launch.actual.map((one) => one.heads), 1);
  const say = (figure: Estimate | undefined): string =>
    figure === undefined ? words.nothing : sayPeople(figure, speech);
  const top = topOf(quarters, heads);
  const points = quarters.map(({ named, actual, expected }) => words.point(named, say(actual), say(expected)));
  return (
    <>
      <p className="part-lead">
        {words.curveLead} {'withheld' in launch.fitted ? '' : words.fitted}
      </p>
      <PictureOrTable
        about={`${words.curve}: ${launch.what}`}
        table={{
          caption: `${words.curve}: ${launch.what}`,
          population: sayPopulation(launch, heads, speech),
          inFile: [
            {
              head: sayNoiseOf(words.actual, speech),
              cells: quarters.map(({ id }) => {
                const sigma = launch.actual.find(({ period }) => period.id === id)?.sigma;
                return sigma === undefined ? '' : speech.words.figures.persons(format.decimal(sigma, 2));
              }),
            },
          ],
          columns: [words.quarter, words.actual, words.expected, words.follows],
          rows: quarters.map(({ named, actual, expected, fitted }) => [named, say(actual), say(expected), say(fitted)]),
        }}
      >
        <LaunchCurve
          quarters={quarters}
          top={top}
          named={format.count(top)}
          summary={words.summary(launch.what, points.join('. '))}
        />
      </PictureOrTable>
      <p className="small-print">
        {words.scale(format.count(top), format.count(heads))} {sayDips(launch, speech)}{' '}
        {'withheld' in launch.expected ? sayNotTold(launch.expected, speech) : ''}
      </p>
    </>
  );
}

/** Which rows it was launched in, how many work there, and the quarters that are drawn. */
function sayPopulation(launch: LaunchAnswer, heads: number, speech: Speech): string {
  const { words, format } = speech;
  const names = launch.rows.map(({ name }) => unitName(name, words));
  const [first, last] = [quartersOf(launch, speech)[0]?.named ?? '', quartersOf(launch, speech).at(-1)?.named ?? ''];
  const span = first === last ? first : `${first} – ${last}`;
  return `${sayList(names, MOST_NAMED, speech)}. ${words.overview.appsPopulation(format.count(heads), span)}`;
}

/** Quarters with many more quiet days than the first: what falls in them falls everywhere. */
function sayDips({ actual }: LaunchAnswer, speech: Speech): string {
  const quiet = actual.filter(({ holiday }) => holiday).map(({ period }) => speech.format.period(period));
  return quiet.length === 0 ? '' : journeyWords(speech.language).launch.dip(sayList(quiet, MOST_NAMED, speech));
}

/** Every quarter that has a figure of any kind, oldest first. */
function quartersOf({ actual, expected, fitted }: LaunchAnswer, { format }: Speech) {
  const points = [actual, pointsOf(expected), pointsOf(fitted)].flat();
  const periods = new Map(points.map(({ period }) => [period.id, period]));
  return [...periods.values()]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((period) => {
      const found = (of: readonly { readonly period: { readonly id: string }; readonly people: Estimate }[]) =>
        of.find((point) => point.period.id === period.id)?.people;
      const [measured, hoped, follows] = [found(actual), found(pointsOf(expected)), found(pointsOf(fitted))];
      return {
        id: period.id,
        period: format.shortPeriod(period),
        named: format.period(period),
        ...(measured && { actual: measured }),
        ...(hoped && { expected: hoped }),
        ...(follows && { fitted: follows }),
      };
    });
}

/** The top of the scale: the highest end of any interval, rounded up to a whole ten, and never more than there are heads. */
function topOf(quarters: ReturnType<typeof quartersOf>, heads: number): number {
  const ends = quarters.flatMap(({ actual, expected, fitted }) =>
    [actual, expected, fitted].map((one) => one?.high ?? 0),
  );
  return Math.min(heads, Math.max(10, 10 * Math.ceil(Math.max(...ends) / 10)));
}

function pointsOf(curve: CurveAnswer) {
  return 'withheld' in curve ? [] : curve.points;
}

function headsOf(curve: CurveAnswer): number {
  return 'withheld' in curve ? 0 : curve.heads;
}

function sayPeople({ about, low, high }: Estimate, { language, words, format }: Speech): string {
  const interval = words.figures.interval(format.count(low), format.count(high));
  return journeyWords(language).launch.people(format.count(about), interval);
}

function NotTold({ why }: { readonly why: LaunchNotTold }): ReactNode {
  const speech = useSpeech();
  return (
    <div className="all-withheld">
      <WithheldMark />
      <p>{sayNotTold(why, speech)}</p>
    </div>
  );
}
