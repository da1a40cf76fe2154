/** A group of people, drawn as one circle. */
interface DrawnGroup {
  readonly name: string;
  readonly people: number;
}

/** Ties between two groups, by their places in the list of groups. */
export interface DrawnTies {
  readonly one: number;
  readonly other: number;
  readonly ties: number;
}

export interface DrawnNetwork {
  /** Its heading, and its name for screen readers. */
  readonly title: string;
  /** What a line stands for. */
  readonly lines: string;
  readonly groups: readonly DrawnGroup[];
  readonly ties: readonly DrawnTies[];
}

/** Higher than wide, so that names around the ring keep clear of what stands above and below it. */
const [WIDTH, HEIGHT] = [960, 1060];
const RING = 280;
const [SMALLEST, LARGEST] = [5, 34];
const FONT = 13;
/** Between a circle and its name, and between a name and the edge. */
const [BESIDE, MARGIN] = [6, 4];
const [THINNEST, THICKEST] = [0.6, 9];
/** So many names have room to stand upright around the ring. */
const LABELS_UPRIGHT = 16;
/** More circles than this cannot be told apart; the smallest are left out, and the picture says so. */
const GROUPS_DRAWN = 40;

/**
 * The groups on a ring, area by people, with lines between them, width by ties: the strongest tied stand side by side
 * as far as a greedy walk brings them. The same input gives the same bytes. Nobody is drawn alone; no groups give a
 * picture that says there is nothing to draw.
 */
export function networkPicture({ title, lines: saidOfLines, groups, ties }: DrawnNetwork): string {
  const drawn = groups
    .map((group, place) => ({ ...group, place }))
    .sort((a, b) => b.people - a.people || a.place - b.place)
    .slice(0, GROUPS_DRAWN);
  const order = walk(
    drawn.map(({ place }) => place),
    ties,
  );
  // Side by side on the ring, no two may cover each other.
  const largest = Math.min(LARGEST, (RING * Math.PI) / order.length);
  const most = Math.max(1, ...drawn.map(({ people }) => people));
  const at = new Map(
    order.map((place, turn) => {
      const angle = (2 * Math.PI * turn) / order.length - Math.PI / 2;
      return [place, { angle, x: RING * Math.cos(angle), y: RING * Math.sin(angle) }];
    }),
  );
  const shown = ties.filter(
    ({ one, other, ties: count }) => count > 0 && one !== other && at.has(one) && at.has(other),
  );
  const thickest = Math.max(1, ...shown.map(({ ties: count }) => count));
  const lines = shown
    .toSorted((a, b) => a.ties - b.ties)
    .map(({ one, other, ties: count }) => {
      const [from, to] = [at.get(one), at.get(other)];
      if (from === undefined || to === undefined) return '';
      const width = THINNEST + (THICKEST - THINNEST) * Math.sqrt(count / thickest);
      const names = `${groups[one]?.name ?? ''} – ${groups[other]?.name ?? ''}`;
      return `<path d="M${fixed(from.x)} ${fixed(from.y)}Q${fixed(bent(from.x, to.x))} ${fixed(bent(from.y, to.y))} ${fixed(to.x)} ${fixed(to.y)}" stroke-width="${fixed(width)}"><title>${escaped(`${names}: ${String(count)}`)}</title></path>`;
    });
  const circles = drawn.map(({ name, people, place }) => {
    const { angle = 0, x = 0, y = 0 } = at.get(place) ?? {};
    const radius = Math.max(SMALLEST, largest * Math.sqrt(people / most));
    const label = labelOf(angle, order.length <= LABELS_UPRIGHT);
    const [labelX, labelY] = [x + (radius + BESIDE) * Math.cos(angle), y + (radius + label.away) * Math.sin(angle)];
    const turn =
      label.turned === 0 ? '' : ` transform="rotate(${fixed(label.turned)} ${fixed(labelX)} ${fixed(labelY)})"`;
    return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius)}"><title>${escaped(`${name}: ${String(people)}`)}</title></circle><text x="${fixed(labelX)}" y="${fixed(labelY)}"${turn} text-anchor="${label.anchor}" dominant-baseline="central">${escaped(shortened(name))}</text>`;
  });
  const left = groups.length - drawn.length;
  const said =
    groups.length === 0
      ? 'There are no groups to draw.'
      : `Circles: people. ${saidOfLines}${left > 0 ? ` The ${String(left)} smallest are not drawn.` : ''}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-labelledby="title said">`,
    `<title id="title">${escaped(title)}</title><desc id="said">${escaped(said)}</desc>`,
    `<style>svg{background:#fff;font:${String(FONT)}px system-ui,sans-serif}text{fill:#242424}path{fill:none;stroke:#5b5fc7;stroke-opacity:.45;stroke-linecap:round}circle{fill:#5b5fc7;stroke:#fff;stroke-width:1.5}@media(prefers-color-scheme:dark){svg{background:#1f1f1f}text{fill:#f5f5f5}circle{stroke:#1f1f1f}}</style>`,
    `<text x="24" y="34" font-size="20">${escaped(title)}</text><text x="24" y="${String(HEIGHT - 22)}">${escaped(said)}</text>`,
    `<g transform="translate(${String(WIDTH / 2)} ${String(HEIGHT / 2)})">${lines.join('')}${circles.join('')}</g></svg>`,
    '',
  ].join('\n');
}

