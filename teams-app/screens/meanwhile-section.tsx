import { type ReactNode } from 'react';
import { type MeanwhileAnswer, meanwhileAnswer } from '../../connector/api/benefit-answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { journeyWords } from '../words/journey-words.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { OrganisationCounts } from './organisation-counts.tsx';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

/** What is fresh until the next picture: Microsoft's own exact counts, and the day the picture is expected. */
export function MeanwhileSection(): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).meanwhile;
  const asked = useAnswer('/api/meanwhile', meanwhileAnswer);
  const [known] = asked;
  return (
    <>
      <Part
        id="meanwhile-title"
        title={words.title}
        gist={known.kind === 'answer' ? sayNext(known.answer, speech) : undefined}
      >
        <SectionAnswer asked={asked}>{(answer) => <Known answer={answer} />}</SectionAnswer>
      </Part>
      {known.kind === 'answer' && known.answer.counts !== null ? (
        <OrganisationCounts counts={known.answer.counts} />
      ) : null}
    </>
  );
}

function Known({ answer: { counts, absent, newest, nextPictureOn } }: { readonly answer: MeanwhileAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = adoptionWords(speech.language).meanwhile;
  const off = counts?.off ?? [];
  return (
    <>
      <p className="part-lead">
        {newest === null ? '' : words.newest(format.period(newest))}{' '}
        <RichText text={sayNext({ nextPictureOn }, speech)} />
      </p>
      {absent === null ? null : <p className="part-lead">{words.absent[absent]}</p>}
      {off.length === 0 ? null : <p className="part-lead">{words.off(sayOff(off, speech))}</p>}
    </>
  );
}

function sayNext({ nextPictureOn }: Pick<MeanwhileAnswer, 'nextPictureOn'>, { language, format }: Speech): string {
  const words = adoptionWords(language).meanwhile;
  return nextPictureOn === null ? words.noNext : words.next(format.day(nextPictureOn));
}

function sayOff(off: NonNullable<MeanwhileAnswer['counts']>['off'], speech: Speech): string {
  const { kinds } = journeyWords(speech.language).calendar;
  const names = [...new Set(off.map(({ kind }) => kinds[kind]))];
  return sayList(names, names.length, speech);
}
