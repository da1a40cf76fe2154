import { type ReactNode } from 'react';
import { type FitnessGatesAnswer, fitnessGatesAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { journeyWords } from '../words/journey-words.ts';
import { keptFormWords, sayMeasured, sayMeasuredNoise } from '../words/kept-form.ts';
import { unitName } from '../words/names.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { chosenIn, type KeptField, type KeptValues, numberIn, textIn } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';
import { indicatorOptions, placeGroups } from './plan-fields.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

type Gate = FitnessGatesAnswer['gates'][number];

/** Which services can build on a habit, and why the others cannot yet. */
export function ServiceGatesSection(): ReactNode {
  const { language, format } = useSpeech();
  const { gates: words } = journeyWords(language);
  const asked = useAnswer('/api/fitness-gates', fitnessGatesAnswer);
  const [known] = asked;
  const gates = known.kind === 'answer' ? known.answer.gates : undefined;
  const open = gates?.filter(({ state }) => state === 'open').length ?? 0;
  const gist =
    gates === undefined || gates.length === 0
      ? undefined
      : gistWords(language).gates(format.count(open), format.count(gates.length));
  return (
    <Part id="service-gates-title" title={words.title} gist={gist}>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>
        {(answer, again) => (
          <>
            {answer.gates.length === 0 ? <p className="part-lead">{words.none}</p> : null}
            <ul className="gates">
              {answer.gates.map((gate) => (
                <GateCard key={gate.number} gate={gate} />
              ))}
            </ul>
            {answer.gates.some(({ judged }) => judged.length > 0) ? <Judged answer={answer} /> : null}
            {answer.mayWrite ? <GateForm answer={answer} onDone={again} /> : null}
          </>
        )}
      </SectionAnswer>
    </Part>
  );
}

/** A sign for each state besides its word and its frame. */
const SIGNS = { open: '✓', nearly: '≈', closed: '×' } as const;

function GateCard({ gate }: { readonly gate: Gate }): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const { gates: words } = journeyWords(language);
  const indicator = keptFormWords(language).indicators[gate.indicator];
  return (
    <li className={gate.state === 'open' ? 'gate' : 'gate gate-closed'}>
      <h3>{gate.service}</h3>
      <p>
        <span aria-hidden="true">{SIGNS[gate.state]} </span>
        <strong>{words.states[gate.state]}</strong>
      </p>
      <p>
        {gate.quarters === 1
          ? words.ruleOnce(indicator, format.percent(gate.level))
          : words.rule(indicator, format.percent(gate.level), format.count(gate.quarters))}
      </p>
      {gate.reasons.length === 0 ? null : (
        <ul className="gate-reasons">
          {gate.reasons.map((reason, index) => (
            <li key={index}>{sayReason(reason, speech)}</li>
          ))}
        </ul>
      )}
      <p className="small-print">
        {words.owner(gate.owner)}{' '}
        {gate.formerly.map(({ level, until }) => words.formerly(format.percent(level), format.day(until))).join(' ')}
      </p>
    </li>
  );
}

function sayReason({ reason, row, period }: Gate['reasons'][number], speech: Speech): string {
  const words = journeyWords(speech.language).gates;
  const name = row === null ? '' : unitName(row, speech.words);
  return words.reasons[reason](name, period === null ? '' : speech.format.periodNamed(period));
}

/** Every row in every release that was judged, as a table. */
function Judged({ answer: { gates } }: { readonly answer: FitnessGatesAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const { gates: words } = journeyWords(speech.language);
  return (
    <FigureTable
      caption={words.title}
      inFile={[
        {
          head: speech.words.csv.sigma,
          cells: gates.flatMap(({ indicator, judged }) =>
            judged.flatMap(({ rows }) =>
              rows.map(({ sigma }) => (sigma === null ? '' : sayMeasuredNoise(sigma, indicator, speech))),
            ),
          ),
        },
      ]}
      columns={[
        words.service,
        words.quarter,
        words.row,
        speech.words.overview.personsColumn,
        words.value,
        words.verdict,
      ]}
      rows={gates.flatMap(({ service, indicator, judged }) =>
        judged.flatMap(({ period, rows }) =>
          rows.map(({ row, heads, value, verdict }) => [
            service,
            format.period(period),
            unitName(row, speech.words),
            format.count(heads),
            value === null ? words.reasons['not-measured']() : sayMeasured(value, indicator, speech),
            words.verdicts[verdict],
          ]),
        ),
      )}
    />
  );
}

interface FormProps {
  readonly answer: FitnessGatesAnswer;
  readonly onDone: () => void;
}

function GateForm({ answer, onDone }: FormProps): ReactNode {
  const speech = useSpeech();
  const words = journeyWords(speech.language).forms.gate;
  return (
    <KeptForm
      title={words.title}
      send={words.send}
      path="/api/fitness-gates"
      fields={(values) => fieldsOf(values, answer, speech)}
      body={(values, number) => ({ number, row: rowOf(values) })}
      rows={answer.gates.map((gate) => ({ number: gate.number, text: gate.service, values: valuesOf(gate) }))}
      onDone={onDone}
    />
  );
}

function fieldsOf(values: KeptValues, { choices }: FitnessGatesAnswer, speech: Speech): KeptField[] {
  const words = journeyWords(speech.language).forms.gate;
  return [
    { kind: 'text', name: 'service', label: words.service, most: choices.nameCharacters },
    { kind: 'text', name: 'owner', label: words.owner, most: choices.nameCharacters },
    { kind: 'choice', name: 'indicator', label: words.indicator, options: indicatorOptions(choices, speech) },
    {
      kind: 'many',
      name: 'where',
      label: words.where,
      groups: placeGroups(choices, chosenIn(values, 'where'), speech),
    },
    { kind: 'number', name: 'level', label: words.level, least: 1, most: 100 },
    { kind: 'number', name: 'quarters', label: words.quarters, least: 1, most: 4, whole: true },
  ];
}

function rowOf(values: KeptValues): object {
  return {
    ...Object.fromEntries(['service', 'owner', 'indicator'].map((name) => [name, textIn(values, name)])),
    where: chosenIn(values, 'where'),
    level: numberIn(values, 'level'),
    quarters: numberIn(values, 'quarters'),
  };
}

function valuesOf({ service, owner, indicator, where, level, quarters }: Gate): KeptValues {
  return { service, owner, indicator, where, level: String(level), quarters: String(quarters) };
}
