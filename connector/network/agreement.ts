export interface Agreement {
  /** People with a group in both divisions. */
  readonly people: number;
  /** Normalised mutual information, 0 to 1; null where nobody is in both. */
  readonly nmi: number | null;
  /** Adjusted Rand index, −½ to 1; null where nobody is in both. */
  readonly ari: number | null;
}

/**
 * Agreement: how far two divisions of the same people, formal units and communities say, are the same.
 *
 * With n people, p(u, v) the share of them in group u of the one and v of the other, and p(u), p(v) its sums:
 * NMI = I / ((H₁ + H₂) / 2), I = Σ p(u, v) ln [p(u, v) / (p(u) p(v))], H = −Σ p ln p: how much knowing the one tells of the
 * other, over the arithmetic mean of what there is to know, as scikit-learn has it since 0.22.
 * ARI = (A − E) / ((A₁ + A₂) / 2 − E), A pairs of people together in both, A₁ and A₂ together in each, E = A₁ A₂ / C(n, 2):
 * pairs together in both, less those expected by chance, with 0 for chance and 1 for the same.
 *
 * Whoever is in no group (−1) in either is left out of both. Group numbers mean nothing. Neither way round is first.
 *
 * Range: NMI 0 to 1, ARI −½ to 1, both 1 iff the divisions are the same. One group in each, or everybody alone in each,
 * is the same: 1. Nobody: null. Nothing in common, one group against several included: NMI 0.
 *
 * Cost: O(people + pairs of groups that share somebody · log of it).
 *
 * Misread as a mark for the organisation: units and ties need not agree, and NMI is high by chance alone where groups are
 * many and small, which ARI corrects for. Say both.
 *
 * @param oneOf the group of each person, numbered from 0; −1 for none
 * @throws RangeError when the two lists differ in length
 * @see L. Danon et al. (2005), doi:10.1088/1742-5468/2005/09/P09008; L. Hubert, P. Arabie, Journal of Classification 2
 *   (1985), doi:10.1007/BF01908075
 * @example on paper: [0, 0, 1, 1] and [0, 0, 0, 1]: I = ½ ln ⁴⁄₃ + ¼ ln ⅔ + ¼ ln 2 = ¾ ln ⁴⁄₃. A = 1, A₁ = 2, A₂ = 3,
 *   E = 1, so ARI = 0.
 */
export function agreement(oneOf: Int32Array, otherOf: Int32Array): Agreement {
  if (oneOf.length !== otherOf.length) throw new RangeError('Both divisions have one place a person.');
  const ones = new Map<number, number>();
  const others = new Map<number, number>();
  const both = new Map<number, number>();
  let people = 0;
  let width = 0;
  for (const group of otherOf) width = Math.max(width, group + 1);
  for (let person = 0; person < oneOf.length; person += 1) {
    const one = oneOf[person] ?? -1;
    const other = otherOf[person] ?? -1;
    if (one < 0 || other < 0) continue;
    people += 1;
    count(ones, one);
    count(others, other);
    count(both, one * width + other);
  }
  if (people === 0) return { people, nmi: null, ari: null };
  const sizes = { ones: inOrder(ones), others: inOrder(others), both: inOrder(both) };
  return { people, nmi: normalisedInformation(sizes, people), ari: adjustedRand(sizes, people) };
}

interface Sizes {
  readonly ones: number[];
  readonly others: number[];
  readonly both: number[];
}

function normalisedInformation({ ones, others, both }: Sizes, people: number): number {
  if (both.length === ones.length && both.length === others.length) return 1;
  if (ones.length === 1 || others.length === 1) return 0;
  const ofOnes = entropy(ones, people);
  const ofOthers = entropy(others, people);
  // Rounding may leave the smallest part of nothing below 0.
  return Math.max(0, (2 * (ofOnes + ofOthers - entropy(both, people))) / (ofOnes + ofOthers));
}

function adjustedRand({ ones, others, both }: Sizes, people: number): number {
  if (both.length === ones.length && both.length === others.length) return 1;
  const together = pairs(both);
  const inOnes = pairs(ones);
  const inOthers = pairs(others);
  const expected = (inOnes * inOthers) / ((people * (people - 1)) / 2);
  return (together - expected) / ((inOnes + inOthers) / 2 - expected);
}

function entropy(sizes: readonly number[], people: number): number {
  return sizes.reduce((sum, size) => sum - (size / people) * Math.log(size / people), 0);
}

function pairs(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Sorted, so that sums do not depend on the order of people or the names of groups, to the last bit. */
function inOrder(counts: Map<number, number>): number[] {
  return [...counts.values()].sort((a, b) => a - b);
}
