import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { USE_CHARACTERS, usedAnswer, USES } from '../../connector/api/office-answers.ts';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { useAct } from './use-answer.ts';

type Step = 'idle' | 'busy' | 'sent' | 'failed' | 'wrong-use' | 'wrong-text';

/** A leader says what the release shown was used for: a kind and a few words. Who said it is not kept. */
export function ReleaseUse({ period }: { readonly period: OverviewAnswer['period'] }): ReactNode {
  const { words, format, language } = useSpeech();
  const said = words.releaseUse;
  const act = useAct();
  const [use, setUse] = useState('');
  const [text, setText] = useState('');
  const [step, setStep] = useState<Step>('idle');
  const send = async (): Promise<void> => {
    if (use === '') {
      setStep('wrong-use');
      return;
    }
    if (text.trim() === '') {
      setStep('wrong-text');
      return;
    }
    setStep('busy');
    const asked = await act('/api/uses', { period: period.id, use, text }, usedAnswer);
    if (asked.kind === 'answer') {
      setUse('');
      setText('');
      setStep('sent');
    } else setStep(asked.about === 'text' ? 'wrong-text' : 'failed');
  };
  return (
    <Part id="release-use" title={said.title} gist={gistWords(language).use}>
      <p className="part-lead">{said.lead(format.period(period))}</p>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={said.kind} {...(step === 'wrong-use' ? { validationMessage: said.wrong.use } : {})}>
          <Select
            value={use}
            onChange={(_, { value }) => {
              setUse(value);
            }}
          >
            <option value="">{said.choose}</option>
            {USES.map((one) => (
              <option key={one} value={one}>
                {said.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={said.text}
          hint={said.hint(format.count(USE_CHARACTERS - text.length))}
          {...(step === 'wrong-text' ? { validationMessage: said.wrong.text } : {})}
        >
          <Textarea
            value={text}
            maxLength={USE_CHARACTERS}
            onChange={(_, { value }) => {
              setText(value);
            }}
          />
        </Field>
        <div className="office-buttons">
          <Button type="submit" appearance="primary" disabled={step === 'busy'}>
            {said.send}
          </Button>
        </div>
        <p role="status" className={step === 'failed' ? 'warning' : undefined}>
          {step === 'sent' ? said.sent : step === 'failed' ? said.failed : ''}
        </p>
      </form>
    </Part>
  );
}
