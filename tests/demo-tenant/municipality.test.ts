import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { activityOn, DAY_MS, easterDay, quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { ELECTED_TITLES, LEADER_TITLES } from '../../connector/demo-tenant/municipality/titles.ts';
import type { Account, SentMessage, World } from '../../connector/demo-tenant/world.ts';

const TODAY = Date.parse('2026-11-21T10:00:00Z');
const world = municipality({ today: TODAY });
const employees = world.accounts.filter(({ kind, enabled }) => kind === 'employee' && enabled);
const quarters = quarterStarts(TODAY);

const countBy = <T>(list: readonly T[], key: (item: T) => string): Map<string, number> =>
  new Map([...Map.groupBy(list, key)].map(([name, items]) => [name, items.length]));
const mailOf = (account: Account, from = world.from, to = world.to): SentMessage[] => [
  ...world.sentMessages(account.id, from, to),
];
// Bytes still held after everything that can be let go has been.
const heldBytes = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
};
const recipientsOf = ({ to, cc, bcc }: SentMessage): string[] => [...to, ...cc, ...bcc];

describe('who works there', () => {
  it('has 2,000 employees in the divisions the product owner named', () => {
    const heads = countBy(employees, ({ department }) => department?.split('/')[0] ?? '');
    expect(Object.fromEntries(heads)).toEqual({
      Oppvekst: 730,
      'Helse og mestring': 790,
      'Teknisk og eiendom': 160,
      Stab: 150,
      'Kultur og samfunn': 90,
      'NAV og inkludering': 80,
    });
  });

  it('has about 30 units of 12 to 200, with paths Entra would take', () => {
    const heads = countBy(employees, ({ department }) => department ?? '');
    expect(heads.size).toBeGreaterThanOrEqual(28);
    expect(heads.size).toBeLessThanOrEqual(34);
    for (const [unit, count] of heads) {
      expect(count, unit).toBeGreaterThanOrEqual(12);
      expect(count, unit).toBeLessThanOrEqual(200);
      expect(unit.length, unit).toBeLessThanOrEqual(64);
      expect(unit).toMatch(/^[^/]+\/[^/]+$/);
    }
  });

  it('has a council of 45 whose titles, and only theirs, mean elected', () => {
    const elected = world.accounts.filter(({ kind }) => kind === 'elected');
    expect(elected).toHaveLength(45);
    expect(elected.every(({ department, hasMailbox }) => department === 'Kommunestyret' && hasMailbox)).toBe(true);
    const titled = world.accounts.filter(({ jobTitle }) => ELECTED_TITLES.includes(jobTitle ?? ''));
    expect(new Set(titled)).toEqual(new Set(elected));
  });

  it('gives every unit leaders, at most 40 people to each, and everybody but the director a manager', () => {
    const led = countBy(employees, ({ managerId }) => managerId ?? 'nobody');
    expect(led.get('nobody')).toBe(1);
    const leaders = new Set(
      employees.filter(({ jobTitle }) => LEADER_TITLES.includes(jobTitle ?? '')).map(({ id }) => id),
    );
    for (const [manager, count] of led) {
      expect(manager === 'nobody' || leaders.has(manager)).toBe(true);
      expect(count).toBeLessThanOrEqual(40);
    }
    const unitsLed = new Set(employees.filter(({ id }) => leaders.has(id)).map(({ department }) => department));
    expect(unitsLed.size).toBe(new Set(employees.map(({ department }) => department)).size);
  });

  it('gives mailboxes by licence: F1 has none and no address, F3 and desk have one', () => {
    for (const { licence, hasMailbox, mail, proxyAddresses } of employees) {
      expect(hasMailbox).toBe(licence !== 'F1');
      expect(mail !== null).toBe(hasMailbox);
      expect(proxyAddresses.length > 0).toBe(hasMailbox);
    }
    const licences = countBy(employees, ({ licence }) => licence ?? 'none');
    expect((licences.get('F1') ?? 0) / ((licences.get('F1') ?? 0) + (licences.get('F3') ?? 0))).toBeGreaterThan(0.7);
  });

  it('knows pupils, guests, shared and room mailboxes, service accounts and leavers', () => {
    const kinds = Object.fromEntries(countBy(world.accounts, ({ kind, enabled }) => `${kind}${enabled ? '' : ' off'}`));
    expect(kinds).toMatchObject({
      pupil: 2500,
      guest: 60,
      shared: 3,
      'shared off': 30,
      room: 4,
      'room off': 26,
      service: 6,
      'employee off': 45,
    });
    const pupils = world.accounts.filter(({ kind }) => kind === 'pupil');
    expect(
      pupils.every(
        ({ mail, licence }) => mail?.endsWith('@elev.elvestrand.kommune.example') && licence === 'A1-student',
      ),
    ).toBe(true);
  });

  it('gives ids and addresses once each, and some people two or three aliases', () => {
    const addresses = world.accounts.flatMap(({ proxyAddresses }) =>
      proxyAddresses.map((text) => text.slice(5).toLowerCase()),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(world.accounts.map(({ id }) => id)).size).toBe(world.accounts.length);
    expect(new Set(world.accounts.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(world.accounts.length);
    expect(
      world.accounts.every(({ id }) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
      ),
    ).toBe(true);
    expect(employees.filter(({ proxyAddresses }) => proxyAddresses.length > 2).length).toBeGreaterThan(100);
  });

  it('puts employees and elected members on the positive list, through nested groups, and things that sign in', () => {
    const groups = new Map(world.groups.map((group) => [group.id, group]));
    const accounts = new Map(world.accounts.map((account) => [account.id, account]));
    const within = (id: string): string[] => groups.get(id)?.memberIds.flatMap(within) ?? [id];
    const listed = within(world.positiveGroupId).map((id) => accounts.get(id)!);
    const open = countBy(
      listed.filter(({ enabled }) => enabled),
      ({ kind }) => kind,
    );
    expect(Object.fromEntries(open)).toEqual({ employee: 2000, elected: 45, shared: 3, room: 4 });
    const leavers = listed.filter(({ enabled }) => !enabled).length;
    expect(leavers).toBeGreaterThan(0);
    expect(leavers).toBeLessThan(45);
  });
});

describe('time', () => {
  it.each([
    // In a quarter's first days hardly anything has happened, and its reports come late.
    ['2026-10-01T00:00:00Z', '2025-07-01', '2026-10-01'],
    ['2026-10-02T23:59:00Z', '2025-07-01', '2026-10-01'],
    ['2026-10-05T10:00:00Z', '2025-07-01', '2026-10-04'],
    ['2026-10-30T00:00:00Z', '2025-07-01', '2026-10-29'],
    ['2026-11-21T10:00:00Z', '2025-07-01', '2026-10-29'],
    ['2027-01-01T00:00:00Z', '2025-10-01', '2027-01-01'],
  ])(
    'covers the five complete quarters before %s and what there is of four weeks of the open one',
    (today, from, to) => {
      const then = municipality({ today: Date.parse(today) });
      expect([then.from, then.to]).toEqual([Date.parse(from), Date.parse(to)]);
    },
  );

  it('has the same complete quarters whether the open one has begun or not', () => {
    const early = municipality({ today: Date.parse('2026-10-01T00:00:00Z') });
    const [from, to] = [quarters[4]!, quarters[5]!];
    expect(early.to).toBe(to);
    for (const { id } of world.accounts.filter((_, place) => place % 97 === 0)) {
      for (const [first, last] of [
        [world.from, world.from + 5 * DAY_MS],
        [from, to],
      ] as const) {
        expect([...world.sentMessages(id, first, last)]).toEqual([...early.sentMessages(id, first, last)]);
        expect([...world.meetings!(id, first, last)]).toEqual([...early.meetings!(id, first, last)]);
        expect([...world.chatMessages!(id, first, last)]).toEqual([...early.chatMessages!(id, first, last)]);
      }
      expect(world.chats!(id)).toEqual(early.chats!(id));
    }
    const usersOn = (of: World, day: number) =>
      Array.from(of.usageOn(day), ({ figures, ...usage }) => ({ ...usage, figures: figures?.() }));
    for (const day of [from, from + 40 * DAY_MS, to - DAY_MS]) {
      expect(usersOn(world, day)).toEqual(usersOn(early, day));
      expect([...world.calls!(day, day + DAY_MS)]).toEqual([...early.calls!(day, day + DAY_MS)]);
    }
  });

  it('goes on in the open quarter as it was: mail, meetings, calls and use on its working days', () => {
    const day = Date.parse('2026-10-13');
    const sent = (from: number): number =>
      employees.reduce((sum, { id }) => sum + [...world.sentMessages(id, from, from + DAY_MS)].length, 0);
    for (const count of [
      sent,
      (from: number) => [...world.usageOn(from)].length,
      (from: number) => [...world.calls!(from, from + DAY_MS)].length,
    ]) {
      expect(count(day) / count(day - 28 * DAY_MS)).toBeGreaterThan(0.8);
      expect(count(day) / count(day - 28 * DAY_MS)).toBeLessThan(1.25);
    }
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('finds Easter Sunday of %i', (year, day) => {
    expect(easterDay(year)).toBe(Date.parse(day) / DAY_MS);
  });

  it('rests in July, at Christmas, at Easter and on Sundays', () => {
    const on = (day: string): number => activityOn(Date.parse(day) / DAY_MS, 'office');
    expect(on('2026-02-03')).toBe(1);
    for (const day of ['2026-07-15', '2025-12-29', '2026-04-01', '2026-02-01', '2026-05-17']) {
      expect(on(day), day).toBeLessThan(0.4);
    }
  });
});

describe('mail', () => {
  it('is the same for a span asked at once, in parts, in another order and in another world of the seed', () => {
    const other = municipality({ today: TODAY });
    const writers = world.accounts.filter(({ hasMailbox }) => hasMailbox);
    const span = world.to - world.from;
    fc.assert(
      fc.property(
        fc.constantFrom(...writers),
        fc.array(fc.integer({ min: 1, max: span - 1 }), { maxLength: 6 }),
        (account, cuts) => {
          const edges = [0, ...cuts, span].toSorted((one, next) => one - next).map((cut) => world.from + cut);
          const backwards = edges
            .slice(1)
            .map((to, place) => [edges[place]!, to] as const)
            .reverse();
          const parts = backwards
            .map(([from, to]) => mailOf(account, from, to))
            .reverse()
            .flat();
          expect(parts).toEqual([...other.sentMessages(account.id, world.from, world.to)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes oldest first, inside the span, and from nobody without a mailbox', () => {
    for (const account of world.accounts.filter((_, place) => place % 23 === 0)) {
      const mails = mailOf(account, quarters[1], quarters[2]);
      const times = mails.map(({ sentAt }) => sentAt);
      expect(times).toEqual(times.toSorted((one, next) => one - next));
      expect(times.every((time) => time >= quarters[1]! && time < quarters[2]!)).toBe(true);
      if (!account.hasMailbox) expect(mails).toEqual([]);
    }
    expect([...world.sentMessages('nobody', world.from, world.to)]).toEqual([]);
    expect(mailOf(employees[0]!, 0, world.from)).toEqual([]);
    expect(mailOf(employees[0]!, world.to, world.to + 90 * DAY_MS)).toEqual([]);
  });

  it('is another municipality with another seed', () => {
    const other = municipality({ today: TODAY, seed: 'another' });
    expect(other.tenantId).not.toBe(world.tenantId);
    expect(other.accounts[0]!.displayName).not.toBe(world.accounts[0]!.displayName);
  });

  it('stays under 250 a person and quarter, about 80 on average, and is made at 100,000 a second', () => {
    const people = [...employees, ...world.accounts.filter(({ kind }) => kind === 'elected')].filter(
      ({ hasMailbox }) => hasMailbox,
    );
    let [all, most] = [0, 0];
    const start = process.cpuUsage();
    for (const { id } of people) {
      for (const [place, from] of quarters.slice(0, 5).entries()) {
        let count = 0;
        for (const { to } of world.sentMessages(id, from, quarters[place + 1]!)) count += Math.sign(to.length + 1);
        all += count;
        most = Math.max(most, count);
      }
    }
    // Time of this process alone: machines that test are shared.
    const { user, system } = process.cpuUsage(start);
    const aSecond = (all / (user + system)) * 1_000_000;
    console.info(`municipality: ${all} mails of ${people.length} people, ${Math.round(aSecond)} a second of one core`);
    expect(people.length).toBeGreaterThan(1000);
    expect(people.length).toBeLessThan(1300);
    expect(most).toBeLessThanOrEqual(250);
    expect(all / people.length / 5).toBeGreaterThan(75);
    expect(all / people.length / 5).toBeLessThan(120);
    expect(aSecond).toBeGreaterThan(100_000);
  });

  it('holds everything a connector must see through', () => {
    const known = new Map(
      world.accounts.flatMap((account) => account.proxyAddresses.map((text) => [text.slice(5).toLowerCase(), account])),
    );
    const lists = new Set(world.groups.map(({ mail }) => mail));
    const mails = employees
      .filter(({ hasMailbox }) => hasMailbox)
      .flatMap((account) => mailOf(account, quarters[1], quarters[2]));
    const addresses = mails.flatMap(recipientsOf);
    const share = (test: (message: SentMessage) => boolean): number => mails.filter(test).length / mails.length;
    const isKind = (kind: Account['kind']) => (text: string) => known.get(text.toLowerCase())?.kind === kind;
    const primary = (text: string): boolean => known.get(text.toLowerCase())?.mail === text.toLowerCase();
    expect(share(({ meeting }) => meeting)).toBeGreaterThan(0.02);
    expect(share(({ draft }) => draft)).toBeGreaterThan(0.001);
    expect(share(({ draft }) => draft)).toBeLessThan(0.01);
    expect(share((message) => recipientsOf(message).length > 8)).toBeGreaterThan(0.01);
    expect(share(({ bcc }) => bcc.length > 0)).toBeGreaterThan(0.005);
    expect(share(({ to }) => to.some((text) => lists.has(text)))).toBeGreaterThan(0.02);
    expect(
      share((message) =>
        recipientsOf(message).some(
          (text) => !world.domains.some((domain) => text.toLowerCase().endsWith(`@${domain}`)),
        ),
      ),
    ).toBeGreaterThan(0.05);
    for (const kind of ['pupil', 'guest', 'shared', 'room'] as const)
      expect(addresses.some(isKind(kind)), kind).toBe(true);
    expect(addresses.some((text) => text !== text.toLowerCase())).toBe(true);
    expect(addresses.some((text) => text.includes('+'))).toBe(true);
    expect(addresses.some((text) => known.has(text.toLowerCase()) && !primary(text))).toBe(true);
    expect(
      addresses.some(
        (text) => text.endsWith(`@${world.domains[0]!}`) && !known.has(text) && !lists.has(text) && !text.includes('+'),
      ),
    ).toBe(true);
  });

  it('is sent on behalf of shared mailboxes and now and then of leaders, and copied to oneself', () => {
    const shared = world.accounts.filter(({ kind }) => kind === 'shared').flatMap((account) => mailOf(account));
    expect(shared.length).toBeGreaterThan(1000);
    expect(shared.every(({ senderAddress }) => senderAddress !== undefined)).toBe(true);
    const leaders = employees.filter(({ jobTitle }) => LEADER_TITLES.includes(jobTitle ?? ''));
    const delegated = leaders
      .flatMap((account) => mailOf(account))
      .filter(({ senderAddress }) => senderAddress !== undefined);
    expect(delegated.length).toBeGreaterThan(100);
    const toSelf = employees
      .filter(({ mail }) => mail !== null)
      .some((account) => mailOf(account).some(({ cc }) => cc.includes(account.mail!)));
    expect(toSelf).toBe(true);
  });

  it('keeps memory flat over a year and a quarter of everybody', () => {
    const before = heldBytes();
    let count = 0;
    for (const { id } of world.accounts)
      for (const { sentAt } of world.sentMessages(id, world.from, world.to)) count += Math.sign(sentAt);
    const after = heldBytes();
    expect(count).toBeGreaterThan(500_000);
    expect(after - before).toBeLessThan(5e6);
  });
});
