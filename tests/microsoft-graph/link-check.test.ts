import { HttpResponse } from 'msw';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLink, type Listing } from '../../connector/microsoft-graph/link-check.ts';
import { itemsOf } from '../../connector/microsoft-graph/pages.ts';
import { allOf, failure, playedGet, playNetwork, THINGS } from './played-graph.ts';

const LISTING: Listing = {
  template: '/users/{id}/things',
  origin: 'https://graph.microsoft.com',
  path: '/v1.0/users/u1/things',
  query: { $select: 'size,day', $top: '2', $filter: 'day ge 1' },
};
const QUESTION = { source: THINGS, values: { id: 'u1' }, query: LISTING.query };
const GOOD = 'https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=abc';

const HOSTILE: readonly unknown[] = [
  // another host
  'https://evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com@evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com:443@evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com.evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com./v1.0/users/u1/things?$skiptoken=a',
  'https://evilgraph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.us/v1.0/users/u1/things?$skiptoken=a',
  'https://login.microsoftonline.com/v1.0/users/u1/things?$skiptoken=a',
  '//evil.example/v1.0/users/u1/things?$skiptoken=a',
  '///evil.example/v1.0/users/u1/things?$skiptoken=a',
  '\\\\evil.example\\v1.0\\users\\u1\\things?$skiptoken=a',
  'https:\\\\evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com\\@evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com\\.evil.example/v1.0/users/u1/things?$skiptoken=a',
  'https://evil.example\\@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https:/graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https:graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com:444/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com:80/v1.0/users/u1/things?$skiptoken=a',
  'https://user@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://user:word@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph%2Emicrosoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft%00.com/v1.0/users/u1/things?$skiptoken=a',
  'https://grаph.microsoft.com/v1.0/users/u1/things?$skiptoken=a', // Cyrillic а
  'https://xn--grph-53d.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph。microsoft。com/v1.0/users/u1/things?$skiptoken=a', // ideographic full stops
  'https://ｇraph.microsoft.com/v1.0/users/u1/things?$skiptoken=a', // full-width g
  'https://169.254.169.254/v1.0/users/u1/things?$skiptoken=a',
  'https://2852039166/v1.0/users/u1/things?$skiptoken=a',
  'https://[::1]/v1.0/users/u1/things?$skiptoken=a',
  'https://localhost/v1.0/users/u1/things?$skiptoken=a',
  'https:///v1.0/users/u1/things?$skiptoken=a',
  // another scheme
  'http://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'ftp://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'file:///v1.0/users/u1/things?$skiptoken=a',
  'javascript:alert(1)',
  'data:text/json,{}',
  'blob:https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  '/v1.0/users/u1/things?$skiptoken=a',
  '?$skiptoken=a',
  '',
  // characters no link needs
  ' ' + GOOD,
  GOOD + ' ',
  'https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a\r\nX-Evil: 1',
  'https://graph.micro\tsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a\u0000',
  'https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=é',
  'https://graph.microsoft.com#@evil.example/v1.0/users/u1/things?$skiptoken=a',
  GOOD + '#fragment',
  // another path
  'https://graph.microsoft.com/beta/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u2/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u2/messages?$select=body&$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/messages?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things/more?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things/?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things/../../u2/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u2/%2e%2e/u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u2/../u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/./users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/%75%31/things?$skiptoken=a',
  'https://graph.microsoft.com//v1.0/users/u1/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things;evil?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users%2Fu1%2Fthings?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1%252f..%252fu2/things?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/%252e%252e/things?$skiptoken=a',
  "https://graph.microsoft.com/v1.0/users('u2')/things?$skiptoken=a",
  "https://graph.microsoft.com/v1.0/users('u1')('u2')/things?$skiptoken=a",
  'https://graph.microsoft.com/v1.0/users/u1/things/$count?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/users/u1/things/i1/attachments?$skiptoken=a',
  'https://graph.microsoft.com/v1.0/$batch?$skiptoken=a',
  // an upper-case scheme or host: Graph writes none
  'HTTPS://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'https://GRAPH.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  // more than was asked for
  GOOD + '&$select=size%2Cbody',
  GOOD + '&$select=size%252Cbody',
  GOOD + '&%2524select=body',
  GOOD + '&$select=size,body',
  GOOD + '&$select=*',
  GOOD + '&%24select=body',
  GOOD + '&$SELECT=body',
  GOOD + '&select=body',
  GOOD + '&$expand=attachments',
  GOOD + '&$search=%22secret%22',
  GOOD + '&$format=atom',
  GOOD + '&$apply=x',
  GOOD + '&includeHiddenFolders=true',
  GOOD + '&$select=size&$select=body',
  GOOD + '&$select=size&%24Select=body',
  GOOD + '&$skiptoken=b',
  // no page at all
  'https://graph.microsoft.com/v1.0/users/u1/things',
  'https://graph.microsoft.com/v1.0/users/u1/things?$select=size,day&$top=2',
  GOOD + 'x'.repeat(8_192),
  'https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=' + 'x'.repeat(65_536),
  null,
  42,
  {},
  [GOOD],
  true,
];

