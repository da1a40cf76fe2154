import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { readMeetings } from '../../connector/microsoft-graph/meetings.ts';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { allBut, directory, person, reshuffled, told } from './acting-people.ts';
import { id, pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const span = { from: '2026-07-01', to: '2026-10-01' } as const;
const DAY = '2026-07-07';

function somebody(who: number | string): object {
  const address = typeof who === 'number' ? `person${who}@fjord.example` : who;
  return { emailAddress: { name: 'CANARY Nordmann', address } };
}
const invited = (...who: readonly (number | string)[]): object[] =>
  who.map((each) => ({ type: 'required', status: { response: 'none' }, ...somebody(each) }));
const at = (clock: string, day: string = DAY): object => ({ dateTime: `${day}T${clock}.0000000`, timeZone: 'UTC' });
const upTo = (last: number): number[] => Array.from({ length: last - 1 }, (_, n) => n + 2);

let made = 0;
/** Half an hour that person 2 called and person 1 is invited to. */
function meeting(different: object = {}): object {
  made += 1;
  return {
    '@odata.etag': 'W/"CANARY"',
    id: `AAMk${made}`,
    isCancelled: false,
    isAllDay: false,
    sensitivity: 'normal',
    showAs: 'busy',
    responseStatus: { response: 'accepted', time: '2026-07-01T08:00:00Z' },
    start: at('09:00:00'),
    end: at('09:30:00'),
    organizer: somebody(2),
    attendees: invited(1),
    hideAttendees: false,
    ...different,
  };
}

function acts(items: readonly unknown[], inclusions: Record<number, Inclusion> = {}) {
  return actsOfPages([items], inclusions);
}

async function actsOfPages(pages: readonly (readonly unknown[])[], inclusions: Record<number, Inclusion> = {}) {
  const { get, handedOn } = pagedGet(() => pages);
  let dropped = 0;
  const noteDropped = (count: number): void => void (dropped += count);
  const rows = await readMeetings({
    get,
    directory,
    person,
    ...span,
    pseudonymOf,
    mayInclude: allBut(inclusions),
    noteDropped,
  });
  return { rows, told: told(rows), dropped, handedOn };
}

describe('an act of meeting', () => {
  test('is toward each other person in it and shares its minutes among them', async () => {
    expect((await acts([meeting({ attendees: invited(1, 3, 4) })])).told).toEqual(
      [2, 3, 4].map((who) => [DAY, who, 1, 10]),
    );
  });

  test('a row bears day, kind, owner, other, acts and minutes, and nothing else', async () => {
    const [owner, other] = [pseudonymOf(person.identity), pseudonymOf(directory.people[1]!.identity)];
    expect((await acts([meeting()])).rows).toEqual([{ day: DAY, kind: 'meeting', owner, other, acts: 1, minutes: 30 }]);
  });

  test('counts the owner whether they called it, were invited by name, or through a list', async () => {
    const own = meeting({ organizer: somebody(1), attendees: invited(2), responseStatus: { response: 'organizer' } });
    const byList = meeting({ attendees: invited('alle@fjord.example') });
    expect((await acts([own])).told).toEqual([[DAY, 2, 1, 30]]);
    expect((await acts([byList])).told).toEqual([
      [DAY, 2, 1, 30],
      [DAY, 'inside-unknown', 1, 0],
    ]);
  });

  test.each([
    [{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }, 'online-meeting'],
    [{ isOnlineMeeting: true, onlineMeetingProvider: 'skypeForBusiness' }, 'meeting'],
    [{ isOnlineMeeting: true }, 'meeting'],
    [{ isOnlineMeeting: false, onlineMeetingProvider: 'teamsForBusiness' }, 'meeting'],
    [{ isOnlineMeeting: null, onlineMeetingProvider: null }, 'meeting'],
  ])('marked %o is of the kind %s: only of those in Teams a call tells who came', async (marks, kind) => {
    const { rows } = await acts([meeting({ attendees: invited(1, 3), ...marks })]);
    expect(rows.map((row) => [row.kind, row.acts, row.minutes])).toEqual([
      [kind, 1, 15],
      [kind, 1, 15],
    ]);
  });

  test('one in Teams and one around a table on the same day are a row each', async () => {
    const inTeams = meeting({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    const { rows } = await acts([meeting(), inTeams]);
    expect(rows.map(({ kind, acts: count }) => [kind, count])).toEqual([
      ['meeting', 1],
      ['online-meeting', 1],
    ]);
  });

  test('aliases, letter case and repetitions are one person', async () => {
    const twice = meeting({ attendees: invited(1, 'PERSON2@Fjord.Example', 'p2@gammel.example', 'P1@gammel.example') });
    expect((await acts([twice])).told).toEqual([[DAY, 2, 1, 30]]);
  });

  test.each([
    [18, 17],
    [19, 0],
  ])('of %d people makes %d rows', async (people, rows) => {
    expect((await acts([meeting({ attendees: invited(1, ...upTo(people)) })])).told).toHaveLength(rows);
  });

  test('of one person is none', async () => {
    expect((await acts([meeting({ organizer: somebody(1), attendees: [] })])).told).toEqual([]);
    expect((await acts([meeting({ organizer: null, attendees: null })])).told).toEqual([]);
  });

  test.each([
    ['13:00:00.0000000', 1],
    ['13:00:00.0010000', 0],
  ])('from nine to %s makes %d rows: four hours and no more', async (end, rows) => {
    const long = meeting({ end: { dateTime: `${DAY}T${end}`, timeZone: 'UTC' } });
    expect((await acts([long])).told).toHaveLength(rows);
  });

  test.each([
    ['09:00:20.0000000', 0.333333],
    ['09:00:00.0000000', 0],
  ])('that ends at %s counts, however short', async (end, minutes) => {
    const short = meeting({ end: { dateTime: `${DAY}T${end}`, timeZone: 'UTC' } });
    expect((await acts([short])).told).toEqual([[DAY, 2, 1, minutes]]);
  });

  test('belongs to the day it began, UTC, whole; what began before the span is another day’s and no fault', async () => {
    const overMidnight = meeting({ start: at('23:30:00'), end: at('00:30:00', '2026-07-08') });
    const before = meeting({ start: at('23:30:00', '2026-06-30'), end: at('00:30:00', '2026-07-01') });
    const after = meeting({ start: at('00:00:00', '2026-10-01'), end: at('00:30:00', '2026-10-01') });
    expect(await acts([overMidnight, before, after])).toMatchObject({ told: [[DAY, 2, 1, 60]], dropped: 0 });
  });

  test('occurrences of a series are one act each; days and people are added up', async () => {
    const weekly = [DAY, '2026-07-14', '2026-07-14'].map((day) =>
      meeting({ start: at('09:00:00', day), end: at('09:30:00', day), type: 'occurrence', seriesMasterId: 'CANARY' }),
    );
    expect((await acts(weekly)).told).toEqual([
      [DAY, 2, 1, 30],
      ['2026-07-14', 2, 2, 60],
    ]);
  });

  test('outsiders and lists neither count nor divide; a day has one row for each kind of stranger, without minutes', async () => {
    const strangers = ['kari@elsewhere.example', 'ola@elsewhere.example', 'alle@fjord.example'];
    const both = [
      meeting({ attendees: invited(1, 3, ...strangers) }),
      meeting({ attendees: invited(1, ...strangers) }),
    ];
    expect((await acts(both)).told).toEqual([
      [DAY, 2, 2, 45],
      [DAY, 3, 1, 15],
      [DAY, 'inside-unknown', 2, 0],
      [DAY, 'outside', 2, 0],
    ]);
  });

  test('rooms and equipment count in nothing', async () => {
    const room = { type: 'resource', ...somebody('rom5@fjord.example') };
    const projector = { type: 'resource', ...somebody(9) };
    expect((await acts([meeting({ attendees: [...invited(1), room, projector] })])).told).toEqual([[DAY, 2, 1, 30]]);
  });

  test('with hidden attendees only the organizer’s own copy shows the company', async () => {
    const hidden = { hideAttendees: true };
    expect((await acts([meeting(hidden)])).told).toEqual([]);
    expect((await acts([meeting({ ...hidden, organizer: null })])).told).toEqual([]);
    const own = meeting({ ...hidden, organizer: somebody(1), attendees: invited(2, 3) });
    expect((await acts([own])).told).toEqual([2, 3].map((who) => [DAY, who, 1, 15]));
  });

  test.each([
    ['cancelled', { isCancelled: true }],
    ['all day', { isAllDay: true }],
    ['private', { sensitivity: 'private' }],
    ['personal', { sensitivity: 'personal' }],
    ['confidential', { sensitivity: 'confidential' }],
    ['of a sensitivity that is not known yet', { sensitivity: 'unknownFutureValue' }],
    ['declined by its owner', { responseStatus: { response: 'declined' } }],
    ['shown as free', { showAs: 'free' }],
    ['shown as away', { showAs: 'oof' }],
    ['shown as elsewhere', { showAs: 'workingElsewhere' }],
  ])('%s is none, and not malformed either', async (_, different) => {
    expect(await acts([meeting(different)])).toMatchObject({ told: [], dropped: 0 });
  });

  test.each([
    ['shown as tentative', { showAs: 'tentative' }],
    ['of unknown availability', { showAs: 'unknown' }],
    ['not answered', { responseStatus: { response: 'notResponded' } }],
    ['declined by somebody else', { attendees: [{ ...invited(1)[0], status: { response: 'declined' } }] }],
    ['without hideAttendees', { hideAttendees: undefined }],
  ])('%s is one', async (_, different) => {
    expect((await acts([meeting(different)])).told).toEqual([[DAY, 2, 1, 30]]);
  });
});

describe('a malformed entry', () => {
  const zone = (timeZone: unknown): object => ({ start: { dateTime: `${DAY}T09:00:00.0000000`, timeZone } });
  test.each([
    ['no object', 'CANARY'],
    ['null', null],
    ['no id', meeting({ id: undefined })],
    ['another zone', meeting(zone('W. Europe Standard Time'))],
    ['no zone', meeting(zone(undefined))],
    ['a zone in the text', meeting({ start: { dateTime: `${DAY}T09:00:00+02:00`, timeZone: 'UTC' } })],
    ['a Z in the text', meeting({ start: { dateTime: `${DAY}T09:00:00.0000000Z`, timeZone: 'UTC' } })],
    ['a date that does not exist', meeting({ start: at('09:00:00', '2026-02-30') })],
    ['an hour that does not exist', meeting({ start: at('24:00:00') })],
    ['no end', meeting({ end: undefined })],
    ['an end before its start', meeting({ end: at('08:59:59') })],
    ['no sensitivity', meeting({ sensitivity: undefined })],
    ['no answer of its owner', meeting({ responseStatus: null })],
    ['a cancelled flag that is text', meeting({ isCancelled: 'false' })],
    ['no all-day flag', meeting({ isAllDay: undefined })],
    ['attendees that are no list', meeting({ attendees: {} })],
    ['an attendee that is text', meeting({ attendees: ['person2@fjord.example'] })],
    ['an address that is a list', meeting({ organizer: { emailAddress: { address: ['CANARY'] } } })],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    const { told: rows, dropped } = await acts([broken, meeting({ organizer: somebody(3) })]);
    expect([rows, dropped]).toEqual([[[DAY, 3, 1, 30]], 1]);
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.object().map((extra) => meeting(extra)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), async (items) => {
        const { rows } = await acts(items);
        expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('names, subject and place are gone before anybody sees the page', async () => {
    const entry = meeting({
      subject: 'CANARY',
      location: { displayName: 'CANARY' },
      bodyPreview: 'CANARY',
      x: 'CANARY',
    });
    const { rows, handedOn } = await acts([entry]);
    expect(JSON.stringify(entry)).toContain('CANARY');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(handedOn)).not.toContain('CANARY');
  });
});

describe('who may be included', () => {
  test('a meeting with a protected contact counts in nothing, strangers neither', async () => {
    const items = [meeting({ attendees: invited(1, 3, 'kari@elsewhere.example') }), meeting()];
    expect((await acts(items, { 3: 'drop-act' })).told).toEqual([[DAY, 2, 1, 30]]);
  });

  test('an objector neither counts nor divides, nor becomes a stranger, nor brings a meeting over the limit', async () => {
    expect((await acts([meeting({ attendees: invited(1, 3) })], { 3: 'not-a-person' })).told).toEqual([
      [DAY, 2, 1, 30],
    ]);
    expect((await acts([meeting()], { 2: 'not-a-person' })).told).toEqual([]);
    const nineteen = meeting({ attendees: invited(1, ...upTo(19)) });
    expect((await acts([nineteen], { 19: 'not-a-person' })).told).toHaveLength(17);
  });

  test.each(['drop-act', 'not-a-person'] as const)('for an owner who is %s nothing is asked', async (inclusion) => {
    const { get, asked } = pagedGet(() => [[meeting()]]);
    const mayInclude = allBut({ 1: inclusion });
    expect(await readMeetings({ get, directory, person, ...span, pseudonymOf, mayInclude })).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('a calendar', () => {
  const read = (): Promise<Interaction[]> =>
    readMeetings({ get: playedGet().get, directory, person, ...span, pseudonymOf, mayInclude: allBut() });

  test('is asked for its view of the span by object id and listed fields, in UTC, with every page', async () => {
    const next = `https://graph.microsoft.com/v1.0/users/${id(1)}/calendarView?startDateTime=2026-07-01T00:00:00Z&endDateTime=2026-10-01T00:00:00Z&$top=1000&$skip=1000`;
    const asked = playNetwork((_, nth) =>
      HttpResponse.json({ value: [], ...(nth === 1 ? { '@odata.nextLink': next } : {}) }),
    );
    expect(await read()).toEqual([]);
    const { pathname, searchParams } = new URL(asked[0]!.url);
    expect([asked.length, pathname]).toEqual([2, `/v1.0/users/${id(1)}/calendarView`]);
    expect(Object.fromEntries(searchParams)).toEqual({
      startDateTime: '2026-07-01T00:00:00Z',
      endDateTime: '2026-10-01T00:00:00Z',
      $select:
        'id,start,end,isCancelled,isAllDay,sensitivity,showAs,responseStatus,organizer,attendees,hideAttendees,isOnlineMeeting,onlineMeetingProvider',
      $top: '1000',
    });
    expect(asked.map(({ headers }) => headers.get('prefer'))).toEqual(Array(2).fill('outlook.timezone="UTC"'));
  });

  test('that is not there is mailbox-missing', async () => {
    playNetwork(() => graphError(404, 'MailboxNotEnabledForRESTAPI'));
    expect(await failure(read())).toMatchObject({ code: 'mailbox-missing' });
  });

  test('gives the same to the last bit in any order, over any pages, with any of them twice', async () => {
    const one = fc
      .record({
        people: fc.uniqueArray(fc.integer({ min: 2, max: 22 }), { minLength: 1, maxLength: 19 }),
        day: fc.constantFrom(DAY, '2026-07-08'),
        seconds: fc.integer({ min: 0, max: 14_500 }),
      })
      .map(({ people, day, seconds }) => {
        const end = new Date(Date.parse(`${day}T09:00:00Z`) + seconds * 1000).toISOString().slice(0, 19);
        const moments = { start: at('09:00:00', day), end: { dateTime: `${end}.0000000`, timeZone: 'UTC' } };
        return meeting({ attendees: invited(1, ...people), ...moments });
      });
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        expect((await actsOfPages(again)).rows).toEqual((await acts(once)).rows);
      }),
      { numRuns: 100 },
    );
  });
});
