import type { Words } from '../catalogue.ts';

/** The assessment of consequences for people: GDPR article 35. */
export const dpia: Words['dpia'] = {
  title: (organisation) => `Vurdering av personvernkonsekvensar (DPIA): Samspill hos ${organisation}`,
  lead: 'Samspill har fylt ut det som følgjer av innstillingane. Resten må de skrive. Vurderinga er ikkje ferdig før den behandlingsansvarlege har bestemt.',
  always:
    'Datatilsynet har ei liste over behandling som alltid krev DPIA. Systematisk oppfølging av tilsette står på henne. Derfor blir denne laga.',

  description: '1. Kva som skjer med opplysningane',
  flow: [
    'Samspill spør Microsoft 365 om kven som hadde kontakt, og kva dag. Det spør berre etter felta i vedlegget.',
    'Adressene blir bytte i eit oppdikta kjennemerke før noko blir lagra. Nøkkelen til kjennemerka er ny kvart kvartal.',
    'Kontakt med verna og med dei som har sagt nei, blir kasta ved døra.',
    'Når kvartalet er slutt, blir kvar tilsett ei kort rad. Radene blir talde per eining, og kvart tal får tilfeldig støy.',
    'Radene blir sletta og nøkkelen øydelagd. Berre tal med støy er att.',
  ],
  purposes: 'Formål',
  law: 'Behandlingsgrunnlag',
  lawBlank: 'Kva grunnlag i artikkel 6 blir brukt, og kva lov støttar det? Skriv òg kva personvernombodet seier.',
  lawPublic: 'Samtykke er sjeldan fritt i arbeid. Samspill spør ikkje om det, men lèt alle seie nei utan grunn.',
  people: 'Kven det gjeld',
  categories: 'Slag opplysningar og kjelder',
  kept: 'Kva som blir teke vare på, og kor lenge',
  keptHead: ['Opplysning', 'Kor lenge'],
  keptRows: [
    ['Adresser, titlar og anna frå Microsoft 365', 'I minnet under lesinga. Blir ikkje lagra.'],
    ['Kontakt mellom kjennemerke: dag, tal på gonger, minutt', 'Til tala for kvartalet er laga.'],
    ['Bruk av verktøy per kjennemerke og dag', 'Til tala for kvartalet er laga.'],
    ['Nøkkelen til kjennemerka for kvartalet', 'Til tala for kvartalet er laga. Så blir han øydelagd.'],
    ['Merke for verna og for dei som har sagt nei', 'Så lenge Samspill er i bruk. Dei viser ikkje kven.'],
    ['Tal med støy, innstillingar og rekneskap', 'Varig, som spor av kva som er bestemt og publisert.'],
  ],
  recipients: 'Kven som får sjå kva',
  recipientHead: ['Kven', 'Kva'],
  recipientRows: [
    ['Alle tilsette', 'Kva som blir lese og teke vare på, og alt om seg sjølve.'],
    ['Leiarar', 'Tal med støy per eining. Aldri éin tilsett.'],
    ['Personvernombod og tillitsvalde', 'Alt om behandlinga: mengder, løyve, rekneskap, kven som har endra kva.'],
    ['Den som driftar maskina', 'Kan nå filene medan kvartalet går. Sjå risiko 6.'],
    ['Ålmenta', 'Nokon kan krevje innsyn i publiserte tal. Dei er laga for å tole det.'],
  ],
  keys: (custody) => `Nøklane ligg i: **${custody}**.`,
  keysWeak: 'Det er for svakt for drift. Den som kan lese disken, kan òg lese nøklane.',
  transfer:
    'Samspill går på dykkar eiga maskin og snakkar berre med Microsoft. Ingenting blir sendt til leverandøren av Samspill.',
  transferBlank: 'Kvar står maskina? Kven er databehandlar, og finst det avtale?',

  necessity: '2. Er det nødvendig, og står det i høve til målet?',
  necessityBlank: 'Kva skal tala hjelpe dykk å bestemme? Kva skjer om de lèt vere?',
  alternatives: 'Mindre inngripande måtar',
  alternativeHead: ['Annan måte', 'Kva de mistar', 'Vurderinga dykkar'],
  alternativeRows: [
    ['Spørjeundersøking', 'Få svarer, og dei som står utanfor, svarer sjeldnast.'],
    ['Berre tala til Microsoft for heile organisasjonen', 'Ingen tal per eining. De ser ikkje kven som treng hjelp.'],
    ['Berre bruksrapportar, ingen kontakt', 'De ser verktøya, men ikkje om einingane arbeider saman.'],
    ['Nivået «forsiktig»', 'Meir støy og færre rader. Det er betre for dei tilsette.'],
  ],
  minimal: 'Dette er gjort for å lese minst mogleg',
  minimalList: [
    'Berre to slag svar blir lesne: at det var kontakt, og at eit verktøy vart brukt.',
    'Timen blir gløymd. Berre dagen blir teken vare på.',
    'Ingen tal blir laga om færre enn 20 tilsette.',
    'Appen får ikkje lese om han har fleire løyve enn han treng.',
  ],

  consultation: '3. Kva dei det gjeld, meiner',
  consultationText:
    'Saka skal drøftast med dei tillitsvalde, og alle tilsette skal få beskjed før første dag blir lesen.',
  consultationBlank: 'Kven er spurde, når, kva sa dei, og kva endra de?',
  notice: (day) => `Tilsette fekk beskjed: ${day}.`,

  risks: '4. Risiko og tiltak',
  risksLead:
    'Kvart tiltak har ei prøve som blir køyrd ved kvar endring av programmet. Prøva står med fil og namn, slik at de kan slå henne opp.',
  measure: 'Tiltak',
  test: 'Prøve som held det',
  risk: (number, name) => `Risiko ${number}: ${name}`,
  riskBlank: 'Kor sannsynleg er dette hos dykk, og kor alvorleg er det? Kva er att når tiltaka verkar?',
  riskTexts: {
    'singled-out': [
      'Nokon blir kjend att i tala',
      'Ein lesar kan vite mykje om kollegaene og prøve å rekne seg fram til éin.',
    ],
    creep: [
      'Tala blir brukte til noko anna',
      'Det som er lese for å utvikle organisasjonen, kan freiste til annan bruk.',
    ],
    chilling: ['Tilsette endrar åtferd', 'Den som trur at nokon følgjer med, kan la vere å skrive til dei ein treng.'],
    misuse: [
      'Leiarar bruker tala mot tilsette',
      'Eit tal om ei eining kan bli brukt i løn, nedbemanning eller kritikk.',
    ],
    special: [
      'Kontakt røper helse, fagforeining eller varsling',
      'Berre det at to har kontakt kan seie noko om helse eller medlemskap (artikkel 9).',
    ],
    breach: [
      'Opplysningar kjem på avvegar',
      'Den som får tak i maskina eller nøklane, kan sjå kontakt medan kvartalet går.',
    ],
    transfer: ['Opplysningar hamnar hos andre', 'Ein feil kan sende noko til ein leverandør eller ut av landet.'],
    wrong: ['Tala blir lesne feil', 'Støy og små tal kan bli tekne for sikker kunnskap.'],
  },
  measures: {
    noise: 'Kvart tal får støy som er rekna ut på førehand.',
    'one-row': 'Éin tilsett kan ikkje flytte tala meir enn støyen er laga for.',
    floors: 'Små einingar blir slått saman, etter tala i katalogen aleine.',
    budget: 'Ein periode blir publisert éin gong, og året har eit tak.',
    'no-filter': 'Ingen kan spørje etter ei gruppe dei vel sjølve.',
    erased: 'Radene blir sletta, òg frå den ledige plassen på disken.',
    'scope-ends': 'Lesinga stoppar den dagen som er bestemt.',
    'least-permissions': 'Appen får ikkje lese med fleire løyve enn han treng.',
    'four-eyes': 'Den som foreslår meir lesing, kan ikkje godkjenne det sjølv.',
    'positive-list': 'Ingen utanfor lista over tilsette blir spurde etter.',
    objection: 'Den som seier nei, forsvinn, og ingen kan sjå det på tala.',
    'not-before': 'Ingen dag blir lesen før tilsette har hatt tid til å seie nei.',
    'no-content': 'Namn, emne og tekst når verken database, logg eller svar.',
    'never-persons': 'Ord om å rangere eller følgje med på tilsette finst ikkje på skjermen.',
    protected: 'Kontakt med verna blir kasta før han blir talt.',
    pseudonym: 'Kjennemerka kan ikkje koplast frå eitt kvartal til eit anna.',
    ledger: 'Rekneskapen viser det om nokon har endra han.',
    'only-microsoft': 'Ei lenkje frå Microsoft blir berre følgd når ho fører tilbake til same lista.',
    tokens: 'Berre den som er logga inn hos dykk, får svar.',
    tenants: 'To organisasjonar ser aldri opplysningane til kvarandre.',
    interval: 'Kvart tal blir vist med eit spenn som femner om det rette ni av ti gonger.',
    'same-words': 'Tekstane er skrivne så alle kan lese dei.',
  },
  notHeld: 'Dette kan ikkje Samspill løyse',
  notHeldList: [
    'Den som styrer maskina eller nøkkelen til appen, kan nå det løyva opnar, med eller utan Samspill.',
    'Tryggingskopiar må de sjølve halde styr på.',
    'Tal om ei eining kan seie noko sannsynleg om dei som er der. Det gjeld òg dei som ikkje er med.',
    'Radene til andre kan seie at dei har kontakt i eininga di.',
  ],

  ban: '5. Forbodet mot overvaking (e-postforskrifta § 2)',
  banLead:
    'Arbeidsgivar kan ikkje overvake korleis tilsette bruker elektronisk utstyr. Unntak gjeld drift av nettet og tryggleiksbrot. Datatilsynet ser på tre ting:',
  banHead: ['Vilkår', 'Kva Samspill gjer', 'Vurderinga dykkar'],
  banRows: [
    ['Gjeld det bruk av elektronisk utstyr?', 'Ja. Samspill les at e-post, møte og verktøy vart brukte.'],
    ['Er det overvaking?', 'Uavklara. Lesinga er jamn og automatisk, men måler einingar og ikkje tilsette.'],
    [
      'Får arbeidsgivar tilgang til opplysningane?',
      'Berre til tal per eining med støy. Inga rolle i Samspill opnar rader om éin tilsett.',
    ],
  ],
  banOpen:
    'Vi kjenner inga avgjerd om verktøy som berre viser slike tal. **Få ei skriftleg vurdering frå ein jurist før de slår på lesing.**',
  banBlank: 'Kva er konklusjonen om § 2, og kven har vurdert han?',

  residual: '6. Det som er att',
  residualBlank: 'Kor stor er risikoen når alle tiltak verkar? Er han til å leve med, og kvifor?',
  prior: 'Førehandsdrøfting med Datatilsynet (artikkel 36)',
  priorText: 'Er risikoen framleis høg, skal Datatilsynet spørjast før noko blir lese.',
  priorBlank: 'Ja eller nei, og kvifor?',
  advice: '7. Råd frå personvernombodet',
  adviceBlank: 'Rådet frå ombodet, dato og namn. Blir rådet ikkje følgt, skriv kvifor.',
  decision: '8. Avgjerd',
  decisionBlanks: [
    'Kva er bestemt?',
    'Kven er ansvarleg?',
    'Når skal de sjå på vurderinga att?',
    'Dato og underskrift.',
  ],
  annex: 'Vedlegg: kvart felt som blir lese',
  annexLead: 'Samspill ber Microsoft om desse felta og ingen andre.',
};
