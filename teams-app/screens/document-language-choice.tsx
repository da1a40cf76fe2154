import { Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DOCUMENT_LANGUAGES, type DocumentAnswer } from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';

interface DocumentLanguageChoiceProps {
  readonly chosen: DocumentAnswer['language'];
  readonly onChoose: (language: DocumentAnswer['language'] | undefined) => void;
}

/** In which language a document is written, whatever the screen's. */
export function DocumentLanguageChoice({ chosen, onChoose }: DocumentLanguageChoiceProps): ReactNode {
  const text = useSpeech().words.documents;
  return (
    <label className="choice">
      <span>{text.language}</span>
      <Select
        value={chosen}
        onChange={(_, { value }) => {
          onChoose(DOCUMENT_LANGUAGES.find((one) => one === value));
        }}
      >
        {DOCUMENT_LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {text.languages[one]}
          </option>
        ))}
      </Select>
    </label>
  );
}
