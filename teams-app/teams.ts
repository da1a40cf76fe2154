import type * as teamsJs from '@microsoft/teams-js';

/** A place of ours as the host is told of it: an address, never a figure. */
export interface SharedPlace {
  /** As a deep link bears it: `unit/teknisk`. */
  readonly place: string;
  /** What stands on the link. */
  readonly label: string;
  /** The same place as a plain web page. */
  readonly address: string;
}

/** `unknown`: the host did not say in time; what it opened may still be open. */
export type Told = 'done' | 'unknown' | 'refused';

/** A tab in a channel, as it is set up. */
export interface ChannelTab {
  readonly name: string;
  readonly address: string;
}

/** The host around the tab: what it told us, and what we may ask of it. All of it is a hint, never proof of identity. */
export interface Host {
  /** Lower-case language and country, as Teams says it: `nb-no`. */
  readonly locale: string;
  readonly theme: string;
  /** The place a deep link asked for; absent without one. */
  readonly place?: string;
  /** A token for our own API. Rejects when the host refuses or does not answer in time. */
  token(): Promise<string>;
  /** Calls back with the new theme each time the host changes it. */
  followTheme(follow: (theme: string) => void): void;
  /** Tells the host that there is something to see, so that it takes its loading picture away. */
  ready(): void;
  /** Opens the host's own choice of chats and channels to send a link to; absent where the host has none. */
  readonly shareToChat?: (shared: SharedPlace) => Promise<Told>;
  /** Has the host show a link to this place, to copy; absent where the host cannot. */
  readonly showLink?: (shared: SharedPlace) => void;
  /** Goes to a place in the personal app; absent where the host cannot. */
  readonly goTo?: (shared: SharedPlace) => Promise<Told>;
  /** While a channel's tab is set up, absent otherwise: what is set up already, and what to keep once the reader saves. */
  readonly setUp?: {
    readonly address: string | undefined;
    readonly keep: (wanted: () => ChannelTab) => void;
  };
}

export interface HostLimits {
  readonly wait: (ms: number) => Promise<void>;
  /** teams-js itself waits a minute for initialise and for ever for everything else. */
  readonly helloMs: number;
  readonly tokenMs: number;
}

type TeamsJs = typeof teamsJs;
type Context = teamsJs.app.Context;

/** The personal tab where every screen is, by the name it has in the manifest. */
const OUR_TAB = 'samspill';
const TEAMS_LINKS = 'https://teams.microsoft.com/l/entity/';

/**
 * Whether something stands around this page that could be Teams: a frame, or the native window of Teams on a phone.
 * Where nothing does, teams-js is not even loaded, so that it fetches nothing from its own network.
 */
export function mayHaveHost(page: Window): boolean {
  return page.parent !== page || 'nativeInterface' in page;
}

/**
 * Says hello to the host and learns its theme, locale and place. Rejects when no host answers within `helloMs`.
 */
export async function meetHost(limits: HostLimits): Promise<Host> {
  const teams = await within(import('@microsoft/teams-js'), limits.helloMs, limits.wait);
  const { app, authentication } = teams;
  await within(app.initialize(), limits.helloMs, limits.wait);
  const context = await within(app.getContext(), limits.helloMs, limits.wait);
  app.notifyAppLoaded();
  const place = context.page.subPageId;
  return {
    locale: context.app.locale,
    theme: context.app.theme,
    ...(place === undefined || place === '' ? {} : { place }),
    token: () => within(authentication.getAuthToken(), limits.tokenMs, limits.wait),
    followTheme: (follow) => {
      app.registerOnThemeChangeHandler(follow);
    },
    ready: () => {
      // A host that does not confirm has still been told.
      app.notifySuccess().catch(() => undefined);
    },
    ...linksOf(teams, context, limits),
    ...(await setUpOf(teams, context, limits)),
  };
}

/** What can be done with links here: it depends on the host, and on whether it told which app we are. */
function linksOf({ pages, sharing }: TeamsJs, { app }: Context, limits: HostLimits): Partial<Host> {
  const { appId } = app;
  const told = (act: () => Promise<void>): Promise<Told> => toldBy(act, limits);
  return {
    ...(sharing.isSupported() && appId !== undefined
      ? {
          shareToChat: (shared) =>
            told(() =>
              sharing.shareWebContent({
                content: [{ type: 'URL', url: deepLink(String(appId), shared), message: shared.label, preview: false }],
              }),
            ),
        }
      : {}),
    ...(pages.isSupported()
      ? {
          showLink: ({ place, label, address }) => {
            pages.shareDeepLink({ subPageId: place, subPageLabel: label, subPageWebUrl: address });
          },
        }
      : {}),
    ...(pages.isSupported() && appId !== undefined
      ? {
          goTo: ({ place, address }) =>
            told(() => pages.navigateToApp({ appId, pageId: OUR_TAB, subPageId: place, webUrl: new URL(address) })),
        }
      : {}),
  };
}

/** The address by which Teams opens a place of ours. @see Microsoft, “Create a deep link to an app” */
function deepLink(appId: string, { place, label, address }: SharedPlace): string {
  const query = new URLSearchParams({ webUrl: address, label, context: JSON.stringify({ subEntityId: place }) });
  return `${TEAMS_LINKS}${appId}/${OUR_TAB}?${query.toString().replaceAll('+', '%20')}`;
}

async function setUpOf(
  { pages, FrameContexts }: TeamsJs,
  { page }: Context,
  limits: HostLimits,
): Promise<Partial<Host>> {
  if (page.frameContext !== FrameContexts.settings || !pages.config.isSupported()) return {};
  // A host that does not say what is set up is asked to keep something new.
  const held = await within(pages.getConfig(), limits.helloMs, limits.wait).catch(() => undefined);
  return {
    setUp: {
      address: held?.contentUrl,
      keep: (wanted) => {
        pages.config.registerOnSaveHandler((saving) => {
          const { name, address } = wanted();
          const config = { entityId: OUR_TAB, suggestedDisplayName: name, contentUrl: address, websiteUrl: address };
          within(pages.config.setConfig(config), limits.helloMs, limits.wait).then(
            () => {
              saving.notifySuccess();
            },
            () => {
              saving.notifyFailure();
            },
          );
        });
        pages.config.setValidityState(true);
      },
    },
  };
}

async function toldBy(act: () => Promise<void>, { tokenMs, wait }: HostLimits): Promise<Told> {
  const late = wait(tokenMs).then((): Told => 'unknown');
  try {
    return await Promise.race([act().then((): Told => 'done'), late]);
  } catch {
    return 'refused';
  }
}

async function within<T>(promise: Promise<T>, ms: number, wait: (ms: number) => Promise<void>): Promise<T> {
  const late = wait(ms).then(() => Promise.reject(new Error('the host did not answer in time')));
  return Promise.race([promise, late]);
}
