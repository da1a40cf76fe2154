import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type ScopeAnswer, scopeAnswer } from '../../connector/api/answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { OfficeProposal } from './office-proposal.tsx';
import { ScopeForm } from './scope-form.tsx';
import { useAnswer } from './use-answer.ts';
import { useOfficeWords } from './use-office.ts';
import { Waiting } from './waiting.tsx';

/** What is in force, what is proposed, and for the privacy officer a form to propose a change. */
export function OfficeScope(): ReactNode {
  const words = useOfficeWords();
  const { language } = useSpeech();
  const [asked, again] = useAnswer(`/api/scope?language=${language}`, scopeAnswer);
  const [isProposing, setProposing] = useState(false);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { inForce, proposals, mayPropose, binding } = asked.answer;
  return (
    <>
      <header className="lead">
        <h1>{words.scope.title}</h1>
        <p className="lead-text">{words.scope.lead}</p>
        {binding ? null : <p className="small-print">{words.pilot}</p>}
      </header>
      <InForce inForce={inForce} />
      <section className="part" aria-labelledby="office-proposals">
        <h2 id="office-proposals">{words.scope.proposals}</h2>
        {mayPropose ? (
          <p>
            <Button
              aria-expanded={isProposing}
              onClick={() => {
                setProposing(!isProposing);
              }}
            >
              {isProposing ? words.form.close : words.form.open}
            </Button>
          </p>
        ) : null}
        {isProposing ? (
          <ScopeForm
            {...(inForce === null ? {} : { from: inForce.scope })}
            onProposed={() => {
              setProposing(false);
              again();
            }}
          />
        ) : null}
        {proposals.length === 0 ? <p>{words.scope.noProposals}</p> : null}
        {proposals.map((proposal) => (
          <OfficeProposal key={proposal.number} proposal={proposal} onDone={again} />
        ))}
      </section>
    </>
  );
}

function InForce({ inForce }: Pick<ScopeAnswer, 'inForce'>): ReactNode {
  const words = useOfficeWords();
  const { format } = useSpeech();
  return (
    <section className="part" aria-labelledby="office-in-force">
      <h2 id="office-in-force">{words.scope.inForce}</h2>
      {inForce === null ? (
        <p>{words.scope.none}</p>
      ) : (
        <>
          <p>{words.scope.since(format.day(inForce.since))}</p>
          <details>
            <summary>{words.scope.read}</summary>
            <article className="document">
              <h3>{inForce.title}</h3>
              <DocumentBlocks blocks={inForce.blocks} title={inForce.title} toFill="" />
            </article>
          </details>
        </>
      )}
    </section>
  );
}
