import type { Language } from './language.ts';

/** Bokmål of what a part says on its heading while it is folded, where no sentence of the part's own is short enough. */
const nb = {
  contents: 'Innhold',
  moreRows: (count: string) => (count === '1' ? 'Vis 1 rad til' : `Vis ${count} rader til`),
  unitsAlone: (units: string) => (units === '1' ? '1 enhet' : `${units} enheter`),
  notThisPeriod: 'Ikke vist for denne perioden.',
  notMeasured: 'Ikke målt.',
  oneMeasurement: 'Ingenting å sammenligne med ennå.',
  changed: (changes: string, compared: string) => `${changes} av ${compared} tall har endret seg mer enn støyen.`,
  suggestions: (count: string) => `${count} forslag`,
  beside: (before: string, now: string) => `${before} ved siden av ${now}`,
  thinUnits: (units: string) => `${units}\u00a0${units === '1' ? 'enhet' : 'enheter'} med for lav dekning`,
  score: 'Ikke vist. Her står det som er nærmest.',
  reports: (all: string) =>
    all === '1' ? '1 rapport, og den kom som den skulle.' : `${all} rapporter, alle kom som de skulle.`,
  oddReports: (odd: string, all: string) => `${odd} av ${all} ${all === '1' ? 'rapport' : 'rapporter'} har en merknad.`,
  use: 'Et spørsmål til deg',
  builders: (count: string) => (count === '0' ? 'Ingen står her ennå' : `${count} står her`),
  gates: (open: string, all: string) => `${open} av ${all} er ${open === '1' ? 'åpen' : 'åpne'}`,
  quietDays: (period: string, days: string) => `${period}: ${days} ${days === '1' ? 'stille dag' : 'stille dager'}`,
  peers: (count: string) => `${count} tall`,
  paper: 'Lages av tallene her, som Word og PDF',
  sources: (count: string) => (count === '1' ? '1 kilde' : `${count} kilder`),
  releases: (count: string) => `${count} til nå`,
};

export type Gists = typeof nb;

const nn: Gists = {
  contents: 'Innhald',
  moreRows: (count) => (count === '1' ? 'Vis 1 rad til' : `Vis ${count} rader til`),
  unitsAlone: (units) => (units === '1' ? '1 eining' : `${units} einingar`),
  notThisPeriod: 'Ikkje vist for denne perioden.',
  notMeasured: 'Ikkje målt.',
  oneMeasurement: 'Ingenting å samanlikne med enno.',
  changed: (changes, compared) => `${changes} av ${compared} tal har endra seg meir enn støyen.`,
  suggestions: (count) => `${count} forslag`,
  beside: (before, now) => `${before} ved sida av ${now}`,
  thinUnits: (units) => `${units}\u00a0${units === '1' ? 'eining' : 'einingar'} med for låg dekning`,
  score: 'Ikkje vist. Her står det som er nærmast.',
  reports: (all) =>
    all === '1' ? '1 rapport, og han kom som han skulle.' : `${all} rapportar, alle kom som dei skulle.`,
  oddReports: (odd, all) => `${odd} av ${all} ${all === '1' ? 'rapport' : 'rapportar'} har ein merknad.`,
  use: 'Eit spørsmål til deg',
  builders: (count) => (count === '0' ? 'Ingen står her enno' : `${count} står her`),
  gates: (open, all) => `${open} av ${all} er ${open === '1' ? 'open' : 'opne'}`,
  quietDays: (period, days) => `${period}: ${days} ${days === '1' ? 'stille dag' : 'stille dagar'}`,
  peers: (count) => `${count} tal`,
  paper: 'Blir laga av tala her, som Word og PDF',
  sources: (count) => (count === '1' ? '1 kjelde' : `${count} kjelder`),
  releases: (count) => `${count} til no`,
};

const en: Gists = {
  contents: 'Contents',
  moreRows: (count) => (count === '1' ? 'Show 1 more row' : `Show ${count} more rows`),
  unitsAlone: (units) => (units === '1' ? '1 unit' : `${units} units`),
  notThisPeriod: 'Not shown for this period.',
  notMeasured: 'Not measured.',
  oneMeasurement: 'Nothing to compare with yet.',
  changed: (changes, compared) =>
    `${changes} of ${compared} figures ${changes === '1' ? 'has' : 'have'} changed by more than the noise.`,
  suggestions: (count) => (count === '1' ? '1 suggestion' : `${count} suggestions`),
  beside: (before, now) => `${before} beside ${now}`,
  thinUnits: (units) => `${units}\u00a0${units === '1' ? 'unit' : 'units'} with too little coverage`,
  score: 'Not shown. What is nearest to it stands here.',
  reports: (all) =>
    all === '1' ? '1 report, and it came as it should.' : `${all} reports, all of them came as they should.`,
  oddReports: (odd, all) =>
    `${odd} of ${all} ${all === '1' ? 'report' : 'reports'} ${odd === '1' ? 'has' : 'have'} a note.`,
  use: 'One question for you',
  builders: (count) =>
    count === '0' ? 'Nobody stands here yet' : `${count} ${count === '1' ? 'stands' : 'stand'} here`,
  gates: (open, all) => `${open} of ${all} ${open === '1' ? 'is' : 'are'} open`,
  quietDays: (period, days) => `${period}: ${days} ${days === '1' ? 'quiet day' : 'quiet days'}`,
  peers: (count) => (count === '1' ? '1 figure' : `${count} figures`),
  paper: 'Made of the figures here, as Word and PDF',
  sources: (count) => (count === '1' ? '1 source' : `${count} sources`),
  releases: (count) => `${count} so far`,
};

export function gistWords(language: Language): Gists {
  return { nb, nn, en }[language];
}
