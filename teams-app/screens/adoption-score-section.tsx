import { type ReactNode } from 'react';
import type { AdoptionAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { adoptionWords, sayNoise, sayShare } from '../words/adoption-words.ts';
import { gistWords } from '../words/gists.ts';
import { columnName } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';

/** What Microsoft has described of its Adoption Score, why it is not shown, and what is nearest to it here. */
export function AdoptionScoreSection({ answer }: { readonly answer: AdoptionAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const all = adoptionWords(speech.language);
  const words = all.score;
  return (
    <Part id="score-title" title={words.title} gist={gistWords(speech.language).score}>
      <p className="part-lead">{words.lead}</p>
      <FigureTable
        caption={words.title}
        period={format.period(answer.period)}
        inFile={[
          {
            head: speech.words.csv.sigma,
            cells: answer.adoptionScore.map(({ nearest }) => sayNoise(nearest?.figure.share, speech)),
          },
        ]}
        columns={[words.category, words.nearest, words.why]}
        rows={answer.adoptionScore.map(({ category, notShown, nearest }) => [
          words.categories[category],
          nearest === null
            ? words.nothing
            : words.inHabit(columnName(nearest.app, speech.words), sayShare(nearest.figure.share, all, format)),
          words.reasons[notShown],
        ])}
      />
    </Part>
  );
}
