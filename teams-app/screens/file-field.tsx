import { Field } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { fieldWords } from '../words/field-words.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong?: string | undefined;
  /** Kinds of files offered first; absent: all. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** One file, chosen with the tab's own words: what a browser writes beside its field is in the browser's language. */
export function FileField({ label, hint, wrong, accept, onFile }: Props): ReactNode {
  const { language } = useSpeech();
  const words = fieldWords(language);
  const [name, setName] = useState<string>();
  return (
    <Field label={label} hint={hint ?? null} validationMessage={wrong ?? null}>
      {(props) => (
        <label className="file-field">
          <input
            {...props}
            type="file"
            accept={accept}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file === undefined) return;
              setName(file.name);
              onFile(file);
            }}
          />
          <span className="file-button">{words.choose}</span>
          <span className="file-name">{name ?? words.none}</span>
        </label>
      )}
    </Field>
  );
}
