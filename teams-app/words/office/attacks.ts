interface AttackWords {
  readonly name: string;
  /** What somebody would do, and what it would tell them. */
  readonly tried: string;
  readonly succeeded: (succeeded: string, tried: string) => string;
  /** What must hold for the verdict to be good. */
  readonly line: string;
  /** What was measured, where the verdict rests on more than a count. */
  readonly measured?: (figure: string, percent: string) => string;
}

/** Bokmål of the report on attacks. */
export const attacksNb = {
  title: 'Har noen prøvd å knekke det?',
  lead: 'Vi angriper våre egne tall, slik en kunne gjort som har samlet alt vi har publisert. Det skjer på nytt hver gang siden åpnes.',
  nothing: 'Ingenting er publisert ennå, så det er ikke noe å angripe.',
  holds: (releases: string) => `Alt som er publisert, ble angrepet: ${releases} av ${releases} perioder. Vernet holdt.`,
  broken: 'Et angrep lyktes mot det som er publisert. Stans behandlingen, og si fra til den som drifter Samspill.',
  line: 'Grense:',
  stood: 'Holdt.',
  fell: 'Lyktes.',
  untried: 'Ikke noe å prøve ennå.',
  elsewhere:
    'Andre angrep gjetter på bestemte personer. De prøves bare mot en oppdiktet kommune. Et slikt svar om virkelige ansatte ville selv røpet noe.',
  of: {
    A1: {
      name: 'Trekke to perioder fra hverandre',
      tried: 'Deler to tabeller en dag, viser forskjellen dem som kom eller gikk imellom.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} par av tabeller deler en dag.`,
      line: 'Ingen par kan dele en dag.',
    },
    A5: {
      name: 'Regne seg fram til de ekte tallene',
      tried: 'Summer, rader og antall ansatte settes sammen, for å regne bort støyen.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} tall ble funnet.`,
      line: 'Ingen tall kan bli funnet. Spennet en må gjette i, er minst 2 ganger støyen.',
      measured: (figure) => `Det smaleste spennet er ${figure} ganger støyen.`,
    },
    A6: {
      name: 'Bruke en omorganisering',
      tried: 'Vises gamle og nye enheter for de samme dagene, røper forskjellen dem som flyttet.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} rader følger ikke periodens egne enheter.`,
      line: 'Ingen rader.',
    },
    A8: {
      name: 'Lese mange ganger og ta snittet',
      tried: 'Kom tallene med ny støy hver gang, ville snittet av dem være det ekte tallet.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} lesninger var ulike.`,
      line: 'Hver lesning gir det samme, tegn for tegn.',
    },
    A9: {
      name: 'Bruke mer enn budsjettet',
      tried: 'En periode trekkes på nytt, eller det publiseres mer på ett år enn det er vedtatt.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} forsøk kom gjennom.`,
      line: 'Ingen forsøk. Fire kvartaler på rad bruker høyst hele budsjettet.',
      measured: (_, percent) => `Det meste fire kvartaler har brukt, er ${percent} av budsjettet.`,
    },
  } as Readonly<Record<string, AttackWords>>,
};

