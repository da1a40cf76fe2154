import { describe, expect, test } from 'vitest';
import { differencesOf, isMaterial, onlyNarrows } from '../../connector/privacy/scope-difference.ts';
import { inventedScope } from './invented-scope.ts';

const GROUP = '0a1b2c3d-2222-4222-8333-444455556666';
const OTHER = '0a1b2c3d-3333-4222-8333-444455556666';
const probes = { probeInside: GROUP, probeOutside: OTHER };
const partner = (...domains: string[]) => ({ name: 'fylket', kind: 'public-administration', domains });

describe('between two scopes', () => {
  test('that say the same there is no difference', () => {
    expect(differencesOf(inventedScope(), inventedScope())).toEqual([]);
  });

  test.each([
    ['a source more', {}, { sources: ['sent-items', 'active-users', 'meetings'] }, 'source', 'widens'],
    ['a source less', {}, { sources: ['sent-items'] }, 'source', 'narrows'],
    ['a purpose more', {}, { purposes: ['organisation-development', 'launch-planning'] }, 'purpose', 'widens'],
    ['another legal basis', {}, { legalBasis: 'another' }, 'legal-basis', 'changes'],
    ['another positive list', {}, { positiveGroupId: GROUP }, 'positive-list', 'widens'],
    ['a unit out', {}, { unitsOut: ['Helse'] }, 'unit-out', 'narrows'],
    ['a unit in again', { unitsOut: ['Helse'] }, {}, 'unit-out', 'widens'],
    ['a partner more', {}, { partnerOrganisations: [partner('fylket.no')] }, 'partner', 'widens'],
    ['a partner less', { partnerOrganisations: [partner('fylket.no')] }, {}, 'partner', 'narrows'],
    [
      'a domain of a partner more',
      { partnerOrganisations: [partner('fylket.no')] },
      { partnerOrganisations: [partner('fylket.no', 'post.fylket.no')] },
      'partner',
      'widens',
    ],
    [
      'a domain of a partner less',
      { partnerOrganisations: [partner('fylket.no', 'post.fylket.no')] },
      { partnerOrganisations: [partner('fylket.no')] },
      'partner',
      'narrows',
    ],
    [
      'one domain of a partner for another',
      { partnerOrganisations: [partner('fylket.no')] },
      { partnerOrganisations: [partner('post.fylket.no')] },
      'partner',
      'widens',
    ],
    ['more noise', {}, { level: 'careful' }, 'level', 'narrows'],
    ['less noise', { level: 'careful' }, {}, 'level', 'widens'],
    ['structural tables', {}, { structuralTables: true }, 'structural-tables', 'widens'],
    ['no structural tables', { structuralTables: true }, {}, 'structural-tables', 'narrows'],
    ['a competence', {}, { competences: [{ name: 'A', groupId: GROUP }] }, 'competence', 'widens'],
    [
      'another group for a competence',
      { competences: [{ name: 'A', groupId: GROUP }] },
      { competences: [{ name: 'A', groupId: OTHER }] },
      'competence',
      'widens',
    ],
    ['a later notice', {}, { staffNoticeOn: '2026-02-01' }, 'staff-notice', 'narrows'],
    ['an earlier notice', {}, { staffNoticeOn: '2025-12-01' }, 'staff-notice', 'widens'],
    ['reading back', {}, { readBack: true }, 'read-back', 'widens'],
    ['no reading back', { readBack: true }, {}, 'read-back', 'narrows'],
    ['a later end', {}, { endsOn: '2028-01-01' }, 'end-date', 'widens'],
    ['an earlier end', {}, { endsOn: '2026-06-01' }, 'end-date', 'narrows'],
    ['a permission more', {}, { approvedRoles: ['Mail.Read'] }, 'approved-role', 'widens'],
    ['a permission less', { approvedRoles: ['Mail.Read'] }, {}, 'approved-role', 'narrows'],
    [
      'mailboxes opened one by one',
      {},
      { exchangeScoped: { sources: ['sent-items'], ...probes } },
      'mailboxes-in-exchange',
      'narrows',
    ],
    [
      'mailboxes opened all at once',
      { exchangeScoped: { sources: ['sent-items'], ...probes } },
      {},
      'mailboxes-in-exchange',
      'widens',
    ],
    ['other titles', {}, { titles: { leader: ['Rektor'], elected: [] } }, 'titles', 'changes'],
    ['another attribute of units', {}, { unitAttribute: 'companyName' }, 'units', 'changes'],
    ['another origin of units', {}, { units: { from: 'managers', levels: 2 } }, 'units', 'changes'],
    ['another name', {}, { organisation: 'Nye Fjordvik' }, 'organisation', 'changes'],
  ] as const)('%s', (_what, before, after, of, effect) => {
    const differences = differencesOf(inventedScope(before), inventedScope(after));
    expect(differences.map((it) => [it.of, it.effect])).toEqual([[of, effect]]);
    expect(onlyNarrows(differences)).toBe(effect === 'narrows');
    expect(isMaterial(differences)).toBe(effect === 'widens' || of === 'legal-basis');
  });

  test('every field of a scope makes a difference', () => {
    const others: Readonly<Record<string, unknown>> = {
      organisation: 'Nye Fjordvik',
      purposes: ['launch-planning'],
      legalBasis: 'another',
      sources: ['meetings'],
      positiveGroupId: GROUP,
      unitAttribute: 'companyName',
      units: { from: 'managers', levels: 2 },
      unitsOut: ['Helse'],
      titles: { leader: [], elected: [] },
      level: 'careful',
      structuralTables: true,
      competences: [{ name: 'A', groupId: GROUP }],
      staffNoticeOn: '2026-02-01',
      readBack: true,
      endsOn: '2028-01-01',
      partnerOrganisations: [partner('fylket.no')],
      approvedRoles: ['Mail.Read'],
      exchangeScoped: { sources: ['sent-items'], ...probes },
    };
    const fields = Object.keys(inventedScope({ ...others, sources: ['sent-items'] })).filter(
      (name) => name !== 'version',
    );
    for (const field of fields) {
      const changed = inventedScope({ [field]: others[field] });
      expect([field, differencesOf(inventedScope(), changed).length > 0]).toEqual([field, true]);
    }
  });

  test('a unit below one that is out already takes nobody away, and brings nobody back', () => {
    const [one, two] = [inventedScope({ unitsOut: ['Helse'] }), inventedScope({ unitsOut: ['Helse', 'Helse/Lege'] })];
    expect([differencesOf(one, two), differencesOf(two, one)]).toEqual([[], []]);
  });

  test('a source for another does not only narrow', () => {
    const differences = differencesOf(inventedScope(), inventedScope({ sources: ['message-trace', 'active-users'] }));
    expect(differences.map(({ effect }) => effect)).toEqual(['widens', 'narrows']);
    expect(onlyNarrows(differences)).toBe(false);
  });

  test('of the first scope all that it turns on is told, as widening; and no id of anything', () => {
    const first = inventedScope({ readBack: true, partnerOrganisations: [partner('fylket.no')] });
    const differences = differencesOf(undefined, first);
    expect(differences.map(({ of }) => of)).toEqual([
      'purpose',
      'legal-basis',
      'source',
      'source',
      'positive-list',
      'level',
      'read-back',
      'end-date',
      'partner',
    ]);
    expect(onlyNarrows(differences)).toBe(false);
    expect(JSON.stringify(differences)).not.toContain(first.positiveGroupId);
  });
});
