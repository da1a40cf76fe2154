import { randomBytes } from 'node:crypto';
import { discreteGaussian, inBlocks } from '../connector/privacy/noise.ts';
import { rational } from '../connector/privacy/rational.ts';
import { compare } from './timing.ts';

const DRAWS = 100_000;
/** The table `reach` with six columns at the level `standard`: 6 ÷ (2 × 0.2). */
const SIGMA_SQUARED = rational(15n);

/** The exact sampler with fresh bytes, against rounding a floating-point normal, which is fast and keeps no promise. */
export async function benchNoise(): Promise<void> {
  await compare(
    `Noise: ${DRAWS.toLocaleString('en')} draws, σ = √15`,
    [
      {
        name: 'discreteGaussian, bytes in blocks',
        rows: DRAWS,
        run: () => {
          const random = inBlocks(randomBytes);
          for (let draw = 0; draw < DRAWS; draw += 1) discreteGaussian(SIGMA_SQUARED, random);
        },
      },
      {
        name: 'a rounded normal in floating point',
        rows: DRAWS,
        run: () => {
          roundedNormals(DRAWS, Math.sqrt(15));
        },
      },
    ],
    'draws',
  );
}

/** Box and Muller's method; returns the last so that nothing is optimised away. */
function roundedNormals(draws: number, sigma: number): number {
  let last = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const bytes = randomBytes(8);
    const [u, v] = [(bytes.readUInt32LE(0) + 1) / 2 ** 32, bytes.readUInt32LE(4) / 2 ** 32];
    last = Math.round(sigma * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
  }
  return last;
}
