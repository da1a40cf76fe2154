import type { UsageCount, UsageTool } from '../world.ts';
import {
  anyLicence,
  count,
  DELETED,
  lastActivity,
  nothing,
  PERIOD,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type Column,
  type UsageTable,
} from './usage-table.ts';

const USER_ID: Column = ['User Id', ({ account }) => account.id, 'named'];
const LICENSED: Column = ['Is Licensed', ({ account }) => (anyLicence(account) ? 'Yes' : 'No')];

const duration = (header: string, name: UsageCount): Column => [
  header,
  ({ figures }) => durationOf(figures.counts[name] ?? 0),
];
const device = (header: string, tool?: UsageTool): Column => [
  header,
  ({ figures }) => (tool !== undefined && figures.tools.includes(tool) ? 'Yes' : 'No'),
];

/** What people did in Teams. Meetings are all taken for scheduled once: the world does not tell them apart. */
export const teamsActivity: UsageTable = {
  name: 'getTeamsUserActivityUserDetail',
  services: ['teams'],
  licensed: anyLicence,
  columns: [
    REFRESHED,
    ['Tenant Display Name', ({ organisation }) => organisation],
    ['Shared Channel Tenant Display Names', () => ''],
    ...[USER_ID, PRINCIPAL_NAME, lastActivity('teams'), ...DELETED, PRODUCTS],
    count('Team Chat Message Count', 'teamChatMessages'),
    count('Private Chat Message Count', 'privateChatMessages'),
    count('Call Count', 'calls'),
    count('Meeting Count', 'meetingsAttended'),
    ...[count('Post Messages', 'teamChatMessages'), nothing('Reply Messages'), nothing('Urgent Messages')],
    count('Meetings Organized Count', 'meetingsOrganized'),
    count('Meetings Attended Count', 'meetingsAttended'),
    ...[nothing('Ad Hoc Meetings Organized Count'), nothing('Ad Hoc Meetings Attended Count')],
    count('Scheduled One-time Meetings Organized Count', 'meetingsOrganized'),
    count('Scheduled One-time Meetings Attended Count', 'meetingsAttended'),
    nothing('Scheduled Recurring Meetings Organized Count'),
    nothing('Scheduled Recurring Meetings Attended Count'),
    duration('Audio Duration', 'audioSeconds'),
    duration('Video Duration', 'videoSeconds'),
    duration('Screen Share Duration', 'screenShareSeconds'),
    count('Audio Duration In Seconds', 'audioSeconds'),
    count('Video Duration In Seconds', 'videoSeconds'),
    count('Screen Share Duration In Seconds', 'screenShareSeconds'),
    ['Has Other Action', ({ lastUsed }) => (lastUsed.has('teams') ? 'Yes' : 'No')],
    ...[LICENSED, PERIOD],
  ],
};

/** On what people ran Teams. */
export const teamsDevices: UsageTable = {
  name: 'getTeamsDeviceUsageUserDetail',
  services: ['teams'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, USER_ID, PRINCIPAL_NAME, lastActivity('teams'), ...DELETED],
    device('Used Web', 'teams on web'),
    device('Used Windows Phone'),
    device('Used iOS', 'teams on ios'),
    device('Used Mac', 'teams on mac'),
    device('Used Android Phone', 'teams on android'),
    device('Used Windows', 'teams on windows'),
    ...[device('Used Chrome OS'), device('Used Linux'), LICENSED, PERIOD],
  ],
};

/** `PT1H2M`, as ISO 8601 has it; `PT0S` for none. */
function durationOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const written = parts.map((part, place) => (part > 0 ? `${part}${'HMS'.charAt(place)}` : '')).join('');
  return `PT${written === '' ? '0S' : written}`;
}
