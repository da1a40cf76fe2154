import { FluentProvider, type GriffelRenderer, RendererProvider } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Ask } from './ask.ts';
import type { OwnPage } from './own-page.ts';
import { type DemoRole, readDemoRole } from './demo.ts';
import type { Kept } from './kept.ts';
import { Entry } from './screens/entry.tsx';
import { OpenInTeams } from './screens/open-in-teams.tsx';
import { Shell } from './shell.tsx';
import type { Host } from './teams.ts';
import { fluentTheme, lookOf } from './theme.ts';
import { type Language, pickLanguage } from './words/language.ts';
import { SpeechContext, speechIn } from './words/speech.ts';

const Channel = lazy(async () => ({ default: (await import('./screens/channel.tsx')).Channel }));
const Accessibility = lazy(async () => ({ default: (await import('./screens/accessibility.tsx')).Accessibility }));
const ChannelSetUp = lazy(async () => ({ default: (await import('./screens/channel-set-up.tsx')).ChannelSetUp }));

interface Props {
  readonly renderer: GriffelRenderer;
  readonly host: Host | undefined;
  /** A frame stands around us but did not answer. */
  readonly silent: boolean;
  /** The address is a page's own, and no screen's. */
  readonly page: OwnPage | undefined;
  readonly demo: boolean;
  readonly locale: string;
  readonly theme: string;
  readonly askFromTeams: (host: Host) => Ask;
  readonly askFromDemo: (role: DemoRole) => Ask;
  readonly kept: { readonly preferences: Kept; readonly visit: Kept };
}

const LANGUAGE = 'samspill.language';
const DEMO_ROLE = 'samspill.demo-role';

/** Theme, language and who is asking; inside them either a door or the screens. */
export function App(props: Props): ReactNode {
  const { host, kept } = props;
  const [theme, setTheme] = useState(host?.theme ?? props.theme);
  const [chosen, setChosen] = useState(() => kept.preferences.read(LANGUAGE));
  const [role, setRole] = useState(() => (props.demo ? readDemoRole(kept.visit.read(DEMO_ROLE)) : undefined));
  const language = pickLanguage(chosen, host?.locale ?? props.locale);
  const look = lookOf(theme);

  useEffect(() => {
    host?.followTheme(setTheme);
    host?.ready();
  }, [host]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = (language: Language): void => {
    kept.preferences.keep(LANGUAGE, language);
    setChosen(language);
  };
  const enter = (role: DemoRole | undefined): void => {
    kept.visit.keep(DEMO_ROLE, role ?? null);
    setRole(role);
  };

  return (
    <RendererProvider renderer={props.renderer} targetDocument={document}>
      <FluentProvider theme={fluentTheme(look)} className={`look look-${look}`}>
        <SpeechContext value={speechCached(language)}>
          <Inside {...props} role={role} onLanguage={choose} onEnter={enter} />
        </SpeechContext>
      </FluentProvider>
    </RendererProvider>
  );
}

interface InsideProps extends Props {
  readonly role: DemoRole | undefined;
  readonly onLanguage: (language: Language) => void;
  readonly onEnter: (role: DemoRole | undefined) => void;
}

function Inside(props: InsideProps): ReactNode {
  const { host, silent, page, demo, role, askFromTeams, askFromDemo, onLanguage, onEnter } = props;
  const { visit } = props.kept;
  const [ask, setAsk] = useState<{ readonly for: Host | DemoRole; readonly ask: Ask }>();
  const asker = host ?? role;
  if (page === 'channel-set-up' || page === 'accessibility') {
    const setUp = host?.setUp;
    const setting = setUp === undefined ? <OpenInTeams silent={silent} /> : <ChannelSetUp setUp={setUp} />;
    return (
      <Shell onLanguage={onLanguage} visit={visit}>
        <Suspense>{page === 'accessibility' ? <Accessibility /> : setting}</Suspense>
      </Shell>
    );
  }
  if (asker !== undefined && ask?.for !== asker) {
    setAsk({ for: asker, ask: typeof asker === 'string' ? askFromDemo(asker) : askFromTeams(asker) });
  }
  if (asker !== undefined) {
    if (ask?.for !== asker) return null;
    const leave = (): void => {
      onEnter(undefined);
    };
    const leaving = host === undefined ? { onLeave: leave } : {};
    return (
      <Shell ask={ask.ask} host={host} onLanguage={onLanguage} visit={visit} {...leaving}>
        {page === 'channel' ? (
          <Suspense>
            <Channel host={host} />
          </Suspense>
        ) : undefined}
      </Shell>
    );
  }
  return (
    <Shell onLanguage={onLanguage} visit={visit}>
      {demo ? <Entry onEnter={onEnter} /> : <OpenInTeams silent={silent} />}
    </Shell>
  );
}

// One catalogue a language for the page's life, so that nothing is drawn anew for an equal one.
const speeches = { nb: speechIn('nb'), nn: speechIn('nn'), en: speechIn('en') };

function speechCached(language: Language): (typeof speeches)[Language] {
  return speeches[language];
}
