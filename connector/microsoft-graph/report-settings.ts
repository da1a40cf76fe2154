import { z } from 'zod';
import type { Get } from './get.ts';
import type { SourceDeclaration } from './source-declaration.ts';

export const reportSettingsSource = {
  name: 'report-settings',
  endpoint: '/admin/reportSettings',
  permissions: [{ role: 'ReportSettings.Read.All', id: 'ee353f83-55ef-4b78-82da-555bfa2b4b95' }],
  fields: [{ field: 'displayConcealedNames', reason: 'whether usage reports name people; shown on screen' }],
} as const satisfies SourceDeclaration;

const settings = z.object({ displayConcealedNames: z.boolean() });

/** Whether the tenant conceals names in usage reports. The setting is only ever read. Cost: one request. */
export async function readConcealment(get: Get): Promise<boolean> {
  const question = {
    source: reportSettingsSource,
    missing: { code: 'consent-missing', sentence: 'The report settings of this tenant cannot be read.' },
  } as const;
  return (await get.json(question, (body) => settings.parse(body))).displayConcealedNames;
}
