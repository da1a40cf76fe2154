import { meNb } from './me-nb.ts';
import { releaseUseNb } from './release-use.ts';

/**
 * Bokmål. Sentences a mayor reads: short, concrete, the number with its unit, population and certainty. Figures arrive
 * already written by `format.ts`. Text between two stars is drawn strong.
 */
export const nb = {
  product: 'Samspill',
  tagline: 'Slik henger organisasjonen sammen',
  switchLanguage: 'Språk',
  skipToContent: 'Gå til innholdet',
  mainMenu: 'Hovedmeny',
  demoMark: 'Demo',
  demoNote: 'Dette er en demo. Kommunen og alle som arbeider der, er oppdiktet.',
  leaveDemo: 'Bytt rolle',
  loading: 'Henter tall',
  tryAgain: 'Prøv igjen',
  picture: 'Bilde',
  asTable: 'Tabell',
  showAs: 'Vis som',
  csv: { download: 'Last ned CSV', period: 'Periode', sigma: 'Støy (standardavvik)' },
  reference: (reference: string) => `Oppgi nummer ${reference} til den som drifter Samspill.`,
  quarter: (number: number, year: string) => `${number}.\u00a0kvartal ${year}`,
  shortQuarter: (number: number, year: string) => `${number}.\u00a0kv.\u00a0${year.slice(2)}`,
  others: 'øvrige',
  everybody: 'Alle',
  otherUnits: 'Øvrige enheter',

  me: meNb,

  releaseUse: releaseUseNb,

  screens: {
    me: 'Om meg',
    overview: 'Oversikt',
    bridges: 'Broer',
    adoption: 'Bruk',
    journey: 'Reisen',
    unit: 'Enhet',
    about: 'Om tallene',
    office: 'Styring',
    install: 'Installasjon',
  },

  figures: {
    estimate: (about: string, low: string, high: string) => `om lag ${about} (${low}–${high})`,
    interval: (low: string, high: string) => `${low}–${high}`,
    ofHeads: (figure: string, heads: string) => `${figure} av ${heads}`,
    people: (heads: string) => `${heads} ansatte`,
    persons: (heads: string) => `${heads} personer`,
    lowCoverage: (coverage: string) => `Dekning ${coverage}`,
    withheldMark: 'Ikke vist',
  },

  withheld: {
    'too-few-in-partner': (needed?: string) =>
      needed === undefined
        ? 'Ikke vist: For få i sektoren står utenfor denne raden.'
        : `Ikke vist: Sektoren må ha minst ${needed} ansatte utenfor denne raden.`,
    'too-little-coverage': (needed?: string) =>
      needed === undefined
        ? 'Ikke vist: For få har både postkasse og lisens.'
        : `Ikke vist: Minst ${needed} prosent må ha både postkasse og lisens.`,
    'not-measured': (): string => 'Ikke målt i denne perioden.',
    'not-in-a-row': (): string => 'Ikke vist: Enheten er for liten til å stå i en rad i denne tabellen.',
  },

  overview: {
    loosest: (division: string) => `**${division}** henger trolig løsest sammen med resten`,
    loosestLead: (people: string, heads: string, interval: string, partner: string) =>
      `Om lag **${people} av ${heads}** ansatte (${interval}) hadde fast kontakt med noen i ${partner}, den sektoren flest derfra nådde.`,
    nothing: 'Ingen sektor skiller seg sikkert ut',
    nothingLead:
      'Forskjellene mellom sektorene er ikke større enn usikkerheten i tallene. Det er et godt resultat: ingen står tydelig alene.',
    incomparable: 'Det er ingenting å sammenligne ennå',
    incomparableBecause: {
      'not-measured': 'Kontakt på tvers er ikke målt i denne perioden.',
      'one-row': 'Alle ansatte står samlet i én rad.',
      'few-divisions': 'Det er for få sektorer.',
      'small-divisions': 'Sektorene er for små til at vi kan vise hvem de har kontakt med.',
    },
    comparableFrom: (divisions: string, heads: string) =>
      `Samspill sammenligner sektorer når **minst ${divisions}** av dem har **minst ${heads} ansatte** hver. Det som er målt, står under.`,
    tooLittle: 'Vi ser for lite til å si hvordan sektorene henger sammen',
    tooLittleLead:
      'For få ansatte har både postkasse og lisens. Tallene under gjelder bare dem vi ser, og sier lite om resten.',
    certainty: 'Spennet i parentes rommer det riktige tallet ni av ti ganger.',
    population: (heads: string, coverage: string) =>
      `Gjelder ${heads} personer. Om lag ${coverage} av dem har både postkasse og lisens og kan synes i tallene.`,
    choosePeriod: 'Periode',
    newest: 'nyeste',
    newPeriod: (period: string) => `Nye tall er kommet: ${period}.`,
    overdue: (period: string) =>
      `Tallene er gamle: ${period} er over uten at det er kommet et nytt bilde. Under **Om tallene** står hvordan det går med lesingen.`,
    moreComing: (released: string, expected: string) =>
      `${released} av ${expected} kvartaler er ${released === '1' ? 'klart' : 'klare'}. Resten kommer av seg selv.`,
    thinTitle: 'Her ser vi for lite',
    thinLead:
      'Få har både postkasse og lisens i disse enhetene. At vi ser få faste kontakter, betyr ikke at de er lukket.',
    thin: (row: string, heads: string, coverage: string) => `**${row}**: ${coverage} av ${heads} ansatte`,

    reachTitle: 'Hvem har fast kontakt med hvem',
    reachLead:
      'Hver rute viser hvor mange i enheten som har fast kontakt med minst én i sektoren øverst, utenom sin egen enhet.',
    reachPopulation: (heads: string, days: string) => `Gjelder ${heads} ansatte, ${days}.`,
    withoutElected: (heads: string, days: string) =>
      `Gjelder ${heads} ansatte, ${days}. Folkevalgte er ikke med: kontakt måles aldri for dem.`,
    appsPopulation: (heads: string, days: string) => `Gjelder ${heads} personer, ${days}.`,
    alsoHolds: (units: string) => `Her er også ${units}.`,
    holds: (units: string) => `Her er ${units}.`,
    reachDefinition:
      'Fast kontakt betyr at en ansatt selv har henvendt seg til den andre minst to ganger, i minst to ulike uker.',
    reachCounted: (ways: string) => `Dette teller: ${ways}.`,
    reachWays: {
      mail: 'e-post med én til åtte mottakere',
      meetings: 'møter med to til 18 deltakere',
      chats: 'chat med to til åtte deltakere',
      calls: 'samtaler med to til 18 deltakere',
    },
    reachSentence: (people: string, row: string, heads: string, column: string) =>
      `${people} av ${heads} ansatte i ${row} hadde fast kontakt med noen i ${column}.`,
    reachSummary: (rows: string, columns: string, highest: string) =>
      `Tabell over ${rows} enheter og ${columns} sektorer. ${highest}`,
    highest: (people: string, heads: string, row: string, column: string) =>
      `Størst andel: ${people} av ${heads} ansatte i ${row} hadde fast kontakt med noen i ${column}.`,
    matrixHelp: 'Bruk piltastene for å gå fra rute til rute.',
    pickCell: 'Pek på en rute, så står tallet her som en setning.',
    unitColumn: 'Enhet',
    divisionColumn: 'Sektor',
    headsColumn: 'Ansatte',
    personsColumn: 'Personer',
    merged: (count: string) => `${count}\u00a0enheter samlet`,
    legendShare: 'Andel, opptil',
    legendNone: 'kan være ingen',
    legendInterval: 'usikkerhet',
    legendWithheld: 'ikke vist',
    legendOwn: 'egen sektor',
    ownDivision: 'Egen sektor, utenom egen enhet.',
    noReach: 'Denne perioden har ingen tabell over kontakt.',

    channelsTitle: 'E-post eller Teams',
    channelsLead:
      'Hvor mange i hver sektor som mest bruker e-post, eller mest Teams, når de har kontakt med andre enheter.',
    channelsDefinition:
      'Det som telles, er dager med kontakt med noen i en annen enhet. Under «Mest e-post» var minst to av tre slike dager med e-post. Under «Mest Teams» gjelder det samme for chat, samtaler og møter i Teams. Alle andre står under «Blandet», også de som mest møtes. Den som ikke har fast kontakt med andre enheter, er ikke med.',
    channelsSentence: (people: string, row: string, heads: string, column: string) =>
      `${people} av ${heads} ansatte i ${row} står under «${column}».`,
    channelsHighest: (people: string, heads: string, row: string, column: string) =>
      `Størst andel: ${people} av ${heads} ansatte i ${row} står under «${column}».`,
    channelsSummary: (rows: string, columns: string, highest: string) =>
      `Tabell over ${rows} sektorer og ${columns} kolonner. ${highest}`,
    noChannels:
      'Ikke vist: Denne perioden har ingen slik tabell. Den kommer to ganger i året, med 2. og 4.\u00a0kvartal, der både e-post og Teams blir lest.',

    appsTitle: 'Verktøy i fast bruk',
    appsLead: 'Hvor mange som bruker hvert verktøy minst fire dager i løpet av fire uker.',
    appsDefinition:
      'Tallene kommer fra Microsofts bruksrapport. Den sier at et verktøy ble brukt en dag, ikke hva det ble brukt til.',
    appsNotMeasured: (apps: string) =>
      `Ikke målt i denne perioden: ${apps}. Et verktøy er med når rapporten for det er lest for minst 21 dager.`,
    appsSentence: (people: string, row: string, heads: string, column: string) =>
      `${people} av ${heads} personer i ${row} har ${column} i fast bruk.`,
    appsWhole: 'Hele organisasjonen',
    appsByRow: 'Enhet for enhet',
    appsHighest: (people: string, heads: string, row: string, column: string) =>
      `Størst andel: ${people} av ${heads} personer i ${row} har ${column} i fast bruk.`,
    appsSummary: (rows: string, columns: string, highest: string) =>
      `Tabell over ${rows} enheter og ${columns} verktøy. ${highest}`,
    noApps: 'Denne perioden har ingen tabell over verktøy.',
    appsConcealed: 'Denne perioden har ingen tabell over verktøy. Bruksrapportene skjulte navn hele tiden.',
    appsPartlyConcealed: (days: string, needed: string) =>
      `Denne perioden har ingen tabell over verktøy. Bruksrapportene viste navn i ${days} dager. En vane kan først sees etter ${needed}.`,
    appsTooFewDays: (days: string, needed: string) =>
      `Denne perioden har ingen tabell over verktøy. Det finnes rapport for ${days} dager. En vane kan først sees etter ${needed}.`,
    appsOfNamedDays: (days: string) => `Rapportene skjulte navn i en del av perioden. Tallene bygger på ${days} dager.`,
    noiseNote: (sigma: string) =>
      `Hvert tall er tilsatt tilfeldig støy (standardavvik ${sigma} personer), slik at ingen kan kjennes igjen.`,
  },

  columns: {
    exchange: 'E-post',
    teams: 'Teams',
    files: 'Filer i skyen',
    copilot: 'Copilot',
    coWork: 'Samskriving',
    mobile: 'Mobil',
    any: 'Minst ett av dem',
    engage: 'Viva Engage',
    onedrive: 'OneDrive',
    sharepoint: 'SharePoint',
    few: '1–2 andre enheter',
    some: '3–5 andre enheter',
    many: '6 eller flere',
    mailMostly: 'Mest e-post',
    mixed: 'Blandet',
    teamsMostly: 'Mest Teams',
  },

  concealed: {
    title: 'Bruksrapportene skjuler navn',
    meaning:
      'Microsoft 365 er satt opp slik at rapportene ikke viser hvem de gjelder. Da kan ingen vite hvilke verktøy en enhet bruker. Bare tall for hele organisasjonen kan vises. Det gjelder ikke bildet av kontakt.',
    move: 'Slik kan det godt være. **Personvernansvarlig** avgjør. Vil dere se enhetene, kan en **administrator for Microsoft 365** slå det av. Valget står i administrasjonssenteret, i innstillingene for organisasjonen, under Rapporter. Da ser alle som kan åpne rapportene der, også navn.',
  },

  organisation: {
    title: 'Verktøy i hele organisasjonen',
    exact: 'Nøyaktige tall, talt av Microsoft',
    lead: (day: string) => `Så mange brukte hvert verktøy minst én gang i de sju dagene til og med ${day}.`,
    used: (active: string, licensed: string) => `${active} av ${licensed} med lisens`,
    tool: 'Verktøy',
    people: 'Brukte det',
    licensed: 'Har lisens',
    byDay: 'Dag for dag',
    day: 'Dag',
    untold: '–',
    note: 'Microsoft teller alle med lisens, også elever og andre som Samspill ikke leser om. Tallene har ingen støy. De gjelder bare helheten, og sier ikke noe om noen enhet.',
  },

  first: {
    title: 'Det første bildet er på vei',
    lead: (organisation: string) =>
      `Samspill leser nå hvordan ${organisation} arbeider sammen. Bildet kommer hit av seg selv når kvartalet er ferdig lest.`,
    expected: (day: string) => `Det første bildet ventes **${day}**.`,
    nothingTitle: 'Her kommer bildet av organisasjonen',
    nothingPlanned:
      'Ingenting er lest ennå, og ingen lesing er planlagt. Først må det være bestemt hva som kan leses. Så setter den som drifter Samspill, lesingen i gang.',
    steps: {
      directory: 'Leser hvem som arbeider i hvilken enhet',
      mail: 'Leser når det er sendt e-post mellom enheter',
      meetings: 'Leser når det er holdt møter mellom enheter',
      chats: 'Leser hvem som deler små chatter',
      calls: 'Leser når det er ringt mellom enheter',
      usage: 'Leser hvilke verktøy som er i bruk',
      publishing: 'Lager tabellene og legger til støy',
      idle: 'Venter på neste lesing',
    },
    ofPeriod: (period: string) => `Leser ${period}`,
    days: (done: string, all: string) => `**${done}** av ${all} dager`,
    mailboxes: (done: string, all: string) => `**${done}** av ${all} postkasser`,
    secondsLeft: (seconds: string) => `Om lag ${seconds} sekunder igjen av denne lesingen`,
    minutesLeft: (minutes: string) => `Om lag ${minutes} min igjen av denne lesingen`,
    promises: 'Mens du venter: dette leses aldri',
    failed: 'Lesingen stoppet',
    failedLead: 'Samspill prøver igjen av seg selv. Stopper den flere ganger, må den som drifter Samspill, se på det.',
    failures: {
      'credential-refused': 'Microsoft 365 godtok ikke nøkkelen. Administrator må legge inn en ny.',
      'consent-missing': 'En tillatelse mangler. Administrator må godkjenne den.',
      'too-many-permissions': 'Appen har en tillatelse for mye. Administrator må fjerne den.',
      unreachable: 'Microsoft 365 svarer ikke. Samspill prøver igjen av seg selv.',
      throttled: 'Microsoft 365 ber oss vente. Samspill fortsetter av seg selv.',
      'key-missing': 'Nøkkelen til kvartalet mangler. Den som drifter Samspill, må legge den tilbake.',
      'scope-missing': 'Det er ikke bestemt hva som kan leses. Personvernansvarlig må foreslå det.',
      'scope-ended': 'Tillatelsen til å lese er gått ut. Personvernansvarlig må fornye den.',
      'budget-spent': 'Personvernbudsjettet er brukt opp. Det kommer ny plass når et kvartal faller ut.',
      'period-incomplete': 'Kvartalet er ikke ferdig lest. Samspill fortsetter av seg selv.',
      'folder-unwritable': 'Datamappen kan ikke skrives til. Den som drifter Samspill, må rette det.',
      'damaged-database': 'Databasen er skadet. Den som drifter Samspill, må hente en kopi.',
      'shape-changed': 'Microsoft 365 svarer på en ny måte. Samspill må oppdateres.',
    } as Readonly<Record<string, string>>,
    failureCode: (code: string) => `Kode: ${code}`,
  },

  run: {
    title: 'Kilde for kilde',
    caption: 'Siste lesing, kilde for kilde',
    source: 'Kilde',
    state: 'Hvordan det gikk',
    days: 'Dager lest',
    mailboxes: 'Postkasser lest',
    week: 'Rader siste hele uke',
    waited: 'Bedt om å vente',
    triedAgain: 'Prøvd igjen',
    states: {
      running: 'Leses nå.',
      done: 'Lest.',
      partial: 'Delvis lest. Noen postkasser svarte ikke, og leses neste gang.',
      failed: 'Ikke lest ferdig. Prøves igjen neste gang.',
      'not-due': 'Venter på sin dag.',
    },
    moves: {
      operator: 'Den som drifter Samspill, må se på det.',
      administrator: 'Administrator må se på det.',
      'privacy officer': 'Personvernansvarlig må se på det.',
      wait: 'Samspill prøver igjen av seg selv.',
      us: 'Samspill må oppdateres.',
      nobody: 'Ingen trenger å gjøre noe.',
    },
    gap: (source: string, days: string) =>
      days === '1'
        ? `**${source}**: 1 dag er ikke lest. Kvartalet kan ikke publiseres før den er lest.`
        : `**${source}**: ${days} dager er ikke lest. Kvartalet kan ikke publiseres før de er lest.`,
    nothing: '–',
    fewTimes: 'under 100 ganger',
    times: (count: string) => `om lag ${count} ganger`,
    minutes: (count: string) => `${count} min til sammen`,
    fewDropped: 'Under 100 poster kunne ikke leses.',
    dropped: (count: string) => `Om lag ${count} poster kunne ikke leses.`,
    unknown: (count: string) =>
      `Microsoft sendte ${count} felt vi ikke ba om. ${count === '1' ? 'Det' : 'De'} ble kastet.`,
    unknownNamed: (names: string) => `Kjente navn: ${names}.`,
  },

  unit: {
    choose: 'Velg enhet',
    chooseTitle: 'Se én enhet over tid',
    chooseLead: 'Velg en enhet fra katalogen. Du får se raden den står i, kvartal for kvartal.',
    placeholder: 'Velg …',
    people: (heads: string) => `${heads} personer i katalogen`,
    reachLead: (people: string, heads: string, column: string) =>
      `Utenom egen sektor når flest trolig **${column}**. ${people} av ${heads} ansatte hadde fast kontakt med noen der.`,
    sharedReachLead: (row: string, people: string, heads: string, column: string) =>
      `Enheten deler raden **${row}** med andre. Utenom egen sektor når flest der trolig **${column}**. ${people} av ${heads} ansatte i raden hadde fast kontakt med noen der.`,
    noneSure: 'Ingen fast kontakt med andre sektorer er sikrere enn støyen i tallene.',
    tooLittle: (coverage: string) =>
      `Vi ser for lite her: bare ${coverage} har både postkasse og lisens. Få kontakter betyr ikke at enheten er lukket.`,
    mergedWith: (heads: string, row: string, units: string) =>
      `Vist i raden **${row}** (${heads} ansatte), sammen med ${units}. Små enheter slås sammen, slik at ingen kan kjennes igjen.`,
    andMore: (units: string, more: string) => `${units} og ${more} til`,
    list: (first: string, last: string) => `${first} og ${last}`,
    inNoRow: 'Enheten står ikke i denne tabellen.',
    channelsTitle: 'E-post eller Teams',
    channelsWhere: (row: string, period: string) =>
      `Om folk i **${row}** mest bruker e-post eller Teams, står under Bruk for ${period}. Det vises bare for hele sektorer.`,
    channelsLink: (period: string) => `Gå til Bruk for ${period}`,
    notMeasured: 'Kontakt er ikke målt for denne enheten. Den måles aldri for folkevalgte.',
    noneShown: 'Ingen tall er vist for noe kvartal.',
    reachTitle: 'Fast kontakt med andre',
    reachText: 'Én sektor om gangen: hvor mange i enheten som har fast kontakt med noen der.',
    breadthTitle: 'Bredde',
    breadthText: 'Hvor mange andre enheter de ansatte har fast kontakt med.',
    appsTitle: 'Verktøy i fast bruk',
    appsText: 'Hvor mange som bruker hvert verktøy minst fire dager på fire uker.',
    trend: (column: string, figures: string) => `${column}. ${figures}`,
    trendPoint: (period: string, figure: string) => `${period}: ${figure}`,
    ofHeads: (heads: string, period: string) => `av ${heads} personer, ${period}`,
    changes: {
      more: (period: string) => `sikkert flere enn i ${period}`,
      fewer: (period: string) => `sikkert færre enn i ${period}`,
      'no-sure-change': (period: string) => `ingen sikker endring fra ${period}`,
    },
    changesNote:
      'Sikkert flere eller færre betyr at forskjellen er større enn støyen. Av slike merker er høyst ett av ti ventet å være feil.',
    noUnits: 'Det siste bildet har ingen enheter',
    noUnitsLead:
      'Ingen ansatte er ført på en enhet. Personvernansvarlig kan foreslå et annet sted å hente enhetene fra. Så kommer de med neste bilde.',
    periodColumn: 'Periode',
    scale: (heads: string) =>
      `Skala: 0 til ${heads} personer. Feltet er spennet, som rommer det riktige tallet ni av ti ganger. Punktet er midten.`,
  },

  about: {
    title: 'Hva vi vet, og hva vi aldri ser',
    lead: 'Alt Samspill leser, beholder og viser, står her. Siden er åpen for alle som har appen.',
    readTitle: 'Dette leses',
    readLead:
      'Samspill ber bare om disse feltene. Følger det mer med, kastes det før noe lagres. Åpne en kilde for å se hvert felt, og hvorfor det leses.',
    readNothing: 'Ingenting leses. Det er ikke bestemt ennå hva som kan leses.',
    fieldCount: (fields: string) => `${fields} felt`,
    permission: 'Tillatelse',
    sources: {
      directory: 'Katalogen over ansatte',
      domains: 'Egne domener',
      'list-addresses': 'Adressene til lister',
      'sent-items': 'Sendt e-post',
      'report-settings': 'Innstilling for bruksrapporter',
      'active-user-counts': 'Microsofts tall for hver dag',
      'service-user-counts': 'Microsofts tall for sju dager',
      'active-users': 'Bruksrapport for Microsoft 365',
      'teams-activity': 'Bruksrapport for Teams',
      'teams-devices': 'Bruksrapport for Teams på PC og mobil',
      'email-activity': 'Bruksrapport for e-post',
      'email-apps': 'Bruksrapport for e-postprogrammer',
      'sharepoint-activity': 'Bruksrapport for SharePoint',
      'onedrive-activity': 'Bruksrapport for OneDrive',
      'office-apps': 'Bruksrapport for Office-programmer',
      'engage-activity': 'Bruksrapport for Viva Engage',
      'copilot-usage': 'Bruksrapport for Copilot',
      'unit-groups': 'Grupper som er enheter',
      'competence-groups': 'Grupper med en kompetanse',
      'listed-people': 'De som står på listen',
      'unit-managers': 'Hvem som leder hvem',
      'message-trace': 'Logg over sendt e-post',
      meetings: 'Møter i kalenderen',
      'chat-membership': 'Chat en er medlem av',
      'chat-members': 'Medlemmer i store chatter',
      'chat-messages': 'Chat en har skrevet i',
      calls: 'Samtaler',
      'call-participants': 'Hvem som var med i samtaler',
    } as Readonly<Record<string, string>>,
    sourceTexts: {
      directory: 'Hvem som arbeider her, og i hvilken enhet.',
      domains: 'Hvilke adresser som er våre egne.',
      'list-addresses': 'Hvilke adresser som er en liste og ikke en person.',
      'sent-items': 'Hvem en e-post gikk til, og hvilken dag.',
      'report-settings': 'Om bruksrapporten viser hvem den gjelder.',
      'active-user-counts': 'Hvor mange i hele organisasjonen som brukte et verktøy en dag.',
      'service-user-counts': 'Hvor mange i hele organisasjonen som brukte et verktøy på sju dager.',
      'active-users': 'Hvilke verktøy som ble brukt en dag.',
      'teams-activity': 'Om Teams ble brukt en dag.',
      'teams-devices': 'Om Teams ble brukt på mobil en dag.',
      'email-activity': 'Om e-post ble brukt en dag.',
      'email-apps': 'Om e-post ble lest på mobil en dag.',
      'sharepoint-activity': 'Om filer ble brukt eller delt en dag.',
      'onedrive-activity': 'Om filer ble brukt eller delt en dag.',
      'office-apps': 'Om Office ble brukt på mobil en dag.',
      'engage-activity': 'Om noe ble skrevet i Viva Engage en dag.',
      'copilot-usage': 'Om Copilot ble brukt en dag.',
      'unit-groups': 'Hvilken enhet en ansatt arbeider i.',
      'competence-groups': 'Hvem som har en kompetanse som kan telles.',
      'listed-people': 'Hvem som kan leses, og hvor de arbeider.',
      'unit-managers': 'Hvilken enhet en ansatt arbeider i.',
      'message-trace': 'Hvem en e-post gikk fra og til, og hvilken dag.',
      meetings: 'Hvem som møttes, hvor lenge, og hvilken dag.',
      'chat-membership': 'Hvem som er i samme lille chat.',
      'chat-members': 'Hvem som er i en chat med mange utenfra.',
      'chat-messages': 'I hvilken time noen skrev i en liten chat. Teksten følger med, og kastes ulest.',
      calls: 'Hvor lenge en samtale varte, og hvilken dag.',
      'call-participants': 'Hvem som var med i en samtale.',
    } as Readonly<Record<string, string>>,
    neverTitle: 'Dette leses aldri',
    never: [
      { text: 'Innholdet i e-post, møter eller filer', unless: [] },
      { text: 'Vedlegg og lenker', unless: [] },
      { text: 'Elever, gjester og kontoer utenfor listen over ansatte', unless: [] },
      { text: 'Postkassen til den som har reservert seg', unless: [] },
      { text: 'Emnefelt', unless: ['message-trace'] },
      { text: 'Innholdet i chat', unless: ['chat-messages'] },
      { text: 'Kalendere', unless: ['meetings'] },
      { text: 'Hvem som deler en chat', unless: ['chat-membership', 'chat-messages'] },
      { text: 'Samtaler', unless: ['calls'] },
    ] as readonly { readonly text: string; readonly unless: readonly string[] }[],
    unasked: 'Følger med uten at vi kan si nei. Det kastes før noe lagres:',
    keptTitle: 'Dette beholdes',
    keptLead:
      'Av det som leses, lagres aldri navn eller adresser. Under et kvartal holdes korte rader under et oppdiktet kjennetegn: hvem, med hvem, hvilken dag, hvor mange ganger og minutter. Når kvartalet er publisert, slettes radene, og nøkkelen ødelegges. Det finnes ingen liste over hvem som skrev til hvem, og ingen kan få en.',
    keptMinutes:
      'Møter og samtaler har de minuttene de varte. E-post og chat er ikke målt: Hver e-post regnes som 1,45 minutter, og en time noen skrev i en chat, likeså. Tiden deles på de andre som var med.',
    countsTitle: 'Hvor mye som er lest',
    days: 'Dager lest',
    countsLead:
      'Gjelder de ansatte på listen som har postkasse, kvartal for kvartal. En handling er at en ansatt henvendte seg til en annen, på en av måtene som leses. Handlinger og linjer er rundet av til to siffer. Ingen av disse tallene har støy.',
    mailboxes: 'Postkasser lest',
    interactions: 'Handlinger',
    usageDays: 'Linjer fra bruksrapporten',
    ofAll: (done: string, all: string) => `${done} av ${all}`,
    about: (number: string) => `om lag ${number}`,
    tooFew: 'For få til å vises',
    runTitle: 'Siste lesing',
    runDone: (day: string) => `Ferdig ${day}.`,
    runPartial: (day: string) => `Delvis lest ${day}. Neste lesing prøver igjen.`,
    noneRead: 'Ingenting er lest ennå.',
    placedTitle: 'Hvor enhetene kommer fra',
    placedLead:
      'Hver ansatt plasseres i én enhet. Her står hva som sa det sist, og når. Færre enn 20 ansatte vises ikke for seg.',
    placedBy: 'Hva som sa det',
    placedOn: 'Dag',
    placedHeads: 'Ansatte',
    placings: {
      attribute: 'Feltet for enhet i Entra',
      groups: 'Grupper i Entra',
      managers: 'Rekken av ledere i Entra',
      'hr-file': 'Filen fra HR',
      others: 'Andre kilder til sammen',
      none: 'Uten enhet: teller ikke i noen rad',
    },
    placedFew: 'færre enn 20',
    heldTitle: 'Dette holdes akkurat nå',
    heldNothingYet: 'Ingenting om enkeltpersoner.',
    heldNothing: 'Ingenting om enkeltpersoner. Alle avsluttede kvartaler er slettet.',
    held: (period: string, day: string) => `**${period}**: rader fra ${day}. De slettes når kvartalet er publisert.`,
    heldEmpty: (period: string) => `**${period}**: ingen rader ennå.`,
    custodyTitle: 'Nøkler',
    custody: (kind: string) => `Nøklene ligger i: **${kind}**.`,
    custodyWeak:
      'Dette holder for en demo eller en prøve, ikke for drift. Bruk et nøkkelhvelv før virkelige data leses.',
    custodyStrong: 'Nøklene er skilt fra dataene.',
    custodyKinds: {
      file: 'en fil på serveren',
      'systemd-credential': 'en forseglet fil som bare tjenesten kan åpne (systemd)',
      'key-vault': 'Azure Key Vault',
      'managed-hsm': 'en egen maskin for nøkler (Managed HSM)',
    } as Readonly<Record<string, string>>,
    budgetTitle: 'Personvernbudsjettet',
    budgetLead:
      'Hver publisering røper litt. Derfor finnes et budsjett for fire kvartaler på rad, og Samspill nekter å gå over det.',
    budgetSpent: (spent: string, all: string) => `**${spent}** av ${all} (ρ) er brukt de siste fire kvartalene.`,
    budgetLevel: {
      standard: 'Nivå: vanlig.',
      careful: 'Nivå: forsiktig (halvparten av vanlig).',
    },
    odds: (guesses: string, period: string) =>
      `Tenk deg en som vet alt om alle andre, og skal gjette om én bestemt person er med i tallene for ${period}. Uten Samspill blir det riktig 50 av 100 ganger. Med Samspill blir det riktig **${guesses}\u00a0av\u00a0100**.`,
    madeTitle: 'Slik lages hvert tall',
    madeSteps: [
      'Hver ansatt blir en kort rad: hvilke sektorer som er nådd, og hvilke verktøy som er i fast bruk.',
      'Radene telles per enhet. Små enheter slås sammen først.',
      'Hvert tall får tilfeldig støy, trukket én gang. Det riktige tallet kastes.',
      'Skjermen viser midten og et spenn som rommer det riktige tallet ni av ti ganger.',
    ],
    formula: 'Formel',
    formulaLead: (table: string, period: string) => `${table}, ${period}`,
    formulaOf: (heads: string, rows: string) => `${heads} personer i ${rows} rader`,
    floor: 'Så mange ansatte må en rad ha. Er en enhet mindre, slås den sammen med andre:',
    sigmaWords: 'σ er støyens standardavvik, ρ er prisen i budsjettet, Δ² er hvor mye én person kan flytte tabellen.',
    tables: {
      reach: 'Fast kontakt',
      breadth: 'Bredde',
      apps: 'Verktøy',
      channels: 'E-post eller Teams',
    } as Readonly<Record<string, string>>,
    releasesTitle: 'Publiseringer',
    releasesLead:
      'Hver publisering trekkes fra budsjettet. Treff av 100 er hvor ofte en som vet alt om alle andre, gjetter riktig om én person. Ren gjetning gir 50.',
    releasedAt: 'Publisert',
    cost: 'Pris (ρ)',
    guesses: 'Treff av 100',
    shredded: 'Nøkkel ødelagt',
    notYet: 'Ikke ennå',
    noReleases: 'Ingenting er publisert ennå.',
    ledger: (entries: string, head: string) =>
      `Linjer i budsjettboken: ${entries}. Hver linje låser den forrige. Siste kjennetegn: ${head}.`,
    notTitle: 'Dette er Samspill ikke',
    not: 'Samspill viser ikke hva en enkelt person gjør, gir ingen poeng til noen og sier ikke hvem som arbeider mye eller lite. Et navn står bare der noen selv har valgt det, som brobygger. Faste kontakter sier ikke om et samarbeid er godt.',
    period: 'Periode',
  },

  documents: {
    title: 'Dokumenter',
    lead: 'Utkast laget av det som er bestemt. Les dem her, eller last dem ned og gjør dem ferdige. De er ikke juridisk råd.',
    which: 'Dokument',
    placeholder: 'Velg …',
    language: 'Språk i dokumentet',
    languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'Engelsk' },
    download: 'Last ned som Word-fil',
    downloadPdf: 'Last ned som PDF',
    council: {
      title: 'Notat til kommunestyret',
      lead: 'Status, tall med usikkerhet, hva som virket, hva som ikke virket, og veien videre. Tallene er de samme som på skjermene. Notatet er et utkast: les det og gjør det ferdig.',
      show: 'Lag notatet',
      hide: 'Skjul notatet',
    },
    downloaded: 'Filen er lastet ned.',
    failed: 'Filen kom ikke. Prøv igjen.',
    names: {
      'staff-notice': 'Melding til ansatte',
      scope: 'Hva som kan leses',
      'discussion-paper': 'Til drøfting med de tillitsvalgte',
      dpia: 'Vurdering av personvernkonsekvenser (DPIA)',
      'processing-record': 'Protokoll over behandling (artikkel 30)',
      'access-reply': 'Svar på krav om innsyn (offentleglova §\u00a09)',
    } as Readonly<Record<string, string>>,
  },

  failures: {
    offline: {
      title: 'Vi får ikke kontakt',
      text: 'Samspill svarer ikke. Se om du er på nett, og prøv igjen.',
    },
    'no-sign-in': {
      title: 'Innloggingen kom ikke i mål',
      text: 'Teams ga oss ingen innlogging. Prøv igjen. Hjelper det ikke, må den som styrer Microsoft 365 hos dere, godkjenne appen.',
    },
    refused: {
      title: 'Innloggingen ble ikke godtatt',
      text: 'Lukk appen og åpne den på nytt. Hjelper det ikke, ta kontakt med den som drifter Samspill.',
    },
    'not-for-you': {
      title: 'Denne siden er ikke åpen for deg',
      text: 'Den er for andre roller enn din. Det du alltid kan se, er hva Samspill leser og beholder.',
    },
    'not-found': {
      title: 'Vi fant ikke dette',
      text: 'Perioden eller enheten finnes ikke lenger. Enheter kan få nytt navn eller bli slått sammen.',
    },
    'bad-request': {
      title: 'Noe er ikke som det skal',
      text: 'Se gjennom det du skrev, og prøv igjen.',
    },
    conflict: {
      title: 'Dette går ikke nå',
      text: 'Noe er endret siden du åpnet siden. Åpne den på nytt.',
    },
    busy: {
      title: 'Litt for mange spør samtidig',
      text: 'Vent et halvt minutt, og prøv igjen.',
    },
    broken: {
      title: 'Noe gikk galt hos oss',
      text: 'Feilen er ikke din. Ingen tall er gått tapt.',
    },
    'newer-version': {
      title: 'Samspill er blitt oppdatert',
      text: 'Last siden på nytt for å få den nye utgaven.',
    },
  },
  notDrawn: {
    title: 'Siden kom ikke helt fram',
    text: 'Forbindelsen kan være borte, eller Samspill kan være oppdatert siden du åpnet appen. Last på nytt. Hjelper det ikke, ta kontakt med den som drifter Samspill.',
  },
  reload: 'Last på nytt',
  toAbout: 'Se hva som leses',

  open: {
    title: 'Åpne Samspill i Teams',
    lead: 'Samspill vet hvem du er gjennom Teams. Derfor finnes tallene bare der.',
    steps: [
      'Åpne Microsoft Teams.',
      'Velg **Apper** til venstre, og søk etter **Samspill**.',
      'Finner du den ikke? Spør den som styrer Teams hos dere.',
    ],
    silentTitle: 'Teams svarer ikke',
    silentLead: 'Vi fikk ikke svar fra Teams. Prøv å laste siden på nytt.',
    link: 'Gå til Teams',
  },

  entry: {
    title: 'Se hvordan en kommune henger sammen',
    lead: 'Dette er en demo med en oppdiktet kommune. Tallene går samme vei som virkelige tall: De leses, telles, får støy og publiseres.',
    choose: 'Gå inn som',
    answers: [
      {
        question: 'Hva får du se?',
        answer: 'Hvor mange i hver enhet som har fast kontakt med andre sektorer, og hvilke verktøy som er i bruk.',
      },
      {
        question: 'Hva får ingen se?',
        answer: 'Enkeltpersoner, innhold og emnefelt. Det finnes ingen liste over hvem som skriver til hvem.',
      },
      {
        question: 'Hvor sikkert er det?',
        answer: 'Hvert tall har et spenn. Det riktige tallet ligger i spennet ni av ti ganger.',
      },
    ],
    roles: {
      Leader: { name: 'Leder', text: 'Ser oversikten, enhetene og hvordan tallene lages.' },
      PrivacyOfficer: {
        name: 'Personvernansvarlig',
        text: 'Ser hva som leses, personvernbudsjettet og hva som er slettet.',
      },
      Approver: { name: 'Godkjenner', text: 'Godkjenner eller avviser det som blir foreslått.' },
      DataProtectionOfficer: {
        name: 'Personvernombud',
        text: 'Kommenterer det som blir foreslått, og kan protestere.',
      },
      EmployeeRepresentative: {
        name: 'Tillitsvalgt',
        text: 'Bekrefter drøftinger, signerer evalueringen og fører listen over vernede kontakter.',
      },
      LaunchOwner: { name: 'Lanseringsansvarlig', text: 'Fører opp lanseringer, gevinster og hva som går ut.' },
      Administrator: { name: 'Administrator', text: 'Ser hva som leses, og hvordan lesingen går.' },
      Employee: { name: 'Ansatt', text: 'Ser alt om seg selv, og hva Samspill leser.' },
    },
  },
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

/** The catalogue every language must fill: the same keys, the same holes. */
export type Words = Widened<typeof nb>;