/** Nynorsk of the report on attacks. */
export const attacksNn: typeof attacksNb = {
  title: 'Har nokon prøvd å knekkje det?',
  lead: 'Vi angrip våre eigne tal, slik ein kunne gjort som har samla alt vi har publisert. Det skjer på nytt kvar gong sida blir opna.',
  nothing: 'Ingenting er publisert enno, så det er ikkje noko å angripe.',
  holds: (releases) => `Alt som er publisert, vart angripe: ${releases} av ${releases} periodar. Vernet heldt.`,
  broken: 'Eit angrep lukkast mot det som er publisert. Stans behandlinga, og sei frå til den som driftar Samspill.',
  line: 'Grense:',
  stood: 'Heldt.',
  fell: 'Lukkast.',
  untried: 'Ikkje noko å prøve enno.',
  elsewhere:
    'Andre angrep gjettar på bestemde personar. Dei blir berre prøvde mot ein oppdikta kommune. Eit slikt svar om verkelege tilsette ville sjølv røpt noko.',
  of: {
    A1: {
      name: 'Trekkje to periodar frå kvarandre',
      tried: 'Deler to tabellar ein dag, viser skilnaden dei som kom eller gjekk imellom.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} par av tabellar deler ein dag.`,
      line: 'Ingen par kan dele ein dag.',
    },
    A5: {
      name: 'Rekne seg fram til dei ekte tala',
      tried: 'Summar, rader og talet på tilsette blir sette saman, for å rekne bort støyen.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} tal vart funne.`,
      line: 'Ingen tal kan bli funne. Spennet ein må gjette i, er minst 2 gonger støyen.',
      measured: (figure) => `Det smalaste spennet er ${figure} gonger støyen.`,
    },
    A6: {
      name: 'Bruke ei omorganisering',
      tried: 'Blir gamle og nye einingar viste for dei same dagane, røper skilnaden dei som flytta.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} rader følgjer ikkje einingane i sin eigen periode.`,
      line: 'Ingen rader.',
    },
    A8: {
      name: 'Lese mange gonger og ta snittet',
      tried: 'Kom tala med ny støy kvar gong, ville snittet av dei vere det ekte talet.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} lesingar var ulike.`,
      line: 'Kvar lesing gir det same, teikn for teikn.',
    },
    A9: {
      name: 'Bruke meir enn budsjettet',
      tried: 'Ein periode blir trekt på nytt, eller det blir publisert meir på eitt år enn det er vedteke.',
      succeeded: (succeeded, tried) => `${succeeded} av ${tried} forsøk kom gjennom.`,
      line: 'Ingen forsøk. Fire kvartal på rad bruker høgst heile budsjettet.',
      measured: (_, percent) => `Det meste fire kvartal har brukt, er ${percent} av budsjettet.`,
    },
  },
};

/** English (British) of the report on attacks. */
export const attacksEn: typeof attacksNb = {
  title: 'Has anybody tried to break it?',
  lead: 'We attack our own figures, as somebody might who has gathered everything we released. It is done again each time the page is opened.',
  nothing: 'Nothing has been released yet, so there is nothing to attack.',
  holds: (releases) => `Everything released was attacked: ${releases} of ${releases} periods. The protection held.`,
  broken: 'An attack on what is released succeeded. Stop the processing, and tell whoever runs Samspill.',
  line: 'Requirement:',
  stood: 'Held.',
  fell: 'Succeeded.',
  untried: 'Nothing to try yet.',
  elsewhere:
    'Other attacks guess about particular people. They are tried only on an invented municipality. Such an answer about real employees would itself reveal something.',
  of: {
    A1: {
      name: 'Subtracting two periods',
      tried: 'If two tables share a day, their difference shows those who came or went in between.',
      succeeded: (succeeded, tried) => `${succeeded} of ${tried} pairs of tables share a day.`,
      line: 'No pair may share a day.',
    },
    A5: {
      name: 'Working out the true figures',
      tried: 'Totals, rows and headcounts are put together, to work the noise away.',
      succeeded: (succeeded, tried) => `${succeeded} of ${tried} figures were found.`,
      line: 'No figure may be found. The range left to guess in is at least 2 times the noise.',
      measured: (figure) => `The narrowest range is ${figure} times the noise.`,
    },
    A6: {
      name: 'Using a reorganisation',
      tried: 'If old and new units are shown for the same days, their difference shows those who moved.',
      succeeded: (succeeded, tried) => `${succeeded} of ${tried} rows do not follow the units of their own period.`,
      line: 'No rows.',
    },
    A8: {
      name: 'Reading often and averaging',
      tried: 'If figures came with new noise each time, their mean would be the true figure.',
      succeeded: (succeeded, tried) => `${succeeded} of ${tried} readings were different.`,
      line: 'Each reading gives the same, character for character.',
    },
    A9: {
      name: 'Spending more than the budget',
      tried: 'A period is drawn again, or more is released in a year than was decided.',
      succeeded: (succeeded, tried) => `${succeeded} of ${tried} attempts got through.`,
      line: 'No attempt. Any four quarters in a row spend at most the whole budget.',
      measured: (_, percent) => `The most that four quarters have spent is ${percent} of the budget.`,
    },
  },
};
