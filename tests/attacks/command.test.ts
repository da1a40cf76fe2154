import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inventedAttacks } from '../../connector/invented-attacks.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { byteStream } from '../privacy/byte-stream.ts';

it('refuses to judge anything but the invented municipality against the truth', () => {
  const args = ['connector/launch.mjs', 'attack', '--truth', '--data', 'somewhere'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('would tell the truth');
});

it('attacks the municipality with the truth in hand, and tells what leaving changes in the rows of others', () => {
  const world = municipality({ today: Date.UTC(2026, 6, 10) });
  const { findings, holds, indirect } = inventedAttacks(world, { guesses: 60, random: byteStream('invented') });
  expect(findings.map(({ attack, holds: one }) => [attack, one])).toEqual(
    ['A2', 'A3', 'A7', 'A14'].map((attack) => [attack, true]),
  );
  expect(holds).toBe(true);
  // The own row keeps to the price of `reach` and `breadth`, Φ(√(2 · 0.25) / 2); what others' rows add is told, not promised.
  expect(indirect.rightInHundred.own).toBeLessThanOrEqual(63.9);
  expect(indirect.rightInHundred.withOthers).toBeGreaterThanOrEqual(indirect.rightInHundred.own);
  expect(indirect.rowsChanged.most).toBeGreaterThan(0);
  for (const { rowsChanged, rightInHundred } of Object.values(indirect.structural)) {
    expect(rowsChanged.most).toBeGreaterThan(indirect.rowsChanged.most);
    expect(rightInHundred).toBeGreaterThan(indirect.rightInHundred.withOthers);
  }
}, 120_000);
