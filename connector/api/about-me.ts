import { ANSWERS_VERSION, type AboutMeAnswer, type DocumentBlock, type HeldPeriodAnswer } from './answers.ts';
import { heldAboutMe, type HeldAboutMe } from './about-me-held.ts';
import { ownNetwork, releasedBridging } from './about-me-network.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { standingTold } from './bridge-builder.ts';
import { ownBlock } from './documents.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import type { DocumentLanguage } from '../documents/document.ts';
import { scopeDifferencePage } from '../documents/scope-difference-page.ts';
import { speechIn } from '../documents/speech.ts';
import { personRowsOf } from '../person-rows.ts';
import { proposalState } from '../privacy/approval.ts';
import { tellChannels } from '../privacy/channel-sources.ts';
import { cellsOfPerson } from '../privacy/contribution.ts';
import { addDays, dayFromNumber, dayNumber, dayOf, type Day } from '../privacy/period.ts';
import { mergeRows } from '../privacy/rows.ts';
import { differencesOf } from '../privacy/scope-difference.ts';
import type { Scope } from '../privacy/scope.ts';
import { tableLayout } from '../privacy/table-layout.ts';
import { APPS } from '../privacy/usage-day.ts';
import { KINDS } from '../store/interactions.ts';
import type { OwnAct, OwnRows } from '../store/own-rows.ts';
import { readProposals, type KeptProposal } from '../store/proposals.ts';
import { keptScopes } from '../store/scopes.ts';

/**
 * Those one turned to stand in groups of at least so many heads. The least heads of any row of a release, for the same
 * reason: whoever looks over a shoulder, or asks an employee to show the page, learns of no colleague what a release would
 * not say (GDPR art. 15(4)).
 */
export const FEWEST_HEADS = 20;
const DAYS_OF_A_WEEK = 7;

/** What is held about me? Takes nothing: whose page it is stands in the token alone. Not for guests. */
export function aboutMe(house: House): Question {
  return async ({ asker, query }): Promise<AboutMeAnswer> => {
    understood(NOTHING, query);
    mustBeAllowedTo('see and decide about oneself', asker);
    const held = await heldAboutMe(house, asker.identity);
    return {
      version: ANSWERS_VERSION,
      demo: house.demo,
      marks: marksOf(held),
      bridgeBuilder: standingTold(held.standing, held.periods[0]?.membership?.unit ?? null, asker),
      ...toldOfMe(house, held),
      scopeChanges: scopeChanges(house),
      coming: comingWidenings(house),
    };
  };
}

function marksOf({ objects, isProtected, isForgotten }: HeldAboutMe): AboutMeAnswer['marks'] {
  const marks = { objection: objects, protected: isProtected, forgotten: isForgotten } as const;
  return (['objection', 'protected', 'forgotten'] as const).filter((mark) => marks[mark]);
}

/** What is held, as its person is told of it: on the page and in the export alike. */
export function toldOfMe(
  { store, appsMeasured, now }: Pick<House, 'store' | 'appsMeasured' | 'now'>,
  { periods, inOffice }: HeldAboutMe,
): Pick<AboutMeAnswer, 'periods' | 'bridges' | 'fewest' | 'lastRead' | 'inOffice'> {
  const scope = keptScopes(store).at(-1)?.scope;
  return {
    periods: periods.map((rows) => ({
      period: rows.period,
      membership: membershipTold(rows),
      acts: actsByWeek(rows),
      daysRead: rows.daysRead.map(({ source, days }) => ({
        source,
        from: days[0] ?? rows.period.from,
        to: days.at(-1) ?? rows.period.from,
        days: days.length,
      })),
      usage: usageTold(rows),
      reportDays: new Set(rows.reportDays.flatMap(({ days }) => days)).size,
      row: scope === undefined ? null : ownRow(rows, scope, appsMeasured(scope)),
      network: scope === undefined ? null : ownNetwork({ store, now }, rows, scope, groupsOf(rows)),
      competences: [...rows.competences],
    })),
    bridges: releasedBridging({ store }, periods[0]?.membership?.unit),
    fewest: FEWEST_HEADS,
    lastRead: lastRead(periods),
    inOffice: inOffice.map(({ what, office, at, text }) => ({ what, office, on: dayOf(Date.parse(at)), text })),
  };
}

