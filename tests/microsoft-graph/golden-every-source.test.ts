import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCalls } from '../../connector/microsoft-graph/calls.ts';
import { readChatMessages } from '../../connector/microsoft-graph/chat-messages.ts';
import { readChatMembership } from '../../connector/microsoft-graph/chats.ts';
import { readDomains } from '../../connector/microsoft-graph/domains.ts';
import type { Get } from '../../connector/microsoft-graph/get.ts';
import { isJsonObject } from '../../connector/microsoft-graph/json-object.ts';
import { readListAddresses } from '../../connector/microsoft-graph/list-addresses.ts';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readMeetings } from '../../connector/microsoft-graph/meetings.ts';
import { readMessageTrace } from '../../connector/microsoft-graph/message-trace.ts';
import { ORGANISATION_COUNTS, readOrganisationCounts } from '../../connector/microsoft-graph/organisation-counts.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { readConcealment } from '../../connector/microsoft-graph/report-settings.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { readCompetenceHolders } from '../../connector/microsoft-graph/competence-groups.ts';
import { readUnitsFromGroups } from '../../connector/microsoft-graph/units-from-groups.ts';
import { readUnitsFromManagers } from '../../connector/microsoft-graph/units-from-managers.ts';
import { watchUnknownFields } from '../../connector/microsoft-graph/unknown-fields.ts';
import { readUsageReport } from '../../connector/microsoft-graph/usage-report.ts';
import { USAGE_REPORTS } from '../../connector/microsoft-graph/usage-reports.ts';
import { allBut, directory, person, TENANT } from './acting-people.ts';
import { cannedGet, directoryOf, GROUP, member, ORGANISATION, pseudonymOf, TITLES } from './invented-people.ts';

const DAY = '2026-07-07';
const recording = (name: string): URL => new URL(`../../connector/microsoft-graph/golden/${name}`, import.meta.url);
const names = new Map<string, string>(
  directory.people.map(({ identity }, n) => [pseudonymOf(identity), `person ${n + 1}`]),
);
const few = await directoryOf([member(1), member(2), member(3)]);

/** As JSON shows it: pseudonyms told by number, minutes to six places, rows in the order of their text. */
function told(kept: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(kept), (key, value: unknown) => {
    if (typeof value === 'string') return names.get(value) ?? value;
    return key === 'minutes' ? Number(Number(value).toFixed(6)) : value;
  });
  if (!Array.isArray(plain)) return plain;
  const rows: unknown[] = plain;
  const text = (row: unknown): string =>
    isJsonObject(row) ? JSON.stringify(row, Object.keys(row).sort()) : String(row);
  return rows.toSorted((a, b) => text(a).localeCompare(text(b)));
}

const acts = {
  directory,
  person,
  tenantId: TENANT,
  from: '2026-07-06',
  to: '2026-07-09',
  pseudonymOf,
  mayInclude: allBut(),
} as const;
const quarter = { ...acts, from: '2026-07-01', to: '2026-10-01' } as const;
const unitsOf = ({ people }: { people: readonly { unit: string }[] }) =>
  people.map(({ unit }, n) => `person ${n + 1}: ${unit}`);

/** How each source is read, and what else has to be answered for that: another endpoint's recording. */
const READINGS: Readonly<
  Record<string, { read: (get: Get) => Promise<unknown>; beside?: Readonly<Record<string, unknown>> }>
