import type { Service, UsageTool } from '../world.ts';
import {
  anyLicence,
  latestOf,
  PERIOD,
  PRINCIPAL_NAME,
  REFRESHED,
  type Column,
  type UsageRow,
  type UsageTable,
} from './usage-table.ts';

const APPS = ['Outlook', 'Word', 'Excel', 'PowerPoint', 'OneNote', 'Teams'] as const;
const PLATFORMS = ['Windows', 'Mac', 'Mobile', 'Web'] as const;
const SERVICES: readonly Service[] = ['office', 'exchange', 'teams'];
const PHONES: readonly UsageTool[] = ['teams on ios', 'teams on android'];

/** The tool that an application on a platform is in figures. */
const TOOLS = Object.fromEntries(
  APPS.map((app) => [app, Object.fromEntries(PLATFORMS.map((on) => [on, `${app} on ${on}`.toLowerCase()]))]),
);

const yes = (is: boolean): string => (is ? 'Yes' : 'No');

function ran({ figures }: UsageRow, app: (typeof APPS)[number], platform: (typeof PLATFORMS)[number]): boolean {
  if (app === 'Teams' && platform === 'Mobile') return PHONES.some((tool) => figures.tools.includes(tool));
  const named = TOOLS[app]?.[platform];
  return figures.tools.some((tool) => tool === named);
}

const onPlatform = (platform: (typeof PLATFORMS)[number]): Column => [
  platform,
  (row) => yes(APPS.some((app) => ran(row, app, platform))),
];
const inApp = (app: (typeof APPS)[number]): Column => [
  app,
  (row) => yes(PLATFORMS.some((platform) => ran(row, app, platform))),
];

/** Which applications ran on which platforms; the period is the fifth column, not the last. */
export const officeApps: UsageTable = {
  name: 'getM365AppUserDetail',
  services: SERVICES,
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME],
    ['Last Activation Date', () => ''],
    ['Last Activity Date', ({ lastUsed }) => latestOf(SERVICES, lastUsed)],
    PERIOD,
    ...PLATFORMS.map(onPlatform),
    ...APPS.map(inApp),
    ...PLATFORMS.flatMap((platform) =>
      APPS.map((app): Column => [`${app} (${platform})`, (row) => yes(ran(row, app, platform))]),
    ),
  ],
};
