import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import { csvName, csvOf } from './csv.ts';
import type { PlainTable } from './plain-table.ts';
import { saveFile } from './save-file.ts';

/** A table as a file, made in the browser of what stands on the screen: nothing more is asked for. */
export function DownloadCsv({ table }: { readonly table: PlainTable }): ReactNode {
  const { words, language } = useSpeech();
  return (
    <Button
      appearance="subtle"
      size="small"
      className="download-csv"
      data-not-drawn
      aria-label={`${words.csv.download}: ${table.caption}`}
      onClick={() => {
        saveFile(csvName(table), new Blob([csvOf(table, words.csv, language)], { type: 'text/csv;charset=utf-8' }));
      }}
    >
      {words.csv.download}
    </Button>
  );
}
