import { type ReactNode } from 'react';
import { aboutAnswer, type LastRunAnswer } from '../../connector/api/answers.ts';
import { ACCESSIBILITY_ADDRESS } from '../own-page.ts';
import { Part } from '../drawing/part.tsx';
import { accessibilityWords } from '../words/accessibility.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { AboutBudget } from './about-budget.tsx';
import { AboutCounts } from './about-counts.tsx';
import { AboutMaking } from './about-making.tsx';
import { AboutReading } from './about-reading.tsx';
import { AboutWorkedFigure } from './about-worked-figure.tsx';
import { ConcealedNote } from './concealed-note.tsx';
import { Documents } from './documents.tsx';
import { FailureNotice } from './notice.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunSources } from './run-sources.tsx';
import { UsageReportsSection } from './usage-reports-section.tsx';
import { useAnswer } from './use-answer.ts';
import { useLastRun } from './use-last-run.ts';
import { Waiting } from './waiting.tsx';

/**
 * Asks for all that can be said about the processing, and hands it down part by part.
 *
 * @param readsReleases whether a released figure may be worked out before this reader
 */
export function About({ readsReleases }: { readonly readsReleases: boolean }): ReactNode {
  const speech = useSpeech();
  const { words, language } = speech;
  const [asked, again] = useAnswer('/api/about', aboutAnswer);
  const run = useLastRun()?.run ?? undefined;
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const about = asked.answer;
  const ended = run === undefined ? undefined : sayEnded(run, speech);
  return (
    <>
      <header className="lead">
        <p className="eyebrow">{about.organisation}</p>
        <h1>{words.about.title}</h1>
        <p className="lead-text">{words.about.lead}</p>
      </header>
      <AboutReading sources={about.sources} />
      {about.concealed ? (
        <div className="part">
          <ConcealedNote heading="h2" />
        </div>
      ) : null}
      <AboutCounts about={about} />
      {about.reportsCame === null ? null : <UsageReportsSection {...about.reportsCame} />}
      {run === undefined ? null : (
        <Part id="about-run" title={words.about.runTitle} gist={ended}>
          {ended === undefined ? <RunProgress run={run} /> : <p className="part-lead">{ended}</p>}
          <RunSources run={run} />
        </Part>
      )}
      <AboutBudget about={about} />
      <AboutMaking releases={about.releases} />
      {readsReleases && about.releases.length > 0 ? <AboutWorkedFigure rhoAYear={about.budget.rhoAYear} /> : null}
      <Documents />
      <Part id="about-not" title={words.about.notTitle}>
        <p className="part-lead">{words.about.not}</p>
        <p className="way-on">
          <a href={ACCESSIBILITY_ADDRESS}>{accessibilityWords(language).link}</a>
        </p>
      </Part>
    </>
  );
}

/** When the reading ended, and whether all of it was done; undefined while it goes on or after it failed. */
function sayEnded(
  { state, startedAt, endedAt }: NonNullable<LastRunAnswer['run']>,
  { words, format }: Speech,
): string | undefined {
  if (state !== 'done' && state !== 'partial') return undefined;
  const say = state === 'done' ? words.about.runDone : words.about.runPartial;
  return say(format.day(endedAt ?? startedAt));
}
