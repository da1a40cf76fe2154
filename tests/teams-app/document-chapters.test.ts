import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../connector/api/answers.ts';
import { chaptersIn } from '../../teams-app/drawing/document-chapters.ts';

const said = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string, level: 2 | 3 = 2): DocumentBlock => ({ kind: 'heading', level, text });

describe('chapters of a document', () => {
  it('hold what stands up to the next heading of their level, lower headings too', () => {
    const blocks = [said('lead'), heading('A'), said('one'), heading('a', 3), said('two'), heading('B'), said('three')];
    expect(chaptersIn(blocks, 2)).toEqual({
      before: [said('lead')],
      chapters: [
        { text: 'A', blocks: [said('one'), heading('a', 3), said('two')] },
        { text: 'B', blocks: [said('three')] },
      ],
    });
  });

  it('are none where there is no heading, and then nothing is lost', () => {
    expect(chaptersIn([said('lead'), said('one')], 2)).toEqual({ before: [said('lead'), said('one')], chapters: [] });
    expect(chaptersIn([], 3)).toEqual({ before: [], chapters: [] });
  });

  it('may be empty, and may begin at once', () => {
    expect(chaptersIn([heading('A'), heading('B')], 2)).toEqual({
      before: [],
      chapters: [
        { text: 'A', blocks: [] },
        { text: 'B', blocks: [] },
      ],
    });
  });
});
