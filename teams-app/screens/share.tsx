import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { hashOf, type Route, type ScreenName } from '../route.ts';
import type { Host, SharedPlace, Told } from '../teams.ts';
import { type InTeamsWords, inTeamsWords } from '../words/in-teams.ts';
import { type Speech, useSpeech } from '../words/speech.ts';

interface Props {
  readonly at: Route;
  readonly host: Host | undefined;
}

/** Screens that show one period, the newest unless their address says another. */
const DATED: readonly ScreenName[] = ['overview', 'bridges', 'adoption'];

type Said = Told | 'copied';

/** The link to what is on screen: to a chat, or to copy. Outside Teams it goes to the clipboard. */
export function Share({ at, host }: Props): ReactNode {
  const speech = useSpeech();
  const words = inTeamsWords(speech.language).share;
  const shared = sharedPlace(at, speech, words);
  const [said, setSaid] = useState<{ readonly of: string; readonly how: Said }>();
  const say = (how: Said): void => {
    setSaid({ of: shared.address, how });
  };
  const how = said?.of === shared.address ? said.how : undefined;
  const { shareToChat, showLink } = host ?? {};
  return (
    <section className="share" aria-labelledby="share-title">
      <h2 id="share-title">{words.title}</h2>
      <p>{words.lead}</p>
      <div className="share-buttons">
        {shareToChat === undefined ? null : (
          <Button
            onClick={() => {
              void shareToChat(shared).then(say);
            }}
          >
            {words.toChat}
          </Button>
        )}
        {showLink === undefined ? null : (
          <Button
            onClick={() => {
              showLink(shared);
            }}
          >
            {words.link}
          </Button>
        )}
        {host === undefined || (shareToChat === undefined && showLink === undefined) ? (
          <Button
            onClick={() => {
              void copied(shared.address).then(say);
            }}
          >
            {words.copy}
          </Button>
        ) : null}
      </div>
      <div role="status">{how === undefined ? null : <Outcome how={how} words={words} address={shared.address} />}</div>
    </section>
  );
}

interface OutcomeProps {
  readonly how: Said;
  readonly words: InTeamsWords['share'];
  readonly address: string;
}

function Outcome({ how, words, address }: OutcomeProps): ReactNode {
  if (how === 'copied') return words.copied;
  if (how === 'done') return words.shared;
  return (
    <>
      {words.byHand} <AddressToCopy address={address} name={words.address} />
    </>
  );
}

/** An address to copy by hand, where nothing else worked. */
export function AddressToCopy({ address, name }: { readonly address: string; readonly name: string }): ReactNode {
  return (
    <input
      className="address"
      aria-label={name}
      readOnly
      value={address}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
    />
  );
}

function sharedPlace(at: Route, { words, format }: Speech, said: InTeamsWords['share']): SharedPlace {
  const hash = hashOf(at);
  const screen = words.screens[at.screen];
  // Goes into an address and into other programs' lists, which have no use for a space that holds a line together.
  const period = 'period' in at ? format.periodNamed(at.period).replaceAll('\u00a0', ' ') : said.newest;
  return {
    place: hash.replace('#/', ''),
    label: DATED.includes(at.screen) ? said.label(screen, period) : said.labelAlone(screen),
    address: `${location.origin}/${hash}`,
  };
}

async function copied(address: string): Promise<Said> {
  try {
    await navigator.clipboard.writeText(address);
    return 'copied';
  } catch {
    return 'refused';
  }
}
