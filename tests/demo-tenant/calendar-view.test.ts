import { expect, test } from 'vitest';
import { busyWorld } from './busy-world.ts';
import { asObject, jsonOf, opened, refusalOf, valuesOf } from './opened.ts';
import { id } from './small-world.ts';

const ROLES = ['Calendars.ReadBasic.All'];
const at = (user: number, options = '', window = 'startDateTime=2026-07-01&endDateTime=2026-07-08'): string =>
  `/users/${id(user)}/calendarView?${window}${options}`;
const eventsOf = async (path: string, headers: Record<string, string> = {}) => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  return valuesOf(await jsonOf(await it.get(path, headers)));
};

test('an organizer’s copy has everything a reader asks for, in Outlook’s spelling', async () => {
  const select =
    'iCalUId,type,seriesMasterId,isCancelled,isAllDay,isOrganizer,sensitivity,showAs,start,end,organizer,attendees,responseStatus,isOnlineMeeting,onlineMeeting,hideAttendees';
  const [first] = await eventsOf(at(1, `&$select=${select}`));
  expect(Object.keys(first ?? {})).toEqual(['@odata.etag', 'id', ...select.split(',')]);
  expect(first).toMatchObject({
    iCalUId: '040000008200E00074C5B7101A82E00800112233445566778899AABBCCDDEEFF',
    type: 'occurrence',
    isOrganizer: true,
    isCancelled: false,
    isAllDay: false,
    sensitivity: 'normal',
    showAs: 'busy',
    hideAttendees: false,
    isOnlineMeeting: true,
    onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' },
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    start: { dateTime: '2026-07-01T09:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-07-01T09:30:00.0000000', timeZone: 'UTC' },
    organizer: { emailAddress: { name: 'Anna Nordmann', address: 'anna@fjord.example' } },
    attendees: [
      {
        type: 'required',
        status: { response: 'accepted', time: '2026-06-28T09:00:00Z' },
        emailAddress: { name: 'Bjarne Nordmann', address: 'BJARNE@fjord.example' },
      },
      {
        type: 'optional',
        status: { response: 'none', time: '0001-01-01T00:00:00Z' },
        emailAddress: { name: 'Liste', address: 'liste@fjord.example' },
      },
      { type: 'resource', emailAddress: { name: 'Room Nordmann', address: 'room@fjord.example' } },
      { type: 'required', status: { response: 'declined' }, emailAddress: { address: 'kari@elsewhere.example' } },
    ],
  });
});

test('all-day, cancelled, private and absence are said; what is not selected does not come', async () => {
  const [, second] = await eventsOf(at(1, '&$select=isAllDay,isCancelled,sensitivity,showAs,seriesMasterId,type'));
  expect(second).toMatchObject({
    isAllDay: true,
    isCancelled: true,
    sensitivity: 'private',
    showAs: 'oof',
    seriesMasterId: null,
    type: 'singleInstance',
  });
  expect(second).not.toHaveProperty('subject');
});

test('hidden attendees leave a guest’s copy with the owner alone; uid shared, id not', async () => {
  const [theirs] = await eventsOf(at(1, '&$select=iCalUId'));
  const [own] = await eventsOf(at(2, '&$select=iCalUId,attendees,responseStatus,isOrganizer,hideAttendees'));
  expect(own).toMatchObject({ isOrganizer: false, hideAttendees: true, responseStatus: { response: 'accepted' } });
  expect(own?.['attendees']).toMatchObject([{ emailAddress: { address: 'BJARNE@fjord.example' } }]);
  expect(own?.['iCalUId']).toBe(theirs?.['iCalUId']);
  expect(own?.['id']).not.toBe(theirs?.['id']);
});