function membershipTold({ membership }: OwnRows): HeldPeriodAnswer['membership'] {
  if (membership === undefined) return null;
  const { unit, standing, readOn, placedBy } = membership;
  return { unit, standing, readOn, placedBy };
}

type Toward = HeldPeriodAnswer['acts'][number]['toward'];

/** Whom an act was toward, as a group in which nobody stands out. */
export function groupsOf({ headcounts, partners }: OwnRows): (toward: OwnAct['toward']) => Toward {
  const rows = mergeRows(headcounts, FEWEST_HEADS);
  const nameOf = new Map(rows.flatMap(({ name, units }) => units.map((unit) => [unit, name])));
  return (toward) => {
    if (toward === 'outside') return { of: 'outside', name: '' };
    if (toward === 'inside-unknown') return { of: 'inside', name: '' };
    if (typeof toward === 'string') return { of: 'partner', name: toward.replace(/^partner:/, '') };
    const name = nameOf.get(partners[toward]?.membership?.unit ?? '');
    return name === undefined ? { of: 'inside', name: '' } : { of: 'unit', name };
  };
}

function actsByWeek(rows: OwnRows): HeldPeriodAnswer['acts'] {
  const groupOf = groupsOf(rows);
  const told = rows.acts.map((act) => ({ ...act, week: mondayOf(act.day), toward: groupOf(act.toward) }));
  const alike = Map.groupBy(told, ({ week, kind, toward }) => JSON.stringify([week, kind, toward.of, toward.name]));
  return [...alike.values()]
    .flatMap((acts) => {
      const [first] = acts;
      if (first === undefined) return [];
      const { week, kind, toward } = first;
      const minutes = acts.reduce((sum, act) => sum + act.minutes, 0);
      return [{ week, kind, toward, acts: acts.reduce((sum, act) => sum + act.acts, 0), minutes: Math.round(minutes) }];
    })
    .sort((a, b) => b.week.localeCompare(a.week));
}

function mondayOf(day: Day): Day {
  const number = dayNumber(day);
  return dayFromNumber(number - ((number + 3) % DAYS_OF_A_WEEK));
}

function usageTold({ usage }: OwnRows): HeldPeriodAnswer['usage'] {
  return APPS.flatMap((app) => {
    const days = new Set(usage.filter(({ apps }) => apps.includes(app)).map(({ day }) => day)).size;
    return days === 0 ? [] : [{ app, days }];
  });
}

/** The row its person would be counted by now, and the cells of a release it would stand in. */
function ownRow(
  rows: OwnRows,
  { level, sources }: Scope,
  measured: ReturnType<House['appsMeasured']>,
): HeldPeriodAnswer['row'] {
  const { membership, headcounts } = rows;
  if (membership === undefined) return null;
  const { rows: made, appsMeasured, stepsMeasured } = personRowsOf(heldOfOne(rows, membership, sources), measured);
  const [row] = made;
  if (row === undefined) return null;
  const reach = tableLayout('reach', level, headcounts, 4);
  const breadth = tableLayout('breadth', level, headcounts, 4);
  const [bin] = cellsOfPerson(breadth)(row);
  const bins = ['one-or-two', 'three-to-five', 'six-or-more'] as const;
  return {
    reach: [...cellsOfPerson(reach)(row)].flatMap((column) => reach.columns[column]?.name ?? []),
    breadth: bins.find((_, place) => place === bin) ?? null,
    channel: row.channel ?? null,
    apps: [...row.apps],
    appsMeasured,
    step: row.step ?? null,
    stepsMeasured,
  };
}

