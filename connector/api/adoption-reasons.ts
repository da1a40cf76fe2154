import type { NotShown } from './answers.ts';
import type { House } from './house.ts';
import { LEAST_REPORT_DAYS } from './usage-reports.ts';
import { tellChannels } from '../privacy/channel-sources.ts';
import { SOURCE_NAMES, type SourceName } from '../privacy/scope.ts';
import { readFigures } from '../store/figures.ts';
import { currentScope } from '../store/scopes.ts';
import { sourcesOf } from '../store/source-runs.ts';

/** Why something has no column in the tables of a period. */
export interface WhyMissing {
  /** A service of `apps`. */
  readonly app: (app: string) => NotShown;
  /** What carries contacts with other units. */
  readonly channels: () => NotShown | undefined;
}

/** As the period was read, whatever the scope says now: which of its sources tell a service, and how they came. */
export function whyMissing(
  { store, appsMeasured }: Pick<House, 'store' | 'appsMeasured'>,
  periodId: string,
): WhyMissing {
  const read = new Set(sourcesOf(store, periodId).map(({ source }) => source));
  const sources = SOURCE_NAMES.filter((name): name is SourceName => read.has(name));
  const scope = currentScope(store);
  const told = new Set(scope === undefined ? [] : appsMeasured({ ...scope, sources }).map(({ app }): string => app));
  const concealed = readFigures(store, periodId)?.concealedNames;
  return {
    app: (app) => {
      if (!told.has(app)) return { withheld: 'no-source' };
      if (concealed === 'now' || concealed === 'earlier') return { withheld: 'concealed' };
      return { withheld: 'too-few-days', needed: LEAST_REPORT_DAYS };
    },
    channels: () => (tellChannels(sources) ? undefined : { withheld: 'no-source' }),
  };
}
