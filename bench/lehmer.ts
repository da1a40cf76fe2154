/** Whole numbers from 0 to below − 1, the same for the same seed (Park and Miller's minimal standard generator). */
export function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
