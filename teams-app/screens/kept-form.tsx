import { Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { z } from 'zod';
import type { Format } from '../words/format.ts';
import { keptFormWords } from '../words/kept-form.ts';
import type { KeptFormWords } from '../words/kept-form-nb.ts';
import { useSpeech } from '../words/speech.ts';
import { KeptFieldView } from './kept-field.tsx';
import { isFilled, type KeptField, type KeptValues } from './kept-fields.ts';
import { useAct } from './use-answer.ts';

/** A row that stands already, as the form would have been filled. */
export interface StandingRow {
  readonly number: number;
  readonly text: string;
  readonly values: KeptValues;
}

interface Props {
  readonly title: string;
  readonly send: string;
  readonly path: string;
  /** The fields as they are with what is filled so far: one may decide what another offers. */
  readonly fields: (values: KeptValues) => readonly KeptField[];
  /** What is sent. @param number of the row that is changed; null for a new one */
  readonly body: (values: KeptValues, number: number | null) => object;
  /** Rows that can be changed or taken away by this form; absent where nothing ever is. */
  readonly rows?: readonly StandingRow[];
  readonly onDone: () => void;
}

type Said =
  | { readonly state: 'idle' | 'busy' | 'kept' | 'removed' | 'sure' }
  | { readonly state: 'failed'; readonly text: string }
  | { readonly state: 'wrong'; readonly name: string; readonly text: string };

/** Whatever is answered besides: the screen asks anew for what stands there now. */
const kept = z.object({ version: z.int() });

/**
 * A form by which something official is kept: closed until asked for, what is wrong said beside its field, and a reminder
 * that nobody is to be named. Opens and is sent by keys as by mouse.
 */
export function KeptForm({ title, send, path, fields, body, rows = [], onDone }: Props): ReactNode {
  const { language, format } = useSpeech();
  const words = keptFormWords(language);
  const act = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState<number | null>(null);
  const [values, setValues] = useState<KeptValues>({});
  const [said, setSaid] = useState<Said>({ state: 'idle' });
  const shown = fields(values);

  const choose = (chosen: number | null): void => {
    setNumber(chosen);
    setValues(rows.find((row) => row.number === chosen)?.values ?? {});
    setSaid({ state: 'idle' });
  };
  const tell = (wrong: Extract<Said, { state: 'wrong' }>): void => {
    setSaid(wrong);
    form.current?.querySelector<HTMLElement>(`[data-field="${wrong.name}"] :is(input, select, textarea)`)?.focus();
  };
  const perform = async (to: string, what: object, done: 'kept' | 'removed'): Promise<void> => {
    setSaid({ state: 'busy' });
    const asked = await act(to, what, kept);
    if (asked.kind === 'answer') {
      choose(null);
      setSaid({ state: done });
      onDone();
      return;
    }
    const field = fieldAbout(asked.about, shown);
    if (field === undefined) setSaid({ state: 'failed', text: words.failed });
    else tell({ state: 'wrong', name: field.name, text: sayWrong(asked.about ?? '', field, words, format) });
  };
  const submit = (): void => {
    const unfilled = shown.find((field) => !isFilled(field, values));
    if (unfilled !== undefined) tell({ state: 'wrong', name: unfilled.name, text: wrongIn(unfilled, words, format) });
    else void perform(path, body(values, number), 'kept');
  };

  return (
    <div className="kept-form">
      <div className="office-buttons">
        <Button
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {title}
        </Button>
      </div>
      <p role="status">{said.state === 'kept' ? words.kept : said.state === 'removed' ? words.removed : ''}</p>
      {open ? (
        <form
          ref={form}
          className="office-form scope-form"
          aria-label={title}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p className="small-print">{words.nameNobody}</p>
          {rows.length === 0 ? null : (
            <Field label={words.which}>
              <Select
                value={number === null ? '' : String(number)}
                onChange={(_, { value }) => {
                  choose(value === '' ? null : Number(value));
                }}
              >
                <option value="">{words.newRow}</option>
                {rows.map((row) => (
                  <option key={row.number} value={row.number}>
                    {row.text}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {shown.map((field) => (
            <div key={field.name} data-field={field.name}>
              <KeptFieldView
                field={field}
                values={values}
                wrong={said.state === 'wrong' && said.name === field.name ? said.text : undefined}
                onChange={(value) => {
                  setValues((values) => ({ ...values, [field.name]: value }));
                }}
              />
            </div>
          ))}
          <div className="office-buttons">
            <Button type="submit" appearance="primary" disabled={said.state === 'busy'}>
              {number === null ? send : words.change}
            </Button>
            {number === null ? null : (
              <Button
                disabled={said.state === 'busy'}
                onClick={() => {
                  if (said.state === 'sure') void perform(`${path}/remove`, { number }, 'removed');
                  else setSaid({ state: 'sure' });
                }}
              >
                {words.remove}
              </Button>
            )}
          </div>
          <p role="alert" className={said.state === 'failed' || said.state === 'sure' ? 'warning' : undefined}>
            {said.state === 'failed' ? said.text : said.state === 'sure' ? words.sure : ''}
          </p>
        </form>
      ) : null}
    </div>
  );
}

/** The field that a refusal is about: `row.replaces.what` names the field `replaces.what`. */
function fieldAbout(about: string | undefined, fields: readonly KeptField[]): KeptField | undefined {
  const name = about?.replace(/^row\./, '');
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.name === name?.split('.')[0]);
}

/** In the words of the field, with the line where it is one of a table. */
function sayWrong(about: string, field: KeptField, words: KeptFormWords, format: Format): string {
  const [, line] = /^csv\.(\d+)\./.exec(about) ?? [];
  const text = words.about[field.name] ?? wrongIn(field, words, format);
  return line === undefined ? text : `${words.line(line)} ${text}`;
}

function wrongIn(field: KeptField, { wrong }: KeptFormWords, format: Format): string {
  switch (field.kind) {
    case 'text':
    case 'long':
      return wrong.text;
    case 'number':
      return (field.whole === true ? wrong.whole : wrong.number)(format.count(field.least), format.count(field.most));
    case 'day':
      return wrong.day;
    case 'choice':
      return wrong.choice;
    case 'many':
      return wrong.many;
  }
}
