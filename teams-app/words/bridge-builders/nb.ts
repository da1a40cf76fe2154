/** Bokmål om å stå som brobygger: på Om meg, og hos dem som ser lista. */
export const nb = {
  own: {
    title: 'Stå som brobygger',
    lead: 'Du kan la ledere se at du gjerne knytter folk sammen. Da kan de spørre deg når noe nytt skal i gang. Alle ansatte kan velge dette, og alle kan la være. Tallene om deg spiller ingen rolle.',
    shownTo:
      'Navnet og enheten din vises for ledere, dem som har ansvar for lanseringer, personvernansvarlig, personvernombudet og de tillitsvalgte. Ingenting annet vises. Vi lagrer navnet, enheten og brukernummeret ditt kryptert til du trekker deg.',
    backups:
      'I sikkerhetskopier ligger det kryptert til kopien blir slettet. Spør den som drifter Samspill, hvor lenge.',
    apart: 'Om du sier nei til å bli lest, endrer det ikke dette.',
    isProtected:
      'Du er en vernet kontakt. Ingen andre får vite det her. Men sier du ja, ser ledere navnet og enheten din. Tenk over om det passer med rollen din.',
    noName:
      'Innloggingen din sier ikke hva du heter. Da kan du ikke stå her ennå. Be administratoren legge navnet til i innloggingen.',
    show: 'Vis hva ledere vil se',
    wouldSee: 'Dette vil ledere se om deg:',
    unitToCome: 'Enheten din i katalogen',
    unitLater: 'Enheten kommer fra katalogen ved neste lesing. Til da vises du ikke.',
    confirm: 'Ja, la ledere se dette',
    cancel: 'Nei, gå tilbake',
    stands: 'Du står som brobygger. Dette ser ledere om deg:',
    waits:
      'Du har sagt ja. Ledere ser deg når neste lesing finner deg i katalogen. Finner den deg ikke, blir svaret slettet.',
    demo: 'I demoen leses det bare til kvartalene er ferdige.',
    newName: (name: string) => `Vis navnet ${name} i stedet`,
    withdraw: 'Ikke vis meg lenger',
    withdrawn: 'Du står ikke som brobygger lenger. Navnet og enheten er slettet.',
    failed: 'Det gikk ikke. Ingenting er endret. Prøv igjen.',
    heldToo: 'Valget om å stå som brobygger er lagret, med navn og enhet.',
  },
  list: {
    title: 'Spør disse når noe nytt skal i gang',
    lead: 'Dette er ansatte som selv har valgt å stå som brobyggere. Ingen tall avgjør hvem som er med, og navnene står i alfabetisk rekkefølge.',
    meansNothing:
      'At noen ikke står her, betyr ingenting. La valget være fritt: Ikke be noen om å melde seg, og ikke spør hvorfor.',
    none: 'Ingen har valgt å stå som brobygger ennå. Hver ansatt kan gjøre det selv under Om meg. Navnet vises fra neste lesing.',
    noUnit: 'Uten enhet',
    more: (units: string) => `Vis alle ${units} enheter`,
  },
};

export type BridgeBuilderWords = typeof nb;
