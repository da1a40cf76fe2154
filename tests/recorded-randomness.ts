import { createHash } from 'node:crypto';

/** Bytes that look random and are the same every time: SHA-256 in counter mode over a seed. */
export function recordedRandomness(seed: string): (size: number) => Uint8Array {
  let counter = 0;
  let block = Buffer.alloc(0);
  return (size) => {
    while (block.length < size) {
      block = Buffer.concat([block, createHash('sha256').update(`${seed} ${counter}`).digest()]);
      counter += 1;
    }
    const bytes = Uint8Array.from(block.subarray(0, size));
    block = block.subarray(size);
    return bytes;
  };
}
