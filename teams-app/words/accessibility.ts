import { accessibilityNn } from './accessibility-nn.ts';
import type { Language } from './language.ts';

/**
 * The accessibility statement, in the order of the template of the Norwegian authority (uustatus.no). What is said here
 * is about Samspill as delivered; the organisation publishes its own on uustatus.no. På bokmål.
 */
const nb = {
  link: 'Tilgjengelighetserklæring',
  title: 'Tilgjengelighetserklæring for Samspill',
  lead: 'Virksomheten som bruker Samspill, er ansvarlig for løsningen. Den skal kunne brukes av alle. Erklæringen følger malen fra Tilsynet for universell utforming av ikt.',
  back: 'Til Om tallene',
  parts: [
    {
      title: 'Status',
      text: [
        'Samspill er delvis i samsvar med kravene i forskriften (WCAG 2.1, nivå A og AA), og er laget etter WCAG 2.2.',
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

export type AccessibilityWords = typeof nb;

/** The same in English. */
const en: AccessibilityWords = {
  link: 'Accessibility statement',
  title: 'Accessibility statement for Samspill',
  lead: 'The organisation that uses Samspill is responsible for it. Everybody shall be able to use it. The statement follows the template of the Norwegian Authority for Universal Design of ICT.',
  back: 'To About this data',
  parts: [
    {
      title: 'Status',
      text: [
        'Samspill partially conforms to the requirements of the Norwegian regulation (WCAG 2.1, levels A and AA), and is made to WCAG 2.2.',
        'We know of no failure. We write “partially” because not everything has been tried by people yet. What is missing is listed below.',
      ],
      points: [],
    },
    {
      title: 'Not tried yet',
      text: [],
      points: [
        'Use with a screen reader, by people who use one every day.',
        'Use with speech control and with a switch.',
        'Teams on a telephone or tablet. A narrow screen is tried in a browser.',
        'Drafts that are downloaded as files. They are made with headings and a language, but not checked one by one.',
      ],
    },
    {
      title: 'How it is tried',
      text: [
        'Each new version is tried by machine in the browser Chromium, as a page of its own and in a frame like Teams:',
      ],
      points: [
        'The tool axe looks for faults in the light, dark and high contrast looks.',
        'Keyboard alone: everything can be reached, and you see where you are.',
        'Enlarged to 200 per cent, and down to 320 points wide, without scrolling sideways.',
        'Less movement where you have asked for it, and forced colours.',
        'Every picture is there as a table too, and nothing is told by colour alone.',
      ],
    },
    {
      title: 'Tell us of a fault',
      text: [
        'If you meet something you cannot use, tell those who run Samspill in your organisation. Write where you were and what stopped you. If you ask for the content in another form, you shall have an answer.',
      ],
      points: [],
    },
    {
      title: 'If you get no help',
      text: [
        'The Norwegian Authority for Universal Design of ICT (uutilsynet.no) supervises, and takes reports. If the organisation does not agree with you, you may complain to the Anti-Discrimination Tribunal (Diskrimineringsnemnda).',
      ],
      points: [],
    },
  ],
};

export function accessibilityWords(language: Language): AccessibilityWords {
  return { nb, nn: accessibilityNn, en }[language];
}
