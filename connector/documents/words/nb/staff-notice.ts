/** What everybody is told before the first day is read. */
export const staffNotice = {
  title: (organisation: string) => `Til alle ansatte: Samspill hos ${organisation}`,
  lead: 'Vi skal se hvordan enhetene våre arbeider sammen, og om verktøyene er tatt i bruk. Vi ser aldri på enkeltpersoner.',
  what: 'Hva som leses',
  whatLead: 'Samspill leser dette fra Microsoft 365. Det er opplysninger om at noe skjedde, ikke hva som ble sagt.',
  never: 'Ingen leser teksten i e-post, chat, møter eller filer. Ingen kan se hvem du har kontakt med.',
  exception: 'Én kilde henter teksten inn i minnet uten at vi kan si nei. Den kastes ulest, før noe lagres.',
  why: 'Hva tallene er til',
  notFor: 'Tallene skal aldri brukes til å vurdere, sammenligne eller følge med på noen ansatt.',
  who: 'Hvem det gjelder, og hvem som ser hva',
  whom: 'Det gjelder ansatte på en egen liste. Elever, gjester og folk utenfor leses ikke.',
  seen: 'Ledere ser antall ansatte per enhet, med tilfeldig støy. Ingen, heller ikke ledelsen, ser tall om én ansatt.',
  named:
    'Ledere ser ikke navn. Unntaket er den som selv velger å stå som brobygger under **Om meg**. Det kan alle gjøre, og alle kan la være.',
  drop: 'Kontakt med tillitsvalgte, verneombud, bedriftshelsetjeneste og varslingskanal telles aldri.',
  long: 'Hvor lenge',
  from: (day: string) => `Lesingen gjelder dager fra ${day}.`,
  readBack: 'Dager fra før denne meldingen kan også leses.',
  until: (day: string) => `Den stopper av seg selv ${day}.`,
  kept: 'Det som gjelder deg, holdes under et oppdiktet kjennetegn i ett kvartal. Når tallene er laget, slettes det, og nøkkelen ødelegges.',
  objection: 'Slik sier du nei',
  steps: [
    'Åpne Samspill i Teams og velg **Om meg**.',
    'Velg at du ikke vil bli lest, og bekreft. Du trenger ikke si hvorfor.',
  ],
  afterwards: 'Fra neste lesing er du borte fra begge sider av all kontakt. Ingen får vite at du sa nei.',
  rights: 'Dine rettigheter',
  rightsText:
    'Du kan se alt som holdes om deg, laste det ned, be om retting og klage til Datatilsynet. Spør personvernombudet om du lurer på noe.',
  contact: 'Hvem svarer på spørsmål? Skriv navn og kontakt på ansvarlig og personvernombud.',
  basis: 'Behandlingsgrunnlag',
};
