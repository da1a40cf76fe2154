import { type ReactNode } from 'react';
import { DEMO_ROLES, type DemoRole } from '../demo.ts';
import { Wordmark } from '../drawing/wordmark.tsx';
import { useSpeech } from '../words/speech.ts';

/** The demo's door outside Teams: as whom do you want to look? */
export function Entry({ onEnter }: { readonly onEnter: (role: DemoRole) => void }): ReactNode {
  const { words } = useSpeech();
  return (
    <section className="entry">
      <span className="notice-mark">
        <Wordmark />
      </span>
      <h1>{words.entry.title}</h1>
      <p className="lead-text">{words.entry.lead}</p>
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
    </section>
  );
}
