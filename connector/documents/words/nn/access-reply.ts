import type { Words } from '../catalogue.ts';

/** A reply to somebody who asks for a compilation: offentleglova § 9. */
export const accessReply: Words['accessReply'] = {
  title: 'Svar på krav om innsyn i samanstilling (offentleglova §\u00a09)',
  to: 'Til kven, dato og saksnummer.',
  thanks: (organisation) => `Du har bede om innsyn i tal frå Samspill hos ${organisation}.`,
  what: 'Kva du får',
  gives:
    'Vedlagt ligg tabellane som er publiserte. Dei er laga for å kunne visast til alle, og vi held ingenting av dei tilbake.',
  noise: 'Kvart tal er så mange tilsette, med tilfeldig støy. Les det som «om lag», med spennet som står ved sida av.',
  which: 'Kva periodar og tabellar blir sende med?',
  not: 'Kva vi ikkje kan gi',
  rows: 'Rader om den enkelte finst berre under eit oppdikta kjennemerke, og berre til tala for kvartalet er laga. Då blir dei sletta, og nøkkelen øydelagd.',
  simple:
    'Å lage andre tabellar krev at støy blir trekt på nytt. Det er ikkje ein enkel framgangsmåte, og vernet for dei tilsette ville bli svakare.',
  secrecy: 'Er delar av kravet om éin tilsett? Vurder teieplikt og unntak, og skriv føresegna her.',
  meta: 'Du kan òg få vite kva som blir lese, kor mykje støy tala har, og kva kvar publisering har kosta.',
  complaint:
    'Du kan klage til den som er klageinstans. Fristen er tre veker frå du får dette svaret (offentleglova §\u00a032).',
  sign: 'Kven svarer? Namn og stilling.',
};
