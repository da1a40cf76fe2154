import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLines } from '../../teams-app/drawing/name-lines.ts';
import { textWidth } from '../../teams-app/drawing/text-width.ts';

describe('a name on a picture', () => {
  it.each([
    ['Vann og avløp', 100, ['Vann og avløp']],
    ['Skoleområde sentrum', 100, ['Skoleområde', 'sentrum']],
    ['Hjemmetjenesten sør', 88, ['Hjemme-', 'tjenesten sør']],
    ['Arbeidsmarkedstiltakssamordning', 100, ['Arbeids-', 'markedstiltak…']],
    ['NAV-kontoret', 60, ['NAV-', 'kontoret']],
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

describe('a word of a name that is a little too wide for its line', () => {
  const brokenOnce = (word: string): string =>
    nameLines(word, { width: textWidth(word, 12) - 0.1, size: 12, most: 9 }).join('|');

  it.each([
    ...['Hjemme-|tjenesten', 'Helse-|stasjon', 'Helse-|stasjonen', 'Barne-|hage', 'Barne-|hagene', 'Opp-|vekst'],
    ...[
      'Oppvekst-|kontoret',
      'Skole-|område',
      'Skolehelse-|tjenesten',
      'Barnevern-|tjenesten',
      'Barneverns-|tjenesten',
    ],
    ...[
      'Syke-|hjem',
      'Syke-|hjemmet',
      'Kultur-|skolen',
      'Grunn-|skole',
      'Ungdoms-|skole',
      'Fag-|skolen',
      'Musikk-|skole',
    ],
    ...[
      'Eiendoms-|forvaltning',
      'Eiendoms-|avdelingen',
      'Kommunal-|teknikk',
      'Tildelings-|kontoret',
      'Service-|torget',
    ],
    ...['Kommune-|direktør', 'Voksen-|opplæring', 'Brann-|stasjon', 'Hjelpemiddel-|sentralen', 'Dag-|senter'],
    ...['Nærings-|utvikling', 'Omsorgs-|enhet', 'Smittevern-|beredskap', 'Fysio-|terapi', 'Byggesaks-|behandling'],
    ...['Arbeids-|marked', 'Innkjøps-|fellesskap', 'Landbruks-|kontor'],
  ])('breaks at the joint of a compound: %s', (broken) => {
    expect(brokenOnce(broken.replace('-|', ''))).toBe(broken);
  });

  it.each(['Pedagogisk-|psykologisk', 'IKT-|avdelingen', 'NAV-|kontoret'])('breaks after its hyphen: %s', (broken) => {
    expect(brokenOnce(broken.replace('|', ''))).toBe(broken);
  });

  it.each([
    ...['Heime-|tenesta', 'Helse-|stasjonen', 'Sjuke-|heim', 'Barnevern-|tenesta', 'Kultur-|skulen', 'Ungdoms-|skule'],
    ...['Eigedoms-|forvalting', 'Drifts-|eining', 'Vaksen-|opplæring', 'Rekneskaps-|kontoret', 'Omsorgs-|bustader'],
  ])('does so in nynorsk: %s', (broken) => {
    expect(brokenOnce(broken.replace('-|', ''))).toBe(broken);
  });

  it.each([
    ...['Digitalise-|ring', 'Kommunika-|sjon', 'Organisa-|sjon', 'Habilite-|ring', 'Biblio-|teket', 'Land-|bruket'],
    // English, as before or better.
    ...['Depart-|ment', 'Procure-|ment', 'Communica-|tions', 'Health-|care', 'Administra-|tion', 'Develop-|ment'],
  ])('breaks before what begins a syllable where there is no joint: %s', (broken) => {
    expect(brokenOnce(broken.replace('-|', ''))).toBe(broken);
  });

  it('is never broken within sounds that go together, however narrow the line', () => {
    const words = ['Hjemmetjenesten', 'Helsestasjon', 'Organisasjon', 'Miljøskjerming', 'Lærlingkjøkken'];
    for (const word of words)
      for (let width = 40; width < 120; width += 4) {
        const lines = nameLines(word, { width, size: 12, most: 9 });
        expect(lines.join('|'), word).not.toMatch(/(?:t-\|j|s-\|[jkt]|k-\|j|sk-\|j)/u);
      }
  });
});
