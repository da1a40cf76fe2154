import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLines } from '../../teams-app/drawing/name-lines.ts';
import { textWidth } from '../../teams-app/drawing/text-width.ts';

describe('a name on a picture', () => {
  it.each([
    ['Vann og avløp', 100, ['Vann og avløp']],
    ['Skoleområde sentrum', 100, ['Skoleområde', 'sentrum']],
    ['Hjemmetjenesten sør', 75, ['Hjemmetje-', 'nesten sør']],
    ['Arbeidsmarkedstiltakssamordning', 100, ['Arbeids-', 'markeds…']],
    ['Oppvekst, kultur og idrett, øvrige', 100, ['Oppvekst,', 'kultur og idret…']],
    ['שירותי רווחה', 100, ['שירותי רווחה']],
    ['', 100, ['']],
  ])('%j goes into two lines of %i px', (name, width, lines) => {
    expect(nameLines(name, { width, size: 12, most: 2 })).toEqual(lines);
  });

  it('never has a sign cut in two, be it of several code points', () => {
    expect(nameLines('👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️', { width: 48, size: 12, most: 1 })).toEqual(['👩🏽‍⚕️👩🏽‍⚕️…']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 30, max: 140 }), (name, width) => {
        const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
        const whole = new Set([...graphemes.segment(name.replaceAll(/\s+/gu, ' '))].map(({ segment }) => segment));
        for (const line of nameLines(name, { width, size: 12, most: 2 }))
          for (const { segment } of graphemes.segment(line))
            expect(['…', ' ', '-'].includes(segment) || whole.has(segment), `${name}: ${segment}`).toBe(true);
      }),
    );
  });

  it('needs no more room than it is given, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 60, max: 160 }),
        fc.integer({ min: 1, max: 3 }),
        (name, width, most) => {
          const lines = nameLines(name, { width, size: 12, most });
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
