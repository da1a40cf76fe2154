import { inflateSync } from 'node:zlib';
import type { Picture } from '../../manifest/png.ts';

/**
 * Reads an 8-bit RGBA PNG of one or several data chunks, any filter, not interlaced: written apart from the encoder,
 * so that the two check each other. Throws when the file is another kind of PNG.
 */
export function decodePng(file: Buffer): Picture {
  if (file.subarray(1, 4).toString('ascii') !== 'PNG') throw new Error('Not a PNG.');
  const data: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('ascii', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body.toString('hex', 8, 13) !== '0806000000') throw new Error('Not 8-bit RGBA.');
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width * 4, height) };
}

function unfilter(raw: Buffer, rowLength: number, rows: number): Uint8Array {
  const pixels = new Uint8Array(rowLength * rows);
  for (let row = 0; row < rows; row++) {
    const filter = raw.readUInt8(row * (rowLength + 1));
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column;
      const left = column < 4 ? 0 : pixels[at - 4]!;
      const up = row === 0 ? 0 : pixels[at - rowLength]!;
      const corner = row === 0 || column < 4 ? 0 : pixels[at - rowLength - 4]!;
      pixels[at] = raw.readUInt8(row * (rowLength + 1) + 1 + column) + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  const toward = left + up - corner;
  const nearest = Math.min(Math.abs(toward - left), Math.abs(toward - up), Math.abs(toward - corner));
  if (nearest === Math.abs(toward - left)) return left;
  return nearest === Math.abs(toward - up) ? up : corner;
}
