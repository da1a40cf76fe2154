import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PdfFonts } from './documents/as-pdf.ts';

let read: PdfFonts | undefined;

/** DejaVu: it has the signs of measures (σ, ≥, −) and Arabic and Hebrew names. Read when first asked for, 1.7 MB. */
export function pdfFonts(): PdfFonts {
  const { resolve } = createRequire(import.meta.url);
  const font = (name: string): Uint8Array => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  return (read ??= { plain: font('DejaVuSans'), strong: font('DejaVuSans-Bold'), code: font('DejaVuSansMono') });
}
