/** A field of square cells, row after row. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
}

interface Search {
  readonly from: number;
  readonly isGoal: (cell: number) => boolean;
  /** What a step into this cell costs for each cell's width, 1 or more. */
  readonly costOf: (cell: number) => number;
  /** At most as many cells' widths as there are left to the goal. */
  readonly leftFrom: (cell: number) => number;
}

const ASLANT = Math.SQRT2;

/**
 * The cheapest way over the cells of a field, to any of eight neighbours at each step: A* (Hart, Nilsson, Raphael 1968).
 * Of ways alike the first found counts, so the same field gives the same way.
 *
 * @returns the cells from the first to the goal, both included; empty where no goal is in the field
 */
export function cheapestWay({ columns, rows }: Field, { from, isGoal, costOf, leftFrom }: Search): number[] {
  const spent = new Float64Array(columns * rows).fill(Infinity);
  const before = new Int32Array(columns * rows).fill(-1);
  const isDone = new Uint8Array(columns * rows);
  const open = new Heap();
  spent[from] = 0;
  open.push(from, leftFrom(from));
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    if (isDone[cell] === 1) continue;
    if (isGoal(cell)) return wayTo(cell, before);
    isDone[cell] = 1;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    for (let down = -1; down <= 1; down += 1)
      for (let right = -1; right <= 1; right += 1) {
        const isInside = column + right >= 0 && column + right < columns && row + down >= 0 && row + down < rows;
        if (!isInside || (right === 0 && down === 0)) continue;
        const next = cell + down * columns + right;
        if (isDone[next] === 1) continue;
        const cost = (spent[cell] ?? 0) + costOf(next) * (right !== 0 && down !== 0 ? ASLANT : 1);
        if (cost >= (spent[next] ?? Infinity)) continue;
        spent[next] = cost;
        before[next] = cell;
        open.push(next, cost + leftFrom(next));
      }
  }
  return [];
}

function wayTo(goal: number, before: Int32Array): number[] {
  const way: number[] = [];
  for (let cell = goal; cell >= 0; cell = before[cell] ?? -1) way.push(cell);
  return way.toReversed();
}

/** A binary heap: what costs least comes out first. */
class Heap {
  private readonly cells: number[] = [];
  private readonly costs: number[] = [];

  push(cell: number, cost: number): void {
    let at = this.cells.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.costs[parent] ?? 0) <= cost) break;
      this.put(at, this.cells[parent] ?? 0, this.costs[parent] ?? 0);
      at = parent;
    }
    this.put(at, cell, cost);
  }

  pop(): number | undefined {
    const [first] = this.cells;
    const [cell, cost] = [this.cells.pop(), this.costs.pop()];
    if (cell !== undefined && cost !== undefined && this.cells.length > 0) this.sink(cell, cost);
    return first;
  }

  private sink(cell: number, cost: number): void {
    let at = 0;
    for (let child = 1; child < this.cells.length; child = 2 * at + 1) {
      if ((this.costs[child + 1] ?? Infinity) < (this.costs[child] ?? Infinity)) child += 1;
      if ((this.costs[child] ?? Infinity) >= cost) break;
      this.put(at, this.cells[child] ?? 0, this.costs[child] ?? 0);
      at = child;
    }
    this.put(at, cell, cost);
  }

  private put(at: number, cell: number, cost: number): void {
    this.cells[at] = cell;
    this.costs[at] = cost;
  }
}
