import { meNn } from './me-nn.ts';
import type { Words } from './nb.ts';
import { releaseUseNn } from './release-use.ts';

/**
 * Nynorsk, with the words that the documents use: `connector/documents/words/nn`. The reader is «du» or «de», and we
 * are «vi».
 */
export const nn: Words = {
  product: 'Samspill',
  tagline: 'Slik heng organisasjonen saman',
  switchLanguage: 'Språk',
  skipToContent: 'Gå til innhaldet',
  mainMenu: 'Hovudmeny',
  demoMark: 'Demo',
  demoNote: 'Dette er ein demo. Kommunen og alle som arbeider der, er oppdikta.',
  leaveDemo: 'Byt rolle',
  loading: 'Hentar tal',
  tryAgain: 'Prøv igjen',
  picture: 'Bilete',
  asTable: 'Tabell',
  showAs: 'Vis som',
  csv: { download: 'Last ned CSV', period: 'Periode', sigma: 'Støy (standardavvik)' },
  reference: (reference) => `Oppgi nummer ${reference} til den som driftar Samspill.`,
  quarter: (number, year) => `${number}.\u00a0kvartal ${year}`,
  shortQuarter: (number, year) => `${number}.\u00a0kv.\u00a0${year.slice(2)}`,
  others: 'andre',
  everybody: 'Alle',
  otherUnits: 'Andre einingar',

  me: meNn,

  releaseUse: releaseUseNn,

  screens: {
    me: 'Om meg',
    overview: 'Oversikt',
    bridges: 'Bruer',
    adoption: 'Bruk',
    journey: 'Reisa',
    unit: 'Eining',
    about: 'Om tala',
    office: 'Styring',
    install: 'Installasjon',
  },

  figures: {
    estimate: (about, low, high) => `om lag ${about} (${low}–${high})`,
    interval: (low, high) => `${low}–${high}`,
    ofHeads: (figure, heads) => `${figure} av ${heads}`,
    people: (heads) => `${heads} tilsette`,
    persons: (heads) => `${heads} personar`,
    lowCoverage: (coverage) => `Dekning ${coverage}`,
    withheldMark: 'Ikkje vist',
  },

  withheld: {
    'too-few-in-partner': (needed) =>
      needed === undefined
        ? 'Ikkje vist: For få i sektoren står utanfor denne rada.'
        : `Ikkje vist: Sektoren må ha minst ${needed} tilsette utanfor denne rada.`,
    'too-little-coverage': (needed) =>
      needed === undefined
        ? 'Ikkje vist: For få har både postkasse og lisens.'
        : `Ikkje vist: Minst ${needed} prosent må ha både postkasse og lisens.`,
    'not-measured': () => 'Ikkje målt i denne perioden.',
    'not-in-a-row': () => 'Ikkje vist: Eininga er for lita til å stå i ei rad i denne tabellen.',
  },

  overview: {
    loosest: (division) => `**${division}** heng truleg lausast saman med resten`,
    loosestLead: (people, heads, interval, partner) =>
      `Om lag **${people} av ${heads}** tilsette (${interval}) hadde fast kontakt med nokon i ${partner}, den sektoren flest derifrå nådde.`,
    nothing: 'Ingen sektor skil seg sikkert ut',
    nothingLead:
      'Skilnadene mellom sektorane er ikkje større enn uvissa i tala. Det er eit godt resultat: ingen står tydeleg åleine.',
    incomparable: 'Det er ingenting å samanlikne enno',
    incomparableBecause: {
      'not-measured': 'Kontakt på tvers er ikkje målt i denne perioden.',
      'one-row': 'Alle tilsette står samla i éi rad.',
      'few-divisions': 'Det er for få sektorar.',
      'small-divisions': 'Sektorane er for små til at vi kan vise kven dei har kontakt med.',
    },
    comparableFrom: (divisions, heads) =>
      `Samspill samanliknar sektorar når **minst ${divisions}** av dei har **minst ${heads} tilsette** kvar. Det som er målt, står under.`,
    tooLittle: 'Vi ser for lite til å seie korleis sektorane heng saman',
    tooLittleLead:
      'For få tilsette har både postkasse og lisens. Tala under gjeld berre dei vi ser, og seier lite om resten.',
    certainty: 'Spennet i parentes femner om det rette talet ni av ti gonger.',
    population: (heads, coverage) =>
      `Gjeld ${heads} personar. Om lag ${coverage} av dei har både postkasse og lisens og kan synast i tala.`,
    choosePeriod: 'Periode',
    newest: 'nyaste',
    newPeriod: (period) => `Nye tal er komne: ${period}.`,
    overdue: (period) =>
      `Tala er gamle: ${period} er over utan at det er kome eit nytt bilete. Under **Om tala** står korleis det går med lesinga.`,
    moreComing: (released, expected) =>
      `${released} av ${expected} kvartal er ${released === '1' ? 'klart' : 'klare'}. Resten kjem av seg sjølv.`,
    thinTitle: 'Her ser vi for lite',
    thinLead:
      'Få har både postkasse og lisens i desse einingane. At vi ser få faste kontaktar, tyder ikkje at dei er lukka.',
    thin: (row, heads, coverage) => `**${row}**: ${coverage} av ${heads} tilsette`,

    reachTitle: 'Kven har fast kontakt med kven',
    reachLead:
      'Kvar rute viser kor mange i eininga som har fast kontakt med minst éin i sektoren øvst, utanom si eiga eining.',
    reachPopulation: (heads, days) => `Gjeld ${heads} tilsette, ${days}.`,
    withoutElected: (heads, days) =>
      `Gjeld ${heads} tilsette, ${days}. Folkevalde er ikkje med: kontakt blir aldri målt for dei.`,
    appsPopulation: (heads, days) => `Gjeld ${heads} personar, ${days}.`,
    alsoHolds: (units) => `Her er òg ${units}.`,
    holds: (units) => `Her er ${units}.`,
    reachDefinition:
      'Fast kontakt tyder at ein tilsett sjølv har vendt seg til den andre minst to gonger, i minst to ulike veker.',
    reachCounted: (ways) => `Dette tel: ${ways}.`,
    reachWays: {
      mail: 'e-post med éin til åtte mottakarar',
      meetings: 'møte med to til 18 deltakarar',
      chats: 'chat med to til åtte deltakarar',
      calls: 'samtalar med to til 18 deltakarar',
    },
    reachSentence: (people, row, heads, column) =>
      `${people} av ${heads} tilsette i ${row} hadde fast kontakt med nokon i ${column}.`,
    reachSummary: (rows, columns, highest) => `Tabell over ${rows} einingar og ${columns} sektorar. ${highest}`,
    highest: (people, heads, row, column) =>
      `Størst del: ${people} av ${heads} tilsette i ${row} hadde fast kontakt med nokon i ${column}.`,
    matrixHelp: 'Bruk piltastane for å gå frå rute til rute.',
    pickCell: 'Peik på ei rute, så står talet her som ei setning.',
    unitColumn: 'Eining',
    divisionColumn: 'Sektor',
    headsColumn: 'Tilsette',
    personsColumn: 'Personar',
    merged: (count) => `${count}\u00a0einingar samla`,
    legendShare: 'Del, opptil',
    legendNone: 'kan vere ingen',
    legendInterval: 'uvisse',
    legendWithheld: 'ikkje vist',
    legendOwn: 'eigen sektor',
    ownDivision: 'Eigen sektor, utanom eiga eining.',
    noReach: 'Denne perioden har ingen tabell over kontakt.',

    channelsTitle: 'E-post eller Teams',
    channelsLead:
      'Kor mange i kvar sektor som mest bruker e-post, eller mest Teams, når dei har kontakt med andre einingar.',
    channelsDefinition:
      'Det som blir talt, er dagar med kontakt med nokon i ei anna eining. Under «Mest e-post» var minst to av tre slike dagar med e-post. Under «Mest Teams» gjeld det same for chat, samtalar og møte i Teams. Alle andre står under «Blanda», òg dei som mest møtest. Den som ikkje har fast kontakt med andre einingar, er ikkje med.',
    channelsSentence: (people, row, heads, column) => `${people} av ${heads} tilsette i ${row} står under «${column}».`,
    channelsHighest: (people, heads, row, column) =>
      `Størst del: ${people} av ${heads} tilsette i ${row} står under «${column}».`,
    channelsSummary: (rows, columns, highest) => `Tabell over ${rows} sektorar og ${columns} kolonnar. ${highest}`,
    noChannels:
      'Ikkje vist: Denne perioden har ingen slik tabell. Han kjem to gonger i året, med 2. og 4.\u00a0kvartal, der både e-post og Teams blir lesne.',

    appsTitle: 'Verktøy i fast bruk',
    appsLead: 'Kor mange som bruker kvart verktøy minst fire dagar i løpet av fire veker.',
    appsDefinition:
      'Tala kjem frå bruksrapporten til Microsoft. Han seier at eit verktøy vart brukt ein dag, ikkje kva det vart brukt til.',
    appsNotMeasured: (apps) =>
      `Ikkje målt i denne perioden: ${apps}. Eit verktøy er med når rapporten for det er lesen for minst 21 dagar.`,
    appsSentence: (people, row, heads, column) => `${people} av ${heads} personar i ${row} har ${column} i fast bruk.`,
    appsWhole: 'Heile organisasjonen',
    appsByRow: 'Eining for eining',
    appsHighest: (people, heads, row, column) =>
      `Størst del: ${people} av ${heads} personar i ${row} har ${column} i fast bruk.`,
    appsSummary: (rows, columns, highest) => `Tabell over ${rows} einingar og ${columns} verktøy. ${highest}`,
    noApps: 'Denne perioden har ingen tabell over verktøy.',
    appsConcealed: 'Denne perioden har ingen tabell over verktøy. Bruksrapportane skjulte namn heile tida.',
    appsPartlyConcealed: (days, needed) =>
      `Denne perioden har ingen tabell over verktøy. Bruksrapportane viste namn i ${days} dagar. Ein vane syner seg først etter ${needed}.`,
    appsTooFewDays: (days, needed) =>
      `Denne perioden har ingen tabell over verktøy. Det finst rapport for ${days} dagar. Ein vane syner seg først etter ${needed}.`,
    appsOfNamedDays: (days) => `Rapportane skjulte namn i ein del av perioden. Tala byggjer på ${days} dagar.`,
    noiseNote: (sigma) =>
      `Kvart tal har fått tilfeldig støy (standardavvik ${sigma} personar), slik at ingen kan kjennast att.`,
  },

  columns: {
    exchange: 'E-post',
    teams: 'Teams',
    files: 'Filer i skya',
    copilot: 'Copilot',
    coWork: 'Samskriving',
    mobile: 'Mobil',
    any: 'Minst eitt av dei',
    engage: 'Viva Engage',
    onedrive: 'OneDrive',
    sharepoint: 'SharePoint',
    few: '1–2 andre einingar',
    some: '3–5 andre einingar',
    many: '6 eller fleire',
    mailMostly: 'Mest e-post',
    mixed: 'Blanda',
    teamsMostly: 'Mest Teams',
  },

  concealed: {
    title: 'Bruksrapportane skjuler namn',
    meaning:
      'Microsoft 365 er sett opp slik at rapportane ikkje viser kven dei gjeld. Då kan ingen vite kva verktøy ei eining bruker. Berre tal for heile organisasjonen kan visast. Det gjeld ikkje biletet av kontakt.',
    move: 'Slik kan det godt vere. **Personvernansvarleg** avgjer. Vil de sjå einingane, kan ein **administrator for Microsoft 365** slå det av. Valet står i administrasjonssenteret, i innstillingane for organisasjonen, under Rapporter. Då ser alle som kan opne rapportane der, òg namn.',
  },

  organisation: {
    title: 'Verktøy i heile organisasjonen',
    exact: 'Nøyaktige tal, talde av Microsoft',
    lead: (day) => `Så mange brukte kvart verktøy minst éin gong i dei sju dagane til og med ${day}.`,
    used: (active, licensed) => `${active} av ${licensed} med lisens`,
    tool: 'Verktøy',
    people: 'Brukte det',
    licensed: 'Har lisens',
    byDay: 'Dag for dag',
    day: 'Dag',
    untold: '–',
    note: 'Microsoft tel alle med lisens, òg elevar og andre som Samspill ikkje les om. Tala har ingen støy. Dei gjeld berre heilskapen, og seier ikkje noko om noka eining.',
  },

  first: {
    title: 'Det første biletet er på veg',
    lead: (organisation) =>
      `Samspill les no korleis ${organisation} arbeider saman. Biletet kjem hit av seg sjølv når kvartalet er ferdig lese.`,
    expected: (day) => `Det første biletet er venta **${day}**.`,
    nothingTitle: 'Her kjem biletet av organisasjonen',
    nothingPlanned:
      'Ingenting er lese enno, og inga lesing er planlagd. Først må det vere bestemt kva som kan lesast. Så set den som driftar Samspill, lesinga i gang.',
    steps: {
      directory: 'Samspill les kven som arbeider i kva eining',
      mail: 'Samspill les når det er sendt e-post mellom einingar',
      meetings: 'Samspill les når det er halde møte mellom einingar',
      chats: 'Samspill les kven som deler små chattar',
      calls: 'Samspill les når det er ringt mellom einingar',
      usage: 'Samspill les kva verktøy som er i bruk',
      publishing: 'Samspill lagar tabellane og legg til støy',
      idle: 'Samspill ventar på neste lesing',
    },
    ofPeriod: (period) => `Lesing av ${period}`,
    days: (done, all) => `**${done}** av ${all} dagar`,
    mailboxes: (done, all) => `**${done}** av ${all} postkasser`,
    secondsLeft: (seconds) => `Om lag ${seconds} sekund igjen av denne lesinga`,
    minutesLeft: (minutes) => `Om lag ${minutes} min igjen av denne lesinga`,
    promises: 'Medan du ventar: dette blir aldri lese',
    failed: 'Lesinga stoppa',
    failedLead:
      'Samspill prøver igjen av seg sjølv. Stoppar lesinga fleire gonger, må den som driftar Samspill, sjå på det.',
    failures: {
      'credential-refused': 'Microsoft 365 godtok ikkje nøkkelen. Administrator må leggje inn ein ny.',
      'consent-missing': 'Eit løyve manglar. Administrator må godkjenne det.',
      'too-many-permissions': 'Appen har eitt løyve for mykje. Administrator må fjerne det.',
      unreachable: 'Microsoft 365 svarer ikkje. Samspill prøver igjen av seg sjølv.',
      throttled: 'Microsoft 365 ber oss vente. Samspill held fram av seg sjølv.',
      'key-missing': 'Nøkkelen til kvartalet manglar. Den som driftar Samspill, må leggje han tilbake.',
      'scope-missing': 'Det er ikkje bestemt kva som kan lesast. Personvernansvarleg må foreslå det.',
      'scope-ended': 'Løyvet til å lese er gått ut. Personvernansvarleg må fornye det.',
      'budget-spent': 'Personvernbudsjettet er brukt opp. Det kjem ny plass når eit kvartal fell ut.',
      'period-incomplete': 'Kvartalet er ikkje ferdig lese. Samspill held fram av seg sjølv.',
      'folder-unwritable': 'Datamappa kan ikkje skrivast til. Den som driftar Samspill, må rette det.',
      'damaged-database': 'Databasen er skadd. Den som driftar Samspill, må hente ein kopi.',
      'shape-changed': 'Microsoft 365 svarer på ein ny måte. Samspill må oppdaterast.',
    },
    failureCode: (code) => `Kode: ${code}`,
  },

  run: {
    title: 'Kjelde for kjelde',
    caption: 'Siste lesing, kjelde for kjelde',
    source: 'Kjelde',
    state: 'Korleis det gjekk',
    days: 'Dagar lesne',
    mailboxes: 'Postkasser lesne',
    week: 'Rader siste heile veka',
    waited: 'Måtte vente',
    triedAgain: 'Prøvd igjen',
    states: {
      running: 'Blir lesen no.',
      done: 'Lesen.',
      partial: 'Delvis lesen. Nokre postkasser svarte ikkje, og blir lesne neste gong.',
      failed: 'Ikkje ferdig lesen. Blir prøvd igjen neste gong.',
      'not-due': 'Ventar på dagen sin.',
    },
    moves: {
      operator: 'Den som driftar Samspill, må sjå på det.',
      administrator: 'Administrator må sjå på det.',
      'privacy officer': 'Personvernansvarleg må sjå på det.',
      wait: 'Samspill prøver igjen av seg sjølv.',
      us: 'Samspill må oppdaterast.',
      nobody: 'Ingen treng å gjere noko.',
    },
    gap: (source, days) =>
      days === '1'
        ? `**${source}**: 1 dag er ikkje lesen. Kvartalet kan ikkje publiserast før han er lesen.`
        : `**${source}**: ${days} dagar er ikkje lesne. Kvartalet kan ikkje publiserast før dei er lesne.`,
    nothing: '–',
    fewTimes: 'under 100 gonger',
    times: (count) => `om lag ${count} gonger`,
    minutes: (count) => `${count} min til saman`,
    fewDropped: 'Under 100 postar kunne ikkje lesast.',
    dropped: (count) => `Om lag ${count} postar kunne ikkje lesast.`,
    unknown: (count) =>
      `Microsoft sende ${count} felt vi ikkje bad om. ${count === '1' ? 'Det vart kasta' : 'Dei vart kasta'}.`,
    unknownNamed: (names) => `Kjende namn: ${names}.`,
  },

  unit: {
    choose: 'Vel eining',
    chooseTitle: 'Sjå éi eining over tid',
    chooseLead: 'Vel ei eining frå katalogen. Du får sjå rada ho står i, kvartal for kvartal.',
    placeholder: 'Vel …',
    people: (heads) => `${heads} personar i katalogen`,
    reachLead: (people, heads, column) =>
      `Utanom eigen sektor når flest truleg **${column}**. ${people} av ${heads} tilsette hadde fast kontakt med nokon der.`,
    sharedReachLead: (row, people, heads, column) =>
      `Eininga deler rada **${row}** med andre. Utanom eigen sektor når flest der truleg **${column}**. ${people} av ${heads} tilsette i rada hadde fast kontakt med nokon der.`,
    noneSure: 'Ingen fast kontakt med andre sektorar er sikrare enn støyen i tala.',
    tooLittle: (coverage) =>
      `Vi ser for lite her: berre ${coverage} har både postkasse og lisens. Få kontaktar tyder ikkje at eininga er lukka.`,
    mergedWith: (heads, row, units) =>
      `Vist i rada **${row}** (${heads} tilsette), saman med ${units}. Små einingar blir slått saman, slik at ingen kan kjennast att.`,
    andMore: (units, more) => `${units} og ${more} til`,
    list: (first, last) => `${first} og ${last}`,
    inNoRow: 'Eininga står ikkje i denne tabellen.',
    channelsTitle: 'E-post eller Teams',
    channelsWhere: (row, period) =>
      `Om folk i **${row}** mest bruker e-post eller Teams, står under Bruk for ${period}. Det blir berre vist for heile sektorar.`,
    channelsLink: (period) => `Gå til Bruk for ${period}`,
    notMeasured: 'Kontakt er ikkje målt for denne eininga. Kontakt blir aldri målt for folkevalde.',
    noneShown: 'Ingen tal er viste for noko kvartal.',
    reachTitle: 'Fast kontakt med andre',
    reachText: 'Éin sektor om gongen: kor mange i eininga som har fast kontakt med nokon der.',
    breadthTitle: 'Breidd',
    breadthText: 'Kor mange andre einingar dei tilsette har fast kontakt med.',
    appsTitle: 'Verktøy i fast bruk',
    appsText: 'Kor mange som bruker kvart verktøy minst fire dagar på fire veker.',
    trend: (column, figures) => `${column}. ${figures}`,
    trendPoint: (period, figure) => `${period}: ${figure}`,
    ofHeads: (heads, period) => `av ${heads} personar, ${period}`,
    changes: {
      more: (period) => `sikkert fleire enn i ${period}`,
      fewer: (period) => `sikkert færre enn i ${period}`,
      'no-sure-change': (period) => `inga sikker endring frå ${period}`,
    },
    changesNote:
      'Sikkert fleire eller færre tyder at skilnaden er større enn støyen. Av slike merke er høgst eitt av ti venta å vere feil.',
    noUnits: 'Det siste biletet har ingen einingar',
    noUnitsLead:
      'Ingen tilsette er førte på ei eining. Personvernansvarleg kan føreslå ein annan stad å hente einingane frå. Så kjem dei med neste bilete.',
    periodColumn: 'Periode',
    scale: (heads) =>
      `Skala: 0 til ${heads} personar. Feltet er spennet, som femner om det rette talet ni av ti gonger. Punktet er midten.`,
  },

  about: {
    title: 'Kva vi veit, og kva vi aldri ser',
    lead: 'Alt Samspill les, tek vare på og viser, står her. Sida er open for alle som har appen.',
    readTitle: 'Dette blir lese',
    readLead:
      'Samspill ber berre om desse felta. Følgjer det meir med, blir det kasta før noko blir lagra. Opne ei kjelde for å sjå kvart felt, og kvifor det blir lese.',
    readNothing: 'Ingenting blir lese. Det er ikkje bestemt enno kva som kan lesast.',
    fieldCount: (fields) => `${fields} felt`,
    permission: 'Løyve',
    sources: {
      directory: 'Katalogen over tilsette',
      domains: 'Eigne domene',
      'list-addresses': 'Adresser til lister',
      'sent-items': 'E-post som er send',
      'report-settings': 'Innstilling for bruksrapportane',
      'active-user-counts': 'Tala til Microsoft for kvar dag',
      'service-user-counts': 'Tala til Microsoft for sju dagar',
      'active-users': 'Bruksrapport for Microsoft 365',
      'teams-activity': 'Bruksrapport for Teams',
      'teams-devices': 'Bruksrapport for Teams på PC og mobil',
      'email-activity': 'Bruksrapport for e-post',
      'email-apps': 'Bruksrapport for e-postprogram',
      'sharepoint-activity': 'Bruksrapport for SharePoint',
      'onedrive-activity': 'Bruksrapport for OneDrive',
      'office-apps': 'Bruksrapport for Office-program',
      'engage-activity': 'Bruksrapport for Viva Engage',
      'copilot-usage': 'Bruksrapport for Copilot',
      'unit-groups': 'Grupper som er einingar',
      'competence-groups': 'Grupper med ein kompetanse',
      'listed-people': 'Dei som står på lista',
      'unit-managers': 'Kven som leier kven',
      'message-trace': 'Logg over e-post som er send',
      meetings: 'Møte i kalenderen',
      'chat-membership': 'Chat ein er medlem av',
      'chat-members': 'Medlemer i store chattar',
      'chat-messages': 'Chat ein har skrive i',
      calls: 'Samtalar',
      'call-participants': 'Kven som var med i samtalar',
    },
    sourceTexts: {
      directory: 'Kven som arbeider her, og i kva eining.',
      domains: 'Kva adresser som er våre eigne.',
      'list-addresses': 'Kva adresser som er ei liste og ikkje ein person.',
      'sent-items': 'Kven ein e-post gjekk til, og kva dag.',
      'report-settings': 'Om bruksrapporten viser kven han gjeld.',
      'active-user-counts': 'Kor mange i heile organisasjonen som brukte eit verktøy ein dag.',
      'service-user-counts': 'Kor mange i heile organisasjonen som brukte eit verktøy på sju dagar.',
      'active-users': 'Kva verktøy som vart brukte ein dag.',
      'teams-activity': 'Om Teams vart brukt ein dag.',
      'teams-devices': 'Om Teams vart brukt på mobil ein dag.',
      'email-activity': 'Om e-post vart brukt ein dag.',
      'email-apps': 'Om e-post vart lesen på mobil ein dag.',
      'sharepoint-activity': 'Om filer vart brukte eller delte ein dag.',
      'onedrive-activity': 'Om filer vart brukte eller delte ein dag.',
      'office-apps': 'Om Office vart brukt på mobil ein dag.',
      'engage-activity': 'Om noko vart skrive i Viva Engage ein dag.',
      'copilot-usage': 'Om Copilot vart brukt ein dag.',
      'unit-groups': 'Kva eining ein tilsett arbeider i.',
      'competence-groups': 'Kven som har ein kompetanse som kan teljast.',
      'listed-people': 'Kven som kan lesast, og kvar dei arbeider.',
      'unit-managers': 'Kva eining ein tilsett arbeider i.',
      'message-trace': 'Kven ein e-post gjekk frå og til, og kva dag.',
      meetings: 'Kven som møttest, kor lenge, og kva dag.',
      'chat-membership': 'Kven som deler ein liten chat.',
      'chat-members': 'Kven som er i ein chat med mange utanfrå.',
      'chat-messages': 'I kva time nokon skreiv i ein liten chat. Teksten følgjer med, og blir kasta ulesen.',
      calls: 'Kor lenge ein samtale varte, og kva dag.',
      'call-participants': 'Kven som var med i ein samtale.',
    },
    neverTitle: 'Dette blir aldri lese',
    never: [
      { text: 'Innhaldet i e-post, møte eller filer', unless: [] },
      { text: 'Vedlegg og lenkjer', unless: [] },
      { text: 'Elevar, gjester og kontoar utanfor lista over tilsette', unless: [] },
      { text: 'Postkassa til den som har reservert seg', unless: [] },
      { text: 'Emnefelt', unless: ['message-trace'] },
      { text: 'Innhaldet i chat', unless: ['chat-messages'] },
      { text: 'Kalendrar', unless: ['meetings'] },
      { text: 'Kven som deler ein chat', unless: ['chat-membership', 'chat-messages'] },
      { text: 'Samtalar', unless: ['calls'] },
    ],
    unasked: 'Følgjer med utan at vi kan seie nei. Det blir kasta før noko blir lagra:',
    keptTitle: 'Dette blir teke vare på',
    keptLead:
      'Av det som blir lese, blir namn og adresser aldri lagra. Under eit kvartal finst korte rader under eit oppdikta kjennemerke: kven, med kven, kva dag, kor mange gonger og minutt. Når kvartalet er publisert, blir radene sletta, og nøkkelen øydelagd. Det finst inga liste over kven som skreiv til kven, og ingen kan få ei.',
    keptMinutes:
      'Møte og samtalar har dei minutta dei varte. E-post og chat er ikkje målte: Kvar e-post er rekna som 1,45 minutt, og ein time nokon skreiv i ein chat, likeins. Tida er delt på dei andre som var med.',
    countsTitle: 'Kor mykje som er lese',
    days: 'Dagar lesne',
    countsLead:
      'Gjeld dei tilsette på lista som har postkasse, kvartal for kvartal. Ei handling er at ein tilsett har vendt seg til ein annan, på ein av måtane som blir lesne. Handlingar og linjer er runda av til to siffer. Ingen av desse tala har støy.',
    mailboxes: 'Postkasser lesne',
    interactions: 'Handlingar',
    usageDays: 'Linjer frå bruksrapporten',
    ofAll: (done, all) => `${done} av ${all}`,
    about: (number) => `om lag ${number}`,
    tooFew: 'For få til å visast',
    runTitle: 'Siste lesing',
    runDone: (day) => `Ferdig ${day}.`,
    runPartial: (day) => `Delvis lesen ${day}. Neste lesing prøver igjen.`,
    noneRead: 'Ingenting er lese enno.',
    placedTitle: 'Kvar einingane kjem frå',
    placedLead:
      'Kvar tilsett blir plassert i éi eining. Her står kva som sa det sist, og når. Færre enn 20 tilsette blir ikkje viste for seg.',
    placedBy: 'Kva som sa det',
    placedOn: 'Dag',
    placedHeads: 'Tilsette',
    placings: {
      attribute: 'Feltet for eining i Entra',
      groups: 'Grupper i Entra',
      managers: 'Rekkja av leiarar i Entra',
      'hr-file': 'Fila frå HR',
      others: 'Andre kjelder til saman',
      none: 'Utan eining: tel ikkje i noka rad',
    },
    placedFew: 'færre enn 20',
    heldTitle: 'Dette er lagra akkurat no',
    heldNothingYet: 'Ingenting om enkeltpersonar.',
    heldNothing: 'Ingenting om enkeltpersonar. Alle kvartal som er slutt, er sletta.',
    held: (period, day) => `**${period}**: rader frå ${day}. Dei blir sletta når kvartalet er publisert.`,
    heldEmpty: (period) => `**${period}**: ingen rader enno.`,
    custodyTitle: 'Nøklar',
    custody: (kind) => `Nøklane ligg i: **${kind}**.`,
    custodyWeak:
      'Dette held for ein demo eller ei prøve, ikkje for drift. Bruk eit nøkkelkvelv før verkelege data blir lesne.',
    custodyStrong: 'Nøklane er skilde frå dataa.',
    custodyKinds: {
      file: 'ei fil på tenaren',
      'systemd-credential': 'ei forsegla fil som berre tenesta kan opne (systemd)',
      'key-vault': 'Azure Key Vault',
      'managed-hsm': 'ei eiga maskin for nøklar (Managed HSM)',
    },
    budgetTitle: 'Personvernbudsjettet',
    budgetLead:
      'Kvar publisering røper litt. Derfor finst det eit budsjett for fire kvartal på rad, og Samspill nektar å gå over det.',
    budgetSpent: (spent, all) => `**${spent}** av ${all} (ρ) er brukt dei siste fire kvartala.`,
    budgetLevel: {
      standard: 'Nivå: vanleg.',
      careful: 'Nivå: forsiktig (halvparten av vanleg).',
    },
    odds: (guesses, period) =>
      `Tenk deg ein som veit alt om alle andre, og skal gjette om éin bestemd person er med i tala for ${period}. Utan Samspill blir det rett 50 av 100 gonger. Med Samspill blir det rett **${guesses}\u00a0av\u00a0100**.`,
    madeTitle: 'Slik blir kvart tal laga',
    madeSteps: [
      'Kvar tilsett blir ei kort rad: kva sektorar som er nådde, og kva verktøy som er i fast bruk.',
      'Radene blir talde per eining. Små einingar blir slått saman først.',
      'Kvart tal får tilfeldig støy, trekt éin gong. Det rette talet blir kasta.',
      'Skjermen viser midten og eit spenn som femner om det rette talet ni av ti gonger.',
    ],
    formula: 'Formel',
    formulaLead: (table, period) => `${table}, ${period}`,
    formulaOf: (heads, rows) => `${heads} personar i ${rows} rader`,
    floor: 'Så mange tilsette må ei rad ha. Er ei eining mindre, blir ho slått saman med andre:',
    sigmaWords:
      'σ er standardavviket til støyen, ρ er prisen i budsjettet, Δ² er kor mykje éin person kan flytte tabellen.',
    tables: {
      reach: 'Fast kontakt',
      breadth: 'Breidd',
      apps: 'Verktøy',
      channels: 'E-post eller Teams',
    },
    releasesTitle: 'Publiseringar',
    releasesLead:
      'Kvar publisering blir trekt frå budsjettet. Treff av 100 er kor ofte ein som veit alt om alle andre, gjettar rett om éin person. Rein gjetting gir 50.',
    releasedAt: 'Publisert',
    cost: 'Pris (ρ)',
    guesses: 'Treff av 100',
    shredded: 'Nøkkel øydelagd',
    notYet: 'Ikkje enno',
    noReleases: 'Ingenting er publisert enno.',
    ledger: (entries, head) =>
      `Linjer i budsjettboka: ${entries}. Kvar linje låser den førre. Siste kjennemerke: ${head}.`,
    notTitle: 'Dette er Samspill ikkje',
    not: 'Samspill viser ikkje kva ein enkelt person gjer, gir ingen poeng til nokon og seier ikkje kven som arbeider mykje eller lite. Eit namn står berre der nokon sjølv har valt det, som brubyggjar. Faste kontaktar seier ikkje om eit samarbeid er godt.',
    period: 'Periode',
  },

  documents: {
    title: 'Dokument',
    lead: 'Utkast laga av det som er bestemt. Les dei her, eller last dei ned og gjer dei ferdige. Dei er ikkje juridisk rådgjeving.',
    which: 'Dokument',
    placeholder: 'Vel …',
    language: 'Språk i dokumentet',
    languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'Engelsk' },
    download: 'Last ned som Word-fil',
    downloadPdf: 'Last ned som PDF',
    council: {
      title: 'Notat til kommunestyret',
      lead: 'Status, tal med uvisse, kva som verka, kva som ikkje verka, og vegen vidare. Tala er dei same som på skjermane. Notatet er eit utkast: les det og gjer det ferdig.',
      show: 'Lag notatet',
      hide: 'Skjul notatet',
    },
    downloaded: 'Fila er lasta ned.',
    failed: 'Fila kom ikkje. Prøv igjen.',
    names: {
      'staff-notice': 'Melding til tilsette',
      scope: 'Kva som kan lesast',
      'discussion-paper': 'Til drøfting med dei tillitsvalde',
      dpia: 'Vurdering av personvernkonsekvensar (DPIA)',
      'processing-record': 'Protokoll over behandling (artikkel 30)',
      'access-reply': 'Svar på krav om innsyn (offentleglova §\u00a09)',
    },
  },

  failures: {
    offline: {
      title: 'Vi får ikkje kontakt',
      text: 'Samspill svarer ikkje. Sjå om du er på nett, og prøv igjen.',
    },
    'no-sign-in': {
      title: 'Innlogginga kom ikkje i mål',
      text: 'Teams gav oss inga innlogging. Prøv igjen. Hjelper det ikkje, må den som styrer Microsoft 365 hos dykk, godkjenne appen.',
    },
    refused: {
      title: 'Innlogginga vart ikkje godteken',
      text: 'Lukk appen og opne han på nytt. Hjelper det ikkje, ta kontakt med den som driftar Samspill.',
    },
    'not-for-you': {
      title: 'Denne sida er ikkje open for deg',
      text: 'Ho er for andre roller enn di. Det du alltid kan sjå, er kva Samspill les og tek vare på.',
    },
    'not-found': {
      title: 'Vi fann ikkje dette',
      text: 'Perioden eller eininga finst ikkje lenger. Einingar kan få nytt namn eller bli slått saman.',
    },
    'bad-request': {
      title: 'Noko er ikkje som det skal',
      text: 'Sjå gjennom det du skreiv, og prøv igjen.',
    },
    conflict: {
      title: 'Dette går ikkje no',
      text: 'Noko er endra sidan du opna sida. Opne ho på nytt.',
    },
    busy: {
      title: 'Litt for mange spør samtidig',
      text: 'Vent eit halvt minutt, og prøv igjen.',
    },
    broken: {
      title: 'Noko gjekk gale hos oss',
      text: 'Feilen er ikkje din. Ingen tal er gått tapt.',
    },
    'newer-version': {
      title: 'Samspill er oppdatert',
      text: 'Last sida på nytt for å få den nye utgåva.',
    },
  },
  notDrawn: {
    title: 'Sida kom ikkje heilt fram',
    text: 'Sambandet kan vere borte, eller Samspill kan vere oppdatert sidan du opna appen. Last på nytt. Hjelper det ikkje, ta kontakt med den som driftar Samspill.',
  },
  reload: 'Last på nytt',
  toAbout: 'Sjå kva som blir lese',

  open: {
    title: 'Opne Samspill i Teams',
    lead: 'Samspill veit kven du er gjennom Teams. Derfor finst tala berre der.',
    steps: [
      'Opne Microsoft Teams.',
      'Vel **Apper** til venstre, og søk etter **Samspill**.',
      'Finn du ikkje appen? Spør den som styrer Teams hos dykk.',
    ],
    silentTitle: 'Teams svarer ikkje',
    silentLead: 'Vi fekk ikkje svar frå Teams. Prøv å laste sida på nytt.',
    link: 'Gå til Teams',
  },

  entry: {
    title: 'Sjå korleis ein kommune heng saman',
    lead: 'Dette er ein demo med ein oppdikta kommune. Tala går same vegen som verkelege tal: Dei blir lesne, talde, får støy og blir publiserte.',
    choose: 'Gå inn som',
    answers: [
      {
        question: 'Kva får du sjå?',
        answer: 'Kor mange i kvar eining som har fast kontakt med andre sektorar, og kva verktøy som er i bruk.',
      },
      {
        question: 'Kva får ingen sjå?',
        answer: 'Enkeltpersonar, innhald og emnefelt. Det finst inga liste over kven som skriv til kven.',
      },
      {
        question: 'Kor sikkert er det?',
        answer: 'Kvart tal har eit spenn. Det rette talet ligg i spennet ni av ti gonger.',
      },
    ],
    roles: {
      Leader: { name: 'Leiar', text: 'Ser oversikta, einingane og korleis tala blir laga.' },
      PrivacyOfficer: {
        name: 'Personvernansvarleg',
        text: 'Ser kva som blir lese, personvernbudsjettet og kva som er sletta.',
      },
      Approver: { name: 'Godkjennar', text: 'Godkjenner eller avviser det som blir foreslått.' },
      DataProtectionOfficer: {
        name: 'Personvernombod',
        text: 'Kommenterer det som blir foreslått, og kan protestere.',
      },
      EmployeeRepresentative: {
        name: 'Tillitsvald',
        text: 'Stadfestar drøftingar, signerer evalueringa og fører lista over verna kontaktar.',
      },
      LaunchOwner: { name: 'Lanseringsansvarleg', text: 'Fører opp lanseringar, gevinstar og kva som går ut.' },
      Administrator: { name: 'Administrator', text: 'Ser kva som blir lese, og korleis lesinga går.' },
      Employee: { name: 'Tilsett', text: 'Ser alt om seg sjølv, og kva Samspill les.' },
    },
  },
};
