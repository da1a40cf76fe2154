import { readFileSync } from 'node:fs';
import { z } from 'zod';

const product = z.object({ version: z.string() });

/** The version of this installation, which is that of the Teams package it makes. */
export function productVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return product.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
