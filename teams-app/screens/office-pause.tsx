import { Button, Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { pausedAnswer, type OfficeAnswer } from '../../connector/api/office-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';
import { useAct } from './use-answer.ts';

type Pause = OfficeAnswer['pause'];
type Act = Pause['may'][number];

interface Props {
  readonly pause: Pause;
  readonly onDone: () => void;
}

/** How it stands, and what this office may do about it: one button stops everything. */
export function OfficePause({ pause, onDone }: Props): ReactNode {
  const { language, format } = useSpeech();
  const { pause: words, offices, nothing } = officeWords(language);
  return (
    <>
      <p className={pause.state === 'running' ? 'part-lead' : 'warning'}>{words.states[pause.state]}</p>
      {pause.may.map((act) => (
        <OneAct key={`${pause.state} ${act}`} act={act} onDone={onDone} />
      ))}
      {pause.acts.length === 0 ? null : (
        <FigureTable
          caption={words.caption}
          columns={words.columns}
          rows={pause.acts.map(({ act, office, at, text }) => [
            words.acts[act],
            offices[office],
            format.day(at),
            text ?? nothing,
          ])}
        />
      )}
    </>
  );
}

function OneAct({ act, onDone }: { readonly act: Act; readonly onDone: () => void }): ReactNode {
  const { language } = useSpeech();
  const { pause: words } = officeWords(language);
  const doIt = useAct();
  const [text, setText] = useState('');
  const [state, setState] = useState<'idle' | 'waiting' | 'failed'>('idle');
  const send = async (): Promise<void> => {
    setState('waiting');
    const asked = await doIt(`/api/pause/${act}`, { text: text.trim() === '' ? null : text }, pausedAnswer);
    setState(asked.kind === 'answer' ? 'idle' : 'failed');
    if (asked.kind === 'answer') onDone();
  };
  return (
    <div className="office-act">
      <Field label={words.text[act]}>
        <Textarea
          value={text}
          maxLength={4000}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <Button
        appearance={act === 'paused' ? 'primary' : 'secondary'}
        disabled={state === 'waiting' || (act === 'resume-asked' && text.trim() === '')}
        onClick={() => void send()}
      >
        {words.button[act]}
      </Button>{' '}
      <span role="status">{state === 'failed' ? words.failed : ''}</span>
    </div>
  );
}
