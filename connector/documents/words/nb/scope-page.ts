/** What may be read, in plain words. */
export const scopePage = {
  title: (organisation: string) => `Hva Samspill kan lese hos ${organisation}`,
  lead: 'Dette er bestemt. Samspill leser ikke noe annet, og ikke om noen andre.',
  whatFor: 'Hva tallene er til',
  law: (basis: string) => `Behandlingsgrunnlag: ${basis}`,
  noLaw: 'Behandlingsgrunnlaget er ikke skrevet inn ennå.',
  whom: 'Hvem det gjelder',
  offTheList:
    'Den som tas av listen, leses ikke lenger. Det som alt er lest, står til kvartalet er slettet. En reservasjon sletter det før neste lesing.',
  listFile: 'Bare de som står på en liste fra HR. Samspill spør om hver av dem ved navn, og aldri om alle.',
  group: (group: string) => `Bare ansatte i gruppen \`${group}\`. Elever, gjester og ukjente kontoer leses aldri.`,
  unitsFrom: (source: string) => `Enhetene kommer fra ${source}.`,
  unitsOut: 'Disse enhetene er holdt utenfor:',
  protectedContacts:
    'Kontakt med tillitsvalgte, verneombud, bedriftshelsetjeneste og varslingskanal kastes ved døren. Den telles ingen steder.',
  sources: 'Hva som leses',
  never: 'Samspill beholder aldri emnefelt, tekst, vedlegg eller filer.',
  textComes:
    'Kilden «Chat en har skrevet i» henter teksten inn i minnet før den kastes. Ta den bare med når vurderingen sier hvorfor.',
  subjectsCome: 'Kilden «Logg over sendt e-post» henter emnefelt inn i minnet før de kastes.',
  partners: 'Andre organisasjoner som holdes fra hverandre',
  partner: (name: string, kind: string, domains: string) =>
    `**${name}** (${kind}): ${domains}. Det som lagres, er ordet \`partner:${name}\`, og ingen adresse.`,
  kindUnknown: 'slag ikke oppgitt',
  noPartners: 'Ingen. Alle utenfor er bare «utenfor».',
  protection: 'Hvor godt tallene er vernet',
  level: (level: string) => `Nivået er **${level}**. Hvert tall får tilfeldig støy, og små enheter slås sammen.`,
  odds: (quarter: string, year: string) =>
    `Tenk deg en som vet alt om alle andre, og gjetter om én ansatt er med. Riktig svar kommer i om lag ${quarter} av 100 forsøk etter ett kvartal. Etter et år er det om lag ${year}. Ren gjetning gir 50.`,
  tablesLead: 'Disse tabellene kan lages av det som leses:',
  structuralOn:
    'Tabeller som også bygger på andres kontakter, er **slått på**. De lages av hvem som holder fast kontakt begge veier.',
  structuralRisk:
    'Vit dette før dere bestemmer: I «Steg til en kompetanse» kan en som slutter, bli kjent igjen. Vi prøvde på en oppdiktet kommune. Den som vet alt om alle andre, gjettet riktig i 99 av 100 forsøk om den som var lettest å finne. I «Hvor mange binder sammen» var det 76 av 100. Løftet om støy gir 59, for det gjelder bare raden til den ene, og ikke det som endres hos andre.',
  structuralOff: 'Tabeller som også bygger på andres kontakter, er slått av.',
  competences:
    'Kompetanser som kan telles i tabellen «Steg til en kompetanse». Minst 20 må ha hver, og de ser det selv på Om meg:',
  fixed: 'Dette er fast og kan ikke velges',
  constants: [
    'Kontakt er to handlinger eller mer, i minst to ulike uker.',
    'E-post med én til åtte mottakere teller. Møter og samtaler har to til 18 deltakere. En chat har to til åtte.',
    'En rad i en tabell har minst 20 ansatte, ofte flere.',
    'Tall kommer hvert kvartal, eller hvert halvår der det er under 300 ansatte.',
  ],
  time: 'Fra når og til når',
  noticeOn: (day: string) => `Ansatte fikk beskjed: ${day}.`,
  firstDay: (day: string) => `Ingen dag før ${day} leses, slik at alle rekker å si nei.`,
  readBack:
    '**Samspill har lov til å lese dager fra før ansatte fikk beskjed.** Det må ha sin egen grunn i vurderingen.',
  endsOn: (day: string) => `Lesingen stopper av seg selv ${day}.`,
  extraRoles: 'Tillatelser appen kan ha selv om ingen kilde trenger dem:',
  exchange: 'Exchange sier hvilke postkasser som kan åpnes. To prøver viser det før noe leses.',
};
