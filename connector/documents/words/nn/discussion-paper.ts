import type { Words } from '../catalogue.ts';

/** For the discussion with the unions: aml. § 9-2. */
export const discussionPaper: Words['discussionPaper'] = {
  title: (organisation) => `Til drøfting med dei tillitsvalde: Samspill hos ${organisation}`,
  lead: 'Arbeidsgivar skal drøfte tiltak som kan likne kontroll, så tidleg som råd (arbeidsmiljølova §\u00a09-2). Her står det partane treng å vite.',
  purpose: 'Formål og behov',
  need: 'Kvifor treng vi dette no? Kva skal bli betre, og kven skal bruke tala?',
  ground: 'Kva er den saklege grunnen i verksemda (§\u00a09-1)? Kvifor er ulempa ikkje for stor?',
  consequences: 'Praktiske følgjer',
  consequencesList: [
    'Tilsette gjer ingenting annleis. Ingenting blir lagt inn på maskiner eller telefonar.',
    'Leiarar får tal per eining fire gonger i året, med tilfeldig støy. Dei får aldri tal om éin tilsett.',
    'Ingen kan spørje etter ei gruppe dei sjølve vel. Tabellane er dei same for alle.',
    'Alle kan sjå kva som er lagra om dei, og seie nei med to trykk.',
  ],
  reads: 'Kva som blir lese',
  duration: 'Kor lenge',
  durationText: (from, to) => `Frå ${from} til ${to}. Då stoppar det av seg sjølv.`,
  evaluation:
    'Partane vurderer behovet saman kvart halvår (§\u00a09-2 tredje ledd). Skriv dei ikkje under, stoppar lesinga.',
  unions: 'Kva dei tillitsvalde gjer i Samspill',
  unionsList: [
    'Dei held lista over verna kontaktar: tillitsvalde, verneombod, bedriftshelseteneste og varslingskanal.',
    'Dei stadfestar referatet frå drøftinga. Utan det blir ingenting lese.',
    'Dei ser alt personvernombodet ser om behandlinga.',
    'Dei skriv under på vurderinga kvart halvår.',
  ],
  change: 'Blir det lese meir, eller til noko nytt, må saka drøftast på nytt.',
  questions: 'Spørsmål partane bør svare på',
  questionList: [
    'Kva einingar bør haldast utanfor?',
    'Er nokre av kjeldene unødvendige?',
    'Er nivået for vern høgt nok?',
    'Kva gjer vi om nokon bruker tala til noko anna?',
    'Korleis får tilsette utan PC beskjed?',
  ],
  minutes: 'Referat: dato, kven som var til stades, kva partane vart samde om, og kva dei ikkje vart samde om.',
};