test('without $select everything comes but content, which only the full role opens', async () => {
  const [basic] = await eventsOf(at(1));
  expect(basic).toMatchObject({ subject: 'Subject of a meeting', location: { displayName: 'Room Nordmann' } });
  expect(basic).not.toHaveProperty('body');
  using it = await opened({ world: busyWorld(), roles: ['Calendars.Read'] });
  const [full] = valuesOf(await jsonOf(await it.get(at(1))));
  expect(full).toHaveProperty('body');
});

test.for([
  ['startDateTime=2026-07-01T09:30:00Z&endDateTime=2026-07-02', 0],
  ['startDateTime=2026-07-01T09:29:59Z&endDateTime=2026-07-02', 1],
  ['startDateTime=2026-07-01T00:00:00Z&endDateTime=2026-07-01T09:00:00Z', 0],
  ['startDateTime=2026-07-01T11:00:00%2B02:00&endDateTime=2026-07-01T11:00:01%2B02:00', 1],
  ['startDateTime=2026-07-01T09:00:00&endDateTime=2026-07-01T09:00:00.0000001', 0],
  ['startDateTime=2026-07-01&endDateTime=2026-07-03', 2],
] as const)('the window %s touches %i', async ([window, count]) => {
  expect(await eventsOf(at(1, '', window))).toHaveLength(count);
});

test('a zone that is wished for is written, and said to be heeded', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  const response = await it.get(at(1), { Prefer: 'outlook.timezone="W. Europe Standard Time"' });
  expect(response.headers.get('preference-applied')).toBe('outlook.timezone="W. Europe Standard Time"');
  const [first] = valuesOf(await jsonOf(response));
  expect(first?.['start']).toEqual({ dateTime: '2026-07-01T11:00:00.0000000', timeZone: 'W. Europe Standard Time' });
  const strange = await it.get(at(1), { Prefer: 'outlook.timezone="Nowhere"' });
  expect(await refusalOf(strange)).toEqual([400, 'TimeZoneNotSupportedException']);
});

test('pages keep window and selection', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  const first = await jsonOf(await it.get(at(1, '&$select=type&$top=1')));
  const link = String(first['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
  const second = await jsonOf(await it.get(link));
  expect([...valuesOf(first), ...valuesOf(second)].map((event) => event['type'])).toEqual([
    'occurrence',
    'singleInstance',
  ]);
  expect(second).not.toHaveProperty('@odata.nextLink');
});

test.for<[string, number, string]>([
  [`/users/${id(1)}/calendarView`, 400, 'ErrorInvalidParameter'],
  [at(1, '', 'startDateTime=2026-07-01'), 400, 'ErrorInvalidParameter'],
  [at(1, '', 'startDateTime=2026-07-01T00:00:00+02:00&endDateTime=2026-07-02'), 400, 'ErrorInvalidParameter'],
  [at(1, '', 'startDateTime=2026-07-02&endDateTime=2026-07-01'), 400, 'ErrorInvalidParameter'],
  [at(1, '', 'startDateTime=2020-07-02&endDateTime=2026-07-01'), 400, 'ErrorInvalidParameter'],
  [at(1, '&$top=1001'), 400, 'Request_UnsupportedQuery'],
  [at(1, '&$select=lastModifiedDateTime'), 400, 'BadRequest'],
  [at(1, '&$select=attendee'), 400, 'BadRequest'],
  [at(1, '&startdate=2026-07-01'), 400, 'BadRequest'],
  [at(3), 404, 'MailboxNotEnabledForRESTAPI'],
  [at(77), 404, 'Request_ResourceNotFound'],
])('%s is %i', async ([path, status, code]) => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  expect(await refusalOf(await it.get(path))).toEqual([status, code]);
});

test('mail’s role does not open calendars', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Mail.ReadBasic.All'] });
  expect(await refusalOf(await it.get(at(1)))).toEqual([403, 'ErrorAccessDenied']);
});

test('a world without meetings has empty calendars', async () => {
  using it = await opened({ roles: ROLES });
  expect(asObject(await jsonOf(await it.get(at(1))))['value']).toEqual([]);
});
