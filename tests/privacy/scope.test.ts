import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import {
  checkScopeLasts,
  demoScope,
  firstReadableDay,
  isUnitOut,
  marksListedIn,
  parseScope,
} from '../../connector/privacy/scope.ts';

const whole = {
  version: 1,
  organisation: 'Fjordvik kommune',
  purposes: ['technology-adoption'],
  legalBasis: 'GDPR article 6 (1) e',
  sources: ['sent-items', 'active-users'],
  positiveGroupId: '0a1b2c3d-1111-4222-8333-444455556666',
  unitAttribute: 'department',
  unitsOut: ['Helse/Legevakt'],
  titles: { leader: ['Rektor'], elected: ['Representant'] },
  level: 'standard',
  structuralTables: false,
  competences: [{ name: 'Prosjektledere', groupId: '0a1b2c3d-2222-4222-8333-444455556666' }],
  staffNoticeOn: '2026-01-05',
  readBack: false,
  endsOn: '2027-01-01',
};

/** Left out of a scope, these say something. */
const LATER_FIELDS = ['purposes', 'legalBasis', 'unitsOut', 'structuralTables', 'competences'];

function refusal(document: unknown): Failure {
  try {
    parseScope(document);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('It was not refused.');
}

describe('a scope', () => {
  it('is read as approved; what it does not know is left out', () => {
    expect(parseScope({ ...whole, remark: 'kari@example.no' })).toEqual(whole);
    expect(parseScope(JSON.parse(JSON.stringify(parseScope(whole))))).toEqual(whole);
  });

  it('from before these fields were there says what they were: to develop the organisation, all units, no competence', () => {
    const earlier = Object.fromEntries(Object.entries(whole).filter(([field]) => !LATER_FIELDS.includes(field)));
    expect(parseScope(earlier)).toEqual({
      ...earlier,
      purposes: ['organisation-development'],
      unitsOut: [],
      structuralTables: false,
      competences: [],
    });
  });

  it('leaves out a unit with all below it, and no other whose name begins alike', () => {
    const scope = parseScope(whole);
    const out = ['Helse/Legevakt', 'Helse/Legevakt/Natt', 'Helse/Legevakten', 'Helse', ''].map((u) =>
      isUnitOut(scope, u),
    );
    expect(out).toEqual([true, true, false, false, false]);
  });

  it.each([
    ['version', 2],
    ['organisation', ' '],
    ['sources', []],
    ['sources', ['sent-items', 'diary']],
    ['positiveGroupId', 'everyone'],
    ['unitAttribute', 'password'],
    ['titles', { leader: 'Rektor' }],
    ['level', 'generous'],
    ['staffNoticeOn', '2026-02-30'],
    ['readBack', 'yes'],
    ['purposes', []],
    ['purposes', ['appraisal']],
    ['purposes', ['launch-planning', 'launch-planning']],
    ['legalBasis', ' '],
    ['unitsOut', ['Helse//Legevakt']],
    ['unitsOut', ['Helse', 'Helse']],
    ['structuralTables', 'off'],
    ['competences', [{ name: 'Prosjektledere', groupId: 'everyone' }]],
    [
      'competences',
      [1, 2, 3, 4].map((n) => ({ name: String(n), groupId: `0a1b2c3d-${String(n)}222-4222-8333-444455556666` })),
    ],
    ['partnerOrganisations', [{ name: 'avisen', kind: 'newsroom', domains: ['avis.example'] }]],
    ['partnerOrganisations', [{ name: 'tilsynet', domains: ['post.datatilsynet.no'] }]],
    ['endsOn', '2026-01-05'],
    ['approvedRoles', 'Mail.Read'],
    ['approvedRoles', ['Mail.Read', 'kari@example.no']],
    ['approvedRoles', ['']],
    ['approvedRoles', ['*']],
    ['partnerOrganisations', [{ name: 'fylket', domains: ['Fylket.no'] }]],
    ['partnerOrganisations', { fylket: ['fylket.no'] }],
  ])('is refused for its %s (%j), naming field and form and quoting nothing', (field, value) => {
    const { code, message } = refusal({ ...whole, [field]: value });
    expect(code).toBe('bad-input');
    expect(message).toContain(`In the scope, ${field} must be `);
    for (const secret of ['kari', 'diary', 'everyone', 'password', 'generous', '2026-02-30'])
      expect(message).not.toContain(secret);
  });

  it('approves permissions beyond its sources by name, and none when it names none', () => {
    const approvedRoles = ['Mail.Read', 'CallRecord-PstnCalls.Read.All'];
    expect(parseScope({ ...whole, approvedRoles })).toEqual({ ...whole, approvedRoles });
    expect(parseScope({ ...whole, approvedRoles: [] }).approvedRoles).toEqual([]);
    expect(parseScope(whole).approvedRoles).toBeUndefined();
  });

  describe('with mailboxes that Exchange opens one by one', () => {
    const probes = {
      probeInside: '0a1b2c3d-2222-4222-8333-444455556666',
      probeOutside: '0a1b2c3d-3333-4222-8333-444455556666',
    };
    const exchangeScoped = { sources: ['sent-items'], ...probes };

    it('names the source and two mailboxes', () => {
      expect(parseScope({ ...whole, exchangeScoped }).exchangeScoped).toEqual(exchangeScoped);
      const shouted = { ...exchangeScoped, probeInside: probes.probeInside.toUpperCase() };
      expect(parseScope({ ...whole, exchangeScoped: shouted }).exchangeScoped).toEqual(exchangeScoped);
      expect(parseScope(whole).exchangeScoped).toBeUndefined();
    });

    it.each([
      ['no source', { ...exchangeScoped, sources: [] }],
      ['calendars, for which Exchange has no basic role', { ...exchangeScoped, sources: ['meetings'] }],
      ['mail and calendars', { ...exchangeScoped, sources: ['sent-items', 'meetings'] }],
      ['one mailbox for both', { ...exchangeScoped, probeOutside: probes.probeInside.toUpperCase() }],
      ['one mailbox alone', { sources: ['sent-items'], probeInside: probes.probeInside }],
      ['an address', { ...exchangeScoped, probeInside: 'kari@example.no' }],
      ['no more than a word', 'everyone'],
    ])('is refused for %s', (_, given) => {
      const { code, message } = refusal({ ...whole, sources: ['sent-items', 'meetings'], exchangeScoped: given });
      expect(code).toBe('bad-input');
      expect(message).toMatch(/^In the scope, exchangeScoped must be .*a basic role for mail and none for calendars/);
      expect(message).not.toMatch(/kari|everyone|0a1b2c3d/);
    });

    it('is refused for a source that is off', () => {
      expect(refusal({ ...whole, sources: ['meetings'], exchangeScoped }).message).toContain('exchangeScoped');
    });
  });

  it('of an earlier version lists marks, which are read apart from it, and only if they are marks', () => {
    const listed = { ...whole, protectedContacts: ['m1_AAAAAAAAAAAAAAAAAAAAAA'] };
    expect([parseScope(listed), marksListedIn(listed)]).toEqual([whole, listed.protectedContacts]);
    expect(marksListedIn({ ...whole, protectedContacts: ['kari@example.no'] })).toEqual([]);
    expect([marksListedIn(whole), marksListedIn('none')]).toEqual([[], []]);
  });

  it('needs every other field', () => {
    for (const field of Object.keys(whole).filter((name) => !LATER_FIELDS.includes(name))) {
      const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
      expect(refusal(without).message).toContain(field);
    }
  });

  it('is refused in one sentence whatever it is', () => {
    expect(refusal(null).message).toContain('one JSON object');
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(refusal(document).code).toBe('bad-input');
      }),
    );
  });
});

