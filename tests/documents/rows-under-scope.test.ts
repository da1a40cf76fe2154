import { expect, test } from 'vitest';
import { rowsUnderScope } from '../../connector/documents/rows-under-scope.ts';
import { appsMeasured } from '../../connector/microsoft-graph/apps-measured.ts';
import { asNumber } from '../../connector/privacy/rational.ts';
import { tableLayout } from '../../connector/privacy/table-layout.ts';
import { REPORT_SOURCES, type ReportSource } from '../../connector/privacy/scope.ts';
import { inventedScope } from '../privacy/invented-scope.ts';

const headcounts = [{ unit: 'Skole', standing: 'desk' as const, heads: 400, covered: 400 }];
const SIX: readonly ReportSource[] = ['active-users', 'copilot-usage', 'sharepoint-activity', 'teams-devices'];

test.each<readonly [columns: number, sources: readonly ReportSource[], sigma: number, floor: number]>([
  [1, ['copilot-usage'], 1.83, 21],
  [3, ['active-users'], 3.16, 35],
  [6, SIX, 4.47, 50],
  [6, REPORT_SOURCES, 4.47, 50],
])('%d columns of services cost what the release will cost', (columns, sources, sigma, floor) => {
  const scope = inventedScope({ sources });
  const measured = appsMeasured(scope);
  const apps = measured.map(({ app }) => app);
  const promised = rowsUnderScope(scope, headcounts, measured).find(
    (it) => it.table === 'apps' && it.level === 'standard',
  );
  expect(apps).toHaveLength(columns);
  expect([Number(promised?.sigma.toFixed(2)), promised?.floor]).toEqual([sigma, floor]);
  // The layout a release is made with: of the same services, by the same function.
  const made = tableLayout('apps', 'standard', headcounts, 4, { apps });
  expect(promised).toMatchObject({ floor: made.floor, sigma: Math.sqrt(asNumber(made.sigmaSquared)) });
});
