import { type ReactNode, useMemo } from 'react';
import type { AdoptionAnswer, Estimate, Figure } from '../../connector/api/answers.ts';
import { FigureMatrix } from '../drawing/figure-matrix.tsx';
import { MatrixLegend } from '../drawing/matrix-legend.tsx';
import { matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { isShown } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { WholeStaircase } from './whole-staircase.tsx';
import { WithheldPart } from './withheld-part.tsx';

type Stairs = Exclude<AdoptionAnswer['staircase'], { withheld: string }>;

/** How far people have come: all of them first, then unit by unit, and never one number for a unit. */
export function StaircaseSection({ answer }: { readonly answer: AdoptionAnswer }): ReactNode {
  const { language } = useSpeech();
  const words = adoptionWords(language).staircase;
  const { staircase } = answer;
  return (
    <Part id="staircase-title" title={words.title} gist={words.lead} startsOpen>
      <p className="part-lead">{words.lead}</p>
      {'withheld' in staircase ? (
        <WithheldPart why={staircase} />
      ) : (
        <>
          <h3>{words.whole}</h3>
          <WholeStaircase stairs={staircase.whole} period={answer.period} of={words.whole} />
          <ByUnit stairs={staircase} answer={answer} />
        </>
      )}
      <p className="small-print">{words.notSkill}</p>
    </Part>
  );
}

interface Props {
  readonly stairs: Stairs;
  readonly answer: AdoptionAnswer;
}

function ByUnit({ stairs: { table, lowest }, answer: { period, heads } }: Props): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const words = adoptionWords(language);
  const picture = useMemo(() => {
    const words = adoptionWords(language);
    return matrixPicture(
      {
        ...table,
        columns: [
          { name: words.staircase.lowest, heads: null },
          ...table.columns.map(({ name, heads }) => ({ name: stepNamed(name, words.steps), heads })),
        ],
        figures: table.figures.map((row, index) => [lowestIn(row, lowest[index]), ...row]),
      },
      {
        id: 'staircase-told',
        name: `${words.staircase.title}: ${words.staircase.byUnit}`,
        period: format.period(period),
        aboutContacts: false,
        sentence: words.staircase.sentence,
        highest: words.staircase.highest,
        summary: words.staircase.summary,
      },
      speech,
    );
  }, [table, lowest, period, language, format, speech]);
  return (
    <Part id="staircase-units-title" title={words.staircase.byUnit} gist={picture.highest} level={3}>
      <p className="part-lead">{words.staircase.byUnitLead}</p>
      <p className="for-listeners">{picture.summary}</p>
      <PictureOrTable
        about={words.staircase.byUnit}
        table={picture.table}
        legend={<MatrixLegend aboutContacts={false} />}
      >
        <FigureMatrix picture={picture} />
      </PictureOrTable>
      <p className="small-print">
        {words.population(format.count(heads), format.days(period))}{' '}
        {words.staircase.noise(format.decimal(table.sigma, 1))} {words.staircase.lowestNote}
      </p>
    </Part>
  );
}

/** The rest of a row; where one of its figures is withheld nothing can be taken from it, so the rest is withheld alike. */
function lowestIn(row: readonly Figure[], rest: Estimate | undefined): Figure {
  return row.find((figure) => !isShown(figure)) ?? rest ?? { withheld: 'not-measured' };
}

/** `Fast vane` from `step-3`; any other name as it is. */
function stepNamed(name: string, steps: Readonly<Record<number, string>>): string {
  return steps[Number(/^step-([1-5])$/.exec(name)?.[1])] ?? name;
}
