import type { Get } from '../../connector/microsoft-graph/get.ts';
import type { Question } from '../../connector/microsoft-graph/question.ts';

/**
 * Answers listings page by page, without a network.
 *
 * @param play the pages of the listing a question asks for, each a list of items
 * @returns also what was asked, page by page, and what `Get.json` handed on of each page
 */
export function pagedGet(play: (question: Question) => readonly (readonly unknown[])[]): {
  readonly get: Get;
  readonly asked: Question[];
  readonly handedOn: unknown[];
} {
  const asked: Question[] = [];
  const handedOn: unknown[] = [];
  const get: Get = {
    json: async (question, parse, next) => {
      asked.push(question);
      const pages = await Promise.resolve(play(question));
      const at = next === undefined ? 0 : Number(next.link);
      const more = at + 1 < pages.length ? { '@odata.nextLink': String(at + 1) } : {};
      const kept = parse({ value: pages[at] ?? [], ...more });
      handedOn.push(kept);
      return kept;
    },
    text: () => Promise.reject(new Error('Nobody plays a report.')),
  };
  return { get, asked, handedOn };
}
