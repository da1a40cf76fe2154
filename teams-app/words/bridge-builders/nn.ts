import type { BridgeBuilderWords } from './nb.ts';

/** Nynorsk om å stå som brubyggjar. */
export const nn: BridgeBuilderWords = {
  own: {
    title: 'Stå som brubyggjar',
    lead: 'Du kan la leiarar sjå at du gjerne knyter folk saman. Då kan dei spørje deg når noko nytt skal i gang. Alle tilsette kan velje dette, og alle kan la vere. Tala om deg spelar inga rolle.',
    shownTo:
      'Namnet og eininga di blir viste for leiarar, dei som har ansvar for lanseringar, personvernansvarleg, personvernombodet og dei tillitsvalde. Ingenting anna blir vist. Vi lagrar namnet, eininga og brukarnummeret ditt kryptert til du trekkjer deg.',
    backups: 'I tryggingskopiar ligg det kryptert til kopien blir sletta. Spør den som driftar Samspill, kor lenge.',
    apart: 'Om du seier nei til å bli lesen, endrar det ikkje dette.',
    isProtected:
      'Du er ein verna kontakt. Ingen andre får vite det her. Men seier du ja, ser leiarar namnet og eininga di. Tenk over om det passar med rolla di.',
    noName:
      'Innlogginga di seier ikkje kva du heiter. Då kan du ikkje stå her enno. Be administratoren leggje namnet til i innlogginga.',
    show: 'Vis kva leiarar vil sjå',
    wouldSee: 'Dette vil leiarar sjå om deg:',
    unitToCome: 'Eininga di i katalogen',
    unitLater: 'Eininga kjem frå katalogen ved neste lesing. Til då blir du ikkje vist.',
    confirm: 'Ja, la leiarar sjå dette',
    cancel: 'Nei, gå tilbake',
    stands: 'Du står som brubyggjar. Dette ser leiarar om deg:',
    waits:
      'Du har sagt ja. Leiarar ser deg når neste lesing finn deg i katalogen. Finn ho deg ikkje, blir svaret sletta.',
    demo: 'I demoen blir det lese berre til kvartala er ferdige.',
    newName: (name) => `Vis namnet ${name} i staden`,
    withdraw: 'Ikkje vis meg lenger',
    withdrawn: 'Du står ikkje som brubyggjar lenger. Namnet og eininga er sletta.',
    failed: 'Det gjekk ikkje. Ingenting er endra. Prøv igjen.',
    heldToo: 'Valet om å stå som brubyggjar er lagra, med namn og eining.',
  },
  list: {
    title: 'Spør desse når noko nytt skal i gang',
    lead: 'Dette er tilsette som sjølve har valt å stå som brubyggjarar. Ingen tal avgjer kven som er med, og namna står i alfabetisk rekkjefølgje.',
    meansNothing:
      'At nokon ikkje står her, tyder ingenting. La valet vere fritt: Ikkje be nokon om å melde seg, og ikkje spør kvifor.',
    none: 'Ingen har valt å stå som brubyggjar enno. Kvar tilsett kan gjere det sjølv under Om meg. Namnet blir vist frå neste lesing.',
    noUnit: 'Utan eining',
    more: (units) => `Vis alle ${units} einingar`,
  },
};
