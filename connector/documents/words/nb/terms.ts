/** Words that several documents share. */
export const terms = {
  mark: 'Utkast fra Samspill. Les det, rett det og gjør det ferdig. Det er ikke juridisk råd.',
  toFill: 'Fylles ut:',
  page: { before: 'Side ', between: ' av ' },
  madeOn: (organisation: string, day: string) =>
    `Laget ${day} av innstillingene hos ${organisation}. Endres de, må dokumentet lages på nytt.`,
  and: 'og',
  none: 'ingen',
  yes: 'ja',
  no: 'nei',
  source: 'Kilde',
  says: 'Hva den forteller',
  permission: 'Tillatelse i Microsoft 365',
  field: 'Felt',
  why: 'Hvorfor det leses, og hva som skjer med det',
  unasked: 'Dette følger med uten at vi kan si nei. Det kastes før noe lagres:',
  table: 'Tabell',
  shows: 'Hva den viser',
  cost: 'Pris i året (ρ)',
  question: 'Spørsmål',
  answer: 'Svar',

  sources: {
    directory: ['Katalogen over ansatte', 'Hvem som arbeider her, og i hvilken enhet.'],
    domains: ['Egne domener', 'Hvilke adresser som er våre egne.'],
    'list-addresses': ['Adresser til lister', 'Hvilke adresser som er en liste og ikke en person.'],
    'unit-groups': ['Grupper som er enheter', 'Hvilken enhet en ansatt arbeider i.'],
    'competence-groups': ['Grupper med en kompetanse', 'Hvem som har en kompetanse som kan telles.'],
    'listed-people': ['De som står på listen', 'Hvem som kan leses, og hvilken enhet de arbeider i.'],
    'unit-managers': ['Hvem som leder hvem', 'Hvilken enhet en ansatt arbeider i.'],
    'sent-items': ['Sendt e-post', 'Hvem en e-post gikk til, og hvilken dag.'],
    'message-trace': ['Logg over sendt e-post', 'Hvem en e-post gikk fra og til, og hvilken dag.'],
    meetings: ['Møter i kalenderen', 'Hvem som møttes, hvor lenge, og hvilken dag.'],
    'chat-membership': ['Chat en er medlem av', 'Hvem som deler en liten chat. Ingen melding hentes.'],
    'chat-members': ['Medlemmer i store chatter', 'Hvem som er i en chat med mange utenfra.'],
    'chat-messages': ['Chat en har skrevet i', 'I hvilken time noen skrev. Teksten følger med og kastes ulest.'],
    calls: ['Samtaler', 'Hvor lenge en samtale varte, og hvilken dag.'],
    'call-participants': ['Hvem som var med i samtaler', 'Hvem som ringte sammen.'],
    'report-settings': ['Innstilling for bruksrapporter', 'Om rapportene viser hvem de gjelder.'],
    'active-user-counts': [
      'Hele organisasjonen, dag for dag',
      'Hvor mange i hele organisasjonen som brukte hvert verktøy.',
    ],
    'service-user-counts': [
      'Hele organisasjonen, uke for uke',
      'Hvor mange i hele organisasjonen som brukte hvert verktøy på sju dager.',
    ],
    'active-users': ['Bruksrapport for Microsoft 365', 'Hvilke verktøy som ble brukt en dag.'],
    'teams-activity': ['Bruksrapport for Teams', 'Om Teams ble brukt en dag.'],
    'teams-devices': ['Bruksrapport for Teams på PC og mobil', 'Om Teams ble brukt på mobil en dag.'],
    'email-activity': ['Bruksrapport for e-post', 'Om e-post ble brukt en dag.'],
    'email-apps': ['Bruksrapport for e-postprogrammer', 'Om e-post ble lest på mobil en dag.'],
    'sharepoint-activity': ['Bruksrapport for SharePoint', 'Om filer ble brukt eller delt en dag.'],
    'onedrive-activity': ['Bruksrapport for OneDrive', 'Om filer ble brukt eller delt en dag.'],
    'office-apps': ['Bruksrapport for Office', 'Om Office ble brukt på mobil en dag.'],
    'engage-activity': ['Bruksrapport for Viva Engage', 'Om noe ble skrevet i Viva Engage en dag.'],
    'copilot-usage': ['Bruksrapport for Copilot', 'Om Copilot ble brukt en dag.'],
  } as Readonly<Record<string, readonly [name: string, says: string]>>,

  tables: {
    reach: ['Fast kontakt', 'Hvor mange i en enhet som har fast kontakt med hver sektor.'],
    breadth: ['Bredde', 'Hvor mange andre enheter de ansatte har fast kontakt med.'],
    apps: ['Verktøy i fast bruk', 'Hvor mange som bruker et verktøy jevnlig.'],
    staircase: ['Trappen', 'Hvor langt de ansatte er kommet med verktøyene, telt per enhet.'],
    brokerage: [
      'Hvor mange binder sammen',
      'Hvor mange i en enhet som binder andre sammen. Bygger også på andres kontakter.',
    ],
    leaders: ['Ledere', 'Hvor mange ledere, folkevalgte og ansatte i førstelinjen som er på hvert trinn.'],
    steps: [
      'Steg til en kompetanse',
      'Hvor mange i en sektor som når en kompetanse i ett eller to steg. Bygger også på andres kontakter.',
    ],
    channels: ['E-post eller Teams', 'Om kontakten går mest i e-post, mest i Teams eller begge deler.'],
  } as Readonly<Record<string, readonly [name: string, shows: string]>>,

  purposes: {
    'organisation-development': 'Forstå om enhetene arbeider sammen, og utvikle organisasjonen.',
    'technology-adoption': 'Forstå om verktøyene er tatt i bruk, og gi hjelp der det trengs.',
    'launch-planning': 'Planlegge innføringen av noe nytt.',
  } as Readonly<Record<string, string>>,

  levels: { standard: 'vanlig', careful: 'forsiktig' } as Readonly<Record<string, string>>,

  custody: {
    file: 'en fil på serveren',
    'systemd-credential': 'en forseglet fil som bare tjenesten kan åpne (systemd)',
    'key-vault': 'Azure Key Vault',
    'managed-hsm': 'en egen maskin for nøkler (Managed HSM)',
  } as Readonly<Record<string, string>>,

  unitSources: {
    attribute: 'feltet i katalogen som organisasjonen bruker',
    groups: 'grupper i katalogen',
    managers: 'hvem som leder hvem',
    'hr-file': 'en fil fra HR',
  } as Readonly<Record<string, string>>,

  gates: {
    dpia: 'vurdering av personvernkonsekvenser',
    discussion: 'drøfting',
    'staff-notice': 'beskjed til ansatte',
    evaluation: 'evaluering hvert halvår',
  } as Readonly<Record<string, string>>,

  offices: {
    PrivacyOfficer: 'personvernansvarlig',
    Approver: 'godkjenner',
    DataProtectionOfficer: 'personvernombud',
    EmployeeRepresentative: 'de ansattes representant',
    Administrator: 'den som drifter',
  } as Readonly<Record<string, string>>,

  participants: {
    employer: 'arbeidsgiver',
    'privacy-officer': 'personvernansvarlig',
    'data-protection-officer': 'personvernombud',
    'union-representative': 'tillitsvalgt',
    'safety-representative': 'verneombud',
    'occupational-health': 'bedriftshelsetjeneste',
  } as Readonly<Record<string, string>>,

  partnerKinds: {
    'public-administration': 'offentlig forvaltning',
    education: 'utdanning',
    research: 'forskning',
    supplier: 'leverandør',
    business: 'næringsliv',
    'voluntary-organisation': 'frivillig organisasjon',
  } as Readonly<Record<string, string>>,
};
