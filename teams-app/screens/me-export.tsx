import { Button, Select } from '@fluentui/react-components';
import { type ReactNode, useContext, useState } from 'react';
import { DOCUMENT_LANGUAGES, ownExportAnswer } from '../../connector/api/answers.ts';
import { fileOf, saveFile } from '../drawing/save-file.ts';
import { LANGUAGE_NAMES } from '../words/language.ts';
import { useSpeech } from '../words/speech.ts';
import { AskContext } from './use-answer.ts';

/** The reader's own data as files. */
export function MeExport(): ReactNode {
  const { words, language } = useSpeech();
  const ask = useContext(AskContext);
  const [chosen, setChosen] = useState<string>(language);
  const [said, setSaid] = useState<'exported' | 'failed'>();
  const fetchFiles = async (): Promise<void> => {
    const asked = await ask(`/api/about-me/export?language=${chosen}`, ownExportAnswer);
    setSaid(asked.kind === 'answer' ? 'exported' : 'failed');
    if (asked.kind === 'answer') for (const file of asked.answer.files) save(file);
  };
  return (
    <section className="part" aria-labelledby="me-export">
      <h2 id="me-export">{words.me.exportTitle}</h2>
      <p className="part-lead">{words.me.exportLead}</p>
      <label className="choice">
        <span>{words.me.exportLanguage}</span>
        <Select
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(value);
          }}
        >
          {DOCUMENT_LANGUAGES.map((name) => (
            <option key={name} value={name} lang={name}>
              {LANGUAGE_NAMES[name]}
            </option>
          ))}
        </Select>
      </label>
      <div className="me-buttons">
        <Button onClick={() => void fetchFiles()}>{words.me.export}</Button>
      </div>
      <p role="status">{said === undefined ? '' : said === 'exported' ? words.me.exported : words.me.failed}</p>
    </section>
  );
}

function save({ fileName, base64 }: { readonly fileName: string; readonly base64: string }): void {
  saveFile(fileName, fileOf(base64, ''));
}
