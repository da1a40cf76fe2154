import { crc32, deflateSync } from 'node:zlib';

/** A picture of 8-bit RGBA, not premultiplied, rows from the top, four bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BIT_DEPTH = 8;
const RGBA = 6;

/**
 * Writes a picture as PNG: header, one data chunk, end. Rows are unfiltered, which costs a few hundred bytes at the
 * sizes of an icon and keeps the writer short.
 *
 * @throws RangeError when the pixels do not fill the picture
 * @see PNG Specification (Third Edition), W3C 2025, §5 and §11
 */
export function encodePng({ width, height, pixels }: Picture): Buffer {
  if (pixels.length !== width * height * 4) throw new RangeError('A picture has four bytes for every pixel.');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BIT_DEPTH, RGBA], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(unfilteredRows(pixels, width * 4), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function unfilteredRows(pixels: Uint8Array, rowLength: number): Buffer {
  const rows = pixels.length / rowLength;
  const bytes = Buffer.alloc(pixels.length + rows);
  for (let row = 0; row < rows; row++) {
    bytes.set(pixels.subarray(row * rowLength, (row + 1) * rowLength), row * (rowLength + 1) + 1);
  }
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
