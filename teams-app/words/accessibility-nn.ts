import type { AccessibilityWords } from './accessibility-nb.ts';

/** The accessibility statement på nynorsk. */
export const accessibilityNn: AccessibilityWords = {
  link: 'Tilgjengeerklæring',
  title: 'Tilgjengeerklæring for Samspill',
  lead: 'Verksemda som bruker Samspill, er ansvarleg for løysinga. Alle skal kunne bruke ho. Erklæringa følgjer malen frå Tilsynet for universell utforming av ikt.',
  back: 'Til Om tala',
  parts: [
    {
      title: 'Status',
      text: [
        'Samspill er delvis i samsvar med krava i forskrifta (WCAG 2.1, nivå A og AA), og er laga etter WCAG\u00a02.2.',
        'Vi kjenner ingen brot på krava. Vi skriv «delvis» fordi ikkje alt er prøvd av menneske enno. Det som manglar, står under.',
      ],
      points: [],
    },
    {
      title: 'Dette er ikkje prøvd enno',
      text: [],
      points: [
        'Bruk med skjermlesar, av folk som bruker skjermlesar til dagleg.',
        'Bruk med talestyring og med brytar.',
        'Teams på telefon og nettbrett. Smal skjerm er prøvd i nettlesar.',
        'Utkast som blir lasta ned som fil. Dei blir laga med overskrifter og språk, men er ikkje kontrollerte eitt for eitt.',
      ],
    },
    {
      title: 'Slik er det prøvd',
      text: [
        'Kvar ny versjon blir prøvd av maskin i nettlesaren Chromium, både som eiga side og inne i ei ramme som Teams:',
      ],
      points: [
        'Verktøyet axe leitar etter feil i lys, mørk og kontrastrik utsjånad.',
        'Tastatur åleine: alt kan nåast, og du ser kvar du er.',
        'Forstørring til 200 prosent, og breidd ned til 320 punkt, utan å rulle sidelengs.',
        'Mindre rørsle når du har bede om det, og tvinga fargar.',
        'Kvart bilete finst òg som tabell, og ingenting blir fortalt med farge åleine.',
      ],
    },
    {
      title: 'Unntak og dato',
      text: [
        'Ingen delar er unnatekne frå krava, og vi seier ikkje om noko at det er for tungt å få til. Vi gjekk sist gjennom erklæringa 22.\u00a0november 2026.',
      ],
      points: [],
    },
    {
      title: 'Sei frå om feil',
      text: [
        'Møter du noko du ikkje kan bruke, så sei frå til den som driftar Samspill hos dykk. Skriv kvar du var, og kva som hindra deg. Ber du om innhaldet på ein annan måte, skal du få svar.',
      ],
      points: [],
    },
    {
      title: 'Om du ikkje får hjelp',
      text: [
        'Tilsynet for universell utforming av ikt (uutilsynet.no) fører tilsyn, og tek imot tips. Får du ikkje medhald hos verksemda, kan du klage til Diskrimineringsnemnda.',
      ],
      points: [],
    },
  ],
};
