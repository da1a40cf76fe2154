import { rhoAYear, rightGuessesInHundred } from '../privacy/budget.ts';
import { firstReadableDay, type Scope } from '../privacy/scope.ts';
import { asNumber } from '../privacy/rational.ts';
import { asGiven, callout, heading, list, paragraph, table, type Block, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import { priceOf, tablesOf, type Facts } from './facts.ts';
import type { DocumentSpeech } from './speech.ts';
import { sourcesTable } from './told-sources.ts';

/** A scope in plain words: what may be read, about whom, how it is protected and until when. */
export function scopePage(facts: Omit<Facts, 'custody' | 'decisions'>, speech: DocumentSpeech): Draft {
  const { scope } = facts;
  const words = speech.words.scopePage;
  return draftOf(facts, speech, words.title(asGiven(scope.organisation)), [
    paragraph(words.lead),
    heading(words.whatFor),
    ...purposesList(scope, speech),
    paragraph(scope.legalBasis === undefined ? words.noLaw : words.law(asGiven(scope.legalBasis))),
    heading(words.whom),
    ...whom(scope, speech),
    heading(words.sources),
    ...sourcesTable(facts, speech),
    paragraph(words.never),
    ...textWarnings(scope, speech),
    ...permissions(scope, speech),
    heading(words.partners),
    ...partners(scope, speech),
    heading(words.protection),
    ...protection(scope, speech),
    heading(words.time),
    ...time(scope, speech),
  ]);
}

export function purposesList({ purposes }: Pick<Scope, 'purposes'>, { words }: DocumentSpeech): Block[] {
  return list(purposes.map((purpose) => words.terms.purposes[purpose] ?? purpose));
}

/** Said in red wherever what is read brings text into memory. */
export function textWarnings({ sources }: Pick<Scope, 'sources'>, { words }: DocumentSpeech): Block[] {
  return [
    ...(sources.includes('chat-messages') ? [callout(words.scopePage.textComes)] : []),
    ...(sources.includes('message-trace') ? [callout(words.scopePage.subjectsCome)] : []),
  ];
}

function whom(scope: Scope, { words }: DocumentSpeech): Block[] {
  const { scopePage: page, terms } = words;
  const origin = terms.unitSources[scope.units?.from ?? 'attribute'] ?? scope.unitAttribute;
  return [
    paragraph(listedPeople(scope, words)),
    paragraph(page.offTheList),
    paragraph(page.unitsFrom(origin)),
    ...(scope.unitsOut.length === 0 ? [] : [paragraph(page.unitsOut), ...list(scope.unitsOut.map(asGiven))]),
    paragraph(page.protectedContacts),
  ];
}

/** Who may be read, in a sentence. */
export function listedPeople({ positiveGroupId }: Scope, { scopePage }: DocumentSpeech['words']): string {
  return positiveGroupId === undefined ? scopePage.listFile : scopePage.group(positiveGroupId);
}

function permissions({ approvedRoles = [], exchangeScoped }: Scope, { words }: DocumentSpeech): Block[] {
  const roles = approvedRoles.map((role) => `\`${role}\``);
  return [
    ...(roles.length === 0 ? [] : [paragraph(words.scopePage.extraRoles), ...list(roles)]),
    ...(exchangeScoped === undefined ? [] : [paragraph(words.scopePage.exchange)]),
  ];
}

function partners({ partnerOrganisations = [] }: Scope, { words }: DocumentSpeech): Block[] {
  const { scopePage: page, terms } = words;
  if (partnerOrganisations.length === 0) return [paragraph(page.noPartners)];
  return list(
    partnerOrganisations.map(({ name, kind, domains }) => {
      const said = kind === undefined ? page.kindUnknown : (terms.partnerKinds[kind] ?? kind);
      return page.partner(name, said, domains.join(', '));
    }),
  );
}

function protection(scope: Scope, speech: DocumentSpeech): Block[] {
  const { scopePage: page, terms } = speech.words;
  return [
    paragraph(page.level(terms.levels[scope.level] ?? scope.level)),
    paragraph(oddsOf(scope, speech)),
    paragraph(page.tablesLead),
    ...tablesTable(scope, speech),
    ...structural(scope, speech),
    ...(scope.competences.length === 0
      ? []
      : [paragraph(page.competences), ...list(scope.competences.map(({ name }) => asGiven(name)))]),
    heading(page.fixed, 3),
    ...list(page.constants),
  ];
}

function structural({ structuralTables }: Scope, { words: { scopePage: page } }: DocumentSpeech): Block[] {
  return structuralTables
    ? [paragraph(page.structuralOn), callout(page.structuralRisk)]
    : [paragraph(page.structuralOff)];
}

/** What the budget means for one person, in cases of 100. */
export function oddsOf(scope: Scope, { words }: DocumentSpeech): string {
  const { year, quarter } = priceOf(scope);
  const cases = (rho: typeof year): string => String(Math.round(rightGuessesInHundred(rho)));
  return words.scopePage.odds(cases(quarter), cases(year));
}

export function tablesTable(scope: Scope, { words, number }: DocumentSpeech): Block[] {
  const { terms } = words;
  return table(
    [terms.table, terms.shows, terms.cost],
    tablesOf(scope).map((name) => [
      terms.tables[name]?.[0] ?? name,
      terms.tables[name]?.[1] ?? '',
      number(asNumber(rhoAYear(scope.level, [name]))),
    ]),
  );
}

function time(scope: Scope, { words, day }: DocumentSpeech): Block[] {
  const { scopePage: page } = words;
  return [
    paragraph(page.noticeOn(day(scope.staffNoticeOn))),
    scope.readBack ? callout(page.readBack) : paragraph(page.firstDay(day(firstReadableDay(scope)))),
    paragraph(page.endsOn(day(scope.endsOn))),
  ];
}
