/** Where things stand in a memory that threads share: handed out one after the other before the memory is made. */
export class MemoryPlan {
  #next = CACHE_LINE;

  /** @returns the address of `count` places of `width` bytes; never 0, always at the start of a cache line */
  place(count: number, width: 1 | 4 | 8): number {
    const address = this.#next;
    this.#next += Math.ceil((count * width) / CACHE_LINE) * CACHE_LINE;
    return address;
  }

  /** How many bytes all that was handed out takes. */
  get bytes(): number {
    return this.#next;
  }
}

/** Two threads that write to one line make each other wait. */
const CACHE_LINE = 64;

/** A memory of at least so many bytes, all zero, that threads and kernels share; it costs what is written to it. */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

const PAGE = 65_536;
