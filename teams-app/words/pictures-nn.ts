import type { PictureWords } from './pictures-nb.ts';

/** The words of the pictures, of what changed and of what is suggested, på nynorsk. */
export const picturesNn: PictureWords = {
  save: {
    open: 'Lagre biletet',
    copy: 'Kopier biletet',
    png: 'Last ned som PNG',
    svg: 'Last ned som SVG',
    copied: 'Biletet er kopiert.',
    saved: 'Biletet er lasta ned.',
    copyFailed: 'Biletet kunne ikkje kopierast her. Last det ned i staden.',
    failed: 'Biletet vart ikkje laga. Prøv igjen.',
  },
  fold: {
    order: 'Under kvar eining står dei sikre tala først, dei største øvst.',
    rows: (count) => `${count} rader`,
    rest: (count, row) => `Vis ${count} tal til for ${row}`,
  },
  network: {
    title: 'Slik er de sette saman',
    chartLead:
      'Kvar øy er ein sektor, og kvar sirkel ei eining. Jo større sirkel, jo fleire tilsette. Byt til nettverket for å sjå kven som har kontakt på tvers.',
    networkLead:
      'Kvar linje går frå ei eining til ein sektor der nokon frå eininga har fast kontakt. Kven i sektoren det er, blir ikkje vist.',
    toNetwork: 'Vis som nettverk',
    toChart: 'Vis som organisasjonskart',
    pick: 'Peik på ei eining eller ei linje, så står ho her som ei setning.',
    pickUnit: 'Peik på ei eining, så står ho her som ei setning. Pil opp og ned går frå eining til eining.',
    keys: 'Pil opp og ned går frå eining til eining, og pil til høgre ut på linjene. Enter viser alle linjer frå eininga.',
    shown: (shown, all) => `${shown} av ${all} linjer er teikna: dei sikre først, så dei breiaste.`,
    more: (count) => `Vis ${count} linjer til`,
    fewer: 'Vis færre linjer',
    unit: (name, heads, division) => `${name} i ${division} har ${heads} tilsette.`,
    unitAlone: (name, heads) => `${name} har ${heads} tilsette.`,
    sureLines: (count, names) => `Sikker kontakt med ${count} av dei andre sektorane: ${names}.`,
    noSureLine: 'Inga linje herifrå er sikker.',
    kinds: {
      bridge: 'Eininga er ei bru: Minst éin av fire har sikkert kontakt i minst halvparten av dei andre sektorane.',
      apart: 'Eininga er for seg sjølv: Sikkert færre enn éin av fire har kontakt i kvar av dei andre sektorane.',
    },
    tooLittleSeen: (coverage) =>
      `Vi ser for lite her: Berre ${coverage} har både postkasse og lisens. Få linjer tyder ikkje at eininga er lukka.`,
    withheld: 'Kontakt er ikkje vist: For få har både postkasse og lisens.',
    sure: 'Linja er sikker: Nokon har kontakt.',
    unsure: 'Linja er usikker: Det kan òg vere ingen.',
    summaryChart: (units, islands, largest, heads) =>
      `Organisasjonskart med ${units} einingar på ${islands} øyar. Størst er ${largest} med ${heads} tilsette.`,
    summary: (units, islands, sure, unsure) =>
      `Nettverk med ${units} einingar på ${islands} øyar. Sikre linjer: ${sure}. Usikre linjer: ${unsure}.`,
    most: (sentence) => `Flest: ${sentence}`,
    bridges: (names) => `Bruer: ${names}.`,
    aparts: (names) => `For seg sjølv: ${names}.`,
    oneUnit: 'Alle tilsette står i éi rad. Då finst det ingen linjer å teikne.',
    oneColumn:
      'Organisasjonen er for liten til at det kan visast kvar kontakten går. Derfor er ingen linjer teikna. Sida Bruer viser kor mange som har kontakt utanfor eiga eining.',
    noLines: 'Ingen kontakt på tvers kan visast i denne perioden. Derfor er ingen linjer teikna.',
    seatless: 'inga eiga rad',
    legend: {
      size: 'sirkel: talet på tilsette',
      sure: 'sikker linje',
      unsure: 'usikker: kan vere ingen',
      number: 'om lag så mange har kontakt',
      width: 'kjernen: minst så mange. Heile breidda: høgst så mange',
      bridge: 'bru',
      apart: 'for seg sjølv',
      tooLittleSeen: 'vi ser for lite',
      withheld: 'ikkje vist',
    },
    definitions:
      '**Bru**: Minst éin av fire har sikkert kontakt i minst halvparten av dei andre sektorane. **For seg sjølv**: Sikkert færre enn éin av fire har kontakt i kvar av dei. Delen er av dei vi kan sjå. Kontakt i eigen sektor er ikkje teikna. Kvar øyane ligg, og kor langt det er mellom dei, tyder ingenting.',
    columns: ['Eining', 'Sektor', 'Tilsette', 'Sikker kontakt med', 'Usikkert, kan vere ingen', 'Merke'],
    marks: {
      bridge: 'Bru',
      apart: 'For seg sjølv',
      between: '–',
      'too-little-seen': 'Vi ser for lite',
      withheld: 'Ikkje vist',
    },
    none: '–',
  },
  changes: {
    title: 'Kva er endra?',
    lead: 'Berre endringar som er større enn uvissa i tala, står her.',
    noneTitle: 'Inga sikker endring',
    none: (compared) =>
      `${compared} tal er samanlikna med førre måling. Ingen av dei har endra seg meir enn støyen. Det er eit godt svar: Biletet frå sist står fast.`,
    first: 'Det finst ikkje noko eldre kvartal å samanlikne med. Endringar kjem med neste måling.',
    incomparable:
      'Ingen av tala kan samanliknast med førre måling. Einingane er sette saman på ein annan måte, eller tala er av eit anna slag.',
    kinds: { more: 'Fleire enn sist', fewer: 'Færre enn sist' },
    breadth: (people, row, heads, column) => `${people} av ${heads} tilsette i ${row} har fast kontakt med ${column}.`,
    before: (period, figure) => `I ${period}: ${figure}.`,
    more: (count) => `Og ${count} endringar til. Dei står ved kvar eining, under Eining.`,
    note: (compared) =>
      `${compared} tal er samanlikna med førre måling. Av endringane her er høgst éi av ti berre tilfeldig, i det lange løpet.`,
  },
  readOn: {
    title: 'Les vidare',
    bridges: 'Kven har fast kontakt med kven, og kvar er det få som ber kontakten?',
    adoption: 'Kva verktøy er i fast bruk, og går leiarane føre?',
    unit: 'Korleis ser det ut i éi eining, kvartal for kvartal?',
  },
  suggestions: {
    title: 'Forslag til neste steg',
    lead: 'Kvart forslag kviler på eit tal frå denne perioden. Samspill veit ikkje kvifor det er slik. Det veit dei som arbeider der.',
    none: 'Tala peikar ikkje ut noko denne gongen. Då er det ingenting de må gjere.',
    because: 'Kvifor:',
    meet: (division, partner) =>
      `La leiarane i **${division}** og **${partner}** avtale eitt fast møtepunkt, og sjå om talet endrar seg.`,
    apart: (unit) =>
      `Spør i **${unit}** om dei saknar nokon å snakke med i andre sektorar, eller om det er slik det bør vere.`,
    fewer: (unit, partner) => `Spør i **${unit}** kva som har endra seg i samarbeidet med **${partner}**.`,
    learn: (unit) => `Lær av **${unit}**: Spør kva som gjer at så mange der har kontakt i andre sektorar.`,
    seeMore: (unit) =>
      `Finn ut korleis folk i **${unit}** samarbeider. Det skjer truleg andre stader enn i Microsoft 365.`,
    most: 'Den sektoren flest derifrå nådde:',
    coverage: (heads, coverage) => `Berre ${coverage} av ${heads} tilsette har både postkasse og lisens.`,
    bridged: (count, of) => `Minst éin av fire tilsette der har sikkert kontakt i ${count} av ${of} andre sektorar.`,
  },
};
