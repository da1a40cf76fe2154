import { isDeepStrictEqual } from 'node:util';
import type { PartnerKind } from './partner-organisations.ts';
import { dayNumber, type Day } from './period.ts';
import { firstReadableDay, isUnitOut, type Purpose, type Scope, type SourceName } from './scope.ts';
import type { Level } from './table-name.ts';

/**
 * What a change does to the people it is about. Whatever neither surely takes away nor surely adds is a change, and is
 * treated as a widening: it waits for another person.
 */
export type Effect = 'widens' | 'narrows' | 'changes';

interface Of<Name extends string> {
  readonly of: Name;
  readonly effect: Effect;
}
type Change = 'added' | 'removed';

/** One thing that would be different, with what it takes to say so in words; of people it names none. */
export type Difference =
  | (Of<'source'> & { readonly source: SourceName; readonly change: Change })
  | (Of<'purpose'> & { readonly purpose: Purpose; readonly change: Change })
  | Of<'legal-basis'>
  | (Of<'positive-list'> & { readonly change: 'added' | 'replaced' })
  | (Of<'unit-out'> & { readonly unit: string; readonly change: Change })
  | (Of<'partner'> & {
      readonly name: string;
      readonly kind: PartnerKind | null;
      readonly change: Change | 'changed';
      readonly domains: { readonly added: readonly string[]; readonly removed: readonly string[] };
    })
  | (Of<'level'> & { readonly from: Level | null; readonly to: Level })
  | (Of<'structural-tables'> & { readonly on: boolean })
  | (Of<'competence'> & { readonly name: string; readonly change: Change | 'changed' })
  | (Of<'read-back'> & { readonly on: boolean; readonly firstReadableDay: Day })
  | (Of<'staff-notice'> & { readonly from: Day; readonly to: Day; readonly firstReadableDay: Day })
  | (Of<'end-date'> & { readonly from: Day | null; readonly to: Day })
  | (Of<'approved-role'> & { readonly role: string; readonly change: Change })
  | (Of<'mailboxes-in-exchange'> & { readonly change: Change | 'changed' })
  | (Of<'titles'> & {
      readonly standing: keyof Scope['titles'];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    })
  | Of<'units'>
  | (Of<'organisation'> & { readonly from: string; readonly to: string });

/**
 * Everything that would be different, in the order in which a scope is written. Empty where both say the same.
 *
 * @param before undefined where there was none: then all that the scope turns on is told, as widening
 */
export function differencesOf(before: Scope | undefined, after: Scope): Difference[] {
  return [
    ...organisation(before, after),
    ...listed(before?.purposes, after.purposes).map(([purpose, change]): Difference => ({
      of: 'purpose',
      purpose,
      change,
      effect: effectOf(change),
    })),
    ...legalBasis(before, after),
    ...listed(before?.sources, after.sources).map(([source, change]): Difference => ({
      of: 'source',
      source,
      change,
      effect: effectOf(change),
    })),
    ...positiveList(before, after),
    ...units(before, after),
    ...unitsOut(before, after),
    ...titles(before, after),
    ...level(before, after),
    ...structuralTables(before, after),
    ...competences(before, after),
    ...staffNotice(before, after),
    ...readBack(before, after),
    ...endDate(before, after),
    ...partners(before, after),
    ...listed(before?.approvedRoles, after.approvedRoles ?? []).map(([role, change]): Difference => ({
      of: 'approved-role',
      role,
      change,
      effect: effectOf(change),
    })),
    ...mailboxesInExchange(before, after),
  ];
}

/** Whether a change only takes away: it then needs nobody else, and waits for nothing. Nothing different takes nothing. */
export function onlyNarrows(differences: readonly Difference[]): boolean {
  return differences.length > 0 && differences.every(({ effect }) => effect === 'narrows');
}

/** Of what a widening is material: it is then discussed with the unions anew. A longer time is, a new name is not. */
export function isMaterial(differences: readonly Difference[]): boolean {
  return differences.some(({ of, effect }) => effect === 'widens' || of === 'legal-basis');
}

function effectOf(change: Change): Effect {
  return change === 'added' ? 'widens' : 'narrows';
}

/** What one list has and the other has not: what came first, in the order of the list. */
function listed<Item>(before: readonly Item[] | undefined, after: readonly Item[]): [Item, Change][] {
  const added = after.filter((item) => before?.includes(item) !== true);
  const removed = (before ?? []).filter((item) => !after.includes(item));
  return [
    ...added.map((item): [Item, Change] => [item, 'added']),
    ...removed.map((item): [Item, Change] => [item, 'removed']),
  ];
}

function organisation(before: Scope | undefined, after: Scope): Difference[] {
  if (before === undefined || before.organisation === after.organisation) return [];
  return [{ of: 'organisation', effect: 'changes', from: before.organisation, to: after.organisation }];
}

function legalBasis(before: Scope | undefined, after: Scope): Difference[] {
  return before?.legalBasis === after.legalBasis ? [] : [{ of: 'legal-basis', effect: 'changes' }];
}

function positiveList(before: Scope | undefined, after: Scope): Difference[] {
  if (before !== undefined && isOneList(before, after)) return [];
  return [{ of: 'positive-list', effect: 'widens', change: before === undefined ? 'added' : 'replaced' }];
}

/** Whether two scopes name one and the same list; who is on it may have changed. */
export function isOneList(one: Scope, other: Scope): boolean {
  return one.positiveGroupId === other.positiveGroupId && one.positiveList?.hrFile === other.positiveList?.hrFile;
}

