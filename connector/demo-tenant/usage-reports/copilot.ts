import type { UsageTool } from '../world.ts';
import {
  DISPLAY_NAME,
  lastActivity,
  latestOf,
  PERIOD,
  PRINCIPAL_NAME,
  REFRESHED,
  type Column,
  type UsageTable,
} from './usage-table.ts';

/** Where it was used is known of the days together, so the last day of use stands for each place. */
const place = (header: string, tool: UsageTool): Column => [
  `${header} Last Activity Date`,
  ({ figures, lastUsed }) => (figures.tools.includes(tool) ? latestOf(['copilot'], lastUsed) : ''),
];

/** Copilot lists whoever has its licence, and answers with the text itself. */
export const copilotUsage: UsageTable = {
  name: 'getMicrosoft365CopilotUsageUserDetail',
  services: ['copilot'],
  licensed: ({ copilot }) => copilot === true,
  direct: true,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, DISPLAY_NAME, lastActivity('copilot')],
    place('Copilot Chat', 'copilot in chat'),
    place('Microsoft Teams Copilot', 'copilot in teams'),
    place('Word Copilot', 'copilot in word'),
    place('Excel Copilot', 'copilot in excel'),
    place('PowerPoint Copilot', 'copilot in powerpoint'),
    place('Outlook Copilot', 'copilot in outlook'),
    place('OneNote Copilot', 'copilot in onenote'),
    place('Loop Copilot', 'copilot in loop'),
    PERIOD,
  ],
};
