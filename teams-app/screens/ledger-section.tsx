import { type ReactNode } from 'react';
import { type LedgerAnswer, ledgerAnswer, type MeasuredAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { lastStep } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { chosenIn, type KeptField, type KeptValues, textIn, textOrNull } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';
import { indicatorOptions, placeGroups } from './plan-fields.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

type Row = LedgerAnswer['rows'][number];

/** What came in, what was to go out for it, and how much of the old is gone. */
export function LedgerSection(): ReactNode {
  const { language } = useSpeech();
  const words = adoptionWords(language).ledger;
  const asked = useAnswer('/api/ledger', ledgerAnswer);
  return (
    <section className="part" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{words.title}</h2>
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
    </section>
  );
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
    </>
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
        columns={[words.quarter, speech.words.overview.headsColumn, words.figure]}
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

function fieldsOf(values: KeptValues, { choices }: LedgerAnswer, speech: Speech): KeptField[] {
  const words = adoptionWords(speech.language).form;
  const most = choices.nameCharacters;
  return [
    { kind: 'text', name: 'tool', label: words.tool, hint: words.toolHint, most, optional: true },
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
  };
}

function valuesOf({ tool, inOn, replaces, outBy, outOn, oldIndicator, where }: Row): KeptValues {
  return { tool: tool ?? '', inOn, replaces, outBy, outOn: outOn ?? '', oldIndicator: oldIndicator ?? '', where };
}
