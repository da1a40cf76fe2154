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
}

export interface HostLimits {
  readonly wait: (ms: number) => Promise<void>;
  /** teams-js itself waits a minute for initialise and for ever for everything else. */
  readonly helloMs: number;
  readonly tokenMs: number;
}

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
  const { app, authentication } = await import('@microsoft/teams-js');
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
  };
}

async function within<T>(promise: Promise<T>, ms: number, wait: (ms: number) => Promise<void>): Promise<T> {
  const late = wait(ms).then(() => Promise.reject(new Error('the host did not answer in time')));
  return Promise.race([promise, late]);
}