/** One person's own acts in the form in which a release reads everybody's: they are number 0, those they turned to follow. */
function heldOfOne(
  { acts, partners, usage, reportDays }: OwnRows,
  membership: NonNullable<OwnRows['membership']>,
  sources: Scope['sources'],
): Parameters<typeof personRowsOf>[0] {
  const counted = acts.filter(({ counted, source }) => counted && sources.some((on) => on === source));
  return {
    memberships: [membership],
    works: [membership, ...partners.flatMap((partner) => partner.membership ?? [])],
    interactions: {
      people: [membership.person, ...partners.map(({ person }) => person)],
      owner: new Int32Array(counted.length),
      other: Int32Array.from(counted, ({ toward }) => (typeof toward === 'number' ? toward + 1 : -1)),
      day: Int32Array.from(counted, ({ day }) => dayNumber(day)),
      acts: Int32Array.from(counted, ({ acts: count }) => count),
      ...(tellChannels(sources) && { kind: Uint8Array.from(counted, ({ kind }) => KINDS[kind]) }),
    },
    usageOf: (reports) => ({
      reportDays: [...new Set(reportDays.filter(({ source }) => reports.includes(source)).flatMap(({ days }) => days))],
      rows: usage
        .filter(({ source }) => reports.includes(source))
        .map(({ day, apps }) => ({ person: membership.person, day, apps })),
    }),
  };
}

/** The newest seven days that hold anything read of the asker. */
function lastRead(periods: readonly OwnRows[]): AboutMeAnswer['lastRead'] {
  const read = periods.flatMap(({ daysRead, usage }) => [
    ...daysRead.flatMap(({ source, days }) => days.map((day) => ({ source, day }))),
    ...usage.map(({ source, day }) => ({ source, day })),
  ]);
  const newest = read.reduce<Day | undefined>((a, { day }) => (a === undefined || day > a ? day : a), undefined);
  if (newest === undefined) return null;
  const from = addDays(newest, 1 - DAYS_OF_A_WEEK);
  const within = Map.groupBy(
    read.filter(({ day }) => dayNumber(day) >= dayNumber(from)),
    ({ source }) => source,
  );
  const sources = [...within].map(([source, days]) => ({ source, days: new Set(days.map(({ day }) => day)).size }));
  return { from, to: newest, sources };
}

/** When the scope changed and which offices did what about it; a scope that stood by itself has none. */
function scopeChanges({ store, stage }: House): AboutMeAnswer['scopeChanges'] {
  const proposals = new Map(readProposals(store, stage).map((proposal) => [proposal.number, proposal]));
  return keptScopes(store, stage)
    .toReversed()
    .map(({ savedAt, proposal }) => ({
      on: dayOf(Date.parse(savedAt)),
      offices: (proposal === null ? [] : (proposals.get(proposal)?.acts ?? [])).map(({ kind, office, at }) => ({
        kind,
        office,
        on: dayOf(Date.parse(at)),
      })),
    }));
}

/** Design D7: widening is announced to everybody before it takes effect. */
function comingWidenings({ store, stage, now }: House): AboutMeAnswer['coming'] {
  return readProposals(store, stage).flatMap((proposal) => {
    const { state, effectiveOn } = proposalState(proposal, { ...proposal, stage, now: now() });
    if (state !== 'approved' || effectiveOn === null) return [];
    const said = (language: DocumentLanguage): DocumentBlock[] => differenceIn(proposal, dayOf(now()), language);
    return [{ effectiveOn, said: { nb: said('nb'), nn: said('nn'), en: said('en') } }];
  });
}

function differenceIn({ before, scope }: KeptProposal, today: Day, language: DocumentLanguage): DocumentBlock[] {
  // The first block says when the page was made, which is now.
  const [, ...said] = scopeDifferencePage(
    { scope, today },
    differencesOf(before, scope),
    [],
    speechIn(language),
  ).blocks;
  return said.map(ownBlock);
}
