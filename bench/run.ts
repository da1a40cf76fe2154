import { benchAboutMe } from './about-me.ts';
import { benchAnswers } from './answers.ts';
import { benchIngest } from './ingest.ts';
import { benchNetwork } from './network.ts';
import { benchRelease } from './network-release.ts';
import { benchNoise } from './noise.ts';
import { benchMemory, benchReading } from './reading.ts';
import { benchSpeed } from './speed.ts';
import { benchStore } from './store.ts';
import { benchThrottle } from './throttle.ts';

/**
 * `npm run bench [name]`: runs one benchmark or all. All but `memory` and `speed` time a peer on the same rows in the
 * same run, turn and turn about, and print the ratio: that holds on another machine, milliseconds do not.
 */
const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  reading: benchReading,
  memory: benchMemory,
  ingest: benchIngest,
  store: benchStore,
  network: benchNetwork,
  release: benchRelease,
  noise: benchNoise,
  answers: benchAnswers,
  'about-me': benchAboutMe,
  throttle: benchThrottle,
  speed: benchSpeed,
};

const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(BENCHMARKS) : [BENCHMARKS[name]].filter((it) => it !== undefined);
if (chosen.length === 0) {
  console.error(`There is no such benchmark. Choose one of: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exitCode = 1;
}
for (const bench of chosen) await bench();
