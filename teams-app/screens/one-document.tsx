import { Button } from '@fluentui/react-components';
import { type ReactNode, useContext, useState } from 'react';
import { documentAnswer, documentFileAnswer, type DocumentAnswer } from '../../connector/api/answers.ts';
import { fileOf, saveFile } from '../drawing/save-file.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { withJoints } from '../words/joints.ts';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { AskContext, useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

const KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type FileKind = keyof typeof KINDS;

interface OneDocumentProps {
  /** What an address calls it. */
  readonly name: string;
  /** Where it is asked for; a file lies under it, by its kind. */
  readonly address: string;
  readonly language: DocumentAnswer['language'];
  readonly files: readonly FileKind[];
}

/** One document to read here, and to have as a file. */
export function OneDocument({ name, address, language, files }: OneDocumentProps): ReactNode {
  const [asked, again] = useAnswer(`${address}?language=${language}`, documentAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { title, mark, toFill, blocks } = asked.answer;
  return (
    <>
      <Downloads address={address} language={language} files={files} />
      <article className="document" lang={language}>
        <h3>{withJoints(title)}</h3>
        <p className="document-mark">{mark}</p>
        <DocumentBlocks {...{ blocks, title, toFill }} folding={{ name, what: 'chapters' }} />
        <p className="document-mark">{mark}</p>
      </article>
    </>
  );
}

/** The file comes with a token like every answer, and becomes one in the browser's memory alone. */
function Downloads({ address, language, files }: Omit<OneDocumentProps, 'name'>): ReactNode {
  const { words } = useSpeech();
  const ask = useContext(AskContext);
  const [state, setState] = useState<'idle' | 'waiting' | 'done' | 'failed'>('idle');
  const download = async (kind: FileKind): Promise<void> => {
    setState('waiting');
    const asked = await ask(`${address}/${kind}?language=${language}`, documentFileAnswer);
    if (asked.kind === 'answer') saveFile(asked.answer.fileName, fileOf(asked.answer.base64, KINDS[kind]));
    setState(asked.kind === 'answer' ? 'done' : 'failed');
  };
  const said = { idle: '', waiting: '', done: words.documents.downloaded, failed: words.documents.failed };
  const labels = { docx: words.documents.download, pdf: words.documents.downloadPdf };
  return (
    <p className="document-download">
      {files.map((kind) => (
        <Button key={kind} disabled={state === 'waiting'} onClick={() => void download(kind)}>
          {labels[kind]}
        </Button>
      ))}{' '}
      <span role="status">{said[state]}</span>
    </p>
  );
}
