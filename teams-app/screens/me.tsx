import { type ReactNode } from 'react';
import { aboutMeAnswer, type AboutMeAnswer } from '../../connector/api/answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { bridgeBuilderWords } from '../words/bridge-builder-words.ts';
import { useSpeech } from '../words/speech.ts';
import { MeBridgeBuilder } from './me-bridge-builder.tsx';
import { MeChoice } from './me-choice.tsx';
import { MeExport } from './me-export.tsx';
import { MeHeld } from './me-held.tsx';
import { MeInOffice } from './me-in-office.tsx';
import { FailureNotice } from './notice.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

/** Asks for everything that is held about the reader, and hands it down part by part. */
export function Me(): ReactNode {
  const { words, language } = useSpeech();
  const [asked, again] = useAnswer('/api/about-me', aboutMeAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const me = asked.answer;
  return (
    <>
      <header className="lead">
        <h1>{words.me.title}</h1>
        <p className="lead-text">{words.me.lead}</p>
        {me.periods.length === 0 ? (
          <p>
            {me.bridgeBuilder.stands === null ? <strong>{words.me.nothing}</strong> : null}{' '}
            {me.demo ? words.me.nothingInDemo : words.me.nothingLead}
          </p>
        ) : null}
        {me.bridgeBuilder.stands === null ? null : <p>{bridgeBuilderWords(language).own.heldToo}</p>}
        {me.marks.map((mark) => (
          <p key={mark}>{words.me.marks[mark]}</p>
        ))}
      </header>
      <Coming coming={me.coming} />
      <div className="two-parts">
        <MeChoice objects={me.marks.includes('objection')} isHeld={me.periods.length > 0} onDone={again} />
        <MeExport />
      </div>
      <MeBridgeBuilder
        choice={me.bridgeBuilder}
        isProtected={me.marks.includes('protected')}
        demo={me.demo}
        onDone={again}
      />
      <LastRead lastRead={me.lastRead} />
      {me.periods.map((held) => (
        <MeHeld key={held.period.id} held={held} fewest={me.fewest} bridges={me.bridges} />
      ))}
      {me.inOffice.length === 0 ? null : <MeInOffice done={me.inOffice} />}
      <ScopeChanges changes={me.scopeChanges} />
    </>
  );
}

function Coming({ coming }: Pick<AboutMeAnswer, 'coming'>): ReactNode {
  const { words, format, language } = useSpeech();
  if (coming.length === 0) return null;
  return (
    <section className="part" aria-labelledby="me-coming">
      <h2 id="me-coming">{words.me.comingTitle}</h2>
      {coming.map(({ effectiveOn, said }) => (
        <div key={effectiveOn} className="concealed">
          <h3>{words.me.coming(format.day(effectiveOn))}</h3>
          <DocumentBlocks blocks={said[language]} title={words.me.comingTitle} toFill="" />
        </div>
      ))}
    </section>
  );
}

function LastRead({ lastRead }: Pick<AboutMeAnswer, 'lastRead'>): ReactNode {
  const { words, format } = useSpeech();
  if (lastRead === null) return null;
  return (
    <section className="part" aria-labelledby="me-week">
      <h2 id="me-week">{words.me.lastReadTitle}</h2>
      <p className="part-lead">{words.me.lastRead(format.day(lastRead.from), format.day(lastRead.to))}</p>
      <ul className="promises">
        {lastRead.sources.map(({ source, days }) => (
          <li key={source}>
            <RichText text={words.me.daysOf(words.about.sources[source] ?? source, format.count(days))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ScopeChanges({ changes }: { readonly changes: AboutMeAnswer['scopeChanges'] }): ReactNode {
  const { words, format } = useSpeech();
  const acts: Readonly<Record<string, string>> = words.me.acts;
  const offices: Readonly<Record<string, string>> = words.me.offices;
  if (changes.length === 0) return null;
  return (
    <section className="part" aria-labelledby="me-scope">
      <h2 id="me-scope">{words.me.scopeTitle}</h2>
      <p className="part-lead">{words.me.scopeLead}</p>
      <ul className="promises">
        {changes.map((change, index) => (
          <li key={index}>
            <strong>{words.me.scopeOn(format.day(change.on))}</strong>
            <br />
            {change.offices.length === 0
              ? words.me.byItself
              : change.offices
                  .map(({ kind, office, on }) =>
                    words.me.scopeAct(offices[office] ?? office, acts[kind] ?? kind, format.day(on)),
                  )
                  .join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
