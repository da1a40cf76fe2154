import { type ReactNode } from 'react';
import type { LaunchAnswer } from '../../connector/api/journey-answers.ts';
import { journeyWords } from '../words/journey-words.ts';
import { useSpeech } from '../words/speech.ts';

/** What was learnt of a launch, oldest first; what did not work is told in the same place and as fully. */
export function LaunchRetrospectives({ launch: { retrospectives } }: { readonly launch: LaunchAnswer }): ReactNode {
  const { language, format } = useSpeech();
  const words = journeyWords(language);
  if (retrospectives.length === 0) return <p className="small-print">{words.launch.noRetrospective}</p>;
  return retrospectives.map((told, index) => (
    <div key={index} className={`retrospective retrospective-${told.outcome}`}>
      <p>
        <strong>{words.states[told.outcome]}</strong> · {format.day(told.on)}
      </p>
      <dl className="formulas">
        {(
          [
            [words.launch.tried, told.tried],
            [words.launch.wanted, told.expected],
            [words.launch.got, told.got],
            [words.launch.learnt, told.learnt],
            [words.launch.next, told.next],
          ] as const
        ).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}
