import type { Scope } from '../privacy/scope.ts';
import type { App } from '../privacy/usage-day.ts';
import { appsTold } from './usage-report.ts';
import { USAGE_REPORTS } from './usage-reports.ts';

/**
 * What the usage reports of a scope can tell, and which of them tell it: the columns of `apps` in its releases, whatever
 * is found in the data (decision 0004).
 */
export function appsMeasured({ sources }: Pick<Scope, 'sources'>): { app: App; reports: string[] }[] {
  const on = USAGE_REPORTS.filter(({ name }) => sources.some((source) => source === name));
  return appsTold(on).map((app) => ({
    app,
    reports: on.filter(({ tells }) => tells.some((told) => told.app === app)).map(({ name }) => name),
  }));
}
