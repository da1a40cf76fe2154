import { sumOver, weightedSumOver } from './arc-sums.ts';
import { builtKernel } from './built-kernel.ts';
import { MemoryPlan, sharedMemory } from './kernel-memory.ts';
import type { Network } from './network.ts';

/**
 * The two triangular halves of I − d · S, S = a(i, j) / √(total i · total j), undone by substitution: with L the part of
 * d · S below the diagonal, `sweepUp` makes `up` = (I − Lᵀ)⁻¹ `direction`, and `sweepDown` makes
 * `image` = `up` + (I − L)⁻¹ (`direction` − `up`). After both, `image` = (I − L)⁻¹ (I − d · S) (I − Lᵀ)⁻¹ `direction`, for
 * one look at each arc.
 *
 * @see S. C. Eisenstat, SIAM Journal on Scientific and Statistical Computing 2 (1981) 1–4, doi:10.1137/0902001
 */
export interface RankSweeps {
  readonly direction: Float64Array;
  readonly up: Float64Array;
  readonly image: Float64Array;
  /** 1 / √total of each person, 0 of whom nobody is tied to. */
  readonly inverse: Float64Array;
  readonly sweepUp: () => void;
  readonly sweepDown: () => void;
  /** Adds up d · S `up` from below the diagonal, for one person; right after `sweepUp`. */
  readonly fromBelow: (person: number) => number;
}

/**
 * The sweeps of a symmetric network, with all arrays 0. In WebAssembly where the module is handed in, in TypeScript
 * otherwise, to the same bytes.
 *
 * @throws TypeError when the module is not the one built from `wasm/kernels.as`
 */
export function rankSweeps(network: Network, damping: number, kernels: WebAssembly.Module | undefined): RankSweeps {
  return kernels === undefined ? typedSweeps(network, damping) : builtSweeps(network, damping, kernels);
}

function typedSweeps(network: Network, damping: number): RankSweeps {
  const { people, offsets } = network;
  const middles = middlesOf(network);
  const [direction, up, image] = [new Float64Array(people), new Float64Array(people), new Float64Array(people)];
  const [inverse, handed] = [new Float64Array(people), new Float64Array(people)];
  const sum = summing(network, handed);
  return {
    ...{ direction, up, image, inverse },
    sweepUp: () => {
      for (let person = people - 1; person >= 0; person -= 1) {
        const own = inverse[person] ?? 0;
        const all = sum(middles[person] ?? 0, offsets[person + 1] ?? 0);
        const value = (direction[person] ?? 0) + damping * own * all;
        up[person] = value;
        handed[person] = own * value;
      }
    },
    sweepDown: () => {
      for (let person = 0; person < people; person += 1) {
        const own = inverse[person] ?? 0;
        const above = up[person] ?? 0;
        const all = sum(offsets[person] ?? 0, middles[person] ?? 0);
        const value = (direction[person] ?? 0) - above + damping * own * all;
        image[person] = above + value;
        handed[person] = own * value;
      }
    },
    fromBelow: (person) => damping * (inverse[person] ?? 0) * sum(offsets[person] ?? 0, middles[person] ?? 0),
  };
}

function builtSweeps(network: Network, damping: number, kernels: WebAssembly.Module): RankSweeps {
  const { people, targets, weights } = network;
  const plan = new MemoryPlan();
  const floats = Array.from({ length: 5 }, () => plan.place(people, 8));
  const [direction = 0, up = 0, image = 0, inverse = 0, handed = 0] = floats;
  const [offsetsAt, middlesAt] = [plan.place(people + 1, 4), plan.place(people, 4)];
  const targetsAt = plan.place(targets.length, 4);
  const weightsAt = weights === undefined ? 0 : plan.place(targets.length, 8);
  const memory = sharedMemory(plan.bytes);
  const ints = (address: number, length: number) => new Int32Array(memory.buffer, address, length);
  const middles = middlesOf(network);
  ints(offsetsAt, people + 1).set(network.offsets);
  ints(middlesAt, people).set(middles);
  ints(targetsAt, targets.length).set(targets);
  if (weights !== undefined) new Float64Array(memory.buffer, weightsAt, weights.length).set(weights);
  const view = (address: number): Float64Array => new Float64Array(memory.buffer, address, people);
  const sum = summing(network, view(handed));
  const inverses = view(inverse);
  const rows = [people, offsetsAt, middlesAt, targetsAt, weightsAt, inverse, handed];
  const [goUp, goDown] = [builtKernel(kernels, memory, 'rankUp'), builtKernel(kernels, memory, 'rankDown')];
  return {
    ...{ direction: view(direction), up: view(up), image: view(image), inverse: inverses },
    sweepUp: () => {
      goUp(...rows, direction, up, damping);
    },
    sweepDown: () => {
      goDown(...rows, direction, up, image, damping);
    },
    fromBelow: (person) => damping * (inverses[person] ?? 0) * sum(network.offsets[person] ?? 0, middles[person] ?? 0),
  };
}

function summing({ targets, weights }: Network, handed: Float64Array): (start: number, end: number) => number {
  if (weights === undefined) return (start, end) => sumOver(targets, start, end, handed);
  const row = { arcs: targets, factors: weights };
  return (start, end) => weightedSumOver(row, start, end, handed);
}

/** Where in each row those above oneself begin: rows are sorted. */
function middlesOf({ people, offsets, targets }: Network): Int32Array {
  const middles = new Int32Array(people);
  for (let person = 0; person < people; person += 1) {
    let low = offsets[person] ?? 0;
    let high = offsets[person + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((targets[middle] ?? 0) < person) low = middle + 1;
      else high = middle;
    }
    middles[person] = low;
  }
  return middles;
}
