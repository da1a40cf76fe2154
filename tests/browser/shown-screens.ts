import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../teams-app/words/language.ts';
import type { FakeApi, Wishes } from './fake-api.ts';
import type { Looking, PeopledServer } from './peopled-server.ts';
import { ofOneUnit, oddlyNamed, ofUnits } from './odd-overviews.ts';
import type { HostWishes } from './teams-host.ts';

export const THEMES = ['default', 'dark', 'contrast'] as const;

/** A page, or the tab inside the host's. */
export interface Where {
  locator(selector: string): Locator;
}

/** One screen as somebody meets it. */
export interface Shown {
  readonly name: string;
  readonly url: string;
  /** What must be there before the picture is taken. */
  readonly drawn: string;
  readonly token?: string;
  /** What is done first. */
  readonly first?: (tab: Where, page: Page) => Promise<void>;
  /** What the host does besides; absent: what Teams does. `null`: there is none. */
  readonly host?: Partial<HostWishes> | null;
  /** Done to the page before anything is loaded. */
  readonly before?: (page: Page) => void;
  /** Whether what a narrow page folds is opened before each picture. */
  readonly unfolds?: boolean;
  /** Absent: light, dark and contrast. */
  readonly themes?: readonly string[];
}

/** Screens over the invented answers, and what these shall be meanwhile. */
export interface ShownGroup {
  readonly wishes: Partial<Wishes>;
  readonly screens: readonly Shown[];
}

const NARROW_NOTHING = { refuse: new Map<string, number>() };

/** What leaders see over invented answers: released, on its way, concealed, odd, and everything that can go wrong. */
export function inventedGroups(api: FakeApi): readonly ShownGroup[] {
  const at = (name: string, place: string, drawn = '.part', rest: Partial<Shown> = {}): Shown => ({
    ...{ name, url: api.url + place, drawn, ...rest },
  });
  const failing = (status: number): ShownGroup['wishes'] => ({ refuse: new Map([['/api/overview', status]]) });
  const failed = (name: string, rest: Partial<Shown> = {}): Shown => at(name, '/', '.notice', rest);
  const odd = (name: string, overview: () => object): Shown =>
    at(name, '/', '.unit', {
      before: (page) => void page.route('**/api/overview*', (route) => route.fulfill({ json: overview() })),
    });
  return [
    {
      wishes: {},
      screens: [
        at('overview', '/', '.unit', { themes: [...THEMES, 'glass'] }),
        at('overview-network', '/', '.unit', { first: openNetwork }),
        ...(['overview', 'bridges', 'adoption', 'journey', 'unit/skoleområde-vest'] as const).map((place) =>
          at(`${place.replace(/\/.*/, '')}-tables`, `/#/${place}`, '.picture-switch', { first: asTables }),
        ),
        at('bridges', '/#/bridges', 'section:has(#compare-title) .picture-frame'),
        at('bridges-structural', '/#/bridges?period=2026-Q2', 'section:has(#compare-title) .picture-frame'),
        at('adoption', '/#/adoption', '#reports-title'),
        at('journey', '/#/journey', 'section:has(#peers-title) .table-and-file'),
        at('journey-owner', '/#/journey', 'section:has(#peers-title) .table-and-file', { token: 'demo.LaunchOwner' }),
        at('unit-choice', '/#/unit', 'select'),
        at('unit', '/#/unit/skoleområde-vest'),
        at('about', '/#/about', '.part table'),
        at('install', '/#/install', 'section:has(#install-sources) .table-and-file', { token: 'demo.Administrator' }),
        at('channel', '/channel', '.share-buttons', { themes: [...THEMES, 'glass'] }),
        at('channel-by-hand', '/channel?to=adoption', '.share-buttons', {
          host: { ignores: ['pages.navigateToApp'] },
          before: (page) => void page.clock.install(),
          first: goByHand,
        }),
        at('channel-set-up', '/channel-setup', 'input[type=radio]', { host: { frame: 'settings' } }),
        at('channel-set-up-elsewhere', '/channel-setup', '.entry'),
        at('accessibility', '/accessibility', 'main h2'),
        at('shared', '/#/about', '.part table', {
          first: (tab) => tab.locator('.share-buttons button').first().click(),
        }),
        at('not-for-you', '/#/overview', '.notice', { token: 'demo.Employee' }),
        failed('sign-in-refused', { host: { refuses: 'resourceRequiresConsent' } }),
        odd('odd-300-units', () => ofUnits(300)),
        odd('odd-one-unit', ofOneUnit),
        odd('odd-names', oddlyNamed),
        at('door-demo', '/', '.door', { host: null }),
      ],
    },
    { wishes: failing(401), screens: [failed('failed-401')] },
    { wishes: failing(404), screens: [failed('failed-404')] },
    { wishes: failing(429), screens: [failed('failed-429')] },
    { wishes: failing(503), screens: [failed('failed-503')] },
    { wishes: { version: 2 }, screens: [failed('newer-version')] },
    {
      wishes: { concealed: true },
      screens: [at('concealed-overview', '/'), at('concealed-about', '/#/about', '.concealed')],
    },
    { wishes: { concealed: true, released: 0 }, screens: [at('concealed-first', '/', '.concealed')] },
    {
      wishes: { released: 0 },
      screens: [
        at('install-well', '/#/install', '.no-sure-change', { token: 'demo.Administrator' }),
        at('first', '/', '[role=progressbar]'),
        at('channel-first', '/channel', '.share-buttons'),
      ],
    },
    { wishes: { released: 1 }, screens: [at('one-release', '/', '.unit')] },
    {
      wishes: { demo: false },
      screens: [
        at('door-open-in-teams', '/', '.entry', { host: null }),
        at('host-silent', '/', '.entry', { host: { silent: true }, themes: ['default'] }),
      ],
    },
  ].map(({ wishes, screens }) => ({ wishes: { ...NARROW_NOTHING, ...wishes }, screens }));
}

