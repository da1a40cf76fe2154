import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fluentTheme, type Look } from '../../teams-app/theme.ts';

const SHEET = readFileSync(new URL('../../teams-app/style/look.css', import.meta.url), 'utf8');

interface Colour {
  readonly channels: readonly [number, number, number];
  /** 1 is opaque. */
  readonly share: number;
}

function readColour(text: string): Colour {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (long !== null) return { channels: [hex(long[1]), hex(long[2]), hex(long[3])], share: 1 };
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short !== null)
    return {
      channels: [hex(`${short[1]}${short[1]}`), hex(`${short[2]}${short[2]}`), hex(`${short[3]}${short[3]}`)],
      share: 1,
    };
  const clear = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text);
  if (clear === null) throw new Error(`not a colour this test reads: ${text}`);
  return { channels: [Number(clear[1]), Number(clear[2]), Number(clear[3])], share: Number(clear[4]) / 100 };
}

function hex(digits: string | undefined): number {
  return Number.parseInt(digits ?? '', 16);
}

function over({ channels, share }: Colour, ground: Colour): Colour {
  const channel = (at: 0 | 1 | 2): number => channels[at] * share + ground.channels[at] * (1 - share);
  return { channels: [channel(0), channel(1), channel(2)], share: 1 };
}

/** WCAG 2.2, relative luminance. */
function luminance({ channels }: Colour): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = channels;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, contrast ratio: 1 to 21. The first colour may be see-through; it lies on the second. */
function contrast(colour: Colour, ground: Colour): number {
  const [a, b] = [luminance(over(colour, ground)), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A token's colour in one look: our own from the stylesheet, the rest from Fluent's theme. */
function tokensOf(look: Look): (name: string) => Colour {
  const own = new Map<string, string>();
  for (const selector of ['.look.look', `.look.look-${look}`]) {
    const [, block = ''] = SHEET.split(`\n${selector} {`);
    for (const [, name = '', value = ''] of (block.split('}')[0] ?? '').matchAll(/--([\w-]+): ([^;]+);/g))
      own.set(name, value);
  }
  const theme = new Map(Object.entries(fluentTheme(look)).map(([name, value]) => [name, String(value)]));
  const resolve = (name: string): string => {
    const value = own.get(name) ?? theme.get(name) ?? '';
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
    return other === undefined ? value : resolve(other);
  };
  return (name) => readColour(resolve(name));
}

const GROUND = 'colorNeutralBackground1';
const TEXT = 'colorNeutralForeground1';
const STEPS = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'];

/** Text on what it stands on: number and interval in a tinted cell, notes, warnings, headings, roles under the pointer. */
const WRITTEN = [
  ...STEPS.map((step) => [TEXT, step] as const),
  ...[TEXT, 'quiet', 'fjord-text', 'amber'].map((ink) => [ink, GROUND] as const),
  ['quiet', 'fjord-soft'],
  ['fjord-text', 'fjord-soft'],
  [TEXT, 'amber-soft'],
  ['amber', 'amber-soft'],
] as const;

/** What must be seen to read a picture, on what it is drawn on; the bar of a cell only repeats the cell's text. */
const DRAWN = [
  ...STEPS.map((step) => ['bar-middle', step] as const),
  ['bar-band', GROUND],
  ['bar-band', 'step-1'],
  ['bar-middle', GROUND],
  ['fjord', GROUND],
  ['colorNeutralStrokeAccessible', GROUND],
] as const;

describe.each(['default', 'dark', 'contrast'] as const)('in the %s look', (look) => {
  const token = tokensOf(look);

  it.each(WRITTEN)('%s can be read on %s', (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(look === 'contrast' ? 7 : 4.5);
  });

  it.each(DRAWN)('%s can be seen on %s', (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it.each([GROUND, 'step-1'])('the middle can be told from its band on %s', (ground) => {
    const band = over(token('bar-band'), token(ground));
    expect(contrast(token('bar-middle'), band)).toBeGreaterThanOrEqual(3);
  });

  it('the middle can be told from the bar it stands in', () => {
    expect(contrast(token('bar-middle'), token(look === 'contrast' ? 'bar-band' : 'step-4'))).toBeGreaterThanOrEqual(3);
  });
});

describe('the ruler', () => {
  it('measures as WCAG does', () => {
    const [black, white, grey] = ['#000000', '#ffffff', '#767676'].map(readColour);
    expect(contrast(black!, white!)).toBeCloseTo(21, 5);
    expect(contrast(grey!, white!)).toBeCloseTo(4.54, 2);
    expect(contrast(readColour('rgb(0 0 0 / 0%)'), white!)).toBe(1);
  });
});
