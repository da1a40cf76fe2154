import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { AboutMeAnswer } from '../../connector/api/answers.ts';
import { bridgeBuilderAnswer } from '../../connector/api/bridge-answers.ts';
import { StandingNames } from '../drawing/standing-names.tsx';
import { bridgeBuilderWords } from '../words/bridge-builder-words.ts';
import { useSpeech } from '../words/speech.ts';
import { useAct } from './use-answer.ts';

interface Props {
  readonly choice: AboutMeAnswer['bridgeBuilder'];
  readonly isProtected: boolean;
  readonly demo: boolean;
  readonly onDone: () => void;
}

/** `said`: yes, and the page is being asked again. */
type Step = 'idle' | 'shown' | 'busy' | 'said' | 'failed' | 'withdrawn';

/** The reader's own choice to stand as a bridge-builder: two clicks, with what leaders will see between them; one to withdraw. */
export function MeBridgeBuilder({ choice, isProtected, demo, onDone }: Props): ReactNode {
  const { language } = useSpeech();
  const words = bridgeBuilderWords(language).own;
  const act = useAct();
  const [step, setStep] = useState<Step>('idle');
  const told = useRef<HTMLDivElement>(null);
  // What was pressed is gone then: the keyboard goes on from what is said of it.
  const go = (next: Step): void => {
    setStep(next);
    told.current?.focus();
  };
  const decide = async (stands: boolean): Promise<void> => {
    setStep('busy');
    const done = await act('/api/bridge-builder', { stands }, bridgeBuilderAnswer);
    go(done.kind === 'failed' ? 'failed' : stands ? 'said' : 'withdrawn');
    onDone();
  };
  const say = (stands: boolean) => (): void => {
    void decide(stands);
  };
  const { stands, offered } = choice;
  return (
    <section className="part" aria-labelledby="me-bridge-builder">
      <h2 id="me-bridge-builder">{words.title}</h2>
      <p className="part-lead">{words.lead}</p>
      <p className="part-lead">{words.shownTo}</p>
      {isProtected ? <p className="warning">{words.isProtected}</p> : null}
      <div role="status" className="part-lead" ref={told} tabIndex={-1}>
        {stands === null ? null : <p>{stands.unit === null ? words.waits : words.stands}</p>}
        {stands === null && step === 'withdrawn' ? <p>{words.withdrawn}</p> : null}
        {stands === null && step === 'shown' ? <p>{words.wouldSee}</p> : null}
        {step === 'failed' ? <p>{words.failed}</p> : null}
      </div>
      {stands === null ? (
        <Yes name={offered.name} unit={offered.unit} step={step} onStep={go} onYes={say(true)} />
      ) : (
        <>
          <Shown {...stands} />
          <div className="me-buttons">
            <Button disabled={step === 'busy'} onClick={say(false)}>
              {words.withdraw}
            </Button>
            {offered.name === null || offered.name === stands.name ? null : (
              <Button disabled={step === 'busy'} onClick={say(true)}>
                {words.newName(offered.name)}
              </Button>
            )}
          </div>
        </>
      )}
      <p className="small-print">{[words.apart, words.backups, ...(demo ? [words.demo] : [])].join(' ')}</p>
    </section>
  );
}

interface YesProps {
  readonly name: string | null;
  readonly unit: string | null;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onYes: () => void;
}

/** What leaders will see, and then yes or no; nothing to press where the sign-in tells no name. */
function Yes({ name, unit, step, onStep, onYes }: YesProps): ReactNode {
  const { language } = useSpeech();
  const words = bridgeBuilderWords(language).own;
  if (name === null) return <p className="part-lead">{words.noName}</p>;
  const isBusy = step === 'busy' || step === 'said';
  if (step !== 'shown' && !isBusy) {
    return (
      <div className="me-buttons">
        <Button
          onClick={() => {
            onStep('shown');
          }}
        >
          {words.show}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Shown name={name} unit={unit} />
      <div className="me-buttons">
        <Button appearance="primary" disabled={isBusy} onClick={onYes}>
          {words.confirm}
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => {
            onStep('idle');
          }}
        >
          {words.cancel}
        </Button>
      </div>
      <p className="small-print">{words.unitLater}</p>
    </>
  );
}

/** As it stands in the leaders' list; where the unit is still to come, that stands in its place. */
function Shown({ name, unit }: { readonly name: string; readonly unit: string | null }): ReactNode {
  const { language } = useSpeech();
  const { unitToCome } = bridgeBuilderWords(language).own;
  return (
    <div className="concealed">
      <StandingNames units={[{ unit: unit ?? unitToCome, names: [name] }]} />
    </div>
  );
}
