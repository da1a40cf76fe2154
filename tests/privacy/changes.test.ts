import { describe, expect, it } from 'vitest';
import { surely, type Compared } from '../../connector/privacy/changes.ts';
import { discreteGaussian, inBlocks } from '../../connector/privacy/noise.ts';
import { rational } from '../../connector/privacy/rational.ts';
import { byteStream } from './byte-stream.ts';

const figure = (difference: number, sigma = 5): Compared => ({ difference, sigma });

describe('what has changed for sure', () => {
  it('is nothing where nothing is, and nothing where there is nothing to compare', () => {
    expect(surely([])).toEqual([]);
    expect(surely([figure(0), figure(3), figure(-4)])).toEqual(Array(3).fill('no-sure-change'));
  });

  it('is what stands out, up or down', () => {
    expect(surely([figure(30), figure(-6), figure(-25)])).toEqual(['more', 'no-sure-change', 'fewer']);
  });

  it('is judged over all figures together: what suffices for one alone is too little among a hundred', () => {
    // 10 of σ 5, less half a person: 1.9 σ, p = 0.057.
    expect(surely([figure(10)])).toEqual(['more']);
    const among = surely([figure(10), ...Array.from({ length: 99 }, () => figure(1))]);
    expect(new Set(among)).toEqual(new Set(['no-sure-change']));
  });

  it('is found more easily among others that have changed: with k found, the k-th needs p ≤ k ÷ m · 10 %', () => {
    // 1.9 σ is p = 0.057: of ten figures alike the tenth needs 0.10, of ten of which one is, the first needs 0.01.
    expect(new Set(surely(Array.from({ length: 10 }, () => figure(10))))).toEqual(new Set(['more']));
    expect(surely([figure(10), ...Array.from({ length: 9 }, () => figure(0))])[0]).toBe('no-sure-change');
  });

  it('is noise alone in at most 10 of 100 marks, over 400 releases of which every tenth figure has moved', () => {
    const random = inBlocks(byteStream('false discoveries'));
    const noise = (): number => Number(discreteGaussian(rational(10n), random));
    let [share, found, marked] = [0, 0, 0];
    const releases = 400;
    for (let at = 0; at < releases; at += 1) {
      const moved = Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? 20 : 0));
      const marks = surely(moved.map((by) => figure(by + noise() - noise(), Math.sqrt(20))));
      const byNoise = marks.filter((mark, index) => mark !== 'no-sure-change' && moved[index] === 0).length;
      const all = marks.filter((mark) => mark !== 'no-sure-change').length;
      share += all === 0 ? 0 : byNoise / all / releases;
      found += all - byNoise;
      marked += all;
    }
    // 10 % and three standard errors of a mean of 400 shares; bare 90 % intervals would be wrong in half of their marks.
    expect(share).toBeLessThan(0.12);
    expect(share).toBeGreaterThan(0.04);
    expect(found / (6 * releases)).toBeGreaterThan(0.85);
    expect(marked).toBeGreaterThan(0);
  });
});
