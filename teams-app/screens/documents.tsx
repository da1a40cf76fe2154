import { Button, Select } from '@fluentui/react-components';
import { type ReactNode, useContext, useState } from 'react';
import {
  DOCUMENT_LANGUAGES,
  documentAnswer,
  documentFileAnswer,
  documentsAnswer,
  type DocumentAnswer,
} from '../../connector/api/answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { AskContext, useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

type DocumentLanguage = DocumentAnswer['language'];

/** Drafts made of the configuration: to read here, in three languages, or to finish as a file. */
export function Documents(): ReactNode {
  const { words, language } = useSpeech();
  const [asked] = useAnswer('/api/documents', documentsAnswer);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<DocumentLanguage>();
  if (asked.kind !== 'answer' || asked.answer.documents.length === 0) return null;
  const own = chosen ?? language;
  const text = words.documents;
  return (
    <section className="part" aria-labelledby="about-documents">
      <h2 id="about-documents">{text.title}</h2>
      <p className="part-lead">{text.lead}</p>
      <div className="document-choices">
        <label className="choice">
          <span>{text.which}</span>
          <Select
            value={name}
            onChange={(_, { value }) => {
              setName(value);
            }}
          >
            <option value="">{text.placeholder}</option>
            {asked.answer.documents.map((document) => (
              <option key={document} value={document}>
                {text.names[document] ?? document}
              </option>
            ))}
          </Select>
        </label>
        <label className="choice">
          <span>{text.language}</span>
          <Select
            value={own}
            onChange={(_, { value }) => {
              setChosen(DOCUMENT_LANGUAGES.find((one) => one === value));
            }}
          >
            {DOCUMENT_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {text.languages[one]}
              </option>
            ))}
          </Select>
        </label>
      </div>
      {name === '' ? null : <OneDocument key={name} name={name} language={own} />}
    </section>
  );
}

interface OneProps {
  readonly name: string;
  readonly language: DocumentLanguage;
}

function OneDocument({ name, language }: OneProps): ReactNode {
  const [asked, again] = useAnswer(`/api/documents/${name}?language=${language}`, documentAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { title, mark, toFill, blocks } = asked.answer;
  return (
    <>
      <Download name={name} language={language} />
      <article className="document" lang={language}>
        <h3>{title}</h3>
        <p className="document-mark">{mark}</p>
        <DocumentBlocks blocks={blocks} title={title} toFill={toFill} />
        <p className="document-mark">{mark}</p>
      </article>
    </>
  );
}

/** The file comes with a token like every answer, and becomes one in the browser's memory alone. */
function Download({ name, language }: OneProps): ReactNode {
  const { words } = useSpeech();
  const ask = useContext(AskContext);
  const [state, setState] = useState<'idle' | 'waiting' | 'done' | 'failed'>('idle');
  const download = async (): Promise<void> => {
    setState('waiting');
    const asked = await ask(`/api/documents/${name}/docx?language=${language}`, documentFileAnswer);
    if (asked.kind === 'answer') saveFile(asked.answer.fileName, asked.answer.base64);
    setState(asked.kind === 'answer' ? 'done' : 'failed');
  };
  const said = { idle: '', waiting: '', done: words.documents.downloaded, failed: words.documents.failed };
  return (
    <p className="document-download">
      <Button disabled={state === 'waiting'} onClick={() => void download()}>
        {words.documents.download}
      </Button>{' '}
      <span role="status">{said[state]}</span>
    </p>
  );
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function saveFile(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: DOCX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
