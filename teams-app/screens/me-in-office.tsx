import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AboutMeAnswer } from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';

const FIRST_SHOWN = 20;

interface Props {
  /** Oldest first, as the answer has them. */
  readonly done: AboutMeAnswer['inOffice'];
}

/** What the reader did in office: when, as what, and their own words. Nobody else is shown that it was they. */
export function MeInOffice({ done }: Props): ReactNode {
  const { words, format } = useSpeech();
  const [all, setAll] = useState(false);
  const acts: Readonly<Record<string, string>> = { ...words.me.acts, ...words.me.officeActs };
  const offices: Readonly<Record<string, string>> = words.me.offices;
  const shown = done.toReversed().slice(0, all ? done.length : FIRST_SHOWN);
  return (
    <section className="part" aria-labelledby="me-office">
      <h2 id="me-office">{words.me.officeTitle}</h2>
      <p className="part-lead">{words.me.officeLead(format.count(done.length))}</p>
      <ul className="promises">
        {shown.map(({ what, office, on, text }, index) => (
          <li key={index}>
            {words.me.scopeAct(offices[office] ?? office, acts[what] ?? what, format.day(on))}
            {text === null ? null : <blockquote>{text}</blockquote>}
          </li>
        ))}
      </ul>
      {shown.length === done.length ? null : (
        <div className="me-buttons">
          <Button
            onClick={() => {
              setAll(true);
            }}
          >
            {words.me.officeMore(format.count(done.length))}
          </Button>
        </div>
      )}
    </section>
  );
}
