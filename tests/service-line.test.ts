import { expect, test } from 'vitest';
import { serviceLine } from '../connector/service-line.ts';

test.each([
  [{ service: 'outlook', state: 'paused', ms: 59_999 }, undefined],
  [{ service: 'outlook', state: 'paused', ms: 60_000 }, 'Microsoft Graph (outlook) asks for a pause of 60 s.'],
  [
    { service: 'reports', state: 'left-alone', ms: 1_001 },
    'Microsoft Graph (reports) fails again and again: it is left alone for 2 s, then tried once.',
  ],
  [{ service: 'reports', state: 'well', ms: 0 }, 'Microsoft Graph (reports) answers again.'],
] as const)('%j is told as %j', (note, line) => {
  expect(serviceLine(note)).toBe(line);
});
