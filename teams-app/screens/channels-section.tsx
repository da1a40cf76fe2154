import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { FewColumnsMatrix } from '../drawing/few-columns-matrix.tsx';
import { matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { noChannelsRead } from './contacts-read.ts';

/** What carries contact beyond people's own units, division by division; with every second quarter. */
export function ChannelsSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { channels, period } = answer;
  const picture = useMemo(
    () =>
      channels === undefined
        ? undefined
        : matrixPicture(
            channels,
            {
              id: 'channels-told',
              name: words.overview.channelsTitle,
              period: format.period(period),
              aboutContacts: true,
              sentence: words.overview.channelsSentence,
              highest: words.overview.channelsHighest,
              summary: words.overview.channelsSummary,
            },
            speech,
          ),
    [channels, period, words, format, speech],
  );
  const { language } = speech;
  const missing = noChannelsRead(answer) ? gistWords(language).notMeasured : gistWords(language).notThisPeriod;
  const counted = (channels?.rows ?? []).reduce((sum, { heads }) => sum + heads, 0);
  return (
    <Part id="channels-title" title={words.overview.channelsTitle} gist={picture?.highest ?? missing}>
      {picture === undefined || channels === undefined ? (
        <p className="part-lead">
          {noChannelsRead(answer) ? adoptionWords(language).notRead.channels : words.overview.noChannels}
        </p>
      ) : (
        <>
          <p className="part-lead">{words.overview.channelsLead}</p>
          <FewColumnsMatrix about={words.overview.channelsTitle} picture={picture} />
          <p className="small-print">
            {words.overview.reachPopulation(format.count(counted), format.days(answer.period))}{' '}
            {words.overview.channelsDefinition} {words.overview.noiseNote(format.decimal(channels.sigma, 1))}
          </p>
        </>
      )}
    </Part>
  );
}
