import { describe, expect, it } from 'vitest';
import type { Figure, Table } from '../../connector/api/answers.ts';
import { matrixPicture, tintStep } from '../../teams-app/drawing/matrix-picture.ts';
import { speechIn } from '../../teams-app/words/speech.ts';

const HIDDEN: Figure = { withheld: 'too-little-coverage', needed: 40 };

function row(name: string, division: string, heads = 100, coveragePercent = 100) {
  return { id: name, name, division, heads, coveragePercent, units: [name] };
}

const TABLE: Table = {
  name: 'reach',
  rows: [row('Helse/Hjemme', 'Helse', 100, 25), row('Helse/Legevakt', 'Helse', 40, 25), row('Stab', 'Stab', 50)],
  columns: [
    { name: 'Helse', heads: 200 },
    { name: 'other units', heads: 60 },
  ],
  figures: [
    [HIDDEN, HIDDEN],
    [HIDDEN, HIDDEN],
    [
      { about: 30, low: 24, high: 36 },
      { about: 3, low: 0, high: 9 },
    ],
  ],
  sigma: 3.87,
  rho: 0.2,
};

function picture(aboutContacts = true) {
  const speech = speechIn('nb');
  const { reachSentence: sentence, highest, reachSummary: summary } = speech.words.overview;
  const named = { id: 'x', name: 'Kontakt', period: '3. kvartal 2026' };
  return matrixPicture(TABLE, { ...named, aboutContacts, sentence, highest, summary }, speech);
}

describe('a tint', () => {
  it('grows with the share and is absent where nobody may have it', () => {
    const at = (about: number, low: number) => tintStep({ about, low, high: about }, 100);
    expect([at(5, 0), at(10, 4), at(11, 5), at(25, 20), at(50, 44), at(75, 70), at(76, 70)]).toEqual([
      0, 1, 2, 2, 3, 4, 5,
    ]);
    expect(tintStep({ about: 0, low: 0, high: 0 }, 0)).toBe(0);
  });
});

describe('the matrix', () => {
  it('heads its rows with employees where contact is measured, and with people where elected members stand too', () => {
    expect([true, false].map((aboutContacts) => picture(aboutContacts).table.columns[1])).toEqual([
      'Ansatte',
      'Personer',
    ]);
  });

  it('begins with what is seen and ends with what is not', () => {
    expect(picture().groups.map(({ division }) => division)).toEqual(['Stab', 'Helse']);
  });

  it('draws withheld as withheld, with the reason, never as a number', () => {
    const cells = picture().groups[1]!.rows.flatMap(({ cells }) => cells);
    for (const cell of cells) {
      expect(cell.shown).toBeUndefined();
      expect(cell.text).toBe('Ikke vist');
      expect(cell.sentence).toContain('Minst 40 prosent');
    }
  });

  it('says each cell as a sentence with its range and population', () => {
    const [stab] = picture().groups[0]!.rows;
    expect(stab!.cells[0]!.sentence).toBe(
      'Om lag 30 (24–36) av 50 ansatte i Stab hadde fast kontakt med noen i Helse.',
    );
    expect(stab!.cells[1]!.sentence).toContain('Øvrige enheter');
  });

  it('warns of thin coverage where it is about contacts, and only there', () => {
    expect(picture().groups[1]!.rows[0]!.warning).toMatch(/Dekning 25/);
    expect(picture(false).groups[1]!.rows[0]!.warning).toBeUndefined();
  });

  it('has the same content as a table and one sentence for all of it', () => {
    const { table, summary } = picture();
    expect(table.rows).toHaveLength(3);
    expect(table.rows[2]).toEqual(['Stab', '50', 'Om lag 30 (24–36)', 'Om lag 3 (0–9)']);
    expect(table.rows[0]![2]).toContain('Ikke vist');
    expect(summary).toContain('3 enheter og 2 sektorer');
    expect(summary).toContain('30 (24–36) av 50 ansatte i Stab');
  });
});