> = {
  directory: {
    read: async (get) => {
      const read = await readDirectory({ get, positiveGroupId: GROUP, unitAttribute: 'department', titles: TITLES });
      return { people: read.people, headcounts: read.headcounts() };
    },
    beside: { '/organization': ORGANISATION },
  },
  'listed-people': {
    read: async (get) => {
      const read = await readDirectory({
        get,
        listed: [person.identity.reveal()],
        unitAttribute: 'department',
        titles: TITLES,
      });
      return { people: read.people, headcounts: read.headcounts() };
    },
    beside: { '/organization': ORGANISATION },
  },
  domains: { read: async (get) => [...(await readDomains(get))] },
  'list-addresses': { read: async (get) => [...(await readListAddresses(get))] },
  'unit-groups': {
    read: async (get) =>
      unitsOf(
        (await readUnitsFromGroups({ get, directory: few, groups: [{ groupId: GROUP, unit: 'Skole/Nord' }], on: DAY }))
          .directory,
      ),
  },
  'unit-managers': {
    read: async (get) => unitsOf((await readUnitsFromManagers({ get, directory: few, levels: 1, on: DAY })).directory),
  },
  'competence-groups': {
    read: async (get) => {
      const competences = [{ name: 'Sign language', groupId: GROUP }];
      const [found] = await readCompetenceHolders({ get, directory: few, competences });
      return found?.holders.map((holder) => `person ${String(few.people.indexOf(holder) + 1)}`);
    },
  },
  'sent-items': { read: (get) => readSentMail({ ...quarter, get }) },
  'message-trace': {
    read: async (get) =>
      (await readMessageTrace({ ...acts, get, to: '2026-07-07' })).flatMap(({ interactions }) => interactions),
  },
  meetings: { read: (get) => readMeetings({ ...acts, get }) },
  'chat-membership': {
    read: (get) => readChatMembership({ ...acts, get, day: '2026-07-06' }),
    beside: bodyOf('chat-members'),
  },
  'chat-members': {
    read: (get) => readChatMembership({ ...acts, get, day: '2026-07-06' }),
    beside: { '/users/{id}/chats': { value: [fullChat()] } },
  },
  'chat-messages': { read: (get) => readChatMessages({ ...acts, get }), beside: bodyOf('chat-membership') },
  calls: {
    read: async (get) => (await readCalls({ ...acts, get })).flatMap(({ interactions }) => interactions),
    beside: bodyOf('call-participants'),
  },
  'call-participants': {
    read: async (get) => (await readCalls({ ...acts, get })).flatMap(({ interactions }) => interactions),
    beside: bodyOf('calls'),
  },
  'report-settings': { read: async (get) => ({ concealed: await readConcealment(get) }) },
  ...Object.fromEntries(
    ORGANISATION_COUNTS.map(({ name, endpoint }) => [
      name,
      {
        read: readOrganisationCounts,
        // Of the other report only what every one has: no line of it.
        beside: Object.fromEntries(
          ORGANISATION_COUNTS.filter((other) => other.endpoint !== endpoint).map((other) => [
            other.endpoint,
            `${other.fields.map(({ field }) => field).join()}\r\n`,
          ]),
        ),
      },
    ]),
  ),
  ...Object.fromEntries(
    USAGE_REPORTS.map((report) => [
      report.name,
      { read: async (get: Get) => (await readUsageReport(report, { ...acts, get, day: DAY })).rows },
    ]),
  ),
};

/** What Graph sends at a source's endpoint, as it lies among the recordings. */
function bodyOf(name: string): Record<string, unknown> {
  const source = SOURCE_DECLARATIONS.find((each) => each.name === name);
  if (source === undefined) throw new RangeError('There is no such source.');
  const file = recording(receivedFile(name));
  const text = readFileSync(file, 'utf8');
  const body: unknown = file.pathname.endsWith('.json') ? JSON.parse(text) : text.replace(/^\uFEFF/, '');
  return { [source.endpoint]: body };
}

function receivedFile(name: string): string {
  return [...USAGE_REPORTS, ...ORGANISATION_COUNTS].some((report) => report.name === name)
    ? `${name}.received.csv`
    : `${name}.received.json`;
}

/** Who took part in calls is kept with the calls, in one file. */
function keptFile(name: string): string {
  return `${name === 'call-participants' ? 'calls' : name}.kept.json`;
}

/** A chat that came with as many members as come along, so that all of them must be asked for. */
function fullChat(): object {
  const [all] = Object.values(bodyOf('chat-members'));
  const members: unknown = isJsonObject(all) ? all['value'] : [];
  return { id: '19:aaaa@thread.v2', chatType: 'group', members: Array.isArray(members) ? members.slice(0, 25) : [] };
}

const STRANGE = 'canaryStrange';

