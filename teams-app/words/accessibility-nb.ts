/**
 * The accessibility statement, in the order of the template of the Norwegian authority (uustatus.no). What is said here
 * is about Samspill as delivered; the organisation publishes its own on uustatus.no. På bokmål.
 */
export const accessibilityNb = {
  link: 'Tilgjengelighetserklæring',
  title: 'Tilgjengelighetserklæring for Samspill',
  lead: 'Virksomheten som bruker Samspill, er ansvarlig for løsningen. Den skal kunne brukes av alle. Erklæringen følger malen fra Tilsynet for universell utforming av ikt.',
  back: 'Til Om tallene',
  parts: [
    {
      title: 'Status',
      text: [
        'Samspill er delvis i samsvar med kravene i forskriften (WCAG 2.1, nivå A og AA), og er laget etter WCAG\u00a02.2.',
        'Vi kjenner ingen brudd på kravene. Vi skriver «delvis» fordi ikke alt er prøvd av mennesker ennå. Det som mangler, står under.',
      ],
      points: [],
    },
    {
      title: 'Dette er ikke prøvd ennå',
      text: [],
      points: [
        'Bruk med skjermleser, av folk som bruker skjermleser til daglig.',
        'Bruk med talestyring og med bryter.',
        'Teams på telefon og nettbrett. Smal skjerm er prøvd i nettleser.',
        'Utkast som lastes ned som fil. De lages med overskrifter og språk, men er ikke kontrollert ett for ett.',
      ],
    },
    {
      title: 'Slik er det prøvd',
      text: [
        'Hver ny versjon prøves av maskin i nettleseren Chromium, både som egen side og inne i en ramme som Teams:',
      ],
      points: [
        'Verktøyet axe leter etter feil i lyst, mørkt og kontrastrikt utseende.',
        'Tastatur alene: alt kan nås, og du ser hvor du er.',
        'Forstørring til 200 prosent, og bredde ned til 320 punkter, uten å rulle sidelengs.',
        'Mindre bevegelse når du har bedt om det, og tvungne farger.',
        'Hvert bilde finnes også som tabell, og ingenting fortelles med farge alene.',
      ],
    },
    {
      title: 'Unntak og dato',
      text: [
        'Ingen deler er unntatt fra kravene, og vi sier ikke om noe at det er for tungt å få til. Vi gikk sist gjennom erklæringen 22.\u00a0november 2026.',
      ],
      points: [],
    },
    {
      title: 'Si fra om feil',
      text: [
        'Møter du noe du ikke kan bruke, så si fra til den som drifter Samspill hos dere. Skriv hvor du var, og hva som hindret deg. Ber du om innholdet på en annen måte, skal du få svar.',
      ],
      points: [],
    },
    {
      title: 'Hvis du ikke får hjelp',
      text: [
        'Tilsynet for universell utforming av ikt (uutilsynet.no) fører tilsyn, og tar imot tips. Får du ikke medhold hos virksomheten, kan du klage til Diskrimineringsnemnda.',
      ],
      points: [],
    },
  ] as readonly AccessibilityPart[],
};

interface AccessibilityPart {
  readonly title: string;
  readonly text: readonly string[];
  readonly points: readonly string[];
}

export type AccessibilityWords = typeof accessibilityNb;
