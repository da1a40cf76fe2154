import PdfDocument from 'pdfkit';
import { columnShares } from './column-shares.ts';
import { spansOf, type Block, type DocumentLanguage, type Draft } from './document.ts';

/** TrueType files, handed in: this room reads nothing itself. What the PDF uses of them is embedded. */
export interface PdfFonts {
  readonly plain: Uint8Array;
  readonly strong: Uint8Array;
  readonly code: Uint8Array;
}

const TAGS: Readonly<Record<DocumentLanguage, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const MARGIN = 62;
const [PAGE_WIDTH, PAGE_HEIGHT] = [595.28, 841.89];
const WIDTH = PAGE_WIDTH - 2 * MARGIN;
const BOTTOM = PAGE_HEIGHT - MARGIN;
const INK = '#1F2933';
const ACCENT = '#1B4965';
const RULE = '#9AA5B1';
const TINT = '#EEF3F6';
const [TEXT, SMALL, CELL] = [10, 8, 8.5];
const HEADINGS = { 2: { size: 14, before: 16, tag: 'H2' }, 3: { size: 11.5, before: 10, tag: 'H3' } } as const;
const [CELL_X, CELL_Y] = [5, 4];

type Pdf = InstanceType<typeof PdfDocument>;

/**
 * A document as PDF (1.7, A4), tagged for screen readers: title, headings, lists and tables with header cells repeated on
 * each page, the language told, the draft's mark and the page number on every page as artefacts that are not read out.
 *
 * The same document gives the same bytes: it names no author and no time but the day given. What the fonts have no sign
 * for, such as an emoji in a unit's name, is left out.
 *
 * @param on ISO day: what the document says of when it was made
 */
export async function asPdf(draft: Draft, on: string, fonts: PdfFonts): Promise<Uint8Array> {
  const made = new Date(`${on}T00:00:00Z`);
  const pdf = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: TAGS[draft.language],
    info: { Title: draft.title, Subject: draft.mark, Creator: 'Samspill', CreationDate: made, ModDate: made },
  });
  const bytes = allOf(pdf);
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, Buffer.from(font));
  new Page(pdf, draft).write();
  pdf.end();
  return bytes;
}

function allOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    pdf.on('error', reject);
  });
}

