/**
 * A clock that never goes back, from one that may be set back: then it stands at the moment it had and goes on from
 * there, so that no more time passes here than passed anywhere.
 *
 * @param now milliseconds since 1970
 */
export function steadyClock(now: () => number): () => number {
  let last = now();
  let behind = 0;
  return () => {
    const moment = now();
    behind = Math.max(behind, last - moment);
    last = moment + behind;
    return last;
  };
}
