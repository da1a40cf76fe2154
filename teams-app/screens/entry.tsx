import { type ReactNode } from 'react';
import { DEMO_ROLES, type DemoRole } from '../demo.ts';
import { Wordmark } from '../drawing/wordmark.tsx';
import { useSpeech } from '../words/speech.ts';

/** The demo's door outside Teams: what this is, in three short answers, and as whom one wants to look. */
export function Entry({ onEnter }: { readonly onEnter: (role: DemoRole) => void }): ReactNode {
  const { words } = useSpeech();
  return (
    <section className="door">
      <div className="door-front">
        <div className="door-words">
          <p className="eyebrow">{words.tagline}</p>
          <h1>{words.entry.title}</h1>
          <p className="lead-text">{words.entry.lead}</p>
        </div>
        <div className="door-sign">
          <Wordmark />
        </div>
      </div>
      <h2>{words.entry.choose}</h2>
      <ul className="roles">
        {DEMO_ROLES.map((role) => (
          <li key={role}>
            <button
              type="button"
              className="role"
              onClick={() => {
                onEnter(role);
              }}
            >
              <strong>{words.entry.roles[role].name}</strong>
              <span>{words.entry.roles[role].text}</span>
            </button>
          </li>
        ))}
      </ul>
      <dl className="door-answers">
        {words.entry.answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
