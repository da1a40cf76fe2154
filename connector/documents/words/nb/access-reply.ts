/** A reply to somebody who asks for a compilation: offentleglova § 9. */
export const accessReply = {
  title: 'Svar på krav om innsyn i sammenstilling (offentleglova §\u00a09)',
  to: 'Til hvem, dato og saksnummer.',
  thanks: (organisation: string) => `Du har bedt om innsyn i tall fra Samspill hos ${organisation}.`,
  what: 'Hva du får',
  gives:
    'Vedlagt ligger tabellene som er publisert. De er laget for å kunne vises til alle, og vi holder ingenting av dem tilbake.',
  noise: 'Hvert tall er et antall ansatte med tilfeldig støy. Les det som «om lag», med spennet som står ved siden av.',
  which: 'Hvilke perioder og tabeller sendes med?',
  not: 'Hva vi ikke kan gi',
  rows: 'Rader om den enkelte finnes bare under et oppdiktet kjennetegn, og bare til kvartalets tall er laget. Da slettes de, og nøkkelen ødelegges.',
  simple:
    'Å lage andre tabeller krever at støy trekkes på nytt. Det er ikke en enkel framgangsmåte, og vernet for de ansatte ville bli svakere.',
  secrecy: 'Er deler av kravet om én ansatt? Vurder taushetsplikt og unntak, og skriv bestemmelsen her.',
  meta: 'Du kan også få vite hva som leses, hvor mye støy tallene har, og hva hver publisering har kostet.',
  complaint:
    'Du kan klage til den som er klageinstans. Fristen er tre uker fra du får dette svaret (offentleglova §\u00a032).',
  sign: 'Hvem svarer? Navn og stilling.',
};
