import { Button } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { type MeAnswer, meAnswer } from '../connector/api/answers.ts';
import type { Ask } from './ask.ts';
import { type OpenParts, OpenPartsContext } from './drawing/open-parts.ts';
import { PictureOrigin } from './drawing/picture-origin.ts';
import { Wordmark } from './drawing/wordmark.tsx';
import type { Kept } from './kept.ts';
import { hashOf, type Route, type ScreenName } from './route.ts';
import { CaughtFault } from './screens/caught-fault.tsx';
import { FailureNotice, NotDrawnNotice } from './screens/notice.tsx';
import { WaysOnContext } from './screens/use-way-on.ts';
import { AskContext, useAnswer } from './screens/use-answer.ts';
import { Waiting } from './screens/waiting.tsx';
import type { Host } from './teams.ts';
import { type Arrival, useArrival } from './use-route.ts';
import { goBackTo } from './way-back.ts';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from './words/language.ts';
import { useSpeech } from './words/speech.ts';

const Overview = lazy(async () => ({ default: (await import('./screens/overview.tsx')).Overview }));
const Bridges = lazy(async () => ({ default: (await import('./screens/bridges.tsx')).Bridges }));
const Adoption = lazy(async () => ({ default: (await import('./screens/adoption.tsx')).Adoption }));
const Journey = lazy(async () => ({ default: (await import('./screens/journey.tsx')).Journey }));
const Unit = lazy(async () => ({ default: (await import('./screens/unit.tsx')).Unit }));
const Me = lazy(async () => ({ default: (await import('./screens/me.tsx')).Me }));
const OfficePlaces = lazy(async () => ({ default: (await import('./screens/office-places.tsx')).OfficePlaces }));
const About = lazy(async () => ({ default: (await import('./screens/about.tsx')).About }));
const Install = lazy(async () => ({ default: (await import('./screens/install.tsx')).Install }));
const Share = lazy(async () => ({ default: (await import('./screens/share.tsx')).Share }));

/** What is about the reader, or for an office: nobody sends a link to these. */
const UNSHARED: readonly ScreenName[] = ['me', 'office', 'install'];

interface Props {
  /** Absent while nobody has come in; then `children` is the door. */
  readonly ask?: Ask;
  readonly host?: Host | undefined;
  readonly onLanguage: (language: Language) => void;
  /** What is remembered as long as the visit lasts. */
  readonly visit: Kept;
  /** Leaves the role taken in the demo. */
  readonly onLeave?: () => void;
  /** One page instead of all the screens. */
  readonly children?: ReactNode;
}

/** The frame around every screen: name, the three places, language. */
export function Shell({ ask, host, onLanguage, visit, onLeave, children }: Props): ReactNode {
  const known = ask !== undefined && children === undefined;
  const inside = known ? (
    <Known host={host} onLanguage={onLanguage} visit={visit} {...(onLeave === undefined ? {} : { onLeave })} />
  ) : (
    <Frame onLanguage={onLanguage} screens={[]} at={undefined}>
      {children}
    </Frame>
  );
  return ask === undefined ? inside : <AskContext value={ask}>{inside}</AskContext>;
}

function Known({
  host,
  onLanguage,
  visit,
  onLeave,
}: Pick<Props, 'host' | 'onLanguage' | 'visit' | 'onLeave'>): ReactNode {
  const [me, again] = useAnswer('/api/me', meAnswer);
  const arrival = useArrival();
  const screens = me.kind === 'answer' ? me.answer.screens : [];
  const at: Route = arrival.route ?? { screen: screens[0] ?? 'about' };
  const pointedAt = 'section' in at ? at.section : undefined;
  const isNew = arrival.cameBackTo === undefined;
  const openParts = useMemo(
    () => openPartsOf(at.screen, pointedAt, isNew, visit),
    [at.screen, pointedAt, isNew, visit],
  );
  return (
    <Frame
      onLanguage={onLanguage}
      {...(onLeave === undefined ? {} : { onLeave })}
      screens={screens}
      at={at.screen}
      arrival={arrival}
      {...(at.screen === 'unit' && at.slug !== undefined && { thing: at.slug })}
      demo={me.kind === 'answer' && me.answer.demo}
      isKnown={me.kind !== 'waiting'}
    >
      {me.kind === 'waiting' ? <Waiting /> : null}
      {me.kind === 'failed' ? <FailureNotice failure={me.failure} reference={me.reference} onRetry={again} /> : null}
      {me.kind === 'answer' ? (
        <PictureOrigin value={me.answer.organisation}>
          <OpenPartsContext value={openParts}>
            <WaysOnContext value={{ screens, at }}>
              <Screen me={me.answer} at={at} />
            </WaysOnContext>
          </OpenPartsContext>
        </PictureOrigin>
      ) : null}
      {screens.includes(at.screen) && !UNSHARED.includes(at.screen) ? (
        <CaughtFault instead={null}>
          <Suspense fallback={null}>
            <Share at={at} host={host} />
          </Suspense>
        </CaughtFault>
      ) : null}
    </Frame>
  );
}

