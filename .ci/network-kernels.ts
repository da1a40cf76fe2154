import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../connector/network/wasm/', import.meta.url);
const COMPILER = fileURLToPath(new URL('../node_modules/assemblyscript/bin/asc.js', import.meta.url));
/** Memory comes from outside and is shared; nothing of a runtime is compiled in, so that the bytes hold the kernels alone. */
const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'threads', '--enable', 'bulk-memory', '--enable', 'simd'],
];

/**
 * The WebAssembly of the network engine, compiled from its source; what is in the repository must be the same bytes.
 *
 * @throws Error with the compiler's words when it does not compile
 */
export function networkKernels(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'network-kernels-'));
  try {
    // The compiler knows only names that end in .ts.
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.as')))
      copyFileSync(new URL(name, FOLDER), join(folder, name.replace('.as', '.ts')));
    execFileSync(process.execPath, [COMPILER, 'kernels.ts', '--outFile', 'kernels.wasm', ...OPTIONS], { cwd: folder });
    return readFileSync(join(folder, 'kernels.wasm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Imported it only compiles; started by `npm run build:wasm` it writes the bytes beside their source.
if (import.meta.main) writeFileSync(new URL('kernels.wasm', FOLDER), networkKernels());
