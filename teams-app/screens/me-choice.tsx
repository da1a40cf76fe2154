import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { objectionAnswer } from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';
import { useAct } from './use-answer.ts';

interface Props {
  readonly objects: boolean;
  readonly isHeld: boolean;
  readonly onDone: () => void;
}

type Step = 'idle' | 'sure' | 'busy' | 'failed' | 'taken-back';

/** An objection in two clicks, and one to take it back. */
export function MeChoice({ objects, isHeld, onDone }: Props): ReactNode {
  const { words } = useSpeech();
  const act = useAct();
  const [step, setStep] = useState<Step>('idle');
  const decide = async (wanted: boolean): Promise<void> => {
    setStep('busy');
    const done = await act('/api/objection', { objects: wanted }, objectionAnswer);
    setStep(done.kind === 'failed' ? 'failed' : wanted ? 'idle' : 'taken-back');
    onDone();
  };
  const button = (text: string, onClick: () => void, appearance: 'primary' | 'secondary' = 'secondary'): ReactNode => (
    <Button appearance={appearance} disabled={step === 'busy'} onClick={onClick}>
      {text}
    </Button>
  );
  const say = (wanted: boolean) => (): void => {
    void decide(wanted);
  };
  return (
    <section className="part" aria-labelledby="me-choice">
      <h2 id="me-choice">{words.me.choiceTitle}</h2>
      {objects ? null : <p className="part-lead">{words.me.choiceLead}</p>}
      <div role="status" className="part-lead">
        {objects ? <p>{`${words.me.objected} ${isHeld ? words.me.stillHeld : words.me.deleted}`}</p> : null}
        {!objects && step === 'taken-back' ? <p>{words.me.takenBack}</p> : null}
        {step === 'failed' ? <p>{words.me.failed}</p> : null}
        {!objects && step === 'sure' ? <p>{words.me.sure}</p> : null}
      </div>
      {objects ? (
        <div className="me-buttons">
          {isHeld ? button(words.me.deleteNow, say(true), 'primary') : null}
          {button(words.me.takeBack, say(false))}
        </div>
      ) : (
        <div className="me-buttons">
          {step === 'sure' || step === 'busy' ? (
            <>
              {button(words.me.confirm, say(true), 'primary')}
              {button(words.me.cancel, () => {
                setStep('idle');
              })}
            </>
          ) : (
            button(words.me.object, () => {
              setStep('sure');
            })
          )}
        </div>
      )}
    </section>
  );
}
