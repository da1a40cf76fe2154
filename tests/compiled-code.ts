import { fileURLToPath } from 'node:url';

/** Tells vitest's own processes and every command a test starts where Node keeps what it has compiled. */
export function setup(): void {
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
}
