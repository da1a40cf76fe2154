import { Button } from '@fluentui/react-components';
import { type ReactNode, useContext, useState } from 'react';
import { archiveAnswer, type OfficeAnswer } from '../../connector/api/office-answers.ts';
import { fileOf, saveFile } from '../drawing/save-file.ts';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';
import { AskContext } from './use-answer.ts';

/** Everything as one signed file, and the key it is checked with. */
export function OfficeArchive({ office: { boundary } }: { readonly office: OfficeAnswer }): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language).download;
  const ask = useContext(AskContext);
  const [state, setState] = useState<'idle' | 'waiting' | 'done' | 'failed'>('idle');
  const download = async (): Promise<void> => {
    setState('waiting');
    const asked = await ask('/api/office/archive', archiveAnswer);
    if (asked.kind === 'answer') saveFile(asked.answer.fileName, fileOf(asked.answer.base64, 'application/zip'));
    setState(asked.kind === 'answer' ? 'done' : 'failed');
  };
  const said = { idle: '', waiting: '', done: words.done, failed: words.failed };
  return (
    <>
      <p className="part-lead">{words.text}</p>
      <p className="document-download">
        <Button disabled={state === 'waiting'} onClick={() => void download()}>
          {words.button}
        </Button>{' '}
        <span role="status">{said[state]}</span>
      </p>
      <p className="small-print">{words.key}</p>
      <pre className="office-key" tabIndex={0} role="group" aria-label={words.key}>
        {boundary.publicKey}
      </pre>
      <p className="small-print">
        {words.boundary(format.count(boundary.entries))} <code>{boundary.head}</code>
      </p>
    </>
  );
}
