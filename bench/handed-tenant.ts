import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { makeGet, type Get } from '../connector/microsoft-graph/get.ts';
import { readDirectory, type Directory } from '../connector/microsoft-graph/people.ts';
import { GROUP, ORGANISATION, peoplePage } from './invented-pages.ts';

/** Makes the body of one answer; `next` is the link to the page `skip` items on. */
export type Answering = (asked: {
  readonly path: string;
  readonly skip: number;
  readonly next: (skip: number) => string;
}) => string | Uint8Array<ArrayBuffer>;

const PEOPLE_A_PAGE = 999;

/**
 * The product's own `Get` over a network that is not there: in this process `fetch` hands over the bytes of an answer,
 * so that everything from Microsoft's client on is what a real tenant meets, and nothing before it costs.
 */
export function handedGet(answering: Answering): Get {
  globalThis.fetch = (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const next = (skip: number): string => {
      const link = new URL(url);
      link.searchParams.set('$skip', String(skip));
      return link.href.replaceAll('+', '%20');
    };
    const body = answering({ path: url.pathname, skip: Number(url.searchParams.get('$skip') ?? 0), next });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } }));
  };
  return makeGet({
    tokens: { token: () => Promise.resolve('a token of this run') },
    now: Date.now,
    wait: (ms) => setTimeout(ms),
    random: randomBytes,
  });
}

/** A directory of so many people, read as the product reads one. */
export function handedDirectory(people: number): Promise<Directory> {
  const get = handedGet(({ path, skip, next }) => {
    if (path.endsWith('/organization')) return ORGANISATION;
    const count = Math.min(PEOPLE_A_PAGE, people - skip);
    return peoplePage(skip, count, skip + count < people ? next(skip + count) : undefined);
  });
  const titles = { leader: [], elected: [] };
  return readDirectory({ get, positiveGroupId: GROUP, unitAttribute: 'department', titles });
}
