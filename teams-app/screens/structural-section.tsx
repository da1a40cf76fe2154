import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import { FewColumnsMatrix } from '../drawing/few-columns-matrix.tsx';
import { type MatrixPicture, matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { bridgesWords } from '../words/bridges-words.ts';
import { gistWords } from '../words/gists.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { structuralColumn } from '../words/structural-column.ts';
import { noContactsRead } from './contacts-read.ts';

interface Props {
  readonly name: 'brokerage' | 'steps';
  readonly answer: OverviewAnswer;
}

/** A table that also rests on others' contacts; where there is none, that no contacts were read, or that it is off and who decides. */
export function StructuralSection({ name, answer }: Props): ReactNode {
  const speech = useSpeech();
  const said = bridgesWords(speech.language)[name];
  const table = answer[name];
  const picture = useMemo(
    () => (table === undefined ? undefined : pictureOf(name, table, answer, speech)),
    [name, table, answer, speech],
  );
  const none = noContactsRead(answer) ? adoptionWords(speech.language).notRead.contacts : said.off;
  return (
    <Part
      id={`${name}-title`}
      title={said.title}
      gist={picture?.highest ?? (noContactsRead(answer) ? none : gistWords(speech.language).notThisPeriod)}
    >
      {table === undefined || picture === undefined ? (
        <p className="part-lead">
          <RichText text={none} />
        </p>
      ) : (
        <Drawn name={name} table={table} answer={answer} picture={picture} />
      )}
    </Part>
  );
}

function pictureOf(name: Props['name'], table: Table, { period }: OverviewAnswer, speech: Speech): MatrixPicture {
  const said = bridgesWords(speech.language);
  return matrixPicture(
    named(table, speech),
    {
      id: `${name}-told`,
      name: said[name].title,
      period: speech.format.period(period),
      aboutContacts: true,
      sentence: said.counted,
      highest: said.highest,
      summary: said.summary,
    },
    speech,
  );
}

interface DrawnProps extends Props {
  readonly table: Table;
  readonly picture: MatrixPicture;
}

function Drawn({ name, table, answer, picture }: DrawnProps): ReactNode {
  const { language, words, format } = useSpeech();
  const { title, lead } = bridgesWords(language)[name];
  const heads = table.rows.reduce((sum, row) => sum + row.heads, 0);
  return (
    <>
      <p className="part-lead">{lead}</p>
      <FewColumnsMatrix about={title} picture={picture} />
      <p className="small-print">
        {words.overview.reachPopulation(format.count(heads), format.days(answer.period))}{' '}
        {words.overview.noiseNote(format.decimal(table.sigma, 1))}
      </p>
    </>
  );
}

/** The table with its columns in the reader's language; a competence bears the name the organisation gave it. */
function named(table: Table, { language }: Speech): Table {
  const said = bridgesWords(language);
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, name: structuralColumn(column.name, said) })),
  };
}
