import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { MeanwhileAnswer } from './benefit-answers.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { organisationCounts } from './organisation-counts.ts';
import { ownCounty } from './county.ts';
import { daysOffIn } from '../adoption/norwegian-calendar.ts';
import { addDays, isDay } from '../privacy/period.ts';
import { headsIn, isSmallOrganisation } from '../privacy/rows.ts';
import { isReportSource } from '../privacy/scope.ts';
import { newestHeadcounts } from '../store/newest-headcounts.ts';
import type { Store } from '../store/open.ts';
import { currentScope } from '../store/scopes.ts';

const DAYS_OF_A_WEEK = 7;

/** What is known from the first day and between two pictures, and when does the next one come? */
export function meanwhile({ store, organisation, firstPictureOn }: House): Question {
  return ({ asker, query }): MeanwhileAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const [newest] = heldReleases(store);
    const counts = countsNow(store);
    return {
      version: ANSWERS_VERSION,
      organisation,
      counts,
      absent: counts === null ? whyNone(store, newest?.heads ?? 0) : null,
      newest: newest?.period ?? null,
      nextPictureOn: firstPictureOn(),
    };
  };
}

function countsNow(store: Store): MeanwhileAnswer['counts'] {
  const counts = organisationCounts(store);
  if (counts === undefined || !isDay(counts.day)) return null;
  const week = { from: addDays(counts.day, 1 - DAYS_OF_A_WEEK), to: addDays(counts.day, 1) };
  return { by: 'microsoft', exact: true, ...counts, off: daysOffIn(week, ownCounty(store)) };
}

/** @param released heads of the newest release: a directory is held only until its period is released */
function whyNone(store: Store, released: number): MeanwhileAnswer['absent'] {
  const scope = currentScope(store);
  if (scope !== undefined && !scope.sources.some(isReportSource)) return 'no-usage-reports';
  const people = headsIn(newestHeadcounts(store)) || released;
  return people > 0 && isSmallOrganisation(people) ? 'small-organisation' : 'not-yet';
}
