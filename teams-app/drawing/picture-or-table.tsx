import { ToggleButton } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../words/speech.ts';
import { DownloadCsv } from './download-csv.tsx';
import { BareTable, type PlainTable } from './figure-table.tsx';

interface Props {
  /** What the switch is about, for those who hear it: the picture's title. */
  readonly about: string;
  readonly table: PlainTable;
  /** What the signs in the picture mean; not needed beside a table. */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A picture that is also a table, by one switch, and a file. */
export function PictureOrTable({ about, table, legend, children }: Props): ReactNode {
  const { words } = useSpeech();
  const [asTable, setAsTable] = useState(false);
  const choice = (table: boolean, label: string): ReactNode => (
    <ToggleButton
      appearance="subtle"
      size="small"
      checked={asTable === table}
      onClick={() => {
        setAsTable(table);
      }}
    >
      {label}
    </ToggleButton>
  );
  return (
    <>
      <div className="picture-head">
        {asTable ? null : legend}
        <div className="picture-switch" role="group" aria-label={`${words.showAs}: ${about}`}>
          {choice(false, words.picture)}
          {choice(true, words.asTable)}
        </div>
        <DownloadCsv table={table} />
      </div>
      {asTable ? <BareTable {...table} /> : children}
    </>
  );
}
