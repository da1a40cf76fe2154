import { expect, it } from 'vitest';
import { rememberUsage } from '../../connector/demo-tenant/remembered-usage.ts';
import type { Usage, World } from '../../connector/demo-tenant/world.ts';
import { DAY, smallWorld, START } from './small-world.ts';

it('makes a day once for all that ask, the figures when they are asked for, and holds twenty-four days', () => {
  const made: string[] = [];
  const usageOn = (day: number): Usage[] => {
    made.push(`day ${String((day - START) / DAY)}`);
    const figures = () => {
      made.push('figures');
      return { counts: { calls: 2 }, tools: [] };
    };
    return [
      { accountId: 'a', services: ['teams'], figures },
      { accountId: 'b', services: ['exchange'] },
    ];
  };
  const world: World = rememberUsage({ ...smallWorld(), usageOn });
  const [first, again] = [[...world.usageOn(START)], [...world.usageOn(START)]];
  expect(made).toEqual(['day 0']);
  expect([first, again].map((rows) => rows[0]?.figures?.())).toEqual(
    Array(2).fill({ counts: { calls: 2 }, tools: [] }),
  );
  expect(first[1]).toMatchObject({ accountId: 'b', services: ['exchange'] });
  // A world that knows no figures gets plain ones, made once as well.
  expect(first[1]?.figures?.().counts).toEqual({ mailsSent: 1 });
  expect(again[1]?.figures?.()).toBe(first[1]?.figures?.());
  expect(made).toEqual(['day 0', 'figures']);
  for (let day = 1; day <= 24; day += 1) world.usageOn(START + day * DAY);
  made.length = 0;
  world.usageOn(START + DAY);
  world.usageOn(START);
  expect(made).toEqual(['day 0']);
});
