import { ToggleButton } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { useSpeech } from '../words/speech.ts';
import { DownloadCsv } from './download-csv.tsx';
import { BareTable } from './figure-table.tsx';
import type { PicturedTable } from './plain-table.ts';
import { SavePicture } from './save-picture.tsx';

interface Props {
  /** What the switch is about, for those who hear it: the picture's title. */
  readonly about: string;
  readonly table: PicturedTable;
  /** What the signs in the picture mean; not needed beside a table. */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A picture that is also a table, by one switch; the table as a file, and the picture as a file or a copy. */
export function PictureOrTable({ about, table, legend, children }: Props): ReactNode {
  const { words } = useSpeech();
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
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
    <div className="picture-frame" ref={frame}>
      <div className="picture-head">
        {asTable ? null : legend}
        <div className="picture-tools">
          <div className="picture-switch" data-not-drawn role="group" aria-label={`${words.showAs}: ${about}`}>
            {choice(false, words.picture)}
            {choice(true, words.asTable)}
          </div>
          <DownloadCsv table={table} />
          {asTable ? null : <SavePicture picture={frame} table={table} />}
        </div>
      </div>
      {asTable ? <BareTable {...table} /> : children}
    </div>
  );
}
