import { describe, expect, test } from 'vitest';
import { neededByScope, neededSources } from '../../connector/microsoft-graph/needed-sources.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { SOURCE_NAMES } from '../../connector/privacy/scope.ts';

const names = (...sources: string[]): string[] => neededSources(sources).map(({ name }) => name);

const COUNTS = ['active-user-counts', 'service-user-counts'];

describe('what is asked of Microsoft Graph', () => {
  test('is who may be read, the sources that are on, and nothing else', () => {
    expect(names()).toEqual(['directory', 'domains']);
    expect(names('sent-items')).toEqual(['directory', 'domains', 'list-addresses', 'sent-items']);
    expect(names('no-such-source')).toEqual(['directory', 'domains']);
  });

  test('with a usage report, whether names are concealed as well, and how many in all use what', () => {
    for (const report of ['active-users', 'copilot-usage']) {
      expect(names(report)).toEqual(['directory', 'domains', 'report-settings', ...COUNTS, report]);
    }
  });

  test('with chats and calls, who is in them', () => {
    expect(names('chat-membership').slice(2)).toEqual(['chat-membership', 'chat-members']);
    expect(names('chat-messages').slice(2)).toEqual(['chat-membership', 'chat-members', 'chat-messages']);
    expect(names('calls').slice(2)).toEqual(['calls', 'call-participants']);
    expect(names('meetings', 'message-trace').slice(3)).toEqual(['message-trace', 'meetings']);
  });

  test('with sources that name people by address, which addresses are lists', () => {
    for (const source of ['sent-items', 'message-trace', 'meetings']) {
      expect(names(source)).toEqual(['directory', 'domains', 'list-addresses', source]);
    }
  });

  test('with chats and calls, what tells who is in them as well', () => {
    expect(names('chat-membership')).toEqual(['directory', 'domains', 'chat-membership', 'chat-members']);
    expect(names('calls')).toEqual(['directory', 'domains', 'calls', 'call-participants']);
  });

  test('with units from groups or managers, those; from the attribute or a file, nothing besides', () => {
    const under = (units: Parameters<typeof neededByScope>[0]['units']): string[] =>
      neededByScope({ sources: ['sent-items'], units }).map(({ name }) => name);
    const always = ['directory', 'domains', 'list-addresses'];
    const plain = [...always, 'sent-items'];
    expect(under(undefined)).toEqual(plain);
    expect(under({ from: 'hr-file', file: 'units.csv' })).toEqual(plain);
    expect(under({ from: 'managers', levels: 1 })).toEqual([...always, 'unit-managers', 'sent-items']);
    expect(under({ from: 'groups', groups: [] })).toEqual([...always, 'unit-groups', 'sent-items']);
  });

  test('with a list by name, the people on it, and no group', () => {
    const byName = { sources: ['meetings' as const], units: undefined, positiveList: { hrFile: 'staff.csv' } };
    expect(neededByScope(byName).map(({ name }) => name)).toEqual([
      'listed-people',
      'domains',
      'list-addresses',
      'meetings',
    ]);
  });

  test('holds for every source a scope may name', () => {
    for (const name of SOURCE_NAMES) expect(names(name)).toContain(name);
    expect(names(...SOURCE_DECLARATIONS.map(({ name }) => name))).toHaveLength(SOURCE_DECLARATIONS.length);
  });
});
