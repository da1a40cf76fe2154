import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journeyAnswer, type JourneyAnswer } from '../connector/api/journey-answers.ts';
import { registerDemoLaunches } from '../connector/demo-launches.ts';
import { STORY } from '../connector/demo-tenant/municipality/story.ts';
import { dayOf, type Day } from '../connector/privacy/period.ts';
import type { Release } from '../connector/privacy/release.ts';
import { readLaunches } from '../connector/store/launches.ts';
import { livedYear, releasesOf } from './adoption/municipality-year.ts';
import { NOW } from './api/entra.ts';
import { showRelease } from './api/shown-release.ts';
import { startServer, type TestServer } from './api/test-server.ts';

describe('the launches of the demo', () => {
  let server: TestServer;
  let token = '';
  let releases: Release[] = [];
  beforeAll(async () => {
    server = await startServer();
    token = await server.token(['LaunchOwner']);
    releases = releasesOf(livedYear(NOW, 'elvestrand', false), 'demo').toReversed();
  });
  afterAll(() => server.close());

  const register = (day: Day = dayOf(NOW)): Promise<boolean> => registerDemoLaunches(server.url, token, NOW, day);
  const journey = async (): Promise<JourneyAnswer> =>
    journeyAnswer.parse(await (await server.ask('/api/journey', ['Leader'])).json());

  it('wait until a release holds the rows of the story', async () => {
    expect(await register()).toBe(false);
    expect((await journey()).launches).toEqual([]);
  });

  it('are two, registered once by the launch owner with the first release, one with what was learnt', async () => {
    showRelease(server.store, releases[0]!);
    expect(await register()).toBe(true);
    expect(await register()).toBe(true);
    const { launches } = await journey();
    expect(launches.map(({ state, begins }) => [begins, state])).toEqual([
      ['2026-01-15', 'did-not-work'],
      ['2026-01-08', 'begun'],
    ]);
    expect(launches.map(({ rows }) => rows.map(({ name }) => name))).toEqual([
      [STORY.planner.unit],
      STORY.sharedRooms.areas.toSorted(),
    ]);
  });

  it('come out as the story has it when the year is released', async () => {
    for (const release of releases.slice(1)) showRelease(server.store, release);
    const [planner, rooms] = (await journey()).launches;
    const words = ({ effects }: JourneyAnswer['launches'][number]): string[] =>
      effects.map((effect) => ('found' in effect ? effect.found : effect.withheld));
    expect(words(rooms!)).toEqual(['went-together-with', 'went-together-with']);
    expect(words(planner!)).toEqual(['no-effect-seen', 'no-effect-seen']);
    expect(planner?.retrospectives).toHaveLength(1);
  });

  it('are not registered by somebody without the role', async () => {
    const other = await startServer();
    showRelease(other.store, releases[0]!);
    expect(await registerDemoLaunches(other.url, await other.token(['Leader']), NOW, dayOf(NOW))).toBe(false);
    expect(readLaunches(other.store)).toEqual([]);
    await other.close();
  });
});
