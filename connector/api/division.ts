const LEVEL = '/';

interface Placed {
  /** Directory units as paths. */
  readonly units: readonly string[];
}

/**
 * Finds the division a row lies in: the first level from the top at which the organisation's units differ, so that a
 * root that all of them share is not one big division.
 *
 * @param paths every directory unit of the release; the empty path (people without a unit) is passed over
 * @returns from a row to its division's path, as the columns of `reach` name it; undefined for a row that holds units of
 *   several, or people placed above them
 * @example divisionsAmong(['Kommunen', 'Kommunen/Oppvekst/Skole', 'Kommunen/Teknisk'])  // all but the first have one
 */
export function divisionsAmong(paths: readonly string[]): (row: Placed) => string | undefined {
  const levels = paths.filter((path) => path !== '').map((path) => path.split(LEVEL));
  const depth = sharedDepth(levels);
  return ({ units }) => {
    const divisions = new Set(
      units.map((path) =>
        path
          .split(LEVEL)
          .slice(0, depth + 1)
          .join(LEVEL),
      ),
    );
    const [only] = divisions;
    return divisions.size === 1 && only?.split(LEVEL).length === depth + 1 ? only : undefined;
  };
}

function sharedDepth(levels: readonly string[][]): number {
  let depth = 0;
  while (levels.some((path) => path.length > depth + 1) && isShared(levels, depth)) depth += 1;
  return depth;
}

function isShared(levels: readonly string[][], depth: number): boolean {
  return new Set(levels.filter((path) => path.length > depth).map((path) => path[depth])).size === 1;
}
