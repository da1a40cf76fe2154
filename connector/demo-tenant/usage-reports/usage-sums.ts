import { plainFigures } from '../plain-figures.ts';
import type { Service, Usage, UsageCount, UsageFigures, UsageTool, World } from '../world.ts';

const DAY = 86_400_000;

/** What one account did over some days. */
export interface UsageSum {
  readonly lastUsed: Map<Service, number>;
  readonly figures: UsageFigures;
}

interface Sum {
  readonly lastUsed: Map<Service, number>;
  readonly counts: Map<UsageCount, number>;
  readonly tools: Set<UsageTool>;
}

function nothingYet(): Sum {
  return { lastUsed: new Map(), counts: new Map(), tools: new Set() };
}

/**
 * Sums up a world's usage by account.
 *
 * Cost: the usage of each day, and the figures of whoever used one of the services.
 *
 * @param first and `last` UTC midnights, both included
 * @param services whose figures are wanted; nobody else's are counted
 */
export function sumUsage(
  world: Pick<World, 'usageOn'>,
  { first, last }: { readonly first: number; readonly last: number },
  services: readonly Service[],
): ReadonlyMap<string, UsageSum> {
  if (first === last) return usageOfOneDay(world, first, services);
  const sums = new Map<string, Sum>();
  for (let day = first; day <= last; day += DAY) {
    for (const used of world.usageOn(day)) {
      const wanted = used.services.filter((service) => services.includes(service));
      if (wanted.length === 0) continue;
      const sum = sums.get(used.accountId) ?? nothingYet();
      sums.set(used.accountId, sum);
      for (const service of wanted) sum.lastUsed.set(service, day);
      const { counts, tools } = figuresOf(used);
      for (const name of COUNTS) {
        const counted = counts[name] ?? 0;
        if (counted > 0) sum.counts.set(name, (sum.counts.get(name) ?? 0) + counted);
      }
      for (const tool of tools) sum.tools.add(tool);
    }
  }
  return new Map(
    Array.from(sums, ([id, { lastUsed, counts, tools }]) => [
      id,
      { lastUsed, figures: { counts: Object.fromEntries(counts), tools: [...tools] } },
    ]),
  );
}

/** Nothing is to be added up: the figures stand as they are. */
function usageOfOneDay(
  world: Pick<World, 'usageOn'>,
  day: number,
  services: readonly Service[],
): ReadonlyMap<string, UsageSum> {
  const sums = new Map<string, UsageSum>();
  for (const used of world.usageOn(day)) {
    if (!used.services.some((service) => services.includes(service))) continue;
    const lastUsed = new Map<Service, number>();
    for (const service of used.services) if (services.includes(service)) lastUsed.set(service, day);
    sums.set(used.accountId, { lastUsed, figures: figuresOf(used) });
  }
  return sums;
}

function figuresOf({ figures, services }: Usage): UsageFigures {
  return figures?.() ?? plainFigures(new Map(services.map((each) => [each, 1])));
}

const COUNTS: readonly UsageCount[] = [
  ...(['teamChatMessages', 'privateChatMessages', 'calls', 'meetingsOrganized', 'meetingsAttended'] as const),
  ...(['audioSeconds', 'videoSeconds', 'screenShareSeconds', 'mailsSent', 'mailsReceived', 'mailsRead'] as const),
  ...(['sharePointFiles', 'sharePointPages', 'oneDriveFiles', 'filesSynced', 'filesSharedInside'] as const),
  ...(['filesSharedOutside', 'engageRead', 'engagePosted', 'engageLiked'] as const),
];