describe('units of a scope', () => {
  const GROUP = '0A1B2C3D-1111-4222-8333-444455556666';

  it.each([
    [{ from: 'managers', levels: 2 }],
    [{ from: 'hr-file', file: 'from-hr/units.CSV' }],
    [{ from: 'groups', groups: [{ groupId: GROUP.toLowerCase(), unit: 'Helse/Hjemme' }] }],
  ])('are kept as approved: %j', (units) => {
    expect(parseScope({ ...whole, units })).toEqual({ ...whole, units });
    expect(parseScope({ ...whole, units: { ...units, remark: 'kari' } })).toEqual({ ...whole, units });
  });

  it('are absent where the directory tells them', () => {
    expect(Object.hasOwn(parseScope(whole), 'units')).toBe(false);
  });

  it.each([
    'groups',
    null,
    {},
    { from: 'payroll' },
    { from: 'groups', groups: [] },
    { from: 'groups', groups: [{ groupId: 'everyone', unit: 'Helse' }] },
    { from: 'groups', groups: [{ groupId: GROUP, unit: ' ' }] },
    { from: 'managers' },
    { from: 'managers', levels: 0 },
    { from: 'managers', levels: 1.5 },
    { from: 'managers', levels: 11 },
    { from: 'hr-file' },
    { from: 'hr-file', file: '' },
    { from: 'hr-file', file: '/srv/units.csv' },
    { from: 'hr-file', file: '../units.csv' },
    { from: 'hr-file', file: 'a/../../units.csv' },
    { from: 'hr-file', file: '.hidden/units.csv' },
    { from: 'hr-file', file: String.raw`C:\units.csv` },
    { from: 'hr-file', file: String.raw`..\units.csv` },
    { from: 'hr-file', file: 'units.csv\0' },
    { from: 'hr-file', file: 'keys/standing.jwe' },
    { from: 'hr-file', file: 'samspill.sqlite' },
    { from: 'hr-file', file: `${'a'.repeat(200)}.csv` },
  ])('are refused as %j, with the forms there are, quoting nothing', (units) => {
    const { code, message } = refusal({ ...whole, units });
    expect(code).toBe('bad-input');
    expect(message).toContain('In the scope, units must be left out, or one of');
    for (const secret of ['payroll', 'everyone', 'srv', 'hidden', 'sqlite', 'jwe', GROUP]) {
      expect(message).not.toContain(secret);
    }
  });
});

