import { NOTHING_DECIDED } from '../../connector/documents/decisions.ts';
import type { Facts } from '../../connector/documents/facts.ts';
import { neededByScope } from '../../connector/microsoft-graph/needed-sources.ts';
import { parseScope } from '../../connector/privacy/scope.ts';

const SCOPE = {
  version: 1,
  organisation: 'Fjordvik kommune',
  purposes: ['organisation-development'],
  legalBasis: 'Artikkel 6 nr. 1 e',
  sources: ['sent-items', 'active-users'],
  positiveGroupId: '0f3c1d2e-4b5a-4c6d-8e7f-9a0b1c2d3e4f',
  unitAttribute: 'department',
  titles: { leader: ['Rektor'], elected: [] },
  level: 'standard',
  staffNoticeOn: '2026-08-10',
  readBack: false,
  endsOn: '2028-08-10',
  protectedContacts: ['m1_AAAAAAAAAAAAAAAAAAAAAA'],
};

/** A configuration as an installation may have it. */
export function inventedFacts(changed: object = {}): Facts {
  const scope = parseScope({ ...SCOPE, ...changed });
  return {
    scope,
    sources: neededByScope(scope),
    custody: { kind: 'file', weak: true },
    decisions: NOTHING_DECIDED,
    today: '2026-11-22',
  };
}
