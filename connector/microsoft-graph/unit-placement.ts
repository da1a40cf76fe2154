import type { Placing, Standing, UnitOrigin } from '../privacy/membership.ts';
import type { Day } from '../privacy/period.ts';
import { headcountsOf, type Directory, type DirectoryPerson } from './people.ts';

/** A person with the unit they were placed in, what said so, and the day it said so. */
export interface PlacedPerson extends DirectoryPerson {
  readonly placedBy: Placing;
}

/** The directory, its people placed in units; empty where nothing places them. */
export interface PlacedDirectory extends Directory {
  readonly people: readonly PlacedPerson[];
}

/** What is worth a look before units are relied on: numbers of people, never who. */
export interface UnitRemarks {
  /** Members of several of the groups, none of which lies within another; the first in the list has them. */
  readonly inSeveralGroups: number;
  /** Circles in the chain of managers, and people whose chain ends in one: they have no unit. */
  readonly circles: number;
  readonly inCircles: number;
  /** Managers whose own unit has no name; their people are placed in the unit above. */
  readonly managersWithoutName: number;
  /** Lines of the HR file about nobody on the positive list; nothing of them is kept. */
  readonly linesAboutNobody: number;
}

export const NO_REMARKS: UnitRemarks = {
  inSeveralGroups: 0,
  circles: 0,
  inCircles: 0,
  managersWithoutName: 0,
  linesAboutNobody: 0,
};

export interface UnitsFound {
  readonly directory: PlacedDirectory;
  readonly remarks: UnitRemarks;
}

/**
 * Places everybody of a directory in a unit. Who the people are, and how addresses reach them, stays as it was.
 *
 * @param by.unitOf the path of a person's unit; empty for none
 * @param by.standingOf where the origin knows better than the directory
 */
export function placeEverybody(
  directory: Directory,
  by: {
    readonly origin: UnitOrigin;
    readonly on: Day;
    readonly unitOf: (person: DirectoryPerson) => string;
    readonly standingOf?: (person: DirectoryPerson) => Standing;
  },
): PlacedDirectory {
  const placedBy = { origin: by.origin, on: by.on };
  const people = directory.people.map((person): PlacedPerson => {
    const standing = by.standingOf?.(person) ?? person.standing;
    return { ...person, unit: by.unitOf(person), standing, placedBy };
  });
  return { ...directory, people, headcounts: () => headcountsOf(people) };
}

/** Units as the directory's own attribute tells them, which `readDirectory` has read already. */
export function unitsFromAttribute(directory: Directory, on: Day): UnitsFound {
  return {
    directory: placeEverybody(directory, { origin: 'attribute', on, unitOf: ({ unit }) => unit }),
    remarks: NO_REMARKS,
  };
}