/** How the name beside a circle stands: upright where there is room for it, else along the ray. */
function labelOf(angle: number, isUpright: boolean): { anchor: string; turned: number; away: number } {
  const right = Math.cos(angle) >= 0;
  const anchor = right ? 'start' : 'end';
  if (!isUpright) return { anchor, turned: (angle * 180) / Math.PI + (right ? 0 : 180), away: BESIDE };
  return Math.abs(Math.cos(angle)) < 0.3
    ? { anchor: 'middle', turned: 0, away: 16 }
    : { anchor, turned: 0, away: BESIDE };
}

/** From the largest on, always to the unvisited group with the most ties to the last one. */
function walk(places: readonly number[], ties: readonly DrawnTies[]): number[] {
  const between = new Map(
    ties.flatMap(({ one, other, ties: count }) => [
      [`${String(one)} ${String(other)}`, count],
      [`${String(other)} ${String(one)}`, count],
    ]),
  );
  const left = [...places];
  const order: number[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const strength = (place: number): number => between.get(`${String(last)} ${String(place)}`) ?? 0;
    const best = left.reduce((found, place, turn) => (strength(place) > strength(left[found] ?? -1) ? turn : found), 0);
    order.push(...left.splice(best, 1));
  }
  return order;
}

/** What is left beside the ring, in widths of the font. */
const NAME_WIDTH = (WIDTH / 2 - RING - LARGEST - BESIDE - MARGIN) / FONT;
const LETTERS = new Intl.Segmenter();
/** As wide as letters are in the widest of the usual fonts, DejaVu Sans: who reads the picture brings their own. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[fijlrtI.,:;'|!()[\]\s-]$/u, 0.41],
  [/^[mwMW@%…—]$|[\u2e80-\uffff\p{Extended_Pictographic}]/u, 1.1],
  [/^\p{Lu}$/u, 0.8],
];

function widthOf(letter: string): number {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.65;
}

function shortened(name: string): string {
  const letters = [...LETTERS.segment(name)].map(({ segment }) => segment);
  let left = NAME_WIDTH;
  const fits = letters.findIndex((letter) => (left -= widthOf(letter)) < 0);
  if (fits < 0) return name;
  left = NAME_WIDTH - widthOf('…');
  const cut = letters.findIndex((letter) => (left -= widthOf(letter)) < 0);
  return `${letters.slice(0, cut).join('').trimEnd()}…`;
}

/** A line bends toward the centre, so that lines around the ring do not run through circles. */
function bent(from: number, to: number): number {
  return ((from + to) / 2) * 0.35;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
