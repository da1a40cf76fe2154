import type { Words } from '../catalogue.ts';

/** What everybody is told before the first day is read. */
export const staffNotice: Words['staffNotice'] = {
  title: (organisation) => `Til alle tilsette: Samspill hos ${organisation}`,
  lead: 'Vi skal sjå korleis einingane våre arbeider saman, og om verktøya er tekne i bruk. Vi ser aldri på enkeltpersonar.',
  what: 'Kva som blir lese',
  whatLead: 'Samspill les dette frå Microsoft 365. Det er opplysningar om at noko skjedde, ikkje kva som vart sagt.',
  never: 'Ingen les teksten i e-post, chat, møte eller filer. Ingen kan sjå kven du har kontakt med.',
  exception:
    'Éi kjelde hentar teksten inn i minnet utan at vi kan seie nei. Han blir kasta ulesen, før noko blir lagra.',
  why: 'Kva tala er til',
  notFor: 'Tala skal aldri brukast til å vurdere, samanlikne eller følgje med på nokon tilsett.',
  who: 'Kven det gjeld, og kven som ser kva',
  whom: 'Det gjeld tilsette på ei eiga liste. Elevar, gjester og folk utanfor blir ikkje lesne.',
  seen: 'Leiarar ser kor mange tilsette det gjeld per eining, med tilfeldig støy. Ingen, heller ikkje leiinga, ser tal om éin tilsett.',
  named:
    'Leiarar ser ikkje namn. Unntaket er den som sjølv vel å stå som brubyggjar under **Om meg**. Det kan alle gjere, og alle kan la vere.',
  drop: 'Kontakt med tillitsvalde, verneombod, bedriftshelseteneste og varslingskanal blir aldri tald.',
  long: 'Kor lenge',
  from: (day) => `Lesinga gjeld dagar frå ${day}.`,
  readBack: 'Dagar frå før denne meldinga kan òg bli lesne.',
  until: (day) => `Ho stoppar av seg sjølv ${day}.`,
  kept: 'Det som gjeld deg, står under eit oppdikta kjennemerke i eitt kvartal. Når tala er laga, blir det sletta, og nøkkelen øydelagd.',
  objection: 'Slik seier du nei',
  steps: [
    'Opne Samspill i Teams og vel **Om meg**.',
    'Vel at du ikkje vil bli lesen, og stadfest. Du treng ikkje seie kvifor.',
  ],
  afterwards: 'Frå neste lesing er du borte frå begge sider av all kontakt. Ingen får vite at du sa nei.',
  rights: 'Rettane dine',
  rightsText:
    'Du kan sjå alt som er lagra om deg, laste det ned, be om retting og klage til Datatilsynet. Spør personvernombodet om du lurer på noko.',
  contact: 'Kven svarer på spørsmål? Skriv namn og kontakt på ansvarleg og personvernombod.',
  basis: 'Behandlingsgrunnlag',
};
