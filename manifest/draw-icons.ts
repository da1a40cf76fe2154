import { writeFileSync } from 'node:fs';
import { encodePng, type Picture } from './png.ts';
import { distancesTo } from './symbol.ts';

type Colour = readonly [red: number, green: number, blue: number];

const FJORD: Colour = [0x12, 0x45, 0x59];
/** The fjord in daylight: at least 3 : 1 against white and against the ground of Teams' dark theme. */
const WATER: Colour = [0x1f, 0x87, 0xa5];
const SNOW: Colour = [0xff, 0xff, 0xff];
const AMBER: Colour = [0xff, 0xc2, 0x4b];

/** The three icons of a Teams package, by file name. Drawn from the same symbol, so they can never tell different things. */
export const ICONS: Readonly<Record<string, () => Picture>> = {
  // Teams crops the corners itself and wants the symbol inside the middle half.
  'color.png': () => draw({ side: 192, symbol: 96, ground: FJORD, line: SNOW, units: AMBER }),
  // Shown small on whatever ground the theme has, so its line is the colour that stands out on both.
  'color32x32.png': () => draw({ side: 32, symbol: 32, line: WATER, units: AMBER }),
  // Teams colours it by theme, so it may hold nothing but white and transparency.
  'outline.png': () => draw({ side: 32, symbol: 32, line: SNOW, units: SNOW }),
};

interface Drawing {
  /** Of the picture, in pixels. */
  readonly side: number;
  /** Side of the square the symbol fills, in pixels. */
  readonly symbol: number;
  /** Absent: transparent. */
  readonly ground?: Colour;
  readonly line: Colour;
  readonly units: Colour;
}

function draw({ side, symbol, ground, line, units }: Drawing): Picture {
  const pixels = new Uint8Array(side * side * 4);
  for (let index = 0; index < side * side; index++) {
    const x = ((index % side) + 0.5 - side / 2) / symbol;
    const y = (Math.floor(index / side) + 0.5 - side / 2) / symbol;
    const distances = distancesTo(x, y);
    const inLine = covered(distances.line * symbol);
    const inUnits = covered(distances.units * symbol);
    const ink = inUnits > inLine ? units : line;
    const share = Math.max(inLine, inUnits);
    pixels.set(ground === undefined ? [...ink, Math.round(share * 255)] : [...mix(ground, ink, share), 255], index * 4);
  }
  return { width: side, height: side, pixels };
}

/** Share of a pixel that lies inside a shape whose edge is so many pixels away: what makes the edges smooth. */
function covered(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}

function mix(under: Colour, over: Colour, share: number): Colour {
  const channel = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [channel(under[0], over[0]), channel(under[1], over[1]), channel(under[2], over[2])];
}

if (import.meta.main) {
  for (const [name, picture] of Object.entries(ICONS)) {
    writeFileSync(new URL(name, import.meta.url), encodePng(picture()));
  }
}
