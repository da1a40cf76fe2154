import type { Service, UsageCount, UsageFigures, UsageTool } from './world.ts';

const MAIN_COUNT: Readonly<Partial<Record<Service, UsageCount>>> = {
  exchange: 'mailsSent',
  teams: 'privateChatMessages',
  sharepoint: 'sharePointFiles',
  onedrive: 'oneDriveFiles',
  engage: 'engageRead',
};
const MAIN_TOOL: Readonly<Partial<Record<Service, UsageTool>>> = {
  exchange: 'outlook on windows',
  teams: 'teams on windows',
  office: 'word on windows',
  copilot: 'copilot in chat',
};

/**
 * Figures for who is known to have used a service so many times, and no more: what they did most likely, with the most
 * usual tool.
 */
export function plainFigures(actions: ReadonlyMap<Service, number>): UsageFigures {
  const used = [...actions].filter(([, count]) => count > 0);
  const counts: Partial<Record<UsageCount, number>> = {};
  for (const [service, count] of used) {
    const main = MAIN_COUNT[service];
    if (main !== undefined) counts[main] = count;
  }
  return { counts, tools: used.flatMap(([service]) => MAIN_TOOL[service] ?? []) };
}
