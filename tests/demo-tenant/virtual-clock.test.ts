import { expect, test } from 'vitest';
import { virtualClock } from '../../connector/demo-tenant/virtual-clock.ts';

test('a wait moves the clock and nobody waits', async () => {
  const clock = virtualClock(1000);
  await clock.wait(3_600_000);
  expect(clock.now()).toBe(3_601_000);
});

test('waits begun at the same moment overlap', async () => {
  const clock = virtualClock(0);
  await Promise.all([clock.wait(500), clock.wait(2000), clock.wait(1000)]);
  expect(clock.now()).toBe(2000);
});

test('waits one after the other add up', async () => {
  const clock = virtualClock(0);
  for (const ms of [500, 2000, 1000]) await clock.wait(ms);
  expect(clock.now()).toBe(3500);
});

test('a short wait that ends after a move does not set the clock back', async () => {
  const clock = virtualClock(0);
  const waiting = clock.wait(10);
  clock.moveTo(5000);
  await waiting;
  expect(clock.now()).toBe(5000);
});

test('it can be set back, and a wait of less than nothing moves nothing', async () => {
  const clock = virtualClock(10_000);
  clock.moveTo(4000);
  await clock.wait(-1000);
  expect(clock.now()).toBe(4000);
});

test('what is not a finite number is refused and changes nothing', async () => {
  const clock = virtualClock(7);
  expect(() => virtualClock(Number.NaN)).toThrow(RangeError);
  expect(() => {
    clock.moveTo(Number.POSITIVE_INFINITY);
  }).toThrow(RangeError);
  await expect(clock.wait(Number.NaN)).rejects.toThrow(RangeError);
  expect(clock.now()).toBe(7);
});
