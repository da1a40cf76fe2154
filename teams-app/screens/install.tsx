import { type ReactNode } from 'react';
import { type InstallAnswer, installAnswer } from '../../connector/api/install-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { installWords } from '../words/install-words.ts';
import { opening } from '../words/opening.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { InstallFindings } from './install-findings.tsx';
import { FailureNotice } from './notice.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

/** How the installation stands, for whoever runs it: what is missing and whose move it is, first. */
export function Install(): ReactNode {
  const [asked, again] = useAnswer('/api/install', installAnswer);
  switch (asked.kind) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
    case 'answer':
      return <Standing answer={asked.answer} />;
  }
}

function Standing({ answer }: { readonly answer: InstallAnswer }): ReactNode {
  const speech = useSpeech();
  const said = installWords(speech.language);
  return (
    <>
      <header className="lead">
        <p className="eyebrow">{answer.organisation}</p>
        <h1>{titleOf(answer, speech)}</h1>
        <p className="lead-text">{answer.findings.length === 0 ? said.wellLead : said.lead}</p>
        <p className="lead-population">
          {said.source} {said.clean}
        </p>
      </header>
      <section className="part" aria-labelledby="install-findings">
        <h2 id="install-findings">{said.findingsTitle}</h2>
        <InstallFindings findings={answer.findings} />
      </section>
      <section className="part" aria-labelledby="install-runs">
        <h2 id="install-runs">{said.runTitle}</h2>
        <dl className="install-lines">
          {linesOf(answer, speech).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Sources answer={answer} />
    </>
  );
}

function titleOf({ findings }: InstallAnswer, { language, format }: Speech): string {
  const said = installWords(language);
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  if (wrong === 0) return findings.length === 0 ? said.well : said.notes;
  return wrong === 1 ? said.wrongOne : said.wrong(format.count(wrong));
}

function linesOf(answer: InstallAnswer, { words, format, language }: Speech): [name: string, value: string][] {
  const said = installWords(language);
  const { lastRun, nextRunAt, scopeEndsOn, custody, concealment, stage, productVersion, exchangeScoped } = answer;
  const ran =
    lastRun === null
      ? said.never
      : said.lastAt(said.lastSaid[lastRun.state], format.moment(lastRun.endedAt ?? lastRun.startedAt));
  const named = exchangeScoped.map((source) => words.about.sources[source] ?? source).join(', ');
  return [
    [said.last, ran],
    [said.next, nextRunAt === null ? said.noSchedule : format.moment(nextRunAt)],
    [said.scope, scopeEndsOn === null ? said.noScope : format.day(scopeEndsOn)],
    [said.names, said.concealment[concealment]],
    [said.exchange, named === '' ? said.exchangeNone : named],
    [said.keys, opening(words.about.custodyKinds[custody.kind] ?? custody.kind)],
    [said.stage, said.stages[stage]],
    [said.version, productVersion ?? said.unknownVersion],
  ];
}

function Sources({ answer: { sources, permissionsSeenAt } }: { readonly answer: InstallAnswer }): ReactNode {
  const { words, format, language } = useSpeech();
  const said = installWords(language);
  const lead = permissionsSeenAt === null ? said.sourcesUnseen : said.sourcesLead(format.moment(permissionsSeenAt));
  return (
    <section className="part" aria-labelledby="install-sources">
      <h2 id="install-sources">{said.sourcesTitle}</h2>
      <p className="part-lead">{sources.length === 0 ? said.noSources : lead}</p>
      {sources.length === 0 ? null : (
        <FigureTable
          caption={said.sourcesTitle}
          columns={said.columns}
          rows={sources.map(({ name, permissions, last }) => [
            words.about.sources[name] ?? name,
            permissions.map(({ role, state }) => said.permission[state](role)).join('; '),
            said.fared[last?.state ?? 'none'],
          ])}
        />
      )}
    </section>
  );
}
