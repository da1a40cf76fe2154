import { describe, expect, test } from 'vitest';
import { placeOf } from '../../connector/microsoft-graph/service-limits.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';

function place(endpoint: string, query: Record<string, string> = {}) {
  const source = { name: 'x', endpoint, permissions: [], fields: [] };
  return placeOf({ source, values: { id: 'u1', chat: 'c1' }, query }, { tenantUsers: 1_000 });
}

describe('which service a request belongs to, by its template', () => {
  test.each([
    ['/users/{id}/mailFolders/sentitems/messages', 'outlook', 'u1'],
    ['/users/{id}/messages', 'outlook', 'u1'],
    ['/users/{id}/calendarView', 'outlook', 'u1'],
    ['/users/{id}/calendar/calendarView', 'outlook', 'u1'],
    ['/users/{id}/mailboxSettings/userPurpose', 'outlook', 'u1'],
    ['/users/{id}/chats', 'teams-chats', 'u1'],
    ['/users/{id}/chats/getAllMessages', 'teams-all-messages', ''],
    ['/chats/{chat}', 'teams-chat', 'c1'],
    ['/chats/{chat}/members', 'teams', 'c1'],
    ['/chats/{chat}/messages', 'teams-chat-messages', 'c1'],
    ['/users/{id}/joinedTeams', 'teams', 'u1'],
    ['/teams/{id}/channels/getAllMessages', 'teams-all-messages', ''],
    ['/communications/callRecords', 'call-list', ''],
    ['/communications/callRecords/{id}/participants_v2', 'call-records', 'u1'],
    ['/admin/exchange/tracing/messageTraces', 'message-trace', ''],
    ['/reports/getOffice365ActiveUserDetail(date={date})', 'reports', 'getOffice365ActiveUserDetail'],
    ["/reports/getTeamsUserActivityUserDetail(period='D7')", 'reports', 'getTeamsUserActivityUserDetail'],
    [
      "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')",
      'reports',
      'getMicrosoft365CopilotUsageUserDetail',
    ],
    ['/users', 'identity', ''],
    ['/users/{id}', 'identity', ''],
    ['/users/{id}/manager', 'identity', ''],
    ['/organization', 'identity', ''],
    ['/groups/{group}/transitiveMembers/microsoft.graph.user', 'identity', ''],
    ['/admin/reportSettings', 'other', ''],
  ])('%s is of %s, lane %j', (endpoint, service, lane) => {
    expect(place(endpoint)).toMatchObject({ service, lane });
  });

  test('every source of this product has a published row of its own, the settings of reports aside', () => {
    const without = SOURCE_DECLARATIONS.filter(({ endpoint }) => place(endpoint).service === 'other');
    expect(without.map(({ name }) => name)).toEqual(['report-settings']);
  });

  test.each([
    ['/users', {}, 2],
    ['/users', { $select: 'id', $top: '999' }, 1],
    ['/users', { $select: 'id', $expand: 'manager' }, 2],
    ['/users', { $expand: 'manager' }, 3],
    ['/users/{id}/manager', {}, 1],
    ['/users/{id}/licenseDetails', {}, 2],
    ['/users/{id}/transitiveMemberOf', {}, 2],
    ['/groups/{group}/members', {}, 3],
    ['/groups/{group}/members', { $select: 'id', $top: '19' }, 1],
    ['/groups/{group}/members', { $top: '20' }, 3],
    ['/groups/{group}/transitiveMembers', { $expand: 'x' }, 6],
    ['/groups/{group}/transitiveMembers/microsoft.graph.user', { $select: 'id', $top: '999' }, 4],
    ['/subscribedSkus', {}, 3],
    ['/organization', { $select: 'verifiedDomains' }, 1],
  ])('%s with %j costs %d resource units', (endpoint, query, units) => {
    expect(place(endpoint, query).units).toBe(units);
  });
});
