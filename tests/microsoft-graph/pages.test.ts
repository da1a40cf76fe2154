import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../connector/microsoft-graph/pages.ts';
import { allOf, failure, graphError, GRAPH, playedGet, playNetwork, QUESTION } from './played-graph.ts';

const link = (page: number): string => `${GRAPH}/users/u1/things?$select=size&$top=2&$skiptoken=${page}`;
const page = (value: unknown, next?: number): Response =>
  HttpResponse.json({ value, ...(next === undefined ? {} : { '@odata.nextLink': link(next) }) });

describe('a listing', () => {
  test('gives its items in order, empty pages among them, and sends the headers with every page', async () => {
    const asked = playNetwork((_, nth) => page(nth === 2 ? [] : [{ size: nth }], nth < 4 ? nth : undefined));
    const question = { ...QUESTION, headers: { ConsistencyLevel: 'eventual' } };
    expect(await allOf(itemsOf(playedGet().get, question))).toEqual([{ size: 1 }, { size: 3 }, { size: 4 }]);
    expect(asked.map(({ headers }) => headers.get('consistencylevel'))).toEqual(Array(4).fill('eventual'));
    expect(asked.map(({ url }) => new URL(url).searchParams.get('$skiptoken'))).toEqual([null, '1', '2', '3']);
  });

  test('is asked for no further than it is read', async () => {
    const asked = playNetwork((_, nth) => page([{ size: nth }, { size: nth }], nth));
    const items = itemsOf(playedGet().get, QUESTION);
    expect([(await items.next()).value, (await items.next()).value]).toEqual([{ size: 1 }, { size: 1 }]);
    expect(asked).toHaveLength(1);
  });

  test.each([10, 11])('of %d empty pages in a row', async (empty) => {
    const asked = playNetwork((_, nth) => page(nth > empty ? [{ size: 1 }] : [], nth > empty ? undefined : nth));
    const items = allOf(itemsOf(playedGet().get, QUESTION));
    if (empty === 10) expect(await items).toEqual([{ size: 1 }]);
    else expect((await failure(items)).code).toBe('shape-changed');
    expect(asked).toHaveLength(11);
  });

  test('that never ends is given up after 2,000 pages', async () => {
    const asked = playNetwork((_, nth) => page([{ size: 1 }], nth));
    expect((await failure(allOf(itemsOf(playedGet().get, QUESTION)))).code).toBe('shape-changed');
    expect(asked).toHaveLength(2_000);
  });

  test.each([
    ['without a value', {}],
    ['whose value is no list', { value: {} }],
    ['that is a list', []],
    ['that is null', null],
    ['with both kinds of link', { value: [], '@odata.nextLink': link(1), '@odata.deltaLink': link(2) }],
  ])('with a page %s has changed its shape', async (_, body) => {
    playNetwork(() => HttpResponse.json(body));
    expect((await failure(allOf(itemsOf(playedGet().get, QUESTION)))).code).toBe('shape-changed');
  });

  test('survives trouble in the middle: every item once', async () => {
    playNetwork((asked, nth) => {
      if (nth % 2 === 0) return graphError(503, 'x');
      const at = Number(new URL(asked.url).searchParams.get('$skiptoken') ?? 0);
      return page([{ size: at }], at < 5 ? at + 1 : undefined);
    });
    expect(await allOf(itemsOf(playedGet().get, QUESTION))).toEqual([0, 1, 2, 3, 4, 5].map((size) => ({ size })));
  });
});
