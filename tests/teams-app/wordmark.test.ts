import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distancesTo } from '../../manifest/symbol.ts';
import { SYMBOL } from '../../teams-app/drawing/wordmark.tsx';

const FAVICON = readFileSync(new URL('../../teams-app/public/samspill.svg', import.meta.url), 'utf8');
const { turned, thickness, unitsAt, unitRadius } = SYMBOL;
const turn = (turned * Math.PI) / 180;

/** Where a point of the turned drawing lands in the square. */
function landed(x: number, y: number): readonly [number, number] {
  return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
}

/** Points along the middle of the line, as its path says: round (0, −¼) from its right to the origin, then round (0, ¼). */
function alongTheLine(): (readonly [number, number])[] {
  const steps = Array.from({ length: 61 }, (_, step) => (step / 60) * 1.5 * Math.PI);
  return [
    ...steps.map((angle) => landed(unitsAt * Math.cos(-angle), -unitsAt + unitsAt * Math.sin(-angle))),
    ...steps.map((angle) =>
      landed(unitsAt * Math.cos(angle - Math.PI / 2), unitsAt + unitsAt * Math.sin(angle - Math.PI / 2)),
    ),
  ];
}

describe('the symbol in the tab', () => {
  it('has the line of the icon in Teams, and as thick', () => {
    expect(SYMBOL.line).toBe('M.25-.25A.25.25 0 1 0 0 0A.25.25 0 1 1-.25.25');
    for (const [x, y] of alongTheLine()) expect(distancesTo(x, y).line).toBeCloseTo(-thickness / 2, 6);
  });

  it('ends where the line of the icon ends, with a round end', () => {
    const [x, y] = landed(unitsAt, -unitsAt + thickness / 2);
    expect(distancesTo(x, y).line).toBeCloseTo(0, 6);
    expect(distancesTo(...landed(unitsAt, -unitsAt + thickness)).line).toBeGreaterThan(0.05);
  });

  it('has its two units, and as large', () => {
    for (const side of [-1, 1]) {
      expect(distancesTo(...landed(0, side * unitsAt)).units).toBeCloseTo(-unitRadius, 6);
      expect(distancesTo(...landed(unitRadius, side * unitsAt)).units).toBeCloseTo(0, 6);
    }
  });

  it('stands beside the page’s name too', () => {
    expect(FAVICON).toContain(`d="${SYMBOL.line}"`);
    expect(FAVICON).toContain(`rotate(${turned})`);
    expect(FAVICON).toContain(`stroke-width="${String(thickness).slice(1)}"`);
    expect(FAVICON.match(/<circle cy="(-?)\.25" r="\.1"/g)).toHaveLength(2);
  });
});
