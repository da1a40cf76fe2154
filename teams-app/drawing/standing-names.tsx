import { type ReactNode } from 'react';
import type { BridgeBuildersAnswer } from '../../connector/api/bridge-answers.ts';
import { bridgeBuilderWords } from '../words/bridge-builder-words.ts';
import { lastStep } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  /** In the order in which they are to stand. */
  readonly units: BridgeBuildersAnswer['units'];
}

/** Names under their units: what leaders see of those who stand, and what each of them is shown before saying yes. */
export function StandingNames({ units }: Props): ReactNode {
  const { language } = useSpeech();
  const { noUnit } = bridgeBuilderWords(language).list;
  return (
    <ul className="standing">
      {units.map(({ unit, names }) => (
        <li key={unit}>
          <strong>{unit === '' ? noUnit : unit.split('/').map(lastStep).join(' › ')}</strong>
          <ul className="promises">
            {names.map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
