import { type ReactNode } from 'react';
import { BENEFIT_KINDS, type BenefitsAnswer, benefitsAnswer, DIRECTIONS } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { sayNoiseOf } from '../words/adoption-words.ts';
import { journeyWords } from '../words/journey-words.ts';
import { keptFormWords, sayMeasured, sayMeasuredNoise } from '../words/kept-form.ts';
import { lastStep } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { chosenIn, type KeptField, type KeptValues, numberIn, textIn } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';
import { indicatorOptions, placeGroups } from './plan-fields.ts';
import { SectionAnswer } from './section-answer.tsx';
import { type Awaited, useAnswer } from './use-answer.ts';

type Row = BenefitsAnswer['rows'][number];
type Reading = NonNullable<Row['now']>;

/** Each benefit with its starting point, where it is now, its goal, and a status that is computed. */
export function BenefitsSection(): ReactNode {
  const speech = useSpeech();
  const { benefits: words } = journeyWords(speech.language);
  const asked = useAnswer('/api/benefits', benefitsAnswer);
  return (
    <Part id="benefits-title" title={words.title} gist={gistOf(asked[0], speech)}>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>
        {(answer, again) => (
          <>
            {answer.rows.length === 0 ? <p className="part-lead">{words.none}</p> : <Plan answer={answer} />}
            {answer.mayWrite ? <BenefitForm answer={answer} onDone={again} /> : null}
          </>
        )}
      </SectionAnswer>
    </Part>
  );
}

/** How many benefits stand at each status; nothing until it is known. */
function gistOf(asked: Awaited<BenefitsAnswer>, { language, format }: Speech): string | undefined {
  if (asked.kind !== 'answer') return undefined;
  const words = journeyWords(language).benefits;
  const counted = [...Map.groupBy(asked.answer.rows, ({ status }) => status)];
  if (counted.length === 0) return words.none;
  return counted.map(([status, rows]) => `${words.statuses[status]}: ${format.count(rows.length)}`).join('\u00a0· ');
}

function Plan({ answer: { rows } }: { readonly answer: BenefitsAnswer }): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const { benefits: words } = journeyWords(language);
  const { indicators } = keptFormWords(language);
  return (
    <FigureTable
      caption={words.title}
      inFile={[
        {
          head: sayNoiseOf(words.nullPoint, speech),
          cells: rows.map(({ nullPoint, indicator }) =>
            nullPoint === null ? '' : sayMeasuredNoise(nullPoint.sigma, indicator, speech),
          ),
        },
        {
          head: sayNoiseOf(words.now, speech),
          cells: rows.map(({ now, indicator }) => (now === null ? '' : sayMeasuredNoise(now.sigma, indicator, speech))),
        },
      ]}
      columns={[
        ...[words.benefit, words.status, words.indicator, words.nullPoint, words.now, words.target],
        ...[words.by, words.kind, words.owner],
      ]}
      rows={rows.map((row) => [
        row.benefit,
        [words.statuses[row.status], ...(row.overdue ? [words.overdue] : [])].join('. '),
        [
          indicators[row.indicator],
          ...(row.where.length === 0 ? [] : [sayList(row.where.map(lastStep), 4, speech)]),
        ].join(': '),
        sayNullPoint(row, speech),
        sayReading(row.now, row, speech),
        [sayTarget(row, speech), ...row.formerly.map((old) => sayFormerly(old, row, speech))].join('. '),
        format.day(row.by),
        words.kinds[row.kind],
        row.owner,
      ])}
    />
  );
}

function sayNullPoint(row: Row, speech: Speech): string {
  const words = journeyWords(speech.language).benefits;
  const said = sayReading(row.nullPoint, row, speech);
  return row.nullPoint?.kind === 'last-before' ? `${said} (${words.otherSeason})` : said;
}

function sayReading(reading: Reading | null, { indicator }: Row, speech: Speech): string {
  const words = journeyWords(speech.language).benefits;
  if (reading === null) return words.statuses['not-measured'];
  return words.of(sayMeasured(reading.value, indicator, speech), speech.format.period(reading.period));
}

function sayTarget(
  { direction, target, indicator }: Pick<Row, 'direction' | 'target' | 'indicator'>,
  { format, language }: Speech,
): string {
  const figure = indicator === 'apps-a-person' ? format.decimal(target, 2) : format.percent(target);
  return journeyWords(language).benefits.directions[direction](figure);
}

function sayFormerly(old: Row['formerly'][number], { indicator }: Row, speech: Speech): string {
  const target = sayTarget({ ...old, indicator }, speech);
  return journeyWords(speech.language).benefits.formerly(target, speech.format.day(old.until));
}

interface FormProps {
  readonly answer: BenefitsAnswer;
  readonly onDone: () => void;
}

function BenefitForm({ answer, onDone }: FormProps): ReactNode {
  const speech = useSpeech();
  const words = journeyWords(speech.language).forms.benefit;
  return (
    <KeptForm
      title={words.title}
      send={words.send}
      path="/api/benefits"
      fields={(values) => fieldsOf(values, answer, speech)}
      body={(values, number) => ({ number, row: rowOf(values) })}
      rows={answer.rows.map((row) => ({ number: row.number, text: row.benefit, values: valuesOf(row, speech) }))}
      onDone={onDone}
    />
  );
}

function fieldsOf(values: KeptValues, { choices }: BenefitsAnswer, speech: Speech): KeptField[] {
  const { forms, benefits } = journeyWords(speech.language);
  const words = forms.benefit;
  const directions = { 'at-least': words.atLeast, 'at-most': words.atMost };
  return [
    { kind: 'text', name: 'benefit', label: words.benefit, most: choices.textCharacters },
    {
      ...{ kind: 'choice', name: 'kind', label: words.kind },
      options: BENEFIT_KINDS.map((kind) => ({ value: kind, text: benefits.kinds[kind] })),
    },
    { kind: 'text', name: 'owner', label: words.owner, most: choices.nameCharacters },
    { kind: 'choice', name: 'indicator', label: words.indicator, options: indicatorOptions(choices, speech) },
    {
      kind: 'many',
      name: 'where',
      label: words.where,
      groups: placeGroups(choices, chosenIn(values, 'where'), speech),
      optional: true,
    },
    { kind: 'day', name: 'from', label: words.from },
    {
      ...{ kind: 'choice', name: 'direction', label: words.direction },
      options: DIRECTIONS.map((direction) => ({ value: direction, text: directions[direction] })),
    },
    { kind: 'number', name: 'target', label: words.target, least: 0, most: 100 },
    { kind: 'day', name: 'by', label: words.by },
  ];
}

function rowOf(values: KeptValues): object {
  const texts = ['benefit', 'kind', 'owner', 'indicator', 'from', 'direction', 'by'];
  return {
    ...Object.fromEntries(texts.map((name) => [name, textIn(values, name)])),
    where: chosenIn(values, 'where'),
    target: numberIn(values, 'target'),
  };
}

function valuesOf(
  { benefit, kind, owner, indicator, where, from, direction, target, by }: Row,
  { format }: Speech,
): KeptValues {
  return { benefit, kind, owner, indicator, where, from, direction, target: format.decimal(target, 2), by };
}
