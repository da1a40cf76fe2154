import { parseScope, type Scope } from '../../connector/privacy/scope.ts';

/** A scope somebody could propose, different where asked. */
export function inventedScope(different: Readonly<Record<string, unknown>> = {}): Scope {
  return parseScope({
    version: 1,
    organisation: 'Fjordvik kommune',
    purposes: ['organisation-development'],
    legalBasis: 'GDPR article 6 (1) e',
    sources: ['sent-items', 'active-users'],
    positiveGroupId: '0a1b2c3d-1111-4222-8333-444455556666',
    unitAttribute: 'department',
    titles: { leader: ['Rektor'], elected: ['Representant'] },
    level: 'standard',
    staffNoticeOn: '2026-01-05',
    readBack: false,
    endsOn: '2027-01-01',
    ...different,
  });
}
