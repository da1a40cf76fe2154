import { benchNetwork } from './network.ts';
import { benchStore } from './store.ts';

/**
 * `npm run bench [name]`: runs one benchmark or all. Each times a peer on the same rows in the same run, turn and turn
 * about, and prints the ratio: that holds on another machine, milliseconds do not.
 */
const BENCHMARKS: Readonly<Record<string, () => void>> = { store: benchStore, network: benchNetwork };

const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(BENCHMARKS) : [BENCHMARKS[name]].filter((it) => it !== undefined);
if (chosen.length === 0) {
  console.error(`There is no such benchmark. Choose one of: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exitCode = 1;
}
for (const bench of chosen) bench();
