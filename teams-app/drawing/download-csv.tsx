import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import { csvName, csvOf } from './csv.ts';
import type { PlainTable } from './figure-table.tsx';

/** A table as a file, made in the browser of what stands on the screen: nothing more is asked for. */
export function DownloadCsv({ table }: { readonly table: PlainTable }): ReactNode {
  const { words, language } = useSpeech();
  return (
    <Button
      appearance="subtle"
      size="small"
      className="download-csv"
      aria-label={`${words.csv.download}: ${table.caption}`}
      onClick={() => {
        save(csvName(table), csvOf(table, words.csv, language));
      }}
    >
      {words.csv.download}
    </Button>
  );
}

function save(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  });
}
