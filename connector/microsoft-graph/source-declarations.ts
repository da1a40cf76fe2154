import { callParticipantsSource, callsSource } from './calls.ts';
import { chatMessagesSource } from './chat-messages.ts';
import { chatMembershipSource, chatMembersSource } from './chats.ts';
import { competenceGroupsSource } from './competence-groups.ts';
import { domainsSource } from './domains.ts';
import { listAddressesSource } from './list-addresses.ts';
import { listedPeopleSource } from './listed-people.ts';
import { sentItemsSource } from './mail.ts';
import { meetingsSource } from './meetings.ts';
import { messageTraceSource } from './message-trace.ts';
import { ORGANISATION_COUNTS } from './organisation-counts.ts';
import { directorySource } from './people.ts';
import { reportSettingsSource } from './report-settings.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { unitGroupsSource } from './units-from-groups.ts';
import { unitManagersSource } from './units-from-managers.ts';
import { USAGE_REPORTS } from './usage-reports.ts';

/** Everything Samspill asks Microsoft Graph for; what is not on this list is never asked for. */
export const SOURCE_DECLARATIONS: readonly SourceDeclaration[] = [
  directorySource,
  listedPeopleSource,
  domainsSource,
  listAddressesSource,
  unitGroupsSource,
  unitManagersSource,
  competenceGroupsSource,
  sentItemsSource,
  messageTraceSource,
  meetingsSource,
  chatMembershipSource,
  chatMembersSource,
  chatMessagesSource,
  callsSource,
  callParticipantsSource,
  reportSettingsSource,
  ...ORGANISATION_COUNTS,
  ...USAGE_REPORTS,
];
