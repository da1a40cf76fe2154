import type { Account, UsageTool } from '../world.ts';
import {
  count,
  DELETED,
  DISPLAY_NAME,
  lastActivity,
  PERIOD,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type Column,
  type UsageTable,
} from './usage-table.ts';

const withMailbox = ({ hasMailbox, licence }: Account): boolean => hasMailbox && licence !== null;
const HEAD: readonly Column[] = [REFRESHED, PRINCIPAL_NAME, DISPLAY_NAME, ...DELETED, lastActivity('exchange')];
/** An app that was used bears its version, where Microsoft tells one, or `Yes`; one that was not is blank. */
const app = (header: string, tool?: UsageTool): Column => [
  header,
  ({ figures }) => {
    if (tool === undefined || !figures.tools.includes(tool)) return '';
    return tool === 'outlook on windows' ? 'ProPlus' : 'Yes';
  },
];

/** Mails sent, received and read. */
export const mailActivity: UsageTable = {
  name: 'getEmailActivityUserDetail',
  services: ['exchange'],
  licensed: withMailbox,
  columns: [
    ...HEAD,
    count('Send Count', 'mailsSent'),
    count('Receive Count', 'mailsReceived'),
    count('Read Count', 'mailsRead'),
    count('Meeting Created Count', 'meetingsOrganized'),
    count('Meeting Interacted Count', 'meetingsAttended'),
    ...[PRODUCTS, PERIOD],
  ],
};

/** With which programs mail was read. */
export const mailApps: UsageTable = {
  name: 'getEmailAppUsageUserDetail',
  services: ['exchange'],
  licensed: withMailbox,
  columns: [
    ...HEAD,
    app('Mail For Mac'),
    app('Outlook For Mac', 'outlook on mac'),
    app('Outlook For Windows', 'outlook on windows'),
    app('Outlook For Mobile', 'outlook on mobile'),
    app('Other For Mobile'),
    app('Outlook For Web', 'outlook on web'),
    ...[app('POP3 App'), app('IMAP4 App'), app('SMTP App'), PERIOD],
  ],
};