describe('the first day that may be read', () => {
  it('is fourteen days after staff were told', () => {
    expect(firstReadableDay(parseScope(whole))).toBe('2026-01-19');
    expect(firstReadableDay(parseScope({ ...whole, staffNoticeOn: '2024-02-20', endsOn: '2024-06-01' }))).toBe(
      '2024-03-05',
    );
  });

  it('has no limit only where the scope says so in a line of its own', () => {
    expect(firstReadableDay(parseScope({ ...whole, readBack: true }))).toBe('1970-01-01');
  });
});

describe('a scope that has ended', () => {
  it('is refused from its end on', () => {
    expect(() => {
      checkScopeLasts(parseScope(whole), '2026-12-31');
    }).not.toThrow();
    expect(() => {
      checkScopeLasts(parseScope(whole), '2027-01-01');
    }).toThrow(expect.objectContaining({ code: 'scope-ended' }));
  });
});

describe('the scope of the demo', () => {
  it('allows its first day and not the day before, and ends', () => {
    const scope = demoScope({
      organisation: 'Fjordvik kommune',
      positiveGroupId: whole.positiveGroupId,
      unitAttribute: 'department',
      sources: ['sent-items'],
      titles: whole.titles,
      from: '2024-01-01',
      endsOn: '2025-01-01',
    });
    expect(firstReadableDay(scope)).toBe('2024-01-01');
    expect(scope).toMatchObject({ endsOn: '2025-01-01', level: 'standard', readBack: false });
  });
});
