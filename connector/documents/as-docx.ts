import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnShares } from './column-shares.ts';
import { spansOf, type Block, type DocumentLanguage, type Draft } from './document.ts';

const TAGS: Readonly<Record<DocumentLanguage, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
const INK = '1F2933';
const ACCENT = '1B4965';
const RULE = '9AA5B1';
const TINT = 'EEF3F6';
/** Half points. */
const TEXT_SIZE = 21;
const SMALL_SIZE = 17;
const BULLETS = 'bullets';
const MARGIN = convertMillimetersToTwip(22);
/** What lies between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = convertMillimetersToTwip(210) - 2 * MARGIN;
/** A zip knows no time before 1980; a fixed one lets the same document be the same bytes. */
const NO_TIME = Date.UTC(1980, 0, 2);

/**
 * A document as DOCX (Office Open XML, A4): title, headings and tables with styles that a screen reader and a table of
 * contents can use, header rows repeated, the language told, the draft's mark and the page number on every page.
 *
 * The same document gives the same bytes: it names no author, and no time but the day given.
 *
 * @param on ISO day: what the document says of when it was made
 */
export async function asDocx(draft: Draft, on: string): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(
    new Document({
      title: draft.title,
      description: draft.mark,
      creator: 'Samspill',
      lastModifiedBy: 'Samspill',
      styles: styles(draft.language),
      numbering: { config: [{ reference: BULLETS, levels: [bullet()] }] },
      sections: [
        {
          properties: { page: { margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
          headers: { default: new Header({ children: [small(draft.mark)] }) },
          footers: { default: new Footer({ children: [pageNumber(draft)] }) },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: runs(draft.title) }),
            boxed(draft.mark),
            ...draft.blocks.flatMap((block) => drawn(block, draft)),
          ],
        },
      ],
    }),
  );
  return withoutTime(new Uint8Array(packed), on);
}

function drawn(block: Block, draft: Draft): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], keepNext: true, children: runs(block.text) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      );
    case 'table':
      return [tableOf(block.head, block.rows), new Paragraph({ spacing: { after: 60 }, children: [] })];
    case 'callout':
      return [boxed(block.text)];
    case 'blank':
      return [
        new Paragraph({
          keepNext: true,
          children: [strongRun(`${draft.toFill} `), ...runs(block.text)],
        }),
        new Paragraph({ border: { bottom: line() }, spacing: { before: 480, after: 240 }, children: [] }),
      ];
  }
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const widths = columnShares(head, rows).map((share) => Math.floor(share * TEXT_WIDTH));
  const cells = (texts: readonly string[], isHead: boolean): TableCell[] =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: 90, right: 90 },
          ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: TINT } } : {}),
          children: [new Paragraph({ style: 'Cell', children: runs(text, isHead) })],
        }),
    );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

function runs(text: string, isStrong = false): TextRun[] {
  return spansOf(text).map(({ text: part, style }) => {
    if (style === 'code') return new TextRun({ text: part, font: 'Consolas', size: SMALL_SIZE, noProof: true });
    return isStrong || style === 'strong' ? strongRun(part) : new TextRun(part);
  });
}

function strongRun(text: string): TextRun {
  const options: IRunOptions = { text, bold: true };
  return new TextRun(options);
}

function boxed(text: string): Paragraph {
  return new Paragraph({
    border: { left: { ...line(), color: ACCENT, size: 24, space: 8 } },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: TINT },
    children: runs(text),
  });
}

function small(text: string): Paragraph {
  return new Paragraph({ style: 'Mark', children: [new TextRun(text)] });
}

function pageNumber({ page }: Draft): Paragraph {
  return new Paragraph({
    style: 'Mark',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [page.before, PageNumber.CURRENT, page.between, PageNumber.TOTAL_PAGES] })],
  });
}

function line(): { style: typeof BorderStyle.SINGLE; size: number; color: string; space: number } {
  return { style: BorderStyle.SINGLE, size: 6, color: RULE, space: 4 };
}

function bullet(): { level: number; format: 'bullet'; text: string; alignment: 'left'; style: object } {
  return {
    level: 0,
    format: 'bullet',
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400, hanging: 240 }, spacing: { after: 60 } } },
  };
}

function styles(language: DocumentLanguage): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const run = { font: 'Calibri', color: INK };
  const titled = (size: number, before: number): object => ({
    run: { ...run, size, bold: true, color: ACCENT },
    paragraph: { spacing: { before, after: 120 } },
  });
  return {
    default: {
      document: {
        run: { ...run, size: TEXT_SIZE, language: { value: TAGS[language] } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: titled(44, 0),
      heading1: titled(30, 320),
      heading2: titled(25, 220),
    },
    paragraphStyles: [
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: { spacing: { after: 0, line: 250 } },
      },
      { id: 'Mark', name: 'Mark', basedOn: 'Normal', run: { size: SMALL_SIZE, color: '52606D' } },
    ],
  };
}

/** Packed anew without the moment at which the library ran. */
function withoutTime(packed: Uint8Array, on: string): Uint8Array {
  const files = Object.entries(unzipSync(packed)).map(([path, bytes]): [string, Uint8Array] => [
    path,
    path === 'docProps/core.xml'
      ? strToU8(strFromU8(bytes).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${on}T00:00:00Z`))
      : bytes,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME });
}
