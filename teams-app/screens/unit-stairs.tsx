import { type ReactNode } from 'react';
import type { UnitAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { unitName } from '../words/names.ts';
import { sayFigure } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { AllWithheld } from './all-withheld.tsx';
import { sayRow } from './say-row.ts';
import { staircaseHeadline } from './staircase-headline.ts';
import { WholeStaircase } from './whole-staircase.tsx';

/** How many of the unit's row stand on each step, in the newest period: never one number for the unit. */
export function UnitStairs({ answer: { stairs, path } }: { readonly answer: UnitAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format, language } = speech;
  const said = adoptionWords(language).staircase;
  if (stairs === undefined) return null;
  const { row, period, steps } = stairs;
  const [title, lead] = 'withheld' in steps ? ['', ''] : staircaseHeadline({ heads: row.heads, steps }, speech);
  return (
    <Part
      id="unit-staircase"
      title={said.title}
      gist={'withheld' in steps ? sayFigure(steps, speech) : `${title}. ${lead}`}
      startsOpen
    >
      <p className="part-lead">
        {said.byUnitLead} <RichText text={sayRow(row, path, speech)} />
      </p>
      {'withheld' in steps ? (
        <AllWithheld figure={steps} />
      ) : (
        <>
          <p className="part-answer">
            <RichText text={`${title}. ${lead}`} />
          </p>
          <WholeStaircase stairs={{ heads: row.heads, steps }} period={period} of={unitName(row.name, words)} />
        </>
      )}
      <p className="small-print">
        {format.days(period)}. {said.notSkill}
      </p>
    </Part>
  );
}
