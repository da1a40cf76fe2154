import type { ReactNode } from 'react';
import { FigureMatrix } from './figure-matrix.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import type { MatrixPicture } from './matrix-picture.ts';
import { PictureOrTable } from './picture-or-table.tsx';

interface Props {
  /** What the picture is of, for who hears it. */
  readonly about: string;
  readonly picture: MatrixPicture;
}

/** A matrix of so few columns that it need not have the whole width, with its table; no column is a division. */
export function FewColumnsMatrix({ about, picture }: Props): ReactNode {
  return (
    <>
      <p className="for-listeners">{picture.summary}</p>
      <PictureOrTable about={about} table={picture.table} legend={<MatrixLegend aboutContacts={false} />}>
        <div className="few-columns">
          <FigureMatrix picture={picture} />
        </div>
      </PictureOrTable>
    </>
  );
}
