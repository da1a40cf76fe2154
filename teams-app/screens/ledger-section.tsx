import { type ReactNode } from 'react';
import {
  type LedgerAnswer,
  ledgerAnswer,
  type MeasuredAnswer,
  type ReadingAnswer,
} from '../../connector/api/benefit-answers.ts';
import { FigureTable, type PlainTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { hashOf } from '../route.ts';
import { adoptionWords } from '../words/adoption-words.ts';
import { sayMeasured, sayMeasuredNoise } from '../words/kept-form.ts';
import { lastStep } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { chosenIn, type KeptField, type KeptValues, numberIn, textIn, textOrNull } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';
import { indicatorOptions, placeGroups } from './plan-fields.ts';
import { SectionAnswer } from './section-answer.tsx';
import { type Awaited, useAnswer } from './use-answer.ts';

type Row = LedgerAnswer['rows'][number];

/** What came in, what was to go out for it, and how much of the old is gone. */
export function LedgerSection(): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).ledger;
  const asked = useAnswer('/api/ledger', ledgerAnswer);
  return (
    <Part id="ledger-title" title={words.title} gist={gistOf(asked[0], speech)}>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>
        {(answer, again) => (
          <>
            <Balance answer={answer} />
            <AppsAPerson answer={answer} />
            {answer.mayWrite ? <LedgerForm answer={answer} onDone={again} /> : null}
          </>
        )}
      </SectionAnswer>
    </Part>
  );
}

/** How many came in and went out; nothing until it is known. */
function gistOf(asked: Awaited<LedgerAnswer>, { language, format }: Speech): string | undefined {
  if (asked.kind !== 'answer') return undefined;
  const words = adoptionWords(language).ledger;
  const { balance, rows } = asked.answer;
  if (rows.length === 0) return words.noneTitle;
  const overdue = balance.overdue === 0 ? '' : words.overdue(format.count(balance.overdue));
  return `${words.balance(format.count(balance.in), format.count(balance.out))} ${overdue}`.trim();
}

function Balance({ answer: { balance, rows } }: { readonly answer: LedgerAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = adoptionWords(speech.language).ledger;
  if (rows.length === 0) return <p className="part-lead">{words.none}</p>;
  return (
    <>
      <p className="part-lead">
        <RichText text={words.balance(format.count(balance.in), format.count(balance.out))} />{' '}
        {balance.overdue === 0 ? null : <RichText text={words.overdue(format.count(balance.overdue))} />}
      </p>
      <FigureTable
        caption={words.title}
        inFile={[
          ...fileOf(
            words.before,
            rows.map(({ displacement }) => displacement.nullPoint),
            rows,
            speech,
          ),
          ...fileOf(
            words.now,
            rows.map(({ displacement }) => displacement.now),
            rows,
            speech,
          ),
        ]}
        columns={[words.tool, words.replaces, words.outBy, words.outOn, words.where, words.displaced]}
        rows={rows.map((row) => [
          row.tool === null ? words.cleanUp : `${row.tool}, ${format.day(row.inOn)}`,
          row.replaces,
          format.day(row.outBy),
          row.outOn === null ? (row.overdue ? words.late : words.inUse) : format.day(row.outOn),
          row.where.length === 0 ? words.everywhere : sayList(row.where.map(lastStep), 4, speech),
          sayDisplaced(row, speech),
        ])}
      />
      <Launches rows={rows} />
    </>
  );
}

/** What a displaced share was computed from, for the file: the figure, its period and its noise. */
function fileOf(
  head: string,
  readings: readonly (ReadingAnswer | null)[],
  rows: readonly Row[],
  speech: Speech,
): NonNullable<PlainTable['inFile']> {
  const { format, words } = speech;
  const told = (say: (reading: ReadingAnswer, row: Row) => string): string[] =>
    rows.map((row, at) => {
      const reading = readings[at] ?? null;
      return reading === null ? '' : say(reading, row);
    });
  return [
    { head, cells: told(({ value }, { oldIndicator }) => sayMeasured(value, oldIndicator ?? 'mail-mostly', speech)) },
    { head: `${words.csv.period}: ${head}`, cells: told(({ period }) => format.period(period)) },
    {
      head: `${words.csv.sigma}: ${head}`,
      cells: told(({ sigma }, { oldIndicator }) => sayMeasuredNoise(sigma, oldIndicator ?? 'mail-mostly', speech)),
    },
  ];
}

/** The launches that tools came with, and the way to them. */
function Launches({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).ledger;
  const names = [...new Set(rows.flatMap(({ launch }) => launch?.what ?? []))];
  if (names.length === 0) return null;
  return (
    <p className="small-print">
      {words.cameWith} {sayList(names, names.length, speech)}.{' '}
      <a href={hashOf({ screen: 'journey', section: 'launches' })}>{words.seeLaunches}</a>
    </p>
  );
}

function sayDisplaced({ oldIndicator, displacement: { state, displaced } }: Row, speech: Speech): string {
  const words = adoptionWords(speech.language).ledger;
  if (oldIndicator === null) return words.states.untold();
  return words.states[state](displaced === null ? '' : sayPercent(displaced, speech));
}

/** `om lag 40 % (31 til 49)`: what is gone may be under nought, so no dash joins its ends. */
function sayPercent({ about, low, high }: MeasuredAnswer, { language, format }: Speech): string {
  const words = adoptionWords(language);
  return words.shareOf(format.percent(about), words.leaders.fromTo(format.decimal(low, 0), format.decimal(high, 0)));
}

function AppsAPerson({ answer: { appsAPerson } }: { readonly answer: LedgerAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = adoptionWords(speech.language).ledger;
  if (appsAPerson.length === 0) return null;
  return (
    <>
      <h3>{words.appsAPerson}</h3>
      <FigureTable
        caption={words.appsAPerson}
        inFile={[
          {
            head: speech.words.csv.sigma,
            cells: appsAPerson.map(({ sigma }) => words.appsNoise(format.decimal(sigma, 3))),
          },
        ]}
        columns={[words.quarter, speech.words.overview.personsColumn, words.figure]}
        rows={appsAPerson.map(({ period, heads, value }) => [
          format.period(period),
          format.count(heads),
          words.apps(format.decimal(value.about, 2), format.decimal(value.low, 2), format.decimal(value.high, 2)),
        ])}
      />
    </>
  );
}

function LedgerForm({ answer, onDone }: { readonly answer: LedgerAnswer; readonly onDone: () => void }): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).form;
  return (
    <KeptForm
      title={words.title}
      send={words.send}
      path="/api/ledger"
      fields={(values) => fieldsOf(values, answer, speech)}
      body={(values, number) => ({ number, row: rowOf(values) })}
      rows={answer.rows.map((row) => ({
        number: row.number,
        text: row.tool === null ? row.replaces : `${row.tool}: ${row.replaces}`,
        values: valuesOf(row),
      }))}
      onDone={onDone}
    />
  );
}

