import type { Words } from '../catalogue.ts';

/** Words that several documents share. */
export const terms: Words['terms'] = {
  mark: 'Utkast frå Samspill. Les det, rett det og gjer det ferdig. Det er ikkje juridisk rådgjeving.',
  toFill: 'Fyll ut:',
  page: { before: 'Side ', between: ' av ' },
  madeOn: (organisation, day) =>
    `Laga ${day} av innstillingane hos ${organisation}. Blir dei endra, må dokumentet lagast på nytt.`,
  and: 'og',
  none: 'ingen',
  yes: 'ja',
  no: 'nei',
  source: 'Kjelde',
  says: 'Kva ho fortel',
  permission: 'Løyve i Microsoft 365',
  field: 'Felt',
  why: 'Kvifor det blir lese, og kva som skjer med det',
  unasked: 'Dette følgjer med utan at vi kan seie nei. Det blir kasta før noko blir lagra:',
  table: 'Tabell',
  shows: 'Kva han viser',
  cost: 'Pris i året (ρ)',
  question: 'Spørsmål',
  answer: 'Svar',

  sources: {
    directory: ['Katalogen over tilsette', 'Kven som arbeider her, og i kva eining.'],
    domains: ['Eigne domene', 'Kva adresser som er våre eigne.'],
    'list-addresses': ['Adresser til lister', 'Kva adresser som er ei liste og ikkje ein person.'],
    'unit-groups': ['Grupper som er einingar', 'Kva eining ein tilsett arbeider i.'],
    'competence-groups': ['Grupper med ein kompetanse', 'Kven som har ein kompetanse som kan teljast.'],
    'listed-people': ['Dei som står på lista', 'Kven som kan lesast, og kva eining dei arbeider i.'],
    'unit-managers': ['Kven som leier kven', 'Kva eining ein tilsett arbeider i.'],
    'sent-items': ['E-post som er send', 'Kven ein e-post gjekk til, og kva dag.'],
    'message-trace': ['Logg over e-post som er send', 'Kven ein e-post gjekk frå og til, og kva dag.'],
    meetings: ['Møte i kalenderen', 'Kven som møttest, kor lenge, og kva dag.'],
    'chat-membership': ['Chat ein er medlem av', 'Kven som deler ein liten chat. Inga melding blir henta.'],
    'chat-members': ['Medlemer i store chattar', 'Kven som er i ein chat med mange utanfrå.'],
    'chat-messages': ['Chat ein har skrive i', 'I kva time nokon skreiv. Teksten følgjer med og blir kasta ulesen.'],
    calls: ['Samtalar', 'Kor lenge ein samtale varte, og kva dag.'],
    'call-participants': ['Kven som var med i samtalar', 'Kven som ringde saman.'],
    'report-settings': ['Innstilling for bruksrapportar', 'Om rapportane viser kven dei gjeld.'],
    'active-user-counts': [
      'Heile organisasjonen, dag for dag',
      'Kor mange i heile organisasjonen som brukte kvart verktøy.',
    ],
    'service-user-counts': [
      'Heile organisasjonen, veke for veke',
      'Kor mange i heile organisasjonen som brukte kvart verktøy på sju dagar.',
    ],
    'active-users': ['Bruksrapport for Microsoft 365', 'Kva verktøy som vart brukte ein dag.'],
    'teams-activity': ['Bruksrapport for Teams', 'Om Teams vart brukt ein dag.'],
    'teams-devices': ['Bruksrapport for Teams på PC og mobil', 'Om Teams vart brukt på mobil ein dag.'],
    'email-activity': ['Bruksrapport for e-post', 'Om e-post vart brukt ein dag.'],
    'email-apps': ['Bruksrapport for e-postprogram', 'Om e-post vart lesen på mobil ein dag.'],
    'sharepoint-activity': ['Bruksrapport for SharePoint', 'Om filer vart brukte eller delte ein dag.'],
    'onedrive-activity': ['Bruksrapport for OneDrive', 'Om filer vart brukte eller delte ein dag.'],
    'office-apps': ['Bruksrapport for Office', 'Om Office vart brukt på mobil ein dag.'],
    'engage-activity': ['Bruksrapport for Viva Engage', 'Om noko vart skrive i Viva Engage ein dag.'],
    'copilot-usage': ['Bruksrapport for Copilot', 'Om Copilot vart brukt ein dag.'],
  },

  tables: {
    reach: ['Fast kontakt', 'Kor mange i ei eining som har fast kontakt med kvar sektor.'],
    breadth: ['Breidd', 'Kor mange andre einingar dei tilsette har fast kontakt med.'],
    apps: ['Verktøy i fast bruk', 'Kor mange som bruker eit verktøy jamt.'],
    staircase: ['Trappa', 'Kor langt dei tilsette er komne med verktøya, talt per eining.'],
    brokerage: [
      'Kor mange bind saman',
      'Kor mange i ei eining som bind andre saman. Byggjer òg på kontaktane til andre.',
    ],
    leaders: ['Leiarar', 'Kor mange leiarar, folkevalde og tilsette i førstelinja som er på kvart trinn.'],
    steps: [
      'Steg til ein kompetanse',
      'Kor mange i ein sektor som når ein kompetanse i eitt eller to steg. Byggjer òg på kontaktane til andre.',
    ],
    channels: ['E-post eller Teams', 'Om kontakten går mest i e-post, mest i Teams eller begge delar.'],
  },

  purposes: {
    'organisation-development': 'Forstå om einingane arbeider saman, og utvikle organisasjonen.',
    'technology-adoption': 'Forstå om verktøya er tekne i bruk, og gi hjelp der det trengst.',
    'launch-planning': 'Planleggje innføringa av noko nytt.',
  },

  levels: { standard: 'vanleg', careful: 'forsiktig' },

  custody: {
    file: 'ei fil på tenaren',
    'systemd-credential': 'ei forsegla fil som berre tenesta kan opne (systemd)',
    'key-vault': 'Azure Key Vault',
    'managed-hsm': 'ei eiga maskin for nøklar (Managed HSM)',
  },

  unitSources: {
    attribute: 'feltet i katalogen som organisasjonen bruker',
    groups: 'grupper i katalogen',
    managers: 'kven som leier kven',
    'hr-file': 'ei fil frå HR',
  },

  gates: {
    dpia: 'vurdering av personvernkonsekvensar',
    discussion: 'drøfting',
    'staff-notice': 'beskjed til tilsette',
    evaluation: 'evaluering kvart halvår',
  },

  offices: {
    PrivacyOfficer: 'personvernansvarleg',
    Approver: 'godkjennar',
    DataProtectionOfficer: 'personvernombod',
    EmployeeRepresentative: 'representanten for dei tilsette',
    Administrator: 'den som driftar',
  },

  participants: {
    employer: 'arbeidsgivar',
    'privacy-officer': 'personvernansvarleg',
    'data-protection-officer': 'personvernombod',
    'union-representative': 'tillitsvald',
    'safety-representative': 'verneombod',
    'occupational-health': 'bedriftshelseteneste',
  },

  partnerKinds: {
    'public-administration': 'offentleg forvaltning',
    education: 'utdanning',
    research: 'forsking',
    supplier: 'leverandør',
    business: 'næringsliv',
    'voluntary-organisation': 'frivillig organisasjon',
  },
};
