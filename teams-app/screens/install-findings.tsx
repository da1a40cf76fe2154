import { type ReactNode } from 'react';
import type { InstallFinding } from '../../connector/api/install-answers.ts';
import { installWords } from '../words/install-words.ts';
import { type Speech, useSpeech } from '../words/speech.ts';

/** What is missing or worth knowing, each with whose move it is; that nothing is, is an answer too. */
export function InstallFindings({ findings }: { readonly findings: readonly InstallFinding[] }): ReactNode {
  const speech = useSpeech();
  const said = installWords(speech.language);
  if (findings.length === 0)
    return (
      <div className="no-sure-change">
        <h3>{said.none}</h3>
      </div>
    );
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding.about)} className={`finding finding-${finding.state}`}>
          <span className="finding-state">{said.states[finding.state]}</span>
          <span>{sayFinding(finding.about, speech)}</span>
          <span className="finding-move">
            {said.move}: <strong>{said.moves[finding.whoseMove]}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function sayFinding(about: InstallFinding['about'], speech: Speech): string {
  const { words, format, language } = speech;
  const { found } = installWords(language);
  const source = (name: string): string => words.about.sources[name] ?? name;
  switch (about.kind) {
    case 'scope-ends':
      return found['scope-ends'](format.day(about.on));
    case 'gates-closed':
      return found['gates-closed'](format.count(about.count));
    case 'run-failed':
      return `${found['run-failed']} ${sayFailure(about.failure, speech)}`.trim();
    case 'permission-missing':
      return found['permission-missing'](about.role, about.stops.map(source).join(', '));
    case 'permission-extra':
      return found['permission-extra'](about.role);
    case 'source-failed':
      return `${found['source-failed'](source(about.source))} ${sayFailure(about.failure, speech)}`;
    case 'no-scope':
    case 'no-run-yet':
    case 'concealed':
    case 'keys-weak':
      return found[about.kind];
  }
}

/** A failure in its own words, and otherwise its code, by which it can be looked up. */
function sayFailure(failure: string | null, { words, language }: Speech): string {
  if (failure === null) return '';
  return words.first.failures[failure] ?? installWords(language).code(failure);
}
