import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { fieldWords } from '../words/field-words.ts';
import { useSpeech } from '../words/speech.ts';
import { readWrittenDay, writeDay } from '../words/written-day.ts';

interface Props {
  readonly label: string;
  /** What stands below it besides how to write a day. */
  readonly hint?: string | undefined;
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong?: string | undefined;
  /** `2026-09-25`; empty: none; what was written, where it is no day. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * A day, written as the reader's language writes it and said back in words. A browser's own field would ask in the
 * browser's language, where 8 September and 9 August may look the same.
 */
export function DayField({ label, hint, wrong, value, onChange }: Props): ReactNode {
  const { language, format } = useSpeech();
  const [typed, setTyped] = useState({ text: writeDay(value, language), value });
  const isDay = readWrittenDay(value) === value;
  const said = isDay ? format.day(value) : fieldWords(language).day;
  return (
    <Field label={label} hint={hint === undefined ? said : `${hint} ${said}`} validationMessage={wrong ?? null}>
      <Input
        value={typed.value === value ? typed.text : writeDay(value, language)}
        autoComplete="off"
        onChange={(_, { value: text }) => {
          const read = readWrittenDay(text) ?? text;
          setTyped({ text, value: read });
          onChange(read);
        }}
      />
    </Field>
  );
}
