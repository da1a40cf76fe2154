/** The record of processing: GDPR article 30. */
export const processingRecord = {
  title: (organisation: string) => `Protokoll over behandling (artikkel 30): Samspill hos ${organisation}`,
  head: ['Hva loven spør om', 'Svar'] as const,
  controller: 'Behandlingsansvarlig',
  officer: 'Personvernombud',
  purposes: 'Formål',
  basis: 'Behandlingsgrunnlag',
  people: 'Hvem det gjelder',
  peopleText: 'Ansatte på listen over dem som kan leses.',
  categories: 'Slag opplysninger',
  contacts: 'at to hadde kontakt en dag',
  usage: 'at et verktøy ble brukt en dag',
  directory: 'enhet og om en er leder, folkevalgt eller i førstelinjen',
  special: 'Særlige kategorier (artikkel 9)',
  specialText: 'Ingen søkes. Kontakt som kan røpe slikt, kastes ved døren.',
  recipients: 'Mottakere',
  recipientsText:
    'Ledere får antall med støy. Publiserte tall kan bli krevd innsyn i av alle. Ledere ser navn og enhet til den som selv har valgt å stå som brobygger.',
  transfers: 'Overføring ut av EØS',
  transfersText: 'Samspill overfører ikke noe. Se avtalen dere har med Microsoft.',
  erasure: 'Frister for sletting',
  erasureText:
    'Rader og nøkkel: når kvartalets tall er laget. Tall med støy: varig. Navn på brobyggere: når de trekker seg.',
  security: 'Sikkerhet',
  securityText: (custody: string) =>
    `Kjennetegn med egen nøkkel hvert kvartal. Nøkler i ${custody}. Minst mulig tillatelser, og et regnskap ingen kan endre uten at det synes.`,
  ends: 'Slutt',
  processors: 'Databehandlere',
  toWrite: '(fylles ut)',
};
