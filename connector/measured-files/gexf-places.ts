import type { Failure } from '../failure.ts';

type Refuse = (index: number, expected: string) => Failure;

/** Comments and the like, a tag with its attributes, or a sign that begins none of them. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</g;

/**
 * Sees that tags are closed in their order and that edges name nodes, since the parser of GEXF tells no places of what it
 * does not like.
 *
 * @param refuse makes the refusal of what stands at an index of the text
 * @throws what `refuse` makes, at the first tag that is wrong, or the first edge where all tags are right
 */
export function refuseMisplaced(xml: string, refuse: Refuse): void {
  const open: { name: string; index: number }[] = [];
  const nodes = new Set<string>();
  const ends: { id: string; index: number }[] = [];
  let isBegun = false;
  for (const { 0: tag, 1: closing, 2: name, 3: attributes = '', 4: single, index } of xml.matchAll(TAG)) {
    if (tag === '<') throw refuse(index, 'well-formed XML');
    if (name === undefined) continue;
    if (!isBegun && name !== 'gexf') throw refuse(index, 'a file of GEXF, which begins with <gexf>');
    isBegun = true;
    if (closing === '/') {
      if (open.pop()?.name !== name) throw refuse(index, 'tags closed in the order in which they were opened');
      continue;
    }
    if (single !== '/') open.push({ name, index });
    if (name === 'node') nodes.add(attributeOf(attributes, 'id'));
    if (name === 'edge') for (const end of ['source', 'target']) ends.push({ id: attributeOf(attributes, end), index });
  }
  if (!isBegun) throw refuse(0, 'a file of GEXF, which begins with <gexf>');
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw refuse(unclosed.index, 'a tag that is closed');
  // A letter may be written in several ways once there is an entity.
  const stray = ends.find(({ id }) => !nodes.has(id) && !id.includes('&'));
  if (stray !== undefined) throw refuse(stray.index, 'an edge whose source and target are ids of nodes');
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}
