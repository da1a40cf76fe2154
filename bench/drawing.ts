/** A point, in the units of the drawing. */
export type Place = readonly [x: number, y: number];

export interface Drawn {
  readonly place: Place;
  /** In the circle: the first letter of a name. */
  readonly letter: string;
  /** Below it, in bold, or above where a tie goes down from it. */
  readonly value?: string;
  readonly above?: boolean;
  readonly strong?: boolean;
  readonly gone?: boolean;
}

export interface DrawnTie {
  readonly from: Place;
  readonly to: Place;
  readonly look?: 'thick' | 'dashed';
  readonly arrow?: boolean;
  /** Beside its middle. */
  readonly label?: string;
}

const RADIUS = 17;
const STYLE = `
text{font:15px system-ui,sans-serif;fill:#242424;text-anchor:middle}
.small{font-size:13px;fill:#424242}.left{text-anchor:start}.value{font-weight:700}.paper{fill:#fff}
.group{fill:#f3f6fa;stroke:#7a8797;stroke-width:1.5}.tie{stroke:#616161;stroke-width:2}.thick{stroke:#0f5ca8;stroke-width:5}
.dashed{stroke:#8a8a8a;stroke-dasharray:5 5}.person{fill:#fff;stroke:#424242;stroke-width:2}.strong{fill:#0f5ca8;stroke:#0f5ca8}
text.on{fill:#fff}.gone{fill:none;stroke-dasharray:4 4}.bar{fill:#0f5ca8}.faint{fill:#c9d6e6}.head{fill:#424242}
@media (prefers-color-scheme:dark){text{fill:#f0f0f0}.small{fill:#d6d6d6}.paper{fill:#1f1f1f}.group{fill:#2b3038;stroke:#8a97a8}
.tie{stroke:#b0b0b0}.thick{stroke:#62abf5}.dashed{stroke:#8a8a8a}.person{fill:#1f1f1f;stroke:#d6d6d6}.strong{fill:#62abf5;stroke:#62abf5}
text.on{fill:#1f1f1f}.gone{fill:none}.bar{fill:#62abf5}.faint{fill:#3d4b5c}.head{fill:#d6d6d6}}`;

/** A picture that explains itself to who cannot see it, on paper of its own, light or dark as the reader's screen is. */
export function picture(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${String(height)}" width="640" height="${String(height)}" role="img" aria-labelledby="told">
<title id="told">${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="paper" width="640" height="${String(height)}" rx="8"/>
${parts.join('\n')}
</svg>
`;
}

export function group(box: readonly [x: number, y: number, width: number, height: number], name: string): string {
  const [x, y, width, height] = box;
  return `<rect class="group" x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="12"/>
${text([x + width / 2, y + 18], name, 'small')}`;
}

export function tie({ from, to, look, arrow = false, label }: DrawnTie): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const end: Place = [to[0] - (dx / length) * (RADIUS + 6), to[1] - (dy / length) * (RADIUS + 6)];
  const [x, y] = arrow ? end : to;
  const line = `<line class="tie${look === undefined ? '' : ` ${look}`}" x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(x)}" y2="${round(y)}"/>`;
  const [ux, uy] = [dx / length, dy / length];
  const head = `<polygon class="head" points="${round(x + ux * 6)},${round(y + uy * 6)} ${round(x - ux * 7 - uy * 6)},${round(y - uy * 7 + ux * 6)} ${round(x - ux * 7 + uy * 6)},${round(y - uy * 7 - ux * 6)}"/>`;
  const beside = label === undefined ? '' : text([from[0] + dx / 2 - uy * 16, from[1] + dy / 2 + ux * 16 + 5], label);
  return [line, arrow ? head : '', beside].join('');
}

export function person({ place: [x, y], letter, value, above = false, strong = false, gone = false }: Drawn): string {
  const look = gone ? ' gone' : strong ? ' strong' : '';
  const circle = `<circle class="person${look}" cx="${String(x)}" cy="${String(y)}" r="${String(RADIUS)}"/>`;
  const beside = value === undefined ? '' : text([x, above ? y - RADIUS - 7 : y + RADIUS + 18], value, 'value');
  return `${circle}${text([x, y + 5], letter, strong && !gone ? 'on' : undefined)}${beside}`;
}

export function text([x, y]: Place, said: string, look?: string): string {
  return `<text${look === undefined ? '' : ` class="${look}"`} x="${round(x)}" y="${round(y)}">${escaped(said)}</text>`;
}

/** @param share how much of the width is filled, 0 to 1 */
export function bar([x, y]: Place, width: number, share: number, look = 'bar'): string {
  return `<rect class="${look}" x="${round(x)}" y="${round(y)}" width="${round(width * share)}" height="16" rx="3"/>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
