import { type ReactNode } from 'react';
import type { AdoptionAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { type ShareBar, ShareBars } from '../drawing/share-bars.tsx';
import { adoptionWords, sayNoise, sayNoiseOf, sayNotShown, sayShare } from '../words/adoption-words.ts';
import type { AdoptionWords } from '../words/adoption/nb.ts';
import { opening } from '../words/opening.ts';
import { sayFigure, sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { WithheldPart } from './withheld-part.tsx';

type Leaders = Exclude<AdoptionAnswer['leaders'], { withheld: string }>;
type Measure = 'habit' | 'together';
type Gap = Exclude<Leaders['gap'][Measure], { withheld: string }>;

/** Leaders beside staff at desks, with frontline staff and elected members on the same staircase. */
export function LeadersSection({ answer: { leaders } }: { readonly answer: AdoptionAnswer }): ReactNode {
  const speech = useSpeech();
  const { language, format } = speech;
  const words = adoptionWords(language).leaders;
  return (
    <Part id="leaders-title" title={words.title} gist={gistOf(leaders, speech)}>
      <p className="part-lead">{words.lead}</p>
      {'withheld' in leaders ? (
        <WithheldPart why={leaders} />
      ) : (
        <>
          <OneMeasure leaders={leaders} measure="habit" />
          <OneMeasure leaders={leaders} measure="together" />
          <HoldsToo leaders={leaders} />
          <p className="small-print">
            {words.from(format.periodNamed(leaders.restsOn[0]?.period ?? ''))}{' '}
            {words.noise(format.decimal(leaders.sigma, 1))}
          </p>
        </>
      )}
    </Part>
  );
}

/** The gap in habit, as at the top of the screen; or why there is none. */
function gistOf(leaders: AdoptionAnswer['leaders'], speech: Speech): string {
  const words = adoptionWords(speech.language);
  if ('withheld' in leaders) return sayNotShown(leaders, words, speech.format);
  const { habit } = leaders.gap;
  return 'withheld' in habit ? sayNotShown(habit, words, speech.format) : sayLeaderGap(leaders, speech);
}

function OneMeasure({ leaders, measure }: { readonly leaders: Leaders; readonly measure: Measure }): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const words = adoptionWords(language);
  const gap = leaders.gap[measure];
  const bars = leaders.groups.map((group) => barOf(group, measure, speech));
  const difference = 'withheld' in gap ? sayNotShown(gap, words, format) : sayGap(gap, words, speech);
  return (
    <>
      <h3>{words.leaders[measure]}</h3>
      <p className="part-lead">
        <RichText text={difference} />
      </p>
      <PictureOrTable
        about={words.leaders[measure]}
        table={{
          caption: `${words.leaders.title} ${words.leaders[measure]}`,
          period: format.periodNamed(leaders.restsOn[0]?.period ?? ''),
          population: words.population(
            format.count(leaders.groups.reduce((sum, { heads }) => sum + (heads ?? 0), 0)),
            format.periodNamed(leaders.restsOn[0]?.period ?? ''),
          ),
          inFile: [
            {
              head: sayNoiseOf(words.staircase.share, speech),
              cells: [...leaders.groups.map((group) => group[measure]), gap].map((figure) =>
                sayNoise('share' in figure ? figure.share : 'withheld' in figure ? undefined : figure, speech),
              ),
            },
          ],
          columns: [words.leaders.group, words.staircase.people, words.staircase.share],
          rows: [
            ...leaders.groups.map((group, index) => {
              const figure = group[measure];
              const share = 'withheld' in figure ? '' : opening(sayShare(figure.share, words, format));
              return [words.leaders.groups[group.group], bars[index]?.said ?? '', share];
            }),
            [words.leaders.difference, 'withheld' in gap ? difference : sayPoints(gap, words, speech), ''],
          ],
        }}
      >
        <ShareBars bars={bars} />
      </PictureOrTable>
    </>
  );
}

function barOf(group: Leaders['groups'][number], measure: Measure, speech: Speech): ShareBar {
  const { format } = speech;
  const words = adoptionWords(speech.language);
  const figure = group[measure];
  const name = words.leaders.groups[group.group];
  if ('withheld' in figure) {
    const said = sayNotShown(figure, words, format);
    return { name, heads: 0, share: '', said, figure: { withheld: 'not-measured' } };
  }
  const heads = group.heads ?? 0;
  const people = opening(sayFigure(figure.people, speech));
  return {
    ...{ name, heads, figure: figure.people, share: format.percent(figure.share.about) },
    said: speech.words.figures.ofHeads(people, format.count(heads)),
  };
}

function HoldsToo({ leaders: { groups } }: { readonly leaders: Leaders }): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).leaders;
  const held = groups.find(({ holdsToo }) => holdsToo.length > 0);
  if (held === undefined) return null;
  const names = held.holdsToo.map((group) => words.groups[group].toLocaleLowerCase(speech.language));
  return (
    <p className="small-print">
      {words.groups[held.group]}. {words.holdsToo(sayList(names, names.length, speech))}
    </p>
  );
}

/** The gap as a sentence: how many percentage points fewer or more, always as a positive number. */
function sayGap(gap: Gap, words: AdoptionWords, { format }: Speech): string {
  if (gap.verdict === 'behind')
    return words.leaders.verdicts.behind(
      points(-gap.about, format),
      words.interval(points(-gap.high, format), points(-gap.low, format)),
    );
  const interval = words.interval(points(gap.low, format), points(gap.high, format));
  const to = gap.verdict === 'ahead' ? interval : sayRange(gap, words, format);
  return words.leaders.verdicts[gap.verdict](points(gap.about, format), to);
}

/** Percentage points: whole, since the noise is wider than one; under one with a decimal, so that no sure gap reads as none. */
function points(value: number, format: Speech['format']): string {
  const decimals = Math.abs(value) < 1 ? 1 : 0;
  // Never a nought with a sign.
  return format.decimal(Number(value.toFixed(decimals)) + 0, decimals);
}

/** Ends that may lie under nought are not joined by a dash, which would be read as a sign. */
function sayRange({ low, high }: Gap, words: AdoptionWords, format: Speech['format']): string {
  return words.leaders.fromTo(points(low, format), points(high, format));
}

function sayPoints(gap: Gap, words: AdoptionWords, { format }: Speech): string {
  return words.shareOf(points(gap.about, format), sayRange(gap, words, format));
}

/** The gap in one sentence, for the top of the screen; empty where it is not shown. */
export function sayLeaderGap(leaders: AdoptionAnswer['leaders'], { language, format }: Speech): string {
  if ('withheld' in leaders || 'withheld' in leaders.gap.habit) return '';
  const words = adoptionWords(language);
  const { about, low, high, verdict } = leaders.gap.habit;
  const period = format.periodNamed(leaders.restsOn[0]?.period ?? '');
  switch (verdict) {
    case 'behind':
      return words.gapBehind(
        period,
        points(-about, format),
        words.interval(points(-high, format), points(-low, format)),
      );
    case 'ahead':
      return words.gapAhead(period, points(about, format), words.interval(points(low, format), points(high, format)));
    case 'no-sure-difference':
      return words.gapNone(period);
  }
}
