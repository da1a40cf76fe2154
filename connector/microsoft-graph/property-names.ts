import { readFileSync } from 'node:fs';
import { z } from 'zod';

const names = z.object({ types: z.record(z.string(), z.record(z.string(), z.string())) });

// Made from Microsoft's metadata by ../demo-tenant/extract-csdl.ts; the licence notice lies in the file.
const { types } = names.parse(JSON.parse(readFileSync(new URL('./property-names.json', import.meta.url), 'utf8')));

/** The properties that Microsoft's metadata gives a type, inherited ones and those of its descendants among them. */
export function propertiesOf(type: string): readonly string[] {
  return Object.keys(types[type] ?? {});
}

/** The type at the end of a path of properties; undefined where the path leads out of what we read. */
export function typeAt(type: string | undefined, path: readonly string[]): string | undefined {
  const [step, ...rest] = path;
  if (type === undefined || step === undefined) return type;
  return typeAt(types[type]?.[step], rest);
}