function fieldsOf(values: KeptValues, { choices, launches }: LedgerAnswer, speech: Speech): KeptField[] {
  const words = adoptionWords(speech.language).form;
  const most = choices.nameCharacters;
  return [
    { kind: 'text', name: 'tool', label: words.tool, hint: words.toolHint, most, optional: true },
    ...(launches.length === 0
      ? []
      : [
          {
            ...{ kind: 'choice' as const, name: 'launch', label: words.launch, hint: words.launchHint, optional: true },
            options: launches.map(({ number, what }) => ({ value: String(number), text: what })),
          },
        ]),
    { kind: 'day', name: 'inOn', label: words.inOn },
    { kind: 'text', name: 'replaces', label: words.replaces, most },
    { kind: 'day', name: 'outBy', label: words.outBy },
    { kind: 'day', name: 'outOn', label: words.outOn, hint: words.outOnHint, optional: true },
    {
      ...{ kind: 'choice', name: 'oldIndicator', label: words.oldIndicator, optional: true },
      options: indicatorOptions(choices, speech),
    },
    {
      kind: 'many',
      name: 'where',
      label: words.where,
      groups: placeGroups(choices, chosenIn(values, 'where'), speech),
      optional: true,
    },
  ];
}

function rowOf(values: KeptValues): object {
  return {
    tool: textOrNull(values, 'tool'),
    inOn: textIn(values, 'inOn'),
    replaces: textIn(values, 'replaces'),
    outBy: textIn(values, 'outBy'),
    outOn: textOrNull(values, 'outOn'),
    oldIndicator: textOrNull(values, 'oldIndicator'),
    where: chosenIn(values, 'where'),
    launch: textOrNull(values, 'launch') === null ? null : numberIn(values, 'launch'),
  };
}

function valuesOf({ tool, inOn, replaces, outBy, outOn, oldIndicator, where, launch }: Row): KeptValues {
  return {
    ...{ tool: tool ?? '', inOn, replaces, outBy, outOn: outOn ?? '', oldIndicator: oldIndicator ?? '', where },
    launch: launch === null ? '' : String(launch.number),
  };
}
