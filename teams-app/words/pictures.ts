import type { Language } from './language.ts';
import { picturesNn } from './pictures-nn.ts';

/** The words of the network of units, of what changed, of what is suggested, and of saving a picture, på bokmål. */
const nb = {
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
      'Organisasjonen er for liten til at det kan vises hvor kontakten går. Derfor er ingen linjer tegnet. Tabellen under viser hvor mange som har kontakt utenfor egen enhet.',
    noLines: 'Ingen kontakt på tvers kan vises i denne perioden. Derfor er ingen linjer tegnet.',
    seatless: 'ingen egen rad',
    legend: {
      size: 'sirkel: antall ansatte',
      sure: 'sikker linje',
      unsure: 'usikker: kan være ingen',
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
    more: (count: string) => `Og ${count} endringer til. De står ved hver enhet, under Enhet.`,
    note: (compared: string) =>
      `${compared} tall er sammenlignet med forrige måling. Av endringene her er høyst én av ti bare tilfeldig, i det lange løp.`,
  },
  suggestions: {
    title: 'Forslag til neste skritt',
    lead: 'Hvert forslag hviler på et tall på denne siden. Samspill vet ikke hvorfor det er slik. Det vet de som arbeider der.',
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

export type PictureWords = typeof nb;

const en: PictureWords = {
  save: {
    open: 'Save the picture',
    copy: 'Copy the picture',
    png: 'Download as PNG',
    svg: 'Download as SVG',
    copied: 'The picture is copied.',
    saved: 'The picture is downloaded.',
    copyFailed: 'The picture could not be copied here. Download it instead.',
    failed: 'The picture was not made. Try again.',
  },
  fold: {
    order: 'Under each unit the figures that are sure come first, the largest at the top.',
    rows: (count) => `${count} rows`,
    rest: (count, row) => `Show ${count} more figures of ${row}`,
  },
  network: {
    title: 'How you are put together',
    chartLead:
      'Each island is a division, each circle a unit. The larger the circle, the more employees. Switch to the network to see who is in contact across divisions.',
    networkLead:
      'Each line goes from a unit to a division in which some of its people have regular contact. Whom they have it with is not shown.',
    toNetwork: 'Show as a network',
    toChart: 'Show as an organisation chart',
    pick: 'Point at a unit or a line, and it is told here as a sentence.',
    pickUnit: 'Point at a unit, and it is told here as a sentence. Up and down go from unit to unit.',
    keys: 'Up and down go from unit to unit, right goes out along the lines. Enter shows every line from the unit.',
    shown: (shown, all) => `${shown} of ${all} lines are drawn: the sure ones first, then the widest.`,
    more: (count) => `Show ${count} more lines`,
    fewer: 'Show fewer lines',
    unit: (name, heads, division) => `${name} in ${division} has ${heads} employees.`,
    unitAlone: (name, heads) => `${name} has ${heads} employees.`,
    sureLines: (count, names) => `Sure contact with ${count} of the other divisions: ${names}.`,
    noSureLine: 'No line from here is sure.',
    kinds: {
      bridge: 'The unit is a bridge: surely one in four or more have contact in at least half of the other divisions.',
      apart: 'The unit stands apart: surely fewer than one in four have contact in each of the other divisions.',
    },
    tooLittleSeen: (coverage) =>
      `We see too little here: only ${coverage} have both a mailbox and a licence. Few lines do not mean that the unit is closed.`,
    withheld: 'Contact is not shown: too few have both a mailbox and a licence.',
    sure: 'The line is sure: somebody has contact.',
    unsure: 'The line is not sure: it may also be nobody.',
    summaryChart: (units, islands, largest, heads) =>
      `Organisation chart with ${units} units on ${islands} islands. The largest is ${largest} with ${heads} employees.`,
    summary: (units, islands, sure, unsure) =>
      `Network with ${units} units on ${islands} islands. Sure lines: ${sure}. Lines that are not sure: ${unsure}.`,
    most: (sentence) => `Most: ${sentence}`,
    bridges: (names) => `Bridges: ${names}.`,
    aparts: (names) => `Apart: ${names}.`,
    oneUnit: 'All employees stand in one row. Then there are no lines to draw.',
    oneColumn:
      'The organisation is too small to show where contacts go. So no lines are drawn. The table below shows how many have contact outside their own unit.',
    noLines: 'No contact across divisions can be shown in this period. So no lines are drawn.',
    seatless: 'no row of its own',
    legend: {
      size: 'circle: number of employees',
      sure: 'sure line',
      unsure: 'not sure: may be nobody',
      width: 'the core: at least so many. The whole width: at most so many',
      bridge: 'bridge',
      apart: 'apart',
      tooLittleSeen: 'we see too little',
      withheld: 'not shown',
    },
    definitions:
      '**Bridge**: surely one in four or more have contact in at least half of the other divisions. **Apart**: surely fewer than one in four have contact in each of them. The share is of those we can see. Contact within the own division is not drawn. Where the islands lie, and how far apart, means nothing.',
    columns: ['Unit', 'Division', 'Employees', 'Sure contact with', 'Not sure, may be nobody', 'Mark'],
    marks: {
      bridge: 'Bridge',
      apart: 'Apart',
      between: '–',
      'too-little-seen': 'We see too little',
      withheld: 'Not shown',
    },
    none: '–',
  },
  changes: {
    title: 'What has changed?',
    lead: 'Only changes larger than the uncertainty of the figures stand here.',
    noneTitle: 'No sure change',
    none: (compared) =>
      `${compared} figures are compared with the measurement before. None of them has changed by more than the noise. That is a good answer: the picture from last time stands.`,
    first: 'There is no earlier quarter to compare with. Changes come with the next measurement.',
    incomparable:
      'None of the figures can be compared with the measurement before. Units are put together in another way, or the figures are of another kind.',
    kinds: { more: 'More than last time', fewer: 'Fewer than last time' },
    breadth: (people, row, heads, column) =>
      `${people} of ${heads} employees in ${row} have regular contact with ${column}.`,
    more: (count) => `And ${count} more changes. They stand with each unit, under Unit.`,
    note: (compared) =>
      `${compared} figures are compared with the measurement before. Of the changes here at most one in ten is mere chance, in the long run.`,
  },
  suggestions: {
    title: 'Suggested next steps',
    lead: 'Each suggestion rests on a figure on this page. Samspill does not know why it is so. Those who work there do.',
    none: 'The figures point at nothing this time. Then there is nothing you have to do.',
    because: 'Why:',
    meet: (division, partner) =>
      `Let the leaders of **${division}** and **${partner}** agree on one regular meeting, and see whether the figure changes.`,
    apart: (unit) =>
      `Ask in **${unit}** whether they lack somebody to turn to in other divisions, or whether it is as it should be.`,
    fewer: (unit, partner) => `Ask in **${unit}** what has changed in the work together with **${partner}**.`,
    learn: (unit) => `Learn from **${unit}**: ask what lets so many there have contact in other divisions.`,
    seeMore: (unit) =>
      `Find out how people in **${unit}** work together. It probably happens elsewhere than in Microsoft 365.`,
    most: 'The division that most of them reached:',
    coverage: (heads, coverage) => `Only ${coverage} of ${heads} employees have both a mailbox and a licence.`,
    bridged: (count, of) => `Surely one in four or more there have contact in ${count} of ${of} other divisions.`,
  },
};

export function pictureWords(language: Language): PictureWords {
  return { nb, nn: picturesNn, en }[language];
}
