import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { keptFormWords } from '../words/kept-form.ts';
import { useSpeech } from '../words/speech.ts';
import { DayField } from './day-field.tsx';
import { chosenIn, type KeptField, type KeptValues } from './kept-fields.ts';

interface Props {
  readonly field: KeptField;
  readonly values: KeptValues;
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}

/** One field, drawn by its kind, with what is wrong said beside it. */
export function KeptFieldView(props: Props): ReactNode {
  const { field, values, wrong, onChange } = props;
  const { language, format } = useSpeech();
  const words = keptFormWords(language);
  if (field.kind === 'many') return <Many {...props} field={field} />;
  const held = values[field.name];
  const value = typeof held === 'string' ? held : '';
  const hint = [
    ...(field.hint === undefined ? [] : [field.hint]),
    ...(field.kind === 'long' ? [words.left(format.count(field.most - value.length))] : []),
  ].join(' ');
  if (field.kind === 'day')
    return <DayField label={field.label} hint={field.hint} wrong={wrong} value={value} onChange={onChange} />;
  const change = (_: unknown, changed: { readonly value: string }): void => {
    onChange(changed.value);
  };
  return (
    <Field
      label={field.label}
      {...(hint === '' ? {} : { hint })}
      {...(wrong === undefined ? {} : { validationMessage: wrong })}
    >
      {field.kind === 'choice' ? (
        <Select value={value} onChange={change}>
          <option value="">{words.choose}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </Select>
      ) : field.kind === 'long' ? (
        <Textarea value={value} maxLength={field.most} onChange={change} />
      ) : field.kind === 'number' ? (
        <Input inputMode="decimal" value={value} onChange={change} />
      ) : (
        <Input value={value} maxLength={field.most} autoComplete="off" onChange={change} />
      )}
    </Field>
  );
}

/** Rows to choose from, under the division each lies in; a long list scrolls in its own frame. */
function Many({
  field,
  values,
  wrong,
  onChange,
}: Omit<Props, 'field'> & { readonly field: Extract<KeptField, { kind: 'many' }> }): ReactNode {
  const id = useId();
  const chosen = chosenIn(values, field.name);
  return (
    <fieldset className="kept-many" aria-describedby={id}>
      <legend>{field.label}</legend>
      <p
        id={id}
        className={wrong === undefined ? 'small-print' : 'field-wrong'}
        role={wrong === undefined ? 'note' : 'alert'}
      >
        {wrong ?? field.hint ?? ''}
      </p>
      <div className="kept-many-list">
        {field.groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="kept-many-title" aria-hidden="true">
              {group.title}
            </p>
            <div className="office-choices">
              {group.options.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.text}
                  checked={chosen.includes(option.value)}
                  onChange={(_, { checked }) => {
                    const others = chosen.filter((value) => value !== option.value);
                    onChange(checked === true ? [...others, option.value] : others);
                  }}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
