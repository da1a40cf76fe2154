import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import { NetworkLegend } from '../drawing/network-legend.tsx';
import type { Stage } from '../drawing/island-ground.tsx';
import { NetworkOfUnits } from '../drawing/network-of-units.tsx';
import { networkPicture } from '../drawing/network-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly answer: OverviewAnswer;
  readonly reach: Table;
}

/** As many lines as can be taken in at once; more are drawn when asked for. */
const LINES_AT_ONCE = 12;

/** The organisation chart, which dissolves into the network of units by one button, and back. */
export function NetworkSection({ answer, reach }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format, language } = speech;
  const said = pictureWords(language).network;
  const [stage, setStage] = useState<Stage>('chart');
  const [most, setMost] = useState(LINES_AT_ONCE);
  const [asked, setAsked] = useState<string>();
  const picture = useMemo(() => networkPicture(reach, answer, speech), [reach, answer, speech]);
  const drawn = useMemo(
    () => picture.lines.filter((line, index) => index < most || line.from === asked),
    [picture, most, asked],
  );
  const left = Math.min(LINES_AT_ONCE, picture.lines.length - most);
  const isNetwork = stage === 'network';
  return (
    <Part
      id="network-title"
      title={said.title}
      gist={picture.summary[stage]}
      startsOpen
      beside={
        picture.noLines === undefined ? (
          <Button
            appearance="primary"
            onClick={() => {
              setStage(isNetwork ? 'chart' : 'network');
              setAsked(undefined);
            }}
          >
            {isNetwork ? said.toChart : said.toNetwork}
          </Button>
        ) : undefined
      }
    >
      <p className="part-lead">{picture.noLines ?? (isNetwork ? said.networkLead : said.chartLead)}</p>
      <p className="for-listeners" role="status">
        {picture.summary[stage]}
      </p>
      <PictureOrTable
        about={said.title}
        table={picture.table}
        legend={
          <NetworkLegend
            withLines={isNetwork}
            kinds={new Set(picture.islands.flatMap(({ units }) => units.map(({ kind }) => kind)))}
          />
        }
      >
        <NetworkOfUnits picture={picture} stage={stage} lines={drawn} asked={asked} onAsk={setAsked} />
      </PictureOrTable>
      {isNetwork ? (
        <div className="network-more">
          <span>{said.shown(format.count(drawn.length), format.count(picture.lines.length))}</span>
          {left > 0 ? (
            <Button
              size="small"
              onClick={() => {
                setMost(most + LINES_AT_ONCE);
              }}
            >
              {said.more(format.count(left))}
            </Button>
          ) : null}
          {most > LINES_AT_ONCE ? (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                setMost(LINES_AT_ONCE);
              }}
            >
              {said.fewer}
            </Button>
          ) : null}
        </div>
      ) : null}
      <p className="small-print">
        {isNetwork ? (
          <>
            <RichText text={said.definitions} /> {words.overview.reachDefinition}{' '}
            {words.overview.noiseNote(format.decimal(reach.sigma, 1))}
          </>
        ) : null}
      </p>
    </Part>
  );
}
