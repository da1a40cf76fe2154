import { type ReactNode } from 'react';
import { type MeanwhileAnswer, meanwhileAnswer } from '../../connector/api/benefit-answers.ts';
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
  const { language } = useSpeech();
  const words = adoptionWords(language).meanwhile;
  const asked = useAnswer('/api/meanwhile', meanwhileAnswer);
  const [known] = asked;
  return (
    <>
      <section className="part" aria-labelledby="meanwhile-title">
        <h2 id="meanwhile-title">{words.title}</h2>
        <SectionAnswer asked={asked}>{(answer) => <Known answer={answer} />}</SectionAnswer>
      </section>
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
        <RichText text={nextPictureOn === null ? words.noNext : words.next(format.day(nextPictureOn))} />
      </p>
      {absent === null ? null : <p className="part-lead">{words.absent[absent]}</p>}
      {off.length === 0 ? null : <p className="part-lead">{words.off(sayOff(off, speech))}</p>}
    </>
  );
}

function sayOff(off: NonNullable<MeanwhileAnswer['counts']>['off'], speech: Speech): string {
  const { kinds } = journeyWords(speech.language).calendar;
  const names = [...new Set(off.map(({ kind }) => kinds[kind]))];
  return sayList(names, names.length, speech);
}
