import { describe, expect, test } from 'vitest';
import { compareRoles, leastRoles, rolesIn } from '../../connector/microsoft-graph/granted-roles.ts';
import { neededSources } from '../../connector/microsoft-graph/needed-sources.ts';
import { failure } from './played-graph.ts';

const sources = neededSources(['sent-items']);
const ENOUGH = ['GroupMember.Read.All', 'Mail.ReadBasic.All', 'User.Read.All'];

function tokenOf(payload: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(payload)}.SIGNATURE`;
}

describe('the roles of a token', () => {
  test('are read from its payload, in base64url; none where none are granted', () => {
    expect(rolesIn(tokenOf({ roles: ['A.Read.All', 'B.Read.All'], name: '¿»ø' }))).toEqual(
      new Set(['A.Read.All', 'B.Read.All']),
    );
    expect(rolesIn(tokenOf({ exp: 1 }))).toEqual(new Set());
  });

  test.each(['', 'SECRET', 'a.SECRET.c', tokenOf({ roles: 'SECRET' }), tokenOf(null)])(
    '%j is no token, and is not quoted',
    async (token) => {
      const told = await failure(Promise.resolve().then(() => rolesIn(token)));
      expect(told.code).toBe('shape-changed');
      expect(told.sentence).not.toContain('SECRET');
    },
  );
});

describe('what is granted against what is needed', () => {
  const compare = (granted: readonly string[], different: object = {}) =>
    compareRoles(new Set(granted), { sources, ...different });

  test('exactly enough is neither missing nor extra', () => {
    expect(compare(ENOUGH)).toEqual({ missing: [], extra: [], unscoped: [] });
  });

  test('what is missing names every source that stops; a wider role is no stand-in', () => {
    expect(compare(['Mail.Read', 'GroupMember.Read.All'])).toEqual({
      missing: [
        { role: 'User.Read.All', stops: ['directory', 'domains'] },
        { role: 'Mail.ReadBasic.All', stops: ['sent-items'] },
      ],
      extra: ['Mail.Read'],
      unscoped: [],
    });
  });

  test('what the scope approves is not extra', () => {
    expect(compare([...ENOUGH, 'Chat.Read.All'], { approved: ['Chat.Read.All'] }).extra).toEqual([]);
    expect(compare([...ENOUGH, 'Chat.Read.All'], { approved: ['Chat.ReadBasic.All'] }).extra).toEqual([
      'Chat.Read.All',
    ]);
  });

  describe('where Exchange opens a source mailbox by mailbox', () => {
    const LESS = ['GroupMember.Read.All', 'User.Read.All'];
    const scoped = { scopedInExchange: ['sent-items'] };

    test('its role is not missing, and what Exchange does not open is needed as ever', () => {
      expect(compare(LESS, scoped)).toEqual({ missing: [], extra: [], unscoped: [] });
      expect(compare(['User.Read.All'], scoped).missing.map(({ role }) => role)).toEqual(['GroupMember.Read.All']);
    });

    test.each(['Mail.ReadBasic.All', 'Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'])(
      '%s opens every mailbox, approved or not',
      (role) => {
        expect(compare([...LESS, role], scoped)).toEqual({ missing: [], extra: [], unscoped: [role] });
        expect(compare([...LESS, role], { ...scoped, approved: [role] }).unscoped).toEqual([role]);
      },
    );

    test('another permission is judged as ever', () => {
      expect(compare([...LESS, 'Chat.Read.All'], scoped).extra).toEqual(['Chat.Read.All']);
      expect(compare([...LESS, 'Chat.Read.All'], { ...scoped, approved: ['Chat.Read.All'] }).extra).toEqual([]);
    });
  });
});

describe('tokens of an application', () => {
  const giving = (...given: string[]) => ({ token: () => Promise.resolve(given.shift() ?? '') });

  test('that may do no more than is needed are handed on; less is left to Graph to refuse', async () => {
    const token = tokenOf({ roles: ['User.Read.All'] });
    expect(await leastRoles(giving(token, token), { sources }).token({ fresh: true })).toBe(token);
  });

  test('that may do more are not, also when only a later one does', async () => {
    const good = tokenOf({ roles: ENOUGH });
    const bad = tokenOf({ roles: [...ENOUGH, 'Mail.ReadWrite', 'Directory.Read.All'] });
    const tokens = leastRoles(giving(good, bad), { sources });
    expect(await tokens.token()).toBe(good);
    const told = await failure(tokens.token());
    expect(told.code).toBe('too-many-permissions');
    expect(told.sentence).toContain('(Directory.Read.All, Mail.ReadWrite)');
  });

  test('that open every mailbox where Exchange is to open them are not handed on, whatever is approved', async () => {
    const need = { sources, approved: ['Mail.ReadBasic.All'], scopedInExchange: ['sent-items'] } as const;
    const told = await failure(leastRoles(giving(tokenOf({ roles: ENOUGH })), need).token());
    expect(told.code).toBe('too-many-permissions');
    expect(told.sentence).toMatch(/opens every one of them \(Mail\.ReadBasic\.All\).*take it away in Entra/);
    const less = tokenOf({ roles: ['GroupMember.Read.All', 'User.Read.All'] });
    expect(await leastRoles(giving(less), need).token()).toBe(less);
  });

  test('a role that is not named as Microsoft’s are is not repeated', async () => {
    const odd = tokenOf({ roles: [...ENOUGH, 'kari@fjord.example'] });
    const told = await failure(leastRoles(giving(odd), { sources }).token());
    expect(told.sentence).toContain('one with an unusual name');
    expect(told.sentence).not.toContain('kari');
  });
});
