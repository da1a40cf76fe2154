import { builtKernel } from './built-kernel.ts';
import { WORDS, type LaneSearch } from './lane-search.ts';

/** How far people of one unit are from another, added up. */
export interface UnitTally {
  /** [from · units + to]: the steps of all whom the search has reached. */
  readonly sums: Float64Array;
  /** [from · units + to]: how many it has reached. */
  readonly reaching: Float64Array;
  /** Adds whoever is fresh, that many steps from the units `first`, `first` + 1 and so on, a lane each. */
  readonly note: (search: LaneSearch, first: number, length: number) => void;
}

/** A tally in TypeScript, all 0. @param unitOf −1 for none */
export function typedTally(unitOf: Int32Array, units: number): UnitTally {
  const [sums, reaching] = [new Float64Array(units * units), new Float64Array(units * units)];
  return {
    ...{ sums, reaching },
    note: ({ fresh, freshPeople, freshCount }, first, length) => {
      for (let at = 0; at < freshCount; at += 1) {
        const person = freshPeople[at] ?? 0;
        const unit = unitOf[person] ?? -1;
        if (unit < 0) continue;
        for (let word = 0; word < WORDS; word += 1)
          for (let bits = fresh[person * WORDS + word] ?? 0; bits !== 0; bits &= bits - 1) {
            const lane = word * 32 + 31 - Math.clz32(bits & -bits);
            const cell = unit * units + first + lane;
            sums[cell] = (sums[cell] ?? 0) + length;
            reaching[cell] = (reaching[cell] ?? 0) + 1;
          }
      }
    },
  };
}

/** Where a tally stands in the memory of a search. */
export interface TallyPlaces {
  readonly unitOf: number;
  readonly sums: number;
  readonly reaching: number;
}

/** The same in WebAssembly, in the memory of the search whose steps it notes: the same numbers, being whole. */
export function builtTally(
  unitOf: Int32Array,
  units: number,
  { kernels, memory, places }: { kernels: WebAssembly.Module; memory: WebAssembly.Memory; places: TallyPlaces },
): UnitTally {
  const note = builtKernel(kernels, memory, 'laneTally');
  new Int32Array(memory.buffer, places.unitOf, unitOf.length).set(unitOf);
  return {
    sums: new Float64Array(memory.buffer, places.sums, units * units),
    reaching: new Float64Array(memory.buffer, places.reaching, units * units),
    note: ({ fresh, freshPeople, freshCount }, first, length) => {
      const who = [fresh.byteOffset, freshPeople.byteOffset, freshCount];
      note(...who, places.unitOf, units, first, length, places.sums, places.reaching);
    },
  };
}