class Page {
  readonly #pdf: Pdf;
  readonly #draft: Draft;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(pdf: Pdf, draft: Draft) {
    this.#pdf = pdf;
    this.#draft = draft;
    this.#root = pdf.struct('Document');
  }

  write(): void {
    this.#pdf.addStructure(this.#root);
    this.#tagged(this.#root, 'H1', () => {
      this.#pdf.font('strong').fontSize(20).fillColor(ACCENT).text(this.#shown(this.#draft.title), { width: WIDTH });
    });
    this.#pdf.moveDown(0.4);
    this.#boxed(this.#draft.mark);
    for (const block of this.#draft.blocks) this.#block(block);
    this.#root.end();
    this.#margins();
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'heading': {
        const { size, before, tag } = HEADINGS[block.level];
        this.#room(before + 3 * size);
        this.#pdf.y += before;
        this.#tagged(this.#root, tag, () => {
          this.#pdf
            .font('strong')
            .fontSize(size)
            .fillColor(ACCENT)
            .text(this.#shown(block.text), MARGIN, this.#pdf.y, { width: WIDTH });
        });
        this.#pdf.y += 4;
        return;
      }
      case 'paragraph':
        this.#paragraph(block.text);
        return;
      case 'list':
        this.#list(block.items);
        return;
      case 'table':
        this.#table(block.head, block.rows);
        return;
      case 'callout':
        this.#boxed(block.text);
        return;
      case 'blank':
        this.#paragraph(`**${this.#draft.toFill}** ${block.text}`);
        this.#line();
    }
  }

  #paragraph(text: string): void {
    this.#room(2 * TEXT);
    this.#tagged(this.#root, 'P', () => {
      this.#runs(text, MARGIN, WIDTH, TEXT);
    });
    this.#pdf.y += 6;
  }

  #list(items: readonly string[]): void {
    const list = this.#pdf.struct('L');
    this.#root.add(list);
    for (const item of items) {
      this.#room(2 * TEXT);
      const at = this.#pdf.y;
      const entry = this.#pdf.struct('LI');
      list.add(entry);
      this.#tagged(entry, 'Lbl', () => {
        this.#pdf
          .font('plain')
          .fontSize(TEXT)
          .fillColor(INK)
          .text('•', MARGIN + 4, at, { width: 10 });
      });
      this.#pdf.y = at;
      this.#tagged(entry, 'LBody', () => {
        this.#runs(item, MARGIN + 16, WIDTH - 16, TEXT);
      });
      entry.end();
      this.#pdf.y += 3;
    }
    list.end();
    this.#pdf.y += 4;
  }

  #table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = columnShares(head, rows).map((share) => share * WIDTH);
    const table = this.#pdf.struct('Table');
    this.#root.add(table);
    const heightOf = (cells: readonly string[], isHead: boolean): number =>
      2 * CELL_Y +
      Math.max(
        ...cells.map((cell, at) =>
          this.#pdf
            .font(isHead ? 'strong' : 'plain')
            .fontSize(CELL)
            .heightOfString(plainOf(cell), { width: (widths[at] ?? 0) - 2 * CELL_X }),
        ),
      );
    const row = (cells: readonly string[], isHead: boolean, isRepeated: boolean): void => {
      const height = heightOf(cells, isHead);
      const top = this.#pdf.y;
      this.#artefact(() => {
        if (isHead) this.#pdf.rect(MARGIN, top, WIDTH, height).fill(TINT);
        this.#pdf
          .moveTo(MARGIN, top + height)
          .lineTo(MARGIN + WIDTH, top + height)
          .lineWidth(0.5)
          .stroke(RULE);
      });
      // What is begun must end up in the document: a row that is only drawn again is none.
      const line = isRepeated ? undefined : this.#pdf.struct('TR');
      if (line !== undefined) table.add(line);
      let left = MARGIN;
      for (const [at, cell] of cells.entries()) {
        const draw = (): void => {
          this.#pdf.y = top + CELL_Y;
          this.#runs(isHead ? `**${cell}**` : cell, left + CELL_X, (widths[at] ?? 0) - 2 * CELL_X, CELL);
        };
        if (line === undefined) this.#artefact(draw);
        else this.#tagged(line, isHead ? 'TH' : 'TD', draw);
        left += widths[at] ?? 0;
      }
      line?.end();
      this.#pdf.y = top + height;
    };
    this.#room(heightOf(head, true) + heightOf(rows[0] ?? head, false));
    row(head, true, false);
    for (const cells of rows) {
      if (this.#pdf.y + heightOf(cells, false) > BOTTOM) {
        this.#pdf.addPage();
        row(head, true, true);
      }
      row(cells, false, false);
    }
    table.end();
    this.#pdf.y += 10;
  }

  #boxed(text: string): void {
    const height =
      this.#pdf
        .font('plain')
        .fontSize(TEXT)
        .heightOfString(plainOf(text), { width: WIDTH - 24 }) + 12;
    this.#room(height + 6);
    const top = this.#pdf.y;
    this.#artefact(() => {
      this.#pdf.rect(MARGIN, top, WIDTH, height).fill(TINT).rect(MARGIN, top, 3, height).fill(ACCENT);
    });
    this.#pdf.y = top + 6;
    this.#tagged(this.#root, 'P', () => {
      this.#runs(text, MARGIN + 12, WIDTH - 24, TEXT);
    });
    this.#pdf.y = top + height + 8;
  }

  #line(): void {
    this.#room(30);
    const at = this.#pdf.y + 22;
    this.#artefact(() => {
      this.#pdf
        .moveTo(MARGIN, at)
        .lineTo(MARGIN + WIDTH, at)
        .lineWidth(0.5)
        .stroke(RULE);
    });
    this.#pdf.y = at + 10;
  }

  /** The mark and the number, when it is known how many pages there are. */
  #margins(): void {
    const { count } = this.#pdf.bufferedPageRange();
    const { page, mark } = this.#draft;
    for (let at = 0; at < count; at += 1) {
      const sheet = this.#pdf.switchToPage(at);
      // What stands in the margin would begin a new page otherwise.
      sheet.margins = { top: 0, bottom: 0, left: MARGIN, right: MARGIN };
      this.#artefact(() => {
        this.#pdf.font('plain').fontSize(SMALL).fillColor(INK);
        this.#pdf.text(mark, MARGIN, 30, { width: WIDTH, height: 2 * SMALL, ellipsis: true, lineBreak: true });
        const number = `${page.before}${String(at + 1)}${page.between}${String(count)}`;
        this.#pdf.text(number, MARGIN, PAGE_HEIGHT - 38, { width: WIDTH, align: 'right', lineBreak: false });
      });
    }
  }

  #runs(text: string, left: number, width: number, size: number): void {
    const spans = spansOf(text);
    this.#pdf.fillColor(INK);
    if (spans.length === 0) return;
    for (const [at, { text: part, style }] of spans.entries()) {
      this.#pdf.font(style).fontSize(style === 'code' ? size - 1 : size);
      const options = { width, continued: at < spans.length - 1 };
      if (at === 0) this.#pdf.text(this.#shown(part), left, this.#pdf.y, options);
      else this.#pdf.text(this.#shown(part), options);
    }
  }

  /** Signs that no font has would be drawn as empty boxes. */
  #shown(text: string): string {
    return text.replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]/gu, '');
  }

  #room(height: number): void {
    if (this.#pdf.y + height > BOTTOM) this.#pdf.addPage();
  }

  #tagged(parent: PDFKit.PDFStructureElement, tag: string, draw: () => void): void {
    const element = this.#pdf.struct(tag, {}, draw);
    parent.add(element);
    element.end();
  }

  #artefact(draw: () => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#pdf.endMarkedContent();
  }
}

/** Without the marks that stand for styles. */
function plainOf(text: string): string {
  return spansOf(text)
    .map(({ text: part }) => part)
    .join('');
}
