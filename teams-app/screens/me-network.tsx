import { type ReactNode } from 'react';
import type { AboutMeAnswer, HeldPeriodAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { unitName } from '../words/names.ts';
import { sayFigure } from '../words/say.ts';
import { useSpeech, type Speech } from '../words/speech.ts';
import { towardName } from './toward-name.ts';

type Network = NonNullable<HeldPeriodAnswer['network']>;
type Bridges = AboutMeAnswer['bridges'];

/** The reader's own network: colleagues by unit, and one's own band of bridging beside the released count of the unit. */
export function MeNetwork({ network, bridges }: { readonly network: Network; readonly bridges: Bridges }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { partners, bridging } = network;
  return (
    <>
      <h3>{words.me.networkTitle}</h3>
      <p className="part-lead">{words.me.networkLead}</p>
      {partners.length === 0 ? null : (
        <FigureTable
          caption={words.me.networkTitle}
          columns={[words.me.to, words.me.colleagues]}
          rows={partners.map(({ toward, people }) => [towardName(toward, speech), format.count(people)])}
        />
      )}
      {bridging === null ? null : (
        <ul className="promises">
          {bridgingLines(bridging, bridges, speech).map((line) => (
            <li key={line}>
              <RichText text={line} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function bridgingLines(
  { band, until }: NonNullable<Network['bridging']>,
  bridges: Bridges,
  speech: Speech,
): readonly string[] {
  const { words, format } = speech;
  if (band === null) return [words.me.bridgesLater(format.day(until))];
  return [
    `${words.me.bridges[band]} ${words.me.bridgesUntil(format.day(until))}`,
    bridges === null ? words.me.noBridgesReleased : releasedLine(bridges, speech),
  ];
}

function releasedLine({ row, heads, period, figures }: NonNullable<Bridges>, speech: Speech): string {
  const { words, format } = speech;
  const told = figures.map(({ band, people }) => words.me.bridgesCounted[band](sayFigure(people, speech)));
  return `${words.me.bridgesReleased(unitName(row, words), format.count(heads), format.period(period))} ${told.join(' ')}`;
}
