import type { Browser, FrameLocator, Page } from 'playwright-core';

/** How the host shall treat the tab. */
export interface HostWishes {
  /** The tab's address. */
  readonly url: string;
  readonly theme?: string;
  /** As Teams says it: `nb-no`. */
  readonly locale?: string;
  readonly width?: number;
  /** What getAuthToken answers; absent: `teams-token`. */
  readonly token?: string;
  /** The place a deep link asks for. */
  readonly subPageId?: string;
  /** The host stands around the tab and says nothing. */
  readonly silent?: boolean;
  /** getAuthToken is refused with this text. */
  readonly refuses?: string;
  /** `settings` while a channel's tab is set up; absent: `content`. */
  readonly frame?: 'content' | 'settings';
  /** Calls this host knows of and never answers. */
  readonly ignores?: readonly string[];
  /** The host has no way to send a link to a chat. */
  readonly sharesNothing?: boolean;
  /** What of a channel's tab is set up already. */
  readonly contentUrl?: string;
}

export interface OpenTab {
  readonly page: Page;
  /** The tab inside its frame. */
  readonly tab: FrameLocator;
  /** The names of every call the tab has made to the host. */
  readonly calls: () => Promise<string[]>;
  /** What the tab asked for in the calls of this name. */
  readonly asked: (func: string) => Promise<unknown[]>;
  /** The reader presses Save in the host's own window around the page that sets a tab up. */
  readonly save: () => Promise<void>;
  /** Sends the host's theme change. */
  readonly changeTheme: (theme: string) => Promise<void>;
}

/** Under which this host knows the app. */
export const APP_ID = '480811bc-72f3-5945-8d8e-1f8f629b82e8';
const HOST = 'https://teams.microsoft.com/host';
/** Where teams-js fetches the list of hosts it may trust, as soon as it is loaded. */
const HOST_LIST = 'https://res.cdn.office.net/**';

/**
 * Opens the tab in a frame of a page that the browser believes to be Teams, and that speaks teams-js 2.58.0's protocol:
 * initialize, getContext, getAuthToken, notifySuccess, themeChange, links, and setting up a tab. The tab and its server are the real ones; nothing in
 * them knows of this page. The caller closes `page.context()`.
 *
 * @param listenTo is handed the page before anything is loaded
 */
export async function openInTeams(
  browser: Browser,
  wishes: HostWishes,
  listenTo?: (page: Page) => void,
): Promise<OpenTab> {
  const { locale = 'nb-no', width = 1280 } = wishes;
  // Whoever has Teams in a language mostly has the browser in it too; the tab asks the browser where Teams says nothing.
  const context = await browser.newContext({ locale: asTag(locale), viewport: { width, height: 900 } });
  // Teams is on the internet and the tab's server on this machine, which Chromium asks about.
  await context.grantPermissions(['local-network-access']);
  const page = await context.newPage();
  listenTo?.(page);
  await page.route(HOST_LIST, (route) =>
    route.fulfill({
      json: { validOrigins: ['teams.microsoft.com'] },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostPage(wishes) }),
  );
  await page.goto(HOST);
  return {
    page,
    tab: page.frameLocator('#tab'),
    calls: () => page.evaluate<string[]>('calls'),
    asked: (func) => page.evaluate<unknown[]>(`args[${JSON.stringify(func)}] ?? []`),
    save: () => page.evaluate('save()'),
    changeTheme: (theme) => page.evaluate(`changeTheme(${JSON.stringify(theme)})`),
  };
}

/** `nb-NO` from Teams' `nb-no`. */
function asTag(locale: string): string {
  return Intl.getCanonicalLocales(locale)[0] ?? locale;
}

function hostPage(wishes: HostWishes): string {
  const { url, theme = 'default', locale = 'nb-no', token = 'teams-token', subPageId = '', ignores = [] } = wishes;
  const frame = wishes.frame ?? 'content';
  const runtime = {
    apiVersion: 4,
    isLegacyTeams: false,
    supports: {
      app: { notifySuccessResponse: {} },
      pages: { config: {}, currentApp: {} },
      ...(wishes.sharesNothing === true ? {} : { sharing: {} }),
    },
  };
  const context = {
    locale,
    theme,
    subEntityId: subPageId,
    tid: '00000000-0000-0000-0000-0000000000aa',
    userObjectId: '00000000-0000-0000-0000-0000000000bb',
    entityId: 'overview',
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId: 's',
    appSessionId: 'a',
    frameContext: frame,
    appId: APP_ID,
  };
  const answers = {
    initialize: [frame, 'web', JSON.stringify(runtime), '2.0.5'],
    getContext: [context],
    'authentication.getAuthToken': wishes.refuses === undefined ? [true, token] : [false, wishes.refuses],
    'appInitialization.success': [null],
    'pages.navigateToApp': [true],
    'sharing.shareWebContent': [],
    'settings.getSettings': [{ entityId: 'samspill', contentUrl: wishes.contentUrl ?? '' }],
    'settings.setSettings': [true],
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style></head>
<body><iframe id="tab" title="Samspill" src="${url}" allow="local-network-access"></iframe><script>
const tab = document.getElementById('tab').contentWindow;
const answers = ${JSON.stringify(answers)};
const origin = ${JSON.stringify(new URL(url).origin)};
const calls = [];
const args = {};
const ignores = ${JSON.stringify(ignores)};
addEventListener('message', ({ data, source }) => {
  if (source !== tab || typeof data !== 'object' || data === null || typeof data.func !== 'string') return;
  calls.push(data.func);
  (args[data.func] ??= []).push(data.args);
  if (${wishes.silent === true} || ignores.includes(data.func) || !(data.func in answers)) return;
  tab.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answers[data.func] }, origin);
});
function save() { tab.postMessage({ func: 'settings.save', args: [{}] }, origin); }
function changeTheme(theme) { tab.postMessage({ func: 'themeChange', args: [theme] }, origin); }
</script></body></html>`;
}
