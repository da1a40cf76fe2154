import { type ReactNode, useEffect } from 'react';
import { accessibilityWords } from '../words/accessibility.ts';
import { useSpeech } from '../words/speech.ts';

/** The accessibility statement: for everybody, without signing in. */
export function Accessibility(): ReactNode {
  const words = accessibilityWords(useSpeech().language);
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  return (
    <>
      <header className="lead">
        <h1>{words.title}</h1>
        <p className="lead-text">{words.lead}</p>
      </header>
      {words.parts.map(({ title, text, points }) => (
        <section key={title} className="part">
          <h2>{title}</h2>
          {text.map((sentence) => (
            <p key={sentence} className="part-lead">
              {sentence}
            </p>
          ))}
          {points.length === 0 ? null : (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p className="way-on">
        <a href="/about">{words.back}</a>
      </p>
    </>
  );
}