/** What those in office and an employee see, over the real server. */
export async function officersScreens({ url, tokenOf }: PeopledServer): Promise<Shown[]> {
  const as = async (who: Looking, name: string, place: string, rest: Partial<Shown> = {}): Promise<Shown> => ({
    ...{ name, url: `${url}/#/${place}`, drawn: '.part', token: await tokenOf(who), ...rest },
  });
  return [
    await as('DataProtectionOfficer', 'watch', 'office/watch', { drawn: '#office-on .document' }),
    await as('DataProtectionOfficer', 'watch-open', 'office/watch', {
      drawn: '#office-gates td',
      first: openPair,
      unfolds: true,
    }),
    await as('DataProtectionOfficer', 'documents', 'office/watch?section=about-documents-dpia', {
      drawn: '.document .part-within',
    }),
    await as('DataProtectionOfficer', 'scope', 'office/scope'),
    await as('Approver', 'scope-approver', 'office/scope'),
    await as('PrivacyOfficer', 'scope-form', 'office/scope', { first: openForm }),
    await as('PrivacyOfficer', 'gates', 'office/gates'),
    await as('EmployeeRepresentative', 'protected', 'office/protected', { drawn: 'form' }),
    await as('Employee', 'me', 'me', { drawn: '[id^=me-scope]' }),
    await as('Employee', 'me-sure', 'me', {
      drawn: '[id^=me-scope]',
      first: (tab) => tab.locator('#me-choice ~ .me-buttons button').first().click(),
    }),
    await as('Leader', 'me-nothing', 'me', { drawn: '#me-choice' }),
    await as('Leader', 'council-paper', 'journey', { drawn: '#council-paper-title', first: openPaper }),
  ];
}

/** A server of which nothing is decided yet. */
export async function firstScreens({ url, tokenOf }: PeopledServer, stage: string): Promise<Shown[]> {
  const as = async (who: Looking, what: string, place: string, drawn: string): Promise<Shown> => ({
    ...{ name: `empty-${stage}-${what}`, url: `${url}/#/${place}`, drawn, token: await tokenOf(who) },
  });
  return [
    await as('Leader', 'overview', 'overview', '.part'),
    await as('Leader', 'unit', 'unit', 'h1'),
    await as('Leader', 'about', 'about', '.part'),
    await as('PrivacyOfficer', 'scope', 'office/scope', '.part'),
    await as('PrivacyOfficer', 'gates', 'office/gates', '.part'),
    await as('DataProtectionOfficer', 'watch', 'office/watch', '#office-gates td'),
    await as('EmployeeRepresentative', 'protected', 'office/protected', 'form'),
    await as('Employee', 'me', 'me', '#me-choice'),
  ];
}

/** How the host says a language. */
export const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-no', nn: 'nn-no', en: 'en-us' };

async function openNetwork(tab: Where): Promise<void> {
  await tab.locator('.part:has(.unit) .part-head > .fui-Button').first().click();
  await tab.locator('.line').first().waitFor();
}

/** Every picture of the screen as its table, also where it lies folded. */
async function asTables(tab: Where): Promise<void> {
  await tab.locator('.picture-switch button:last-child').evaluateAll((switches) => {
    for (const one of switches) if (one instanceof HTMLElement) one.click();
  });
  await tab.locator('.picture-frame table').first().waitFor({ state: 'attached' });
}

async function openPaper(tab: Where): Promise<void> {
  await tab.locator('section:has(#council-paper-title) button[aria-expanded=false]').evaluateAll((switches) => {
    for (const one of switches) if (one instanceof HTMLElement) one.click();
  });
  await tab.locator('article').waitFor();
}

async function goByHand(tab: Where, page: Page): Promise<void> {
  await tab.locator('.share-buttons button').first().click();
  await page.clock.fastForward(16_000);
  await tab.locator('.address').waitFor();
}

async function openPair(tab: Where): Promise<void> {
  await tab.locator('#office-fields summary').first().click();
  await tab.locator('#office-fields details button').first().click();
  await tab.locator('.office-pair').waitFor();
}

async function openForm(tab: Where): Promise<void> {
  await tab.locator('button[aria-expanded]').first().click();
  await tab.locator('form').first().waitFor();
}
