/** The words of the network of units, of what changed, of what is suggested, and of saving a picture, på bokmål. */
export const picturesNb = {
  save: {
    open: 'Lagre bildet',
    copy: 'Kopier bildet',
    png: 'Last ned som PNG',
    svg: 'Last ned som SVG',
    copied: 'Bildet er kopiert.',
    saved: 'Bildet er lastet ned.',
    copyFailed: 'Bildet kunne ikke kopieres her. Last det ned i stedet.',
    failed: 'Bildet ble ikke laget. Prøv igjen.',
  },
  fold: {
    order: 'Under hver enhet står de sikre tallene først, de største øverst.',
    rows: (count: string) => `${count} rader`,
    rest: (count: string, row: string) => `Vis ${count} tall til for ${row}`,
  },
  network: {
    title: 'Slik er dere satt sammen',
    chartLead:
      'Hver øy er en sektor, og hver sirkel en enhet. Jo større sirkel, jo flere ansatte. Bytt til nettverket for å se hvem som har kontakt på tvers.',
    networkLead:
      'Hver linje går fra en enhet til en sektor der noen fra enheten har fast kontakt. Hvem i sektoren det er, vises ikke.',
    toNetwork: 'Vis som nettverk',
    toChart: 'Vis som organisasjonskart',
    pick: 'Pek på en enhet eller en linje, så står den her som en setning.',
    pickUnit: 'Pek på en enhet, så står den her som en setning. Pil opp og ned går fra enhet til enhet.',
    keys: 'Pil opp og ned går fra enhet til enhet, og pil til høyre ut på linjene. Enter viser alle linjer fra enheten.',
    shown: (shown: string, all: string) => `${shown} av ${all} linjer er tegnet: de sikre først, så de bredeste.`,
    more: (count: string) => `Vis ${count} linjer til`,
    fewer: 'Vis færre linjer',
    unit: (name: string, heads: string, division: string) => `${name} i ${division} har ${heads} ansatte.`,
    unitAlone: (name: string, heads: string) => `${name} har ${heads} ansatte.`,
    sureLines: (count: string, names: string) => `Sikker kontakt med ${count} av de andre sektorene: ${names}.`,
    noSureLine: 'Ingen linje herfra er sikker.',
    kinds: {
      bridge: 'Enheten er en bro: Minst én av fire har sikkert kontakt i minst halvparten av de andre sektorene.',
      apart: 'Enheten er for seg selv: Sikkert færre enn én av fire har kontakt i hver av de andre sektorene.',
    },
    tooLittleSeen: (coverage: string) =>
      `Vi ser for lite her: Bare ${coverage} har både postkasse og lisens. Få linjer betyr ikke at enheten er lukket.`,
    withheld: 'Kontakt er ikke vist: For få har både postkasse og lisens.',
    sure: 'Linjen er sikker: Noen har kontakt.',
    unsure: 'Linjen er usikker: Det kan også være ingen.',
    summaryChart: (units: string, islands: string, largest: string, heads: string) =>
      `Organisasjonskart med ${units} enheter på ${islands} øyer. Størst er ${largest} med ${heads} ansatte.`,
    summary: (units: string, islands: string, sure: string, unsure: string) =>
      `Nettverk med ${units} enheter på ${islands} øyer. Sikre linjer: ${sure}. Usikre linjer: ${unsure}.`,
    most: (sentence: string) => `Flest: ${sentence}`,
    bridges: (names: string) => `Broer: ${names}.`,
    aparts: (names: string) => `For seg selv: ${names}.`,
    oneUnit: 'Alle ansatte står i én rad. Da finnes det ingen linjer å tegne.',
    oneColumn:
      'Organisasjonen er for liten til at det kan vises hvor kontakten går. Derfor er ingen linjer tegnet. Siden Broer viser hvor mange som har kontakt utenfor egen enhet.',
    noLines: 'Ingen kontakt på tvers kan vises i denne perioden. Derfor er ingen linjer tegnet.',
    seatless: 'ingen egen rad',
    legend: {
      size: 'sirkel: antall ansatte',
      sure: 'sikker linje',
      unsure: 'usikker: kan være ingen',
      number: 'om lag så mange har kontakt',
      width: 'kjernen: minst så mange. Hele bredden: høyst så mange',
      bridge: 'bro',
      apart: 'for seg selv',
      tooLittleSeen: 'vi ser for lite',
      withheld: 'ikke vist',
    },
    definitions:
      '**Bro**: Minst én av fire har sikkert kontakt i minst halvparten av de andre sektorene. **For seg selv**: Sikkert færre enn én av fire har kontakt i hver av dem. Andelen er av dem vi kan se. Kontakt i egen sektor er ikke tegnet. Hvor øyene ligger, og hvor langt det er mellom dem, betyr ingenting.',
    columns: ['Enhet', 'Sektor', 'Ansatte', 'Sikker kontakt med', 'Usikkert, kan være ingen', 'Merke'],
    marks: {
      bridge: 'Bro',
      apart: 'For seg selv',
      between: '–',
      'too-little-seen': 'Vi ser for lite',
      withheld: 'Ikke vist',
    },
    none: '–',
  },
  changes: {
    title: 'Hva er endret?',
    lead: 'Bare endringer som er større enn usikkerheten i tallene, står her.',
    noneTitle: 'Ingen sikker endring',
    none: (compared: string) =>
      `${compared} tall er sammenlignet med forrige måling. Ingen av dem har endret seg mer enn støyen. Det er et godt svar: Bildet fra sist står fast.`,
    first: 'Det finnes ikke noe eldre kvartal å sammenligne med. Endringer kommer med neste måling.',
    incomparable:
      'Ingen av tallene kan sammenlignes med forrige måling. Enhetene er satt sammen på en annen måte, eller tallene er av et annet slag.',
    kinds: { more: 'Flere enn sist', fewer: 'Færre enn sist' },
    breadth: (people: string, row: string, heads: string, column: string) =>
      `${people} av ${heads} ansatte i ${row} har fast kontakt med ${column}.`,
    before: (period: string, figure: string) => `I ${period}: ${figure}.`,
    more: (count: string) => `Og ${count} endringer til. De står ved hver enhet, under Enhet.`,
    note: (compared: string) =>
      `${compared} tall er sammenlignet med forrige måling. Av endringene her er høyst én av ti bare tilfeldig, i det lange løp.`,
  },
  readOn: {
    title: 'Les videre',
    bridges: 'Hvem har fast kontakt med hvem, og hvor er det få som bærer kontakten?',
    adoption: 'Hvilke verktøy er i fast bruk, og går lederne foran?',
    unit: 'Hvordan ser det ut i én enhet, kvartal for kvartal?',
  },
  suggestions: {
    title: 'Forslag til neste skritt',
    lead: 'Hvert forslag hviler på et tall fra denne perioden. Samspill vet ikke hvorfor det er slik. Det vet de som arbeider der.',
    none: 'Tallene peker ikke ut noe denne gangen. Da er det ingenting dere må gjøre.',
    because: 'Hvorfor:',
    meet: (division: string, partner: string) =>
      `La lederne i **${division}** og **${partner}** avtale ett fast møtepunkt, og se om tallet endrer seg.`,
    apart: (unit: string) =>
      `Spør i **${unit}** om de mangler noen å snakke med i andre sektorer, eller om det er slik det bør være.`,
    fewer: (unit: string, partner: string) =>
      `Spør i **${unit}** hva som har endret seg i samarbeidet med **${partner}**.`,
    learn: (unit: string) => `Lær av **${unit}**: Spør hva som gjør at så mange der har kontakt i andre sektorer.`,
    seeMore: (unit: string) =>
      `Finn ut hvordan folk i **${unit}** samarbeider. Det skjer trolig andre steder enn i Microsoft 365.`,
    most: 'Den sektoren flest derfra nådde:',
    coverage: (heads: string, coverage: string) => `Bare ${coverage} av ${heads} ansatte har både postkasse og lisens.`,
    bridged: (count: string, of: string) =>
      `Minst én av fire ansatte der har sikkert kontakt i ${count} av ${of} andre sektorer.`,
  },
};

export type PictureWords = typeof picturesNb;
