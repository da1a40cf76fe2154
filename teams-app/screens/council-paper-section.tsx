import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { DocumentAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { DocumentLanguageChoice } from './document-language-choice.tsx';
import { OneDocument } from './one-document.tsx';

/** The paper for the council, made of the figures on the screens: made when asked for, in a language of its own. */
export function CouncilPaperSection(): ReactNode {
  const { words, language } = useSpeech();
  const text = words.documents.council;
  const [chosen, setChosen] = useState<DocumentAnswer['language']>();
  const [isShown, setShown] = useState(false);
  const own = chosen ?? language;
  return (
    <Part id="council-paper-title" title={text.title} gist={gistWords(language).paper}>
      <p className="part-lead">{text.lead}</p>
      <div className="document-choices">
        <DocumentLanguageChoice chosen={own} onChoose={setChosen} />
        <Button
          aria-expanded={isShown}
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? text.hide : text.show}
        </Button>
      </div>
      {isShown ? (
        <OneDocument
          key={own}
          name="council-paper"
          address="/api/council-paper"
          language={own}
          files={['docx', 'pdf']}
        />
      ) : null}
    </Part>
  );
}
