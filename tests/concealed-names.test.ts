import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluentProvider } from '@fluentui/react-components';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, onTestFinished, test } from 'vitest';
import { aboutAnswer, overviewAnswer, overviewOrNone, type OverviewAnswer } from '../connector/api/answers.ts';
import { LEAST_REPORT_DAYS } from '../connector/api/usage-reports.ts';
import { LEAST_REPORT_DAYS as HABIT_NEEDS } from '../connector/adoption/apps-in-habit.ts';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import type { Day } from '../connector/privacy/period.ts';
import type { SourceName } from '../connector/privacy/scope.ts';
import { publish } from '../connector/publish.ts';
import { runLines } from '../connector/release-document.ts';
import { readFigures } from '../connector/store/figures.ts';
import { readOrganisationCounts } from '../connector/store/organisation-counts.ts';
import { AppsSection } from '../teams-app/screens/apps-section.tsx';
import { OrganisationCounts } from '../teams-app/screens/organisation-counts.tsx';
import { SpeechContext, speechIn } from '../teams-app/words/speech.ts';
import { notePinned } from '../connector/store/pinned.ts';
import { startServer } from './api/test-server.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Life, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const QUARTER = { from: '2026-01-01', to: '2026-04-01' } as const;
const REPORT = ['active-users'] as const;

/** 321 people of whom every second used mail each day and every third Teams; and a pupil, who used Teams. */
async function invented(headsAUnit?: number): Promise<World> {
  const folder = join(temporaryFolder(), 'tenant');
  mkdirSync(folder);
  writeInventedTenant(folder, { usage: true, ...(headsAUnit && { headsAUnit }) });
  return readTenantFolder(folder);
}

interface Different {
  readonly folder?: string;
  readonly sources?: readonly SourceName[];
  readonly roles?: readonly string[];
  readonly onExchange?: NonNullable<Life['onExchange']>;
  readonly world?: World;
}

async function lived(concealsNames: boolean, different: Different = {}): Promise<Lived> {
  const { folder = temporaryFolder(), sources = REPORT, ...rest } = different;
  const world = different.world ?? (await invented());
  return liveTenant({ ...rest, world: { ...world, concealsNames }, folder, ...QUARTER, sources });
}

async function until<Result>(life: Lived, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    life.tenant.close();
  }
}

/** As `collect` for the last of these days; the reports reach back four weeks. */
const collectSpan = (life: Lived, from: Day, to: Day) => collect({ ...life.run, span: { from, to } });

function released({ store, period, scope }: Lived): void {
  publish({
    ...{ store, period, once: true, scope, releasedAt: '2026-04-05T00:00:00.000Z', report: () => undefined },
    appsMeasured: [
      { app: 'exchange', reports: [...REPORT] },
      { app: 'teams', reports: [...REPORT] },
    ],
    random: recordedRandomness('noise'),
  });
  notePinned(store, 1);
}

async function asked(life: Lived) {
  const server = await startServer({ store: life.store });
  onTestFinished(() => server.close());
  const body = async (path: string): Promise<unknown> => (await server.ask(path, ['Leader'])).json();
  return {
    overview: overviewOrNone.parse(await body('/api/overview')),
    about: aboutAnswer.parse(await body('/api/about')),
  };
}

