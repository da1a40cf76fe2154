import { type ReactNode } from 'react';
import { type OverviewAnswer, overviewOrNone } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { workedFigureWords } from '../words/worked-figure-words.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';
import { type WorkedFigure, workedFigure } from './worked-figure.ts';

/**
 * How one figure of the newest release arose, with its own numbers. For those who read releases, and nobody else asks for it.
 *
 * @param rhoAYear the year's whole budget (zCDP)
 */
export function AboutWorkedFigure({ rhoAYear }: { readonly rhoAYear: number }): ReactNode {
  const { language } = useSpeech();
  const asked = useAnswer('/api/overview', overviewOrNone);
  const said = workedFigureWords(language);
  return (
    <Part id="about-worked" title={said.title}>
      <SectionAnswer asked={asked}>
        {(answer) => ('noRelease' in answer ? null : <Worked answer={answer} rhoAYear={rhoAYear} />)}
      </SectionAnswer>
    </Part>
  );
}

function Worked({ answer, rhoAYear }: { readonly answer: OverviewAnswer; readonly rhoAYear: number }): ReactNode {
  const speech = useSpeech();
  const { words, format, language } = speech;
  const said = workedFigureWords(language);
  const worked = workedFigure(answer);
  if (worked === undefined) return <p className="part-lead">{words.overview.noReach}</p>;
  return (
    <>
      <p className="part-lead">
        {said[worked.from](format.period(answer.period))} <RichText text={sentenceOf(worked, speech)} />
      </p>
      <dl className="formulas">
        {stepsOf(worked, rhoAYear, speech).map(({ name, text, formulas }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span>{text}</span>
              {formulas.map((formula) => (
                <code key={formula}>{formula}</code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function sentenceOf({ from, figure, heads, partner, of }: WorkedFigure, speech: Speech): string {
  const { words, format } = speech;
  const [all, to] = [format.count(heads), unitName(partner, words)];
  if (from === 'largest')
    return words.overview.reachSentence(opening(sayFigure(figure, speech)), unitName(of, words), all, to);
  const interval = words.figures.interval(format.count(figure.low), format.count(figure.high));
  return words.overview.loosestLead(format.count(figure.about), all, interval, to);
}

interface Step {
  readonly name: string;
  readonly text: string;
  readonly formulas: readonly string[];
}

/** Nine of ten draws of a normal distribution lie within this many standard deviations. */
const NINE_OF_TEN = 1.645;

function stepsOf(worked: WorkedFigure, rhoAYear: number, { words, format, language }: Speech): readonly Step[] {
  const said = workedFigureWords(language);
  const { rows, figure, heads, sigma, rho } = worked;
  const [about, count] = [format.count(figure.about), format.count(rows.length)];
  const sum = rows.reduce((total, row) => total + row.count, 0);
  const noise = sigma * Math.sqrt(rows.length);
  const two = (number: number): string => format.decimal(number, 2);
  const three = (number: number): string => format.decimal(number, 3);
  const ends = words.figures.interval(format.count(figure.low), format.count(figure.high));
  return [
    {
      name: said.sum,
      text: said.released,
      formulas: [
        ...rows.map((row) => said.row(unitName(row.name, words), format.count(row.count), format.count(row.heads))),
        ...(rows.length === 1
          ? []
          : [
              `${rows.map((row) => (row.count < 0 ? `(${format.count(row.count)})` : format.count(row.count))).join(' + ')} = ${format.count(sum)}`,
            ]),
        // A sum that nobody could be part of is moved to the nearest possible before the interval is laid around it.
        ...(sum === figure.about ? [] : [`${format.count(sum)} → ${about}`]),
      ],
    },
    {
      name: said.noise,
      text: rows.length === 1 ? said.noiseOfOne : said.noiseText(count),
      formulas: [rows.length === 1 ? `σ = ${two(sigma)}` : `σ = ${two(sigma)} × √${count} = ${two(noise)}`],
    },
    {
      name: said.interval,
      text: said.intervalText(format.count(heads)),
      formulas: [`${about} ± ${three(NINE_OF_TEN)} × ${two(noise)} = ${about} ± ${two(NINE_OF_TEN * noise)} = ${ends}`],
    },
    {
      name: said.floor,
      text: said.floorText,
      formulas: [`max(20, ⌈11 × ${two(sigma)}⌉) = ${format.count(Math.max(20, Math.ceil(11 * sigma)))}`],
    },
    { name: said.price, text: said.priceText, formulas: [`ρ = ${three(rho)} / ${three(rhoAYear)}`] },
  ];
}
