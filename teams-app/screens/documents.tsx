import { Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { documentsAnswer, type DocumentAnswer } from '../../connector/api/answers.ts';
import { useOpenParts } from '../drawing/open-parts.ts';
import { Part } from '../drawing/part.tsx';
import { useSpeech } from '../words/speech.ts';
import { DocumentLanguageChoice } from './document-language-choice.tsx';
import { OneDocument } from './one-document.tsx';
import { useAnswer } from './use-answer.ts';

const PART = 'about-documents';

/** Drafts made of the configuration: to read here, in three languages, or to finish as a file. */
export function Documents(): ReactNode {
  const { words, language } = useSpeech();
  const [asked] = useAnswer('/api/documents', documentsAnswer);
  const { pointedAt } = useOpenParts();
  const [chosenName, setName] = useState<string>();
  const [chosen, setChosen] = useState<DocumentAnswer['language']>();
  if (asked.kind !== 'answer' || asked.answer.documents.length === 0) return null;
  const own = chosen ?? language;
  // An address can point at one of them, and at a chapter of it.
  const isPointedAt = (document: string): boolean => `${pointedAt ?? ''}-`.startsWith(`${PART}-${document}-`);
  const name = chosenName ?? asked.answer.documents.find(isPointedAt) ?? '';
  const text = words.documents;
  return (
    <Part id={PART} title={text.title}>
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
        <DocumentLanguageChoice chosen={own} onChoose={setChosen} />
      </div>
      {name === '' ? null : (
        <OneDocument
          key={name}
          name={`${PART}-${name}`}
          address={`/api/documents/${name}`}
          language={own}
          files={['docx']}
        />
      )}
    </Part>
  );
}
