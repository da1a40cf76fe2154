import { Button, Field } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { saveFile } from '../drawing/save-file.ts';
import type { Draft } from './scope-draft.ts';
import { useOfficeWords } from './use-office.ts';

const anyObject = z.record(z.string(), z.unknown());

interface Props {
  readonly draft: Draft;
  readonly onRead: (draft: Draft) => void;
}

/** The same document as a file, for those who would rather write it; it is read and made in the browser alone. */
export function ScopeFile({ draft, onRead }: Props): ReactNode {
  const { form } = useOfficeWords();
  const [isWrong, setWrong] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const parsed = parsedJson(await file.text());
    setWrong(parsed === undefined);
    if (parsed !== undefined) onRead(parsed);
  };
  return (
    <div className="office-row">
      <Field label={form.upload} {...(isWrong ? { validationMessage: form.notJson } : {})}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              void read(event.target.files?.[0]);
            }}
          />
        )}
      </Field>
      <Button
        onClick={() => {
          save(draft);
        }}
      >
        {form.download}
      </Button>
    </div>
  );
}

function parsedJson(text: string): Record<string, unknown> | undefined {
  try {
    return anyObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function save(draft: Draft): void {
  saveFile('scope.json', new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' }));
}
