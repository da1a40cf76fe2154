import type { Words } from '../catalogue.ts';

/** What may be read, in plain words. */
export const scopePage: Words['scopePage'] = {
  title: (organisation) => `Kva Samspill kan lese hos ${organisation}`,
  lead: 'Dette er bestemt. Samspill les ikkje noko anna, og ikkje om nokon andre.',
  whatFor: 'Kva tala er til',
  law: (basis) => `Behandlingsgrunnlag: ${basis}`,
  noLaw: 'Behandlingsgrunnlaget er ikkje skrive inn enno.',
  whom: 'Kven det gjeld',
  offTheList:
    'Den som blir teken av lista, blir ikkje lesen lenger. Det som alt er lese, står til kvartalet er sletta. Ein reservasjon slettar det før neste lesing.',
  listFile: 'Berre dei som står på ei liste frå HR. Samspill spør om kvar av dei ved namn, og aldri om alle.',
  group: (group) => `Berre tilsette i gruppa \`${group}\`. Elevar, gjester og ukjende kontoar blir aldri lesne.`,
  unitsFrom: (source) => `Einingane kjem frå ${source}.`,
  unitsOut: 'Desse einingane er haldne utanfor:',
  protectedContacts:
    'Kontakt med tillitsvalde, verneombod, bedriftshelseteneste og varslingskanal blir kasta ved døra. Han blir ikkje tald nokon stad.',
  sources: 'Kva som blir lese',
  never: 'Samspill tek aldri vare på emnefelt, tekst, vedlegg eller filer.',
  textComes:
    'Kjelda «Chat ein har skrive i» hentar teksten inn i minnet før han blir kasta. Ta ho berre med når vurderinga seier kvifor.',
  subjectsCome: 'Kjelda «Logg over e-post som er send» hentar emnefelt inn i minnet før dei blir kasta.',
  partners: 'Andre organisasjonar som blir haldne frå kvarandre',
  partner: (name, kind, domains) =>
    `**${name}** (${kind}): ${domains}. Det som blir lagra, er ordet \`partner:${name}\`, og inga adresse.`,
  kindUnknown: 'slag ikkje oppgitt',
  noPartners: 'Ingen. Alle utanfor er berre «utanfor».',
  protection: 'Kor godt tala er verna',
  level: (level) => `Nivået er **${level}**. Kvart tal får tilfeldig støy, og små einingar blir slått saman.`,
  odds: (quarter, year) =>
    `Tenk deg ein som veit alt om alle andre, og gjettar om éin tilsett er med. Rett svar kjem i om lag ${quarter} av 100 forsøk etter eitt kvartal. Etter eit år er det om lag ${year}. Rein gjetting gir 50.`,
  tablesLead: 'Desse tabellane kan lagast av det som blir lese:',
  structuralOn:
    'Tabellar som òg byggjer på kontaktane til andre, er **slått på**. Dei blir laga av kven som held fast kontakt begge vegar.',
  structuralRisk:
    'Vit dette før de bestemmer: I «Steg til ein kompetanse» kan ein som sluttar, bli kjend att. Vi prøvde på ein oppdikta kommune. Den som veit alt om alle andre, gjetta rett i 99 av 100 forsøk om den som var lettast å finne. I «Kor mange bind saman» var det 76 av 100. Lovnaden om støy gir 59, for han gjeld berre rada til den eine, og ikkje det som endrar seg hos andre.',
  structuralOff: 'Tabellar som òg byggjer på kontaktane til andre, er slått av.',
  competences:
    'Kompetansar som kan teljast i tabellen «Steg til ein kompetanse». Minst 20 må ha kvar, og dei ser det sjølve på Om meg:',
  fixed: 'Dette er fast og kan ikkje veljast',
  constants: [
    'Kontakt er to handlingar eller meir, i minst to ulike veker.',
    'E-post med éin til åtte mottakarar tel. Møte og samtalar har to til 18 deltakarar. Ein chat har to til åtte.',
    'Ei rad i ein tabell har minst 20 tilsette, ofte fleire.',
    'Tal kjem kvart kvartal, eller kvart halvår der det er under 300 tilsette.',
  ],
  time: 'Frå når og til når',
  noticeOn: (day) => `Tilsette fekk beskjed: ${day}.`,
  firstDay: (day) => `Ingen dag før ${day} blir lesen, slik at alle rekk å seie nei.`,
  readBack:
    '**Samspill har lov til å lese dagar frå før tilsette fekk beskjed.** Det må ha sin eigen grunn i vurderinga.',
  endsOn: (day) => `Lesinga stoppar av seg sjølv ${day}.`,
  extraRoles: 'Løyve appen kan ha sjølv om inga kjelde treng dei:',
  exchange: 'Exchange seier kva postkasser som kan opnast. To prøver viser det før noko blir lese.',
};
