import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { saveFile } from '../drawing/save-file.ts';
import { FileField } from './file-field.tsx';
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
  const read = async (file: File): Promise<void> => {
    const parsed = parsedJson(await file.text());
    setWrong(parsed === undefined);
    if (parsed !== undefined) onRead(parsed);
  };
  return (
    <div className="office-row">
      <FileField
        label={form.upload}
        wrong={isWrong ? form.notJson : undefined}
        accept="application/json,.json"
        onFile={(file) => void read(file)}
      />
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