/** Where people's units are told by something else, headcounts and rows become others. */
function units(before: Scope | undefined, after: Scope): Difference[] {
  if (before === undefined) return [];
  const isSame = before.unitAttribute === after.unitAttribute && isDeepStrictEqual(before.units, after.units);
  return isSame ? [] : [{ of: 'units', effect: 'changes' }];
}

/** A unit below one that is out already takes nobody away; one that stays out through its parent lets nobody in. */
function unitsOut(before: Scope | undefined, after: Scope): Difference[] {
  return listed(before?.unitsOut, after.unitsOut)
    .filter(([unit, change]) => !isUnitOut(change === 'added' ? (before ?? { unitsOut: [] }) : after, unit))
    .map(([unit, change]) => ({ of: 'unit-out', unit, change, effect: change === 'added' ? 'narrows' : 'widens' }));
}

function titles(before: Scope | undefined, after: Scope): Difference[] {
  if (before === undefined) return [];
  return (['leader', 'elected'] as const).flatMap((standing): Difference[] => {
    const changes = listed(before.titles[standing], after.titles[standing]);
    if (changes.length === 0) return [];
    const those = (wanted: Change): string[] =>
      changes.filter(([, change]) => change === wanted).map(([title]) => title);
    return [{ of: 'titles', effect: 'changes', standing, added: those('added'), removed: those('removed') }];
  });
}

function level(before: Scope | undefined, after: Scope): Difference[] {
  if (before?.level === after.level) return [];
  const effect = before !== undefined && after.level === 'careful' ? 'narrows' : 'widens';
  return [{ of: 'level', effect, from: before?.level ?? null, to: after.level }];
}

function structuralTables(before: Scope | undefined, after: Scope): Difference[] {
  const on = after.structuralTables;
  if ((before?.structuralTables ?? false) === on) return [];
  return [{ of: 'structural-tables', effect: on ? 'widens' : 'narrows', on }];
}

function competences(before: Scope | undefined, after: Scope): Difference[] {
  const earlier = before?.competences ?? [];
  const changes = listed(
    earlier.map(({ name }) => name),
    after.competences.map(({ name }) => name),
  );
  const replaced = after.competences.filter(({ name, groupId }) =>
    earlier.some((it) => it.name === name && it.groupId !== groupId),
  );
  return [
    ...changes.map(([name, change]): Difference => ({ of: 'competence', name, change, effect: effectOf(change) })),
    ...replaced.map(({ name }): Difference => ({ of: 'competence', name, change: 'changed', effect: 'widens' })),
  ];
}

function staffNotice(before: Scope | undefined, after: Scope): Difference[] {
  if (before === undefined || before.staffNoticeOn === after.staffNoticeOn) return [];
  const { staffNoticeOn: from } = before;
  const { staffNoticeOn: to } = after;
  const effect = dayNumber(to) > dayNumber(from) ? 'narrows' : 'widens';
  return [{ of: 'staff-notice', effect, from, to, firstReadableDay: firstReadableDay(after) }];
}

function readBack(before: Scope | undefined, after: Scope): Difference[] {
  const on = after.readBack;
  if ((before?.readBack ?? false) === on) return [];
  return [{ of: 'read-back', effect: on ? 'widens' : 'narrows', on, firstReadableDay: firstReadableDay(after) }];
}

function endDate(before: Scope | undefined, after: Scope): Difference[] {
  if (before?.endsOn === after.endsOn) return [];
  const isEarlier = before !== undefined && dayNumber(after.endsOn) < dayNumber(before.endsOn);
  return [{ of: 'end-date', effect: isEarlier ? 'narrows' : 'widens', from: before?.endsOn ?? null, to: after.endsOn }];
}

function partners(before: Scope | undefined, after: Scope): Difference[] {
  const earlier = before?.partnerOrganisations ?? [];
  const later = after.partnerOrganisations ?? [];
  const names = [...new Set([...later, ...earlier].map(({ name }) => name))];
  return names.flatMap((name): Difference[] => {
    const was = earlier.find((partner) => partner.name === name);
    const is = later.find((partner) => partner.name === name);
    const domains = listed(was?.domains, is?.domains ?? []);
    const isSame = was !== undefined && is !== undefined && domains.length === 0 && was.kind === is.kind;
    if (isSame) return [];
    const those = (wanted: Change): string[] => domains.filter(([, how]) => how === wanted).map(([domain]) => domain);
    return [
      {
        of: 'partner',
        name,
        kind: (is ?? was)?.kind ?? null,
        change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
        effect: those('added').length > 0 ? 'widens' : those('removed').length > 0 ? 'narrows' : 'changes',
        domains: { added: those('added'), removed: those('removed') },
      },
    ];
  });
}

/** With Exchange saying which mailboxes open, fewer can. */
function mailboxesInExchange(before: Scope | undefined, after: Scope): Difference[] {
  const was = before?.exchangeScoped;
  const is = after.exchangeScoped;
  if (before === undefined || isDeepStrictEqual(was, is)) return [];
  if (was === undefined) return [{ of: 'mailboxes-in-exchange', effect: 'narrows', change: 'added' }];
  if (is === undefined) return [{ of: 'mailboxes-in-exchange', effect: 'widens', change: 'removed' }];
  return [{ of: 'mailboxes-in-exchange', effect: 'changes', change: 'changed' }];
}
