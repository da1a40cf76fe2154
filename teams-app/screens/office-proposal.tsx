import { Button, Checkbox, Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type ProposalAnswer, proposedAnswer } from '../../connector/api/answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { Part } from '../drawing/part.tsx';
import { useNarrow } from '../drawing/use-narrow.ts';
import type { OfficeWords } from '../words/office/nb.ts';
import { useSpeech } from '../words/speech.ts';
import { useDoing, useOfficeWords } from './use-office.ts';

type ActName = ProposalAnswer['may'][number];
/** What is in force was discussed, and what fell away need not be. */
const IS_TO_COME: readonly ProposalAnswer['state'][] = ['draft', 'open', 'protested', 'approved'];
/** What somebody still has to say something to stands open on a telephone too. */
const WAITS_FOR_WORDS: readonly ProposalAnswer['state'][] = ['draft', 'open', 'protested'];
const WITH_WORDS: readonly ActName[] = ['comment', 'protest', 'answer', 'reject'];

interface Props {
  readonly proposal: ProposalAnswer;
  readonly onDone: () => void;
}

/** One proposal: how it stands, what it would change, what was done with it, and what the reader may do. */
export function OfficeProposal({ proposal, onDone }: Props): ReactNode {
  const words = useOfficeWords();
  const { format } = useSpeech();
  const isNarrow = useNarrow();
  const { number, state, effectiveOn, approvableFrom, material, changes, may } = proposal;
  const title = words.scope.number(format.count(number));
  const name = `proposal-${String(number)}`;
  const stands = words.scope.states[state];
  return (
    <article className="proposal" aria-labelledby={`${name}-title`}>
      <Part
        id={`${name}-title`}
        title={title}
        level={3}
        gist={stands}
        beside={<span className="coming">{stands}</span>}
        startsOpen={WAITS_FOR_WORDS.includes(state) || may.length > 0}
      >
        {state === 'approved' && effectiveOn !== null ? (
          <p>{words.scope.effectiveOn(format.day(effectiveOn))}</p>
        ) : null}
        {approvableFrom === null ? null : (
          <p className="warning">{words.scope.approvableFrom(format.day(approvableFrom))}</p>
        )}
        {material && IS_TO_COME.includes(state) ? <p className="small-print">{words.scope.material}</p> : null}
        <details open={isNarrow ? WAITS_FOR_WORDS.includes(state) : state !== 'in-force' && state !== 'superseded'}>
          <summary>{words.scope.changes}</summary>
          <div className="document">
            <DocumentBlocks blocks={changes} title={title} toFill="" folding={{ name, what: 'tables' }} />
          </div>
        </details>
        <h4>{words.scope.history}</h4>
        <ol className="office-acts">
          {proposal.acts.map((act, index) => (
            <li key={index}>
              {words.scope.did[act.kind]} {words.offices[act.office]},{' '}
              <span className="range">{format.day(act.at)}</span>
              {act.alsoApproves === undefined ? null : (
                <p>{words.scope.alsoApproved(act.alsoApproves.map((name) => sourceName(name, words)).join('; '))}</p>
              )}
              {act.text === null ? null : <blockquote>{act.text}</blockquote>}
            </li>
          ))}
        </ol>
        <Acts proposal={proposal} onDone={onDone} />
      </Part>
    </article>
  );
}

function sourceName(name: string, { form }: OfficeWords): string {
  const names: Readonly<Record<string, string>> = form.source;
  return names[name] ?? name;
}

function Acts({ proposal: { number, may, ownApprovals }, onDone }: Props): ReactNode {
  const words = useOfficeWords();
  const [text, setText] = useState('');
  const [named, setNamed] = useState<readonly string[]>([]);
  const [doing, doIt] = useDoing();
  if (may.length === 0) return null;
  const needsWords = may.some((act) => WITH_WORDS.includes(act));
  const perform = async (act: ActName): Promise<void> => {
    const body = WITH_WORDS.includes(act)
      ? { text }
      : act === 'approve' && named.length > 0
        ? { alsoApproves: named }
        : {};
    const done = await doIt(`/api/scope/proposals/${String(number)}/${act}`, body, proposedAnswer);
    if (done === undefined) return;
    setText('');
    onDone();
  };
  return (
    <div className="office-form">
      {needsWords ? (
        <Field
          label={words.scope.yourWords}
          hint={words.scope.namesNowhere}
          {...(doing.about === 'text' ? { validationMessage: doing.said } : {})}
        >
          <Textarea
            value={text}
            maxLength={4_000}
            onChange={(_, { value }) => {
              setText(value);
            }}
          />
        </Field>
      ) : null}
      {may.includes('approve')
        ? ownApprovals.map((source) => (
            <div key={source} className="own-approval">
              <p className="warning">{words.form.chatWarning}</p>
              <Checkbox
                label={words.scope.alsoApprove(sourceName(source, words))}
                checked={named.includes(source)}
                onChange={(_, { checked }) => {
                  setNamed(checked === true ? [...named, source] : named.filter((it) => it !== source));
                }}
              />
            </div>
          ))
        : null}
      <div className="office-buttons">
        {may.map((act) => (
          <Button
            key={act}
            appearance={act === 'approve' ? 'primary' : 'secondary'}
            disabled={doing.state === 'doing'}
            onClick={() => void perform(act)}
          >
            {words.scope.acts[act]}
          </Button>
        ))}
      </div>
      <Said doing={doing} beside={['text']} />
    </div>
  );
}

/** How an act went, for those who see it and those who hear it; what is said beside a field is not said twice. */
export function Said({
  doing: { state, about, said },
  beside = [],
}: {
  readonly doing: ReturnType<typeof useDoing>[0];
  readonly beside?: readonly string[];
}): ReactNode {
  const words = useOfficeWords();
  const isBeside = about !== undefined && beside.includes(about);
  return (
    <p role="status" className={state === 'failed' && !isBeside ? 'warning' : undefined}>
      {state === 'done' ? words.done : state === 'failed' && !isBeside ? said : ''}
    </p>
  );
}
