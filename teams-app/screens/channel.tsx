import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type AboutAnswer, aboutAnswer } from '../../connector/api/answers.ts';
import { channelPlace } from '../own-page.ts';
import { hashOf } from '../route.ts';
import type { Host, SharedPlace, Told } from '../teams.ts';
import { inTeamsWords } from '../words/in-teams.ts';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { AddressToCopy } from './share.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

/** A channel's tab: the same for everybody in it, whatever their office, with the way to what each may see. */
export function Channel({ host }: { readonly host: Host | undefined }): ReactNode {
  const { words, format, language } = useSpeech();
  const said = inTeamsWords(language).channel;
  const [asked, again] = useAnswer('/api/about', aboutAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const newest = newestOf(asked.answer);
  return (
    <section className="entry">
      <p className="eyebrow">{asked.answer.organisation}</p>
      <h1>{words.tagline}</h1>
      <p className="lead-text">{said.lead}</p>
      <h2>{said.newestTitle}</h2>
      <p>
        {newest === undefined ? said.none : said.newest(format.period(newest.period), format.day(newest.releasedAt))}
      </p>
      <h2>{said.openTitle}</h2>
      <p>{said.same}</p>
      <Ways host={host} />
    </section>
  );
}

function Ways({ host }: { readonly host: Host | undefined }): ReactNode {
  const { words, language } = useSpeech();
  const said = inTeamsWords(language);
  const [missed, setMissed] = useState<string>();
  const first = channelPlace(location.href);
  const places = first === 'about' ? [first] : [first, 'about' as const];
  const shared = (screen: (typeof places)[number]): SharedPlace => {
    const hash = hashOf({ screen });
    return { place: hash.replace('#/', ''), label: words.screens[screen], address: `${location.origin}/${hash}` };
  };
  return (
    <>
      <div className="share-buttons">
        {places.map((screen, n) => {
          const { address } = shared(screen);
          const appearance = n === 0 ? 'primary' : 'secondary';
          const text = said.channel.open(words.screens[screen]);
          // Without a host that can open the app, the way is a plain link.
          return host?.goTo === undefined ? (
            <Button key={screen} as="a" appearance={appearance} href={address}>
              {text}
            </Button>
          ) : (
            <Button
              key={screen}
              appearance={appearance}
              onClick={() => {
                void host.goTo?.(shared(screen)).then((told: Told) => {
                  setMissed(told === 'done' ? undefined : address);
                });
              }}
            >
              {text}
            </Button>
          );
        })}
      </div>
      <div role="status">
        {missed === undefined ? null : (
          <>
            {said.channel.byHand} <AddressToCopy address={missed} name={said.share.address} />
          </>
        )}
      </div>
    </>
  );
}

function newestOf({ releases }: AboutAnswer): AboutAnswer['releases'][number] | undefined {
  return releases.toSorted((one, other) => (one.period.from < other.period.from ? 1 : -1))[0];
}