describe('a hostile next link', () => {
  test(`at least sixty kinds: ${HOSTILE.length}`, () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  });

  test.each(
    HOSTILE.map((link) => [typeof link === 'string' ? link.slice(0, 90) : JSON.stringify(link), link] as const),
  )('%s: refused, no request sent, never quoted', async (_, link) => {
    const asked = playNetwork(() => HttpResponse.json({ value: [{ size: 1 }], '@odata.nextLink': link }));
    const { get } = playedGet();
    const { code, sentence } = await failure(allOf(itemsOf(get, QUESTION)));
    expect(code).toBe('unsafe-link');
    expect(sentence).not.toMatch(/evil|skiptoken|u1\b|u2\b/);
    expect(asked).toHaveLength(1);
  });
});

describe('a good next link', () => {
  test.each([
    GOOD,
    'https://graph.microsoft.com/v1.0/users/u1/things?$skip=2',
    "https://graph.microsoft.com/v1.0/users('u1')/things?%24skiptoken=abc",
    'https://graph.microsoft.com/V1.0/Users/u1/Things?$skiptoken=abc',
    'https://graph.microsoft.com/v1.0/users/u1/things?$select=size&$skiptoken=abc',
    'https://graph.microsoft.com/v1.0/users/u1/things?%24select=size%2cday&%24top=2&%24filter=day+ge+1&%24skiptoken=a%2Bb%3D',
    'https://graph.microsoft.com/v1.0/users/u1/things?$filter=day ge 1&$skiptoken=abc',
  ])('%s', (link) => {
    expect(checkLink(link, LISTING, new Set())).toBe(new URL(link).href);
  });

  test('is good once', async () => {
    const seen = new Set<string>();
    checkLink(GOOD, LISTING, seen);
    expect(await failure(Promise.resolve().then(() => checkLink(GOOD, LISTING, seen)))).toMatchObject({
      code: 'unsafe-link',
    });
  });

  test('whatever stands in a link, what passes leads to the same listing', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .tuple(fc.constantFrom('', '/', '@evil.example', ':1', '?', '\\', '/v1.0'), fc.string())
        .map(([glue, rest]) => `https://graph.microsoft.com${glue}${rest}`),
      fc.string().map((rest) => `${GOOD}${rest}`),
    );
    fc.assert(
      fc.property(text, (link) => {
        let passed: string;
        try {
          passed = checkLink(link, LISTING, new Set());
        } catch {
          return;
        }
        const url = new URL(passed);
        expect([url.origin, url.pathname.toLowerCase()]).toEqual([LISTING.origin, LISTING.path]);
        expect(
          url.searchParams
            .get('$select')
            ?.split(',')
            .every((name) => ['size', 'day'].includes(name)) ?? true,
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