/** The same answer with one field more in each item, or one column more in the middle. */
function withOneMore(body: unknown): unknown {
  if (typeof body === 'string') {
    return body.replaceAll(
      /^([^,\r\n]+),/gm,
      (_, first: string) => `${first},${first.startsWith('Report') ? STRANGE : 'CANARY'},`,
    );
  }
  if (!isJsonObject(body)) return body;
  const items: unknown = body['value'];
  if (!Array.isArray(items)) return { [STRANGE]: { deep: 'CANARY' }, ...body };
  return { ...body, value: items.map((item: object) => ({ ...item, [STRANGE]: 'CANARY' })) };
}

async function readThrough(name: string, change: (body: unknown) => unknown) {
  const reading = READINGS[name];
  if (reading === undefined) throw new RangeError(`Nobody reads ${name}.`);
  const [[endpoint, body] = ['', undefined]] = Object.entries(bodyOf(name));
  const { get, unknownFields } = watchUnknownFields(cannedGet({ ...reading.beside, [endpoint]: change(body) }));
  const kept = told(await reading.read(get));
  return { kept, unknown: unknownFields().find(({ source }) => source === name) };
}

describe('golden pairs: every source has one, and what is new in it is dropped and counted', () => {
  test.each(SOURCE_DECLARATIONS.map(({ name }) => name))('%s', async (name) => {
    const plain = await readThrough(name, (body) => body);
    expect(JSON.stringify(plain.kept)).not.toMatch(/canary/i);
    expect(plain.kept).toEqual(told(JSON.parse(readFileSync(recording(keptFile(name)), 'utf8'))));
    const more = await readThrough(name, withOneMore);
    expect(more.kept).toEqual(plain.kept);
    expect(more.unknown?.fields).toBe((plain.unknown?.fields ?? 0) + 1);
    expect(more.unknown?.named).toEqual(plain.unknown?.named ?? []);
  });
});

test('PRIVACY.md shows every pair, each under its endpoint', () => {
  const page = readFileSync(new URL('../../connector/privacy/PRIVACY.md', import.meta.url), 'utf8');
  for (const { name, endpoint } of SOURCE_DECLARATIONS) {
    const line = page.split('\n').find((each) => each.includes(`(../microsoft-graph/golden/${receivedFile(name)})`));
    expect(line, name).toBeDefined();
    expect(line, name).toContain(`\`${endpoint}\``);
    expect(line, name).toContain(`(../microsoft-graph/golden/${keptFile(name)})`);
    for (const file of [receivedFile(name), keptFile(name)]) expect(existsSync(recording(file)), file).toBe(true);
  }
});

const SHARED = '../shared/data/m365-cli-reports';
/** Reports of which there is an example at hand; of the others the header is as the reference tells it. */
const EXAMPLES = [
  ['active-user-counts', 'tenant__report__report-activeusercounts'],
  ['service-user-counts', 'tenant__report__report-servicesusercounts'],
  ['active-users', 'tenant__report__report-activeuserdetail'],
  ['teams-activity', 'teams__report__report-useractivityuserdetail'],
  ['teams-devices', 'teams__report__report-deviceusageuserdetail'],
  ['email-activity', 'outlook__report__report-mailactivityuserdetail'],
  ['email-apps', 'outlook__report__report-mailappusageuserdetail'],
  ['sharepoint-activity', 'spo__report__report-activityuserdetail'],
  ['onedrive-activity', 'onedrive__report__report-activityuserdetail'],
  ['engage-activity', 'viva__engage__engage-report-activityuserdetail'],
] as const;

describe.skipIf(!existsSync(SHARED))('with examples of real reports at hand', () => {
  test.each(EXAMPLES)('%s has the very header of the example, and no line of it', (name, example) => {
    const linesOf = (text: string): string[] =>
      text
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/);
    const [header, ...lines] = linesOf(readFileSync(recording(receivedFile(name)), 'utf8'));
    const [theirs, ...theirLines] = linesOf(readFileSync(`${SHARED}/${example}.csv`, 'utf8'));
    expect(header).toBe(theirs);
    for (const line of theirLines) expect(lines).not.toContain(line);
  });

  test.each(SOURCE_DECLARATIONS.filter(({ name }) => receivedFile(name).endsWith('.csv')).map(({ name }) => name))(
    '%s: no column of the recording is unknown',
    async (name) => {
      expect((await readThrough(name, (body) => body)).unknown).toBeUndefined();
    },
  );
});
