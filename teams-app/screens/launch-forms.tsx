import { type ReactNode } from 'react';
import { type JourneyAnswer, LAUNCH_CHARACTERS, OUTCOMES } from '../../connector/api/journey-answers.ts';
import { journeyWords, sayIndicator } from '../words/journey-words.ts';
import { unitName } from '../words/names.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { chosenIn, type KeptField, type KeptValues, numberIn, textIn, textOrNull } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';

type Register = NonNullable<JourneyAnswer['register']>;

interface Props {
  readonly answer: JourneyAnswer;
  readonly register: Register;
  readonly onDone: () => void;
}

/** Where a launch owner registers a launch and tells what was learnt of one. Neither is ever changed or taken away. */
export function LaunchForms({ answer, register, onDone }: Props): ReactNode {
  const speech = useSpeech();
  const { forms } = journeyWords(speech.language);
  return (
    <>
      {register.indicators.length === 0 ? null : (
        <KeptForm
          title={forms.launch.title}
          send={forms.launch.send}
          path="/api/launches"
          fields={(values) => launchFields(values, register, speech)}
          body={(values) => launchOf(values, register)}
          onDone={onDone}
        />
      )}
      {answer.launches.length === 0 ? null : (
        <KeptForm
          title={forms.retrospective.title}
          send={forms.retrospective.send}
          path="/api/launches/retrospectives"
          fields={() => retrospectiveFields(answer, speech)}
          body={retrospectiveOf}
          onDone={onDone}
        />
      )}
    </>
  );
}

/** An indicator as an option's value: it stands nowhere but in this form. */
function keyOf({ table, column }: Register['indicators'][number]['indicator']): string {
  return `${table} ${column}`;
}

function chosenIndicator(values: KeptValues, { indicators }: Register): Register['indicators'][number] | undefined {
  const key = textIn(values, 'indicator');
  return indicators.find(({ indicator }) => keyOf(indicator) === key);
}

function launchFields(values: KeptValues, register: Register, speech: Speech): KeptField[] {
  const { format } = speech;
  const words = journeyWords(speech.language).forms.launch;
  const rows = chosenIndicator(values, register)?.rows ?? [];
  const groups = [...Map.groupBy(rows, ({ division }) => division)].map(([division, below]) => ({
    title: unitName(division, speech.words),
    options: below.map(({ id, name, heads }) => ({
      value: id,
      text: `${unitName(name, speech.words)}: ${format.count(heads)}`,
    })),
  }));
  return [
    { kind: 'text', name: 'what', label: words.what, most: LAUNCH_CHARACTERS.what },
    {
      ...{ kind: 'choice', name: 'indicator', label: words.indicator },
      options: register.indicators.map(({ indicator }) => ({
        value: keyOf(indicator),
        text: sayIndicator(indicator, speech),
      })),
    },
    // Which rows there are depends on the figure.
    ...(rows.length === 0
      ? []
      : [
          {
            ...{ kind: 'many' as const, name: 'rows', label: words.rows, groups },
            hint: words.effectHeads(format.count(register.effectHeads)),
          },
        ]),
    { kind: 'day', name: 'begins', label: words.begins },
    { kind: 'text', name: 'ownerOffice', label: words.ownerOffice, most: LAUNCH_CHARACTERS.ownerOffice },
    { kind: 'long', name: 'purpose', label: words.purpose, most: LAUNCH_CHARACTERS.purpose },
    {
      ...{ kind: 'text', name: 'replaces.what', label: words.replaces },
      ...{ most: LAUNCH_CHARACTERS.replaces, optional: true },
    },
    ...(textOrNull(values, 'replaces.what') === null
      ? []
      : [{ kind: 'day' as const, name: 'replaces.by', label: words.replacesBy }]),
    { kind: 'number', name: 'expectedGain', label: words.expectedGain, least: 1, most: 100, whole: true },
    { kind: 'day', name: 'expectedBy', label: words.expectedBy },
  ];
}

function launchOf(values: KeptValues, register: Register): object {
  const chosen = chosenIndicator(values, register);
  const offered = new Set(chosen?.rows.map(({ id }) => id));
  const replaces = textOrNull(values, 'replaces.what');
  return {
    what: textIn(values, 'what'),
    rows: chosenIn(values, 'rows').filter((id) => offered.has(id)),
    begins: textIn(values, 'begins'),
    ownerOffice: textIn(values, 'ownerOffice'),
    purpose: oneLine(values, 'purpose'),
    replaces: replaces === null ? null : { what: replaces, by: textIn(values, 'replaces.by') },
    indicator: chosen?.indicator,
    expectedGain: numberIn(values, 'expectedGain'),
    expectedBy: textIn(values, 'expectedBy'),
  };
}

const TOLD = ['tried', 'expected', 'got', 'learnt', 'next'] as const;

function retrospectiveFields({ launches }: JourneyAnswer, { language }: Speech): KeptField[] {
  const { forms, states } = journeyWords(language);
  const words = forms.retrospective;
  return [
    {
      ...{ kind: 'choice', name: 'launch', label: words.launch },
      options: launches.map(({ number, what }) => ({ value: String(number), text: what })),
    },
    {
      ...{ kind: 'choice', name: 'outcome', label: words.outcome },
      options: OUTCOMES.map((outcome) => ({ value: outcome, text: states[outcome] })),
    },
    ...TOLD.map((name) => ({
      ...{ kind: 'long' as const, name, label: words[name], most: LAUNCH_CHARACTERS.retrospective },
    })),
  ];
}

function retrospectiveOf(values: KeptValues): object {
  return {
    launch: numberIn(values, 'launch'),
    outcome: textIn(values, 'outcome'),
    ...Object.fromEntries(TOLD.map((name) => [name, oneLine(values, name)])),
  };
}

/** Official texts stand on one line; whoever presses Enter in a large field means a space. */
function oneLine(values: KeptValues, name: string): string {
  return textIn(values, name).replaceAll(/\s+/g, ' ');
}
