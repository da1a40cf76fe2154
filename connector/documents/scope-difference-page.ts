import type { RowsAtLevel } from '../privacy/rows-at-levels.ts';
import type { Difference } from '../privacy/scope-difference.ts';
import type { UnknownUnit } from '../privacy/unknown-units.ts';
import { rowName } from './row-name.ts';
import { asGiven, heading, list, paragraph, table, type Block, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import type { DocumentSpeech } from './speech.ts';
import { sourceName, sourceSays } from './told-sources.ts';

const EFFECTS = ['widens', 'changes', 'narrows'] as const;

/**
 * What a change of scope would mean, for whom, and which rows each level of protection leaves.
 *
 * @param facts with the scope as it would be
 * @param rows none where no headcounts are known yet
 * @param unknown units to be left out that no headcount has: said first, for leaving them out leaves nobody out
 */
export function scopeDifferencePage(
  facts: Pick<Facts, 'scope' | 'today'>,
  differences: readonly Difference[],
  rows: readonly RowsAtLevel[],
  speech: DocumentSpeech,
  unknown: readonly UnknownUnit[] = [],
): Draft {
  const words = speech.words.scopeDifference;
  return draftOf(facts, speech, words.title(asGiven(facts.scope.organisation)), [
    ...unknownBlocks(unknown, speech),
    ...differenceBlocks(differences, speech),
    ...rowsBlocks(rows, speech),
  ]);
}

function unknownBlocks(unknown: readonly UnknownUnit[], { words, list: listed }: DocumentSpeech): Block[] {
  if (unknown.length === 0) return [];
  const { unknownTitle, unknownUnit } = words.scopeDifference;
  return [
    heading(unknownTitle),
    ...list(unknown.map(({ unit, known }) => unknownUnit(asGiven(unit), listed(known.map(asGiven))))),
  ];
}

/** What would be different, what widens first. */
function differenceBlocks(differences: readonly Difference[], speech: DocumentSpeech): Block[] {
  const words = speech.words.scopeDifference;
  if (differences.length === 0) return [paragraph(words.nothing)];
  return EFFECTS.flatMap((effect) => {
    const said = differences.filter((it) => it.effect === effect).map((it) => sayDifference(it, speech));
    return said.length === 0 ? [] : [heading(words[effect]), paragraph(words[`${effect}Text`]), ...list(said)];
  });
}

/** Stands where there is nothing to give a figure of. */
const NOTHING = '–';

/**
 * Which rows each level leaves in each table, and within how many people nine figures of ten are. A table without rows
 * says what the first would need, and nothing of figures that do not exist; the rows of `leaders` are no units.
 */
function rowsBlocks(rows: readonly RowsAtLevel[], { words, number }: DocumentSpeech): Block[] {
  const { scopeDifference: said, terms } = words;
  if (rows.length === 0) return [];
  const named = (it: RowsAtLevel): [string, string] => [
    terms.tables[it.table]?.[0] ?? it.table,
    terms.levels[it.level] ?? it.level,
  ];
  return [
    heading(said.rowsTitle),
    paragraph(said.rowsLead),
    ...table(
      said.rowsHead,
      rows.map((it) => [
        ...named(it),
        it.rows.length === 0 ? said.noneYet : number(it.rows.length),
        number(it.floor),
        it.rows.length === 0 ? NOTHING : said.people(number(it.within)),
        it.rows.length === 0 || it.table === 'leaders' ? NOTHING : number(it.unitsMerged),
      ]),
    ),
    heading(said.rowsListTitle, 3),
    ...table(
      said.rowsListHead,
      rows.map((it) => [
        named(it).join(', '),
        it.rows.length === 0
          ? said.noRows
          : it.rows.map(({ name, heads }) => `${rowName(name, { words })}: ${number(heads)}`).join('; '),
      ]),
    ),
  ];
}

function sayDifference(it: Difference, speech: DocumentSpeech): string {
  const { scopeDifference: words, scopePage, terms } = speech.words;
  const { day, list: listed } = speech;
  const level = (name: string): string => terms.levels[name] ?? name;
  switch (it.of) {
    case 'source':
      return it.change === 'added'
        ? words.sourceAdded(sourceName(it.source, speech), sourceSays(it.source, speech))
        : words.sourceRemoved(sourceName(it.source, speech));
    case 'purpose': {
      const purpose = terms.purposes[it.purpose] ?? it.purpose;
      return it.change === 'added' ? words.purposeAdded(purpose) : words.purposeRemoved(purpose);
    }
    case 'legal-basis':
      return words.legalBasis;
    case 'positive-list':
      return it.change === 'added' ? words.listAdded : words.listReplaced;
    case 'unit-out':
      return (it.change === 'added' ? words.unitOut : words.unitIn)(asGiven(it.unit));
    case 'partner':
      return sayPartner(it, speech);
    case 'level':
      return it.from === null ? words.levelFirst(level(it.to)) : words.level(level(it.from), level(it.to));
    case 'structural-tables':
      return it.on ? `${words.structuralOn} ${scopePage.structuralRisk}` : words.structuralOff;
    case 'competence': {
      const say = { added: words.competenceAdded, removed: words.competenceRemoved, changed: words.competenceChanged };
      return say[it.change](asGiven(it.name));
    }
    case 'read-back':
      return it.on ? words.readBackOn : words.readBackOff(day(it.firstReadableDay));
    case 'staff-notice':
      return words.notice(day(it.from), day(it.to), day(it.firstReadableDay));
    case 'end-date':
      return it.from === null ? words.endFirst(day(it.to)) : words.end(day(it.from), day(it.to));
    case 'approved-role':
      return (it.change === 'added' ? words.roleAdded : words.roleRemoved)(it.role);
    case 'mailboxes-in-exchange':
      return {
        added: words.exchangeAdded,
        removed: words.exchangeRemoved,
        changed: words.exchangeChanged,
      }[it.change];
    case 'titles':
      return words.titles(
        words.standings[it.standing] ?? it.standing,
        listed(it.added.map(asGiven)),
        listed(it.removed.map(asGiven)),
      );
    case 'units':
      return words.units;
    case 'organisation':
      return words.organisation(asGiven(it.from), asGiven(it.to));
  }
}

function sayPartner(it: Extract<Difference, { of: 'partner' }>, { words, list: listed }: DocumentSpeech): string {
  const { scopeDifference: said, scopePage, terms } = words;
  const { name, domains } = it;
  const kind = it.kind === null ? scopePage.kindUnknown : (terms.partnerKinds[it.kind] ?? it.kind);
  if (it.change === 'added') return said.partnerAdded(name, kind, listed(domains.added));
  if (it.change === 'removed') return said.partnerRemoved(name);
  return said.partnerChanged(name, listed(domains.added), listed(domains.removed));
}
