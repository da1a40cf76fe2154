import { activeUsersSource } from './active-users.ts';
import { domainsSource } from './domains.ts';
import { sentItemsSource } from './mail.ts';
import { directorySource } from './people.ts';
import { reportSettingsSource } from './report-settings.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** Everything Samspill asks Microsoft Graph for; what is not on this list is never asked for. */
export const SOURCE_DECLARATIONS: readonly SourceDeclaration[] = [
  directorySource,
  domainsSource,
  sentItemsSource,
  reportSettingsSource,
  activeUsersSource,
];
