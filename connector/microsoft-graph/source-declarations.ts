import { domainsSource } from './domains.ts';
import { sentItemsSource } from './mail.ts';
import { directorySource } from './people.ts';
import { reportSettingsSource } from './report-settings.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { unitGroupsSource } from './units-from-groups.ts';
import { unitManagersSource } from './units-from-managers.ts';
import { USAGE_REPORTS } from './usage-reports.ts';

/** Everything Samspill asks Microsoft Graph for; what is not on this list is never asked for. */
export const SOURCE_DECLARATIONS: readonly SourceDeclaration[] = [
  directorySource,
  domainsSource,
  unitGroupsSource,
  unitManagersSource,
  sentItemsSource,
  reportSettingsSource,
  ...USAGE_REPORTS,
];
