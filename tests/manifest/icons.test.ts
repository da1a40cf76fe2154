import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ICONS } from '../../manifest/draw-icons.ts';
import { encodePng, type Picture } from '../../manifest/png.ts';
import { decodePng } from './decode-png.ts';

const FJORD = [0x12, 0x45, 0x59, 255];

function committed(name: string): Picture {
  return decodePng(readFileSync(new URL(`../../manifest/${name}`, import.meta.url)));
}

function* pixelsOf({ width, pixels }: Picture): Generator<{ x: number; y: number; rgba: number[] }> {
  for (let at = 0; at < pixels.length; at += 4) {
    const index = at / 4;
    yield { x: index % width, y: Math.floor(index / width), rgba: [...pixels.subarray(at, at + 4)] };
  }
}

describe('the encoder', () => {
  test('writes what another hand reads back', () => {
    const picture = { width: 2, height: 1, pixels: Uint8Array.from([1, 2, 3, 4, 250, 251, 252, 253]) };
    expect(decodePng(encodePng(picture))).toEqual(picture);
  });

  test('refuses pixels that do not fill the picture', () => {
    expect(() => encodePng({ width: 2, height: 2, pixels: new Uint8Array(15) })).toThrow(RangeError);
  });
});

describe('the icons', () => {
  test.each(Object.entries(ICONS))('%s is the one the script draws', (name, drawn) => {
    expect(committed(name)).toEqual(drawn());
  });

  test('have the sizes Teams asks for', () => {
    const sizes = Object.keys(ICONS).map((name) => [name, committed(name).width, committed(name).height]);
    expect(sizes).toEqual([
      ['color.png', 192, 192],
      ['color32x32.png', 32, 32],
      ['outline.png', 32, 32],
    ]);
  });

  test('color.png is opaque, and its symbol stays inside the middle 96 × 96', () => {
    const inked: number[] = [];
    for (const { x, y, rgba } of pixelsOf(committed('color.png'))) {
      expect(rgba[3]).toBe(255);
      if (rgba.join() !== FJORD.join()) inked.push(x, y);
    }
    expect(Math.min(...inked)).toBeGreaterThanOrEqual(48);
    expect(Math.max(...inked)).toBeLessThan(144);
    expect(Math.max(...inked) - Math.min(...inked)).toBeGreaterThan(90);
  });

  test('outline.png is white and transparency, nothing else, and reaches the edges', () => {
    const inked: number[] = [];
    for (const { x, y, rgba } of pixelsOf(committed('outline.png'))) {
      expect(rgba.slice(0, 3)).toEqual([255, 255, 255]);
      if (rgba[3] !== 0) inked.push(x, y);
    }
    expect([Math.min(...inked), Math.max(...inked)]).toEqual([0, 31]);
    expect(inked.length / 2).toBeLessThan(32 * 32 * 0.6);
  });

  test('color32x32.png has a transparent ground and holds two colours', () => {
    const inks = new Set<string>();
    let bare = 0;
    for (const { rgba } of pixelsOf(committed('color32x32.png'))) {
      if (rgba[3] === 0) bare += 1;
      if (rgba[3] === 255) inks.add(rgba.join());
    }
    expect(bare).toBeGreaterThan(300);
    expect(inks.size).toBe(2);
  });
});
