import { z } from 'zod';
import { whyMissing } from './adoption-reasons.ts';
import { ANSWERS_VERSION, type AdoptionAnswer, type AdoptionOrNone } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { countedShare } from './counted-share.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { organisationCounts } from './organisation-counts.ts';
import { Refused } from './refused.ts';
import { inHabitOver, shownFitness } from './shown-fitness.ts';
import { shownLeaders } from './shown-leaders.ts';
import { shownStaircase } from './shown-staircase.ts';
import { tableNamed } from './shown-table.ts';
import { areConcealed, reportsRead } from './usage-reports.ts';
import { DOCUMENTED_FRACTIONS } from '../adoption/adoption-score.ts';
import type { Release } from '../privacy/release.ts';

const ONE_PERIOD = z.strictObject({ period: z.string().max(40).optional() });

/** Have people taken the tools into use, and do leaders walk first? In the newest released period or the one asked for. */
export function adoption(house: House): Question {
  return ({ asker, query }): AdoptionOrNone => {
    const { period } = understood(ONE_PERIOD, query);
    mustBeAllowedTo('read releases', asker);
    const releases = heldReleases(house.store);
    const release = releases.find(({ period: { id } }) => period === undefined || id === period);
    if (release !== undefined) return adoptionOf(house, release, releases);
    if (period !== undefined) throw new Refused('not-found');
    return {
      version: ANSWERS_VERSION,
      organisation: house.organisation,
      demo: house.demo,
      noRelease: true,
      firstPictureOn: house.firstPictureOn(),
      concealed: areConcealed(house.store),
      ...countsOf(house),
    };
  };
}

function countsOf({ store }: House): Pick<AdoptionAnswer, 'organisationCounts'> {
  const counts = organisationCounts(store);
  return counts === undefined ? {} : { organisationCounts: counts };
}

function adoptionOf(house: House, release: Release, releases: readonly Release[]): AdoptionAnswer {
  const why = whyMissing(house, release.period.id);
  return {
    version: ANSWERS_VERSION,
    organisation: house.organisation,
    demo: house.demo,
    period: release.period,
    periods: releases.map(({ period }) => period),
    nextPictureOn: house.firstPictureOn(),
    heads: release.heads,
    staircase: shownStaircase(release, releases, why),
    leaders: shownLeaders(house, release, releases),
    fitness: shownFitness(release, why),
    adoptionScore: DOCUMENTED_FRACTIONS.map(({ category, notShown, nearest }) => {
      return { category, notShown, nearest: nearestTo(release, nearest) };
    }),
    ...countsOf(house),
    reports: reportsRead(house.store, release.period.id),
  };
}

/** The released share of people with an app in habit; null where nothing is near, or it was not measured. */
function nearestTo(release: Release, app: string | null): AdoptionAnswer['adoptionScore'][number]['nearest'] {
  const apps = tableNamed(release, 'apps');
  if (apps === undefined || app === null) return null;
  const counted = inHabitOver(apps, [...apps.rows.keys()], app);
  if (counted === undefined) return null;
  return {
    restsOn: { table: 'apps', period: release.period.id },
    app,
    heads: counted.heads,
    figure: countedShare(counted),
  };
}