/** A screen's parts by their names: which the reader opened and closed is remembered, and nothing of what is in them. */
function openPartsOf(screen: ScreenName, pointedAt: string | undefined, isNew: boolean, visit: Kept): OpenParts {
  const key = (part: string): string => `samspill.part.${screen}.${part}`;
  return {
    pointedAt,
    leadsThere: isNew,
    recall: (part) => {
      const kept = visit.read(key(part));
      return kept === null ? undefined : kept === 'open';
    },
    remember: (part, isOpen) => {
      visit.keep(key(part), isOpen ? 'open' : 'closed');
    },
  };
}

function Screen({ me, at }: { readonly me: MeAnswer; readonly at: Route }): ReactNode {
  if (!me.screens.includes(at.screen)) {
    return <FailureNotice failure="not-for-you" reference={undefined} onRetry={() => undefined} />;
  }
  return <Suspense fallback={<Waiting />}>{screenAt(at, me)}</Suspense>;
}

/** Who is asked what a release was used for. */
const TELL_USES: readonly MeAnswer['roles'][number][] = ['Leader', 'LaunchOwner'];

/** Who sees those who chose to stand as bridge-builders. */
const SEE_NAMES: typeof TELL_USES = [...TELL_USES, 'PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'];

function screenAt(at: Route, me: MeAnswer): ReactNode {
  switch (at.screen) {
    case 'overview':
      return <Overview period={at.period} tellsUse={me.roles.some((role) => TELL_USES.includes(role))} />;
    case 'bridges':
      return <Bridges at={at} />;
    case 'adoption':
      return <Adoption period={at.period} />;
    case 'journey':
      return <Journey seesNames={me.roles.some((role) => SEE_NAMES.includes(role))} />;
    case 'unit':
      return <Unit slug={at.slug} />;
    case 'me':
      return <Me />;
    case 'about':
      return <About readsReleases={me.screens.includes('overview')} />;
    case 'install':
      return <Install />;
    case 'office':
      return <OfficePlaces part={at.part ?? 'watch'} keepsProtected={me.roles.includes('EmployeeRepresentative')} />;
  }
}

interface FrameProps extends Pick<Props, 'onLanguage' | 'onLeave' | 'children'> {
  readonly screens: readonly ScreenName[];
  readonly at: ScreenName | undefined;
  /** Absent where there is one page and no way back to another. */
  readonly arrival?: Arrival;
  /** What of the screen is shown, where one screen shows one thing after another: a unit. */
  readonly thing?: string;
  readonly demo?: boolean;
  /** False until the menu is known: what stands under it would be pushed down when it comes. */
  readonly isKnown?: boolean;
}

function Frame(props: FrameProps): ReactNode {
  const { screens, at, arrival, thing, demo, isKnown = true, onLanguage, onLeave, children } = props;
  const { words, language } = useSpeech();
  const main = useRef<HTMLElement>(null);
  const place = at === undefined ? undefined : `${at} ${thing ?? ''}`;
  const shown = useRef(place);
  useEffect(() => {
    const isOther = shown.current !== undefined && shown.current !== place;
    shown.current = place;
    if (isOther) main.current?.focus({ preventScroll: true });
    if (arrival?.cameBackTo !== undefined) return goBackTo(arrival.cameBackTo);
    // A new screen begins at its top, for those who see it and those who hear it.
    if (isOther) scrollTo(0, 0);
    return undefined;
  }, [place, arrival]);
  useEffect(() => {
    if (at === undefined || !isKnown) return undefined;
    document.title = `${words.screens[at]} – ${words.product}`;
    return () => {
      document.title = words.product;
    };
  }, [at, isKnown, words]);
  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skipToContent}
      </a>
      <header>
        <div className="top">
          <span className="top-name">
            <Wordmark />
            {words.product}
          </span>
          {screens.length === 0 ? null : (
            <nav className="top-places" aria-label={words.mainMenu}>
              {screens.map((screen) => (
                <a key={screen} href={hashOf({ screen })} aria-current={screen === at ? 'page' : undefined}>
                  {words.screens[screen]}
                </a>
              ))}
            </nav>
          )}
          <div className="top-end" role="group" aria-label={words.switchLanguage}>
            {LANGUAGES.filter((other) => other !== language).map((other) => (
              <Button
                key={other}
                appearance="subtle"
                size="small"
                lang={other}
                onClick={() => {
                  onLanguage(other);
                }}
              >
                {LANGUAGE_NAMES[other]}
              </Button>
            ))}
            {onLeave === undefined ? null : (
              <Button appearance="subtle" size="small" onClick={onLeave}>
                {words.leaveDemo}
              </Button>
            )}
          </div>
        </div>
        {demo === true ? (
          <p className="demo-note">
            <strong>{words.demoMark}</strong> {words.demoNote}
          </p>
        ) : null}
      </header>
      <main id="content" ref={main} tabIndex={-1} className={isKnown ? undefined : 'until-known'}>
        <CaughtFault key={at} instead={<NotDrawnNotice />}>
          {children}
        </CaughtFault>
      </main>
    </>
  );
}
