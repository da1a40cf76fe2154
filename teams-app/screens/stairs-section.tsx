import { type ReactNode } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { hashOf } from '../route.ts';
import { adoptionWords } from '../words/adoption-words.ts';
import { useSpeech } from '../words/speech.ts';
import { staircaseHeadline } from './staircase-headline.ts';
import { WholeStaircase } from './whole-staircase.tsx';
import { WithheldPart } from './withheld-part.tsx';

/** How far people have come, all of them together: the sentence, then the picture, and where the units stand. */
export function StairsSection({ answer: { stairs, period, periods } }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).staircase;
  const [title, lead] = staircaseHeadline(stairs, speech);
  const isNewest = periods[0]?.id === period.id;
  return (
    <Part id="stairs-title" title={words.title} gist={`${title}. ${lead}`}>
      <p className="part-lead">{words.lead}</p>
      {'withheld' in stairs ? (
        <WithheldPart why={stairs} />
      ) : (
        <>
          <p className="part-answer">
            <RichText text={`${title}. ${lead}`} />
          </p>
          <WholeStaircase stairs={stairs} period={period} of={words.whole} />
        </>
      )}
      <p className="small-print">{words.notSkill}</p>
      {'withheld' in stairs ? null : (
        <p className="way-on">
          <a
            href={hashOf({
              screen: 'adoption',
              section: 'staircase-units',
              ...(isNewest ? {} : { period: period.id }),
            })}
          >
            {words.byUnitLink}
          </a>
        </p>
      )}
    </Part>
  );
}
