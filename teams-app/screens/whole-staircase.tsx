import { type ReactNode } from 'react';
import type { OverviewAnswer, WholeStaircase as Stairs } from '../../connector/api/answers.ts';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { Staircase } from '../drawing/staircase.tsx';
import { adoptionWords, sayNoise, sayNoiseOf, sayNotShown, sayShare } from '../words/adoption-words.ts';
import { opening } from '../words/opening.ts';
import { sayFigure, sayList } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly stairs: Stairs;
  readonly period: OverviewAnswer['period'];
  /** Whose staircase it is: the whole organisation's, or one row's. */
  readonly of: string;
}

/** How many stand on each step of a staircase; a step that is not measured is hatched. */
export function WholeStaircase({ stairs: { heads, steps: counted }, period, of }: Props): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = adoptionWords(speech.language);
  const steps = counted.map(({ step, figure }) => {
    const named = {
      step,
      name: words.steps[step],
      numbered: words.stepNumber(format.count(step)),
      meaning: words.stepTexts[step],
      heads,
    };
    return 'withheld' in figure
      ? { ...named, figure: { withheld: 'not-measured' } as const, share: '', said: sayNotShown(figure, words, format) }
      : {
          ...named,
          figure: figure.people,
          share: format.percent(figure.share.about),
          said: speech.words.figures.ofHeads(opening(sayFigure(figure.people, speech)), format.count(heads)),
          shown: figure,
        };
  });
  const unmeasured = steps.filter(({ share }) => share === '').map(({ name }) => name);
  return (
    <>
      <PictureOrTable
        about={`${words.staircase.title}: ${of}`}
        table={{
          caption: `${words.staircase.title}: ${of}`,
          period: format.period(period),
          population: `${of}. ${words.population(format.count(heads), format.days(period))}`,
          inFile: [
            {
              head: sayNoiseOf(words.staircase.share, speech),
              cells: steps.toReversed().map((step) => sayNoise('shown' in step ? step.shown.share : undefined, speech)),
            },
          ],
          columns: [words.staircase.step, words.staircase.meaning, words.staircase.people, words.staircase.share],
          rows: steps
            .toReversed()
            .map((step) => [
              `${step.numbered}: ${step.name}`,
              step.meaning,
              step.said,
              'shown' in step ? opening(sayShare(step.shown.share, words, format)) : '',
            ]),
        }}
      >
        <Staircase steps={steps} />
      </PictureOrTable>
      {unmeasured.length === 0 ? null : (
        <p className="small-print">{words.staircase.unmeasured(sayList(unmeasured, 5, speech))}</p>
      )}
    </>
  );
}
