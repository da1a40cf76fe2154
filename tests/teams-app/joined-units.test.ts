import { describe, expect, it } from 'vitest';
import { joinedUnits, liesIn, sayJoined, withParent } from '../../teams-app/drawing/joined-units.ts';
import { speechIn } from '../../teams-app/words/speech.ts';

const speech = speechIn('nb');
const MIXED = { name: 'Oppvekst, others', units: ['NAV og inkludering/Flyktning', 'Oppvekst/PPT'] };

describe('a row that holds units of elsewhere', () => {
  it('says so, with the division each of them belongs to', () => {
    expect(joinedUnits(MIXED)).toEqual(['NAV og inkludering/Flyktning']);
    expect(sayJoined(MIXED, speech)).toBe('Her er også Flyktning (NAV og inkludering).');
  });

  it('says so of a unit of its own that a rest has joined', () => {
    const row = { name: 'Teknisk/Bygg, others', units: ['Stab/Arkiv', 'Teknisk/Bygg', 'Teknisk/Byggesak'] };
    expect(joinedUnits(row)).toEqual(['Stab/Arkiv', 'Teknisk/Byggesak']);
  });

  it('names all of a row that is of no place', () => {
    const row = { name: 'others', units: ['NAV/Flyktning', 'Teknisk/Plan'] };
    expect(sayJoined(row, speech)).toBe('Her er Flyktning (NAV) og Plan (Teknisk).');
  });

  it('is silent where the name covers all', () => {
    for (const row of [
      { name: 'Oppvekst, others', units: ['Oppvekst', 'Oppvekst/PPT'] },
      { name: 'Stab', units: ['Stab/Arkiv', 'Stab/IKT'] },
      { name: 'everybody', units: ['A', 'B/C'] },
    ])
      expect(sayJoined(row, speech)).toBeUndefined();
  });

  it('lies in every division of its units', () => {
    expect(liesIn(MIXED, 'Oppvekst')).toBe(true);
    expect(liesIn(MIXED, 'NAV og inkludering')).toBe(true);
    expect(liesIn(MIXED, 'Opp')).toBe(false);
  });

  it('names a top-level unit by itself', () => {
    expect(withParent('Kommunestyret')).toBe('Kommunestyret');
    expect(withParent('Kommunen/Stab/Arkiv')).toBe('Arkiv (Stab)');
  });
});
