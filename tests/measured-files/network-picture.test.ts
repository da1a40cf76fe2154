import { expect, test } from 'vitest';
import { networkPicture } from '../../connector/measured-files/network-picture.ts';

const drawn = (names: readonly string[]): string =>
  networkPicture({
    ...{ title: 'Units', lines: 'Lines: ties.', ties: [] },
    groups: names.map((name) => ({ name, people: 10 })),
  });
const labels = (picture: string): string[] =>
  [...picture.matchAll(/<text [^>]*dominant-baseline="central">([^<]*)/g)].map(([, label = '']) => label);

test('a name is shown as far as there is room for its letters, and whole to whoever asks', () => {
  const [wide, long] = ['W'.repeat(30), 'Barnevern, oppvekst og familierettet arbeid'];
  const picture = drawn(['Oppvekst', wide, long, 'Skole og barnehage', '健康と福祉のための大きな部門']);
  expect(labels(picture)).toEqual([
    ...['Oppvekst', `${'W'.repeat(9)}…`, 'Barnevern, oppveks…', 'Skole og barnehage', '健康と福祉のための…'],
  ]);
  for (const name of [wide, long]) expect(picture).toContain(`<title>${name}: 10</title>`);
});

test('no circle covers another, however many there are', () => {
  for (const groups of [2, 16, 40, 60]) {
    const picture = drawn(Array.from({ length: groups }, (_, group) => String(group)));
    const circles = [...picture.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([\d.]+)"/g)].map(([, x, y, r]) => ({
      ...{ x: Number(x), y: Number(y), r: Number(r) },
    }));
    expect(circles).toHaveLength(Math.min(groups, 40));
    const overlap = circles.flatMap((one, at) =>
      circles.slice(at + 1).map((other) => one.r + other.r - Math.hypot(one.x - other.x, one.y - other.y)),
    );
    expect(Math.max(...overlap)).toBeLessThan(0.5);
  }
});
