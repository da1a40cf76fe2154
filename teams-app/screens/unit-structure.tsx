import { type ReactNode } from 'react';
import type { UnitAnswer } from '../../connector/api/answers.ts';
import { bridgesWords } from '../words/bridges-words.ts';
import { unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { structuralColumn } from '../words/structural-column.ts';
import { UnitTableSection } from './unit-table-section.tsx';

type UnitTable = UnitAnswer['tables'][number];

interface Props {
  readonly tables: UnitAnswer['tables'];
  /** Of the unit in the directory. */
  readonly path: string;
}

/** What also rests on others' contacts, where any release holds it: who binds together, and steps to a competence. */
export function UnitStructure({ tables, path }: Props): ReactNode {
  const speech = useSpeech();
  const said = bridgesWords(speech.language);
  return (['brokerage', 'steps'] as const).map((name) => {
    const table = tables.find((held) => held.name === name);
    if (table === undefined) return null;
    const shown = named(table, speech);
    const told = sayNewest(shown, speech);
    return (
      <UnitTableSection
        key={name}
        title={said[name].title}
        text={said[name].lead}
        path={path}
        table={shown}
        {...(told === undefined ? {} : { said: told })}
      />
    );
  });
}

function named(table: UnitTable, { language }: Speech): UnitTable {
  const said = bridgesWords(language);
  const periods = table.periods.map((held) => ({
    ...held,
    columns: held.columns.map((column) => ({ ...column, name: structuralColumn(column.name, said) })),
  }));
  return { ...table, periods };
}

/** The newest period, which may not be the page's, and its first figure in a sentence; undefined where not shown. */
function sayNewest({ periods: [newest] }: UnitTable, speech: Speech): string | undefined {
  const [figure, column] = [newest?.figures[0], newest?.columns[0]];
  if (newest === undefined || column === undefined || figure === undefined || !isShown(figure)) return undefined;
  const { words, format, language } = speech;
  const counted = bridgesWords(language).counted(
    opening(sayFigure(figure, speech)),
    unitName(newest.row.name, words),
    format.count(newest.row.heads),
    column.name,
  );
  return words.unit.trendPoint(format.period(newest.period), counted);
}
