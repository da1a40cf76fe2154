import { plainFigures } from './plain-figures.ts';
import type { Usage, World } from './world.ts';

/** Ten reports are asked for of a day, and a run asks for the days of three weeks one by one or report by report. */
const DAYS_REMEMBERED = 24;

/**
 * A world that makes the usage of a day once for all reports of that day, and the figures of a person when the first
 * report asks for them.
 *
 * Cost: up to 24 days are held, some 100 bytes for each account that did something on each.
 */
export function rememberUsage(world: World): World {
  const days = new Map<number, readonly Usage[]>();
  return {
    ...world,
    usageOn: (dayStart) => {
      const held = days.get(dayStart) ?? Array.from(world.usageOn(dayStart), withFiguresOnce);
      days.delete(dayStart);
      days.set(dayStart, held);
      const [oldest] = days.keys();
      if (days.size > DAYS_REMEMBERED && oldest !== undefined) days.delete(oldest);
      return held;
    },
  };
}

function withFiguresOnce({ figures, ...usage }: Usage): Usage {
  const make = figures ?? (() => plainFigures(new Map(usage.services.map((each) => [each, 1]))));
  let made: ReturnType<typeof make> | undefined;
  return { ...usage, figures: () => (made ??= make()) };
}
