import { Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CHANNEL_PLACES, channelAddress, channelPlace } from '../own-page.ts';
import type { Host } from '../teams.ts';
import { inTeamsWords } from '../words/in-teams.ts';
import { useSpeech } from '../words/speech.ts';

/** What Teams shows when somebody puts Samspill in a channel: what the tab holds, and the one choice there is. */
export function ChannelSetUp({ setUp }: { readonly setUp: NonNullable<Host['setUp']> }): ReactNode {
  const { words, language } = useSpeech();
  const said = inTeamsWords(language).setUp;
  const [place, setPlace] = useState(() => channelPlace(setUp.address));
  const chosen = useRef(place);
  useEffect(() => {
    setUp.keep(() => ({ name: words.product, address: channelAddress(location.origin, chosen.current) }));
  }, [setUp, words]);
  return (
    <section className="entry">
      <h1>{said.title}</h1>
      <p className="lead-text">{said.lead}</p>
      <h2 id="set-up-question">{said.question}</h2>
      <RadioGroup
        aria-labelledby="set-up-question"
        value={place}
        onChange={(_event, { value }) => {
          const next = CHANNEL_PLACES.find((one) => one === value) ?? place;
          chosen.current = next;
          setPlace(next);
        }}
      >
        {CHANNEL_PLACES.map((one) => (
          <Radio key={one} value={one} label={words.screens[one]} />
        ))}
      </RadioGroup>
      <p>{said.then}</p>
    </section>
  );
}
