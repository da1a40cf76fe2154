/**
 * x with A·x = b for a symmetric positive definite A, by Cholesky's decomposition: the small dense systems that
 * reconciling totals leads to.
 *
 * Cost: O(n³) for n rows; a few dozen here.
 *
 * @throws RangeError when A is not positive definite
 */
export function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower = cholesky(matrix);
  const half = forward(lower, right);
  return backward(lower, half);
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? own : (lower[column] ?? []);
      const rest = (entries[column] ?? 0) - dot(own, other, column);
      if (column === row && !(rest > 0)) throw new RangeError('The system has no single solution.');
      own.push(column === row ? Math.sqrt(rest) : rest / (other[column] ?? 1));
    }
    lower.push(own);
  }
  return lower;
}

function forward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution: number[] = [];
  for (const [row, entries] of lower.entries()) {
    solution.push(((right[row] ?? 0) - dot(entries, solution, row)) / (entries[row] ?? 1));
  }
  return solution;
}

function backward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution = [...right];
  for (let row = lower.length - 1; row >= 0; row -= 1) {
    let rest = solution[row] ?? 0;
    for (let below = row + 1; below < lower.length; below += 1) {
      rest -= (lower[below]?.[row] ?? 0) * (solution[below] ?? 0);
    }
    solution[row] = rest / (lower[row]?.[row] ?? 1);
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let place = 0; place < length; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}
