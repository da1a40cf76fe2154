import { type ReactNode } from 'react';
import { type JourneyAnswer, journeyAnswer } from '../../connector/api/journey-answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { journeyWords } from '../words/journey-words.ts';
import { unitName } from '../words/names.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { BenefitsSection } from './benefits-section.tsx';
import { BridgeBuildersSection } from './bridge-builders-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CouncilPaperSection } from './council-paper-section.tsx';
import { LaunchForms } from './launch-forms.tsx';
import { LaunchPicture } from './launch-picture.tsx';
import { FailureNotice } from './notice.tsx';
import { PeersSection } from './peers-section.tsx';
import { ServiceGatesSection } from './service-gates-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

/** What was launched, what that went together with, what did not work, and what is planned. */
export function Journey({ seesNames }: { readonly seesNames: boolean }): ReactNode {
  const speech = useSpeech();
  const words = journeyWords(speech.language);
  const [asked, again] = useAnswer('/api/journey', journeyAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { answer } = asked;
  return (
    <>
      <header className="lead">
        <p className="eyebrow">{unitName(answer.organisation, speech.words)}</p>
        <h1>
          <RichText text={titleOf(answer, speech)} />
        </h1>
        <p className="lead-text">{leadOf(answer, speech)}</p>
      </header>
      <TimelineSection answer={answer} />
      <Part id="launches-title" title={words.launch.title} gist={sayStates(answer, speech)}>
        {answer.launches.length === 0 ? <p className="part-lead">{words.lead.none}</p> : null}
        {answer.launches.map((launch) => (
          <LaunchPicture key={launch.number} launch={launch} all={answer.launches} />
        ))}
        {answer.register === null ? null : <LaunchForms answer={answer} register={answer.register} onDone={again} />}
      </Part>
      {seesNames ? <BridgeBuildersSection /> : null}
      <BenefitsSection />
      <ServiceGatesSection />
      <CalendarSection />
      <PeersSection />
      <CouncilPaperSection />
    </>
  );
}

function titleOf({ launches }: JourneyAnswer, { language, format }: Speech): string {
  const words = journeyWords(language).title;
  if (launches.length === 0) return words.none;
  return launches.length === 1 ? words.one : words.launches(format.count(launches.length));
}

/** Each launch and how it stands. */
function sayStates({ launches }: JourneyAnswer, { language }: Speech): string {
  const { lead, states } = journeyWords(language);
  return launches.length === 0
    ? lead.none
    : launches.map(({ what, state }) => `${what}: ${states[state].toLocaleLowerCase(language)}`).join('\u00a0· ');
}

/** By rule: how many went together with a change by their newest effect, and how many are said not to have worked. */
function leadOf({ launches }: JourneyAnswer, { language, format }: Speech): string {
  const words = journeyWords(language).lead;
  if (launches.length === 0) return words.none;
  const found = launches.filter(({ effects }) => {
    const newest = effects.at(-1);
    return newest !== undefined && 'found' in newest && newest.found === 'went-together-with';
  }).length;
  const failed = launches.filter(({ state }) => state === 'did-not-work').length;
  return [
    ...(found > 0 ? [words.found(format.count(found))] : []),
    ...(failed > 0 ? [words.failed(format.count(failed))] : []),
    words.rest,
  ].join(' ');
}