/** What a reader meets in Norwegian, without its marks. */
function saidOf(answer: OverviewAnswer): string {
  const { organisationCounts: counts } = answer;
  const sections = [
    createElement(AppsSection, { answer, key: 'apps' }),
    ...(counts === undefined ? [] : [createElement(OrganisationCounts, { counts, key: 'counts' })]),
  ];
  const page = createElement(SpeechContext.Provider, { value: speechIn('nb') }, sections);
  return renderToStaticMarkup(createElement(FluentProvider, null, page))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('names concealed: nothing of units, the whole organisation instead, and whose move it is', async () => {
  const life = await lived(true, { sources: [...REPORT, 'sent-items'] });
  const figures = await until(life, () => life.collect());
  expect(figures).toMatchObject({ concealed: true, countsFailure: null, partial: false });
  expect(runLines({ period: life.period, ...QUARTER }, figures).join(' ')).toMatch(/conceal names/);
  expect(readFigures(life.store, life.period.id)).toMatchObject({ concealedNames: 'now', reportDays: 0 });

  const before = await asked(life);
  expect(before.overview).toMatchObject({ noRelease: true, concealed: true });
  expect(before.overview.organisationCounts?.day).toBe('2026-04-03');

  released(life);
  const { overview, about } = await asked(life);
  const answer = overviewAnswer.parse(overview);
  expect(about.concealed).toBe(true);
  expect(answer.reach).toBeDefined();
  expect(answer.apps).toBeUndefined();
  expect(answer.reports).toEqual({ concealed: 'now', days: 0, needed: 21 });
  // The last days of the seven lie after the data; 31 March and before: 160 used mail, 108 and the pupil Teams.
  const week = Object.fromEntries(
    answer.organisationCounts?.week.map(({ service, active }) => [service, active]) ?? [],
  );
  expect(week).toMatchObject({ exchange: 160, teams: 109, onedrive: 0 });
  const said = saidOf(answer);
  expect(said).toContain('Bruksrapportene skjuler navn');
  expect(said).toContain('Bruksrapportene skjulte navn hele tiden.');
  expect(said).toContain('Personvernansvarlig');
  expect(said).toContain('Nøyaktige tall, talt av Microsoft');
  expect(said).toContain('3. april 2026');
  expect(said).toMatch(/109 av \d+ med lisens/);
  life.store.close();
});

test('names shown: units have their table, and Microsoft’s counts make way for it', async () => {
  const life = await lived(false);
  const figures = await until(life, () => life.collect());
  expect(figures).toMatchObject({ concealed: false, countsFailure: null });
  const before = await asked(life);
  expect(before.overview).toMatchObject({ noRelease: true, concealed: false });
  expect(before.overview.organisationCounts?.week.length).toBe(6);
  released(life);
  const { overview, about } = await asked(life);
  const answer = overviewAnswer.parse(overview);
  expect([answer.concealed, about.concealed]).toEqual([false, false]);
  expect(answer.apps).toBeDefined();
  expect(answer.organisationCounts).toBeUndefined();
  expect(answer.reports).toEqual({ concealed: 'never', days: 24, needed: 21 });
  expect(saidOf(answer)).not.toMatch(/skjul/);
  life.store.close();
});

test.each([
  ['2026-03-25', 7, false, 'Bruksrapportene viste navn i 7 dager. En vane kan først sees etter 21.'],
  ['2026-03-09', 23, true, 'Rapportene skjulte navn i en del av perioden. Tallene bygger på 23 dager.'],
] as const)('names shown from %s on: %i days with names', async (day, days, hasTable, sentence) => {
  const folder = temporaryFolder();
  const first = await lived(true, { folder });
  await until(first, () => collectSpan(first, '2026-03-08', day));
  first.store.close();
  const life = await lived(false, { folder });
  const figures = await until(life, () => collectSpan(life, day, '2026-04-01'));
  expect(figures.concealed).toBe(false);
  expect(readFigures(life.store, life.period.id)).toMatchObject({ concealedNames: 'earlier', reportDays: days });
  if (hasTable) {
    released(life);
    const { overview } = await asked(life);
    const answer = overviewAnswer.parse(overview);
    expect([answer.concealed, answer.apps === undefined]).toEqual([false, false]);
    expect(saidOf(answer)).toContain(sentence);
  } else {
    const answer = { ...EMPTY, reports: { concealed: 'earlier', days, needed: 21 } } as const;
    expect(() => {
      released(life);
    }).toThrow(expect.objectContaining({ code: 'nothing-to-release' }));
    expect(saidOf(answer)).toContain(sentence);
  }
  life.store.close();
});

/** An overview of which only what is said of tools matters. */
const EMPTY: OverviewAnswer = {
  ...{ version: 1, organisation: 'Eksempel', demo: false, heads: 321, coveragePercent: 100, thinlyCovered: [] },
  ...{ period: { id: '2026-Q1', ...QUARTER }, periods: [], headline: { kind: 'nothing-stands-out' }, appsWhole: [] },
  ...{ concealed: false, appsNotMeasured: [], stairs: { withheld: 'not-released' } },
};

test('the rows tell where the setting cannot be read, and the setting where no row does', async () => {
  const unread = await lived(true, { roles: ['User.Read.All', 'GroupMember.Read.All', 'Reports.Read.All'] });
  const figures = await until(unread, () => unread.collect());
  expect(figures.concealed).toBe(true);
  unread.store.close();
  const nobody = await lived(true, { world: { ...(await invented()), usageOn: () => [] } });
  expect((await until(nobody, () => nobody.collect())).concealed).toBe(true);
  nobody.store.close();
});

test('the least number of report days is the one a habit is judged by', () => {
  expect(LEAST_REPORT_DAYS).toBe(HABIT_NEEDS);
});

test('of fewer than 300 people the counts are not asked for, and those kept are forgotten; so too without a report', async () => {
  const folder = temporaryFolder();
  const life = await lived(false, { folder, sources: [...REPORT, 'sent-items'] });
  await life.collect();
  expect(readOrganisationCounts(life.store, 7)).toHaveLength(6);
  await collect({ ...life.run, sources: ['sent-items'] });
  expect(readOrganisationCounts(life.store, 7)).toHaveLength(6);
  await until(life, () =>
    collect({ ...life.run, scope: { ...life.scope, sources: ['sent-items'] }, sources: ['sent-items'] }),
  );
  expect(readOrganisationCounts(life.store, 7)).toEqual([]);
  life.store.close();

  const paths: string[] = [];
  const small = await lived(false, {
    world: await invented(20),
    onExchange: ({ url }) => paths.push(new URL(url).pathname),
  });
  await until(small, () => small.collect());
  expect(paths.some((path) => path.includes('ActiveUserDetail'))).toBe(true);
  expect(paths.filter((path) => path.includes('UserCounts'))).toEqual([]);
  small.store.close();
});
