/** One person of a chain of managers. */
export interface Chained {
  readonly id: string;
  /** Undefined at the top, and where the manager is not among these people. */
  readonly managerId: string | undefined;
  /** What the person's own unit is called: the name it bears if they lead it. Empty where nothing says. */
  readonly unitName: string;
}

export interface ChainUnits {
  /** Path of each person's unit; absent for people in circles and for those whom nothing names. */
  readonly unitOf: ReadonlyMap<string, string>;
  readonly circles: number;
  readonly inCircles: number;
  readonly managersWithoutName: number;
}

/**
 * Units from who leads whom. A manager is somebody with at least one person below them; the top is a manager with nobody
 * above. The unit of a person is the path of the managers between the top and them, the top left out, themselves
 * included if they are a manager, cut after `levels` levels; each level bears the name of that manager's own unit. Who
 * stands directly under the top, and the top, work in the unit named by the top.
 *
 * A level whose manager's unit has no name is left out, so that its people are placed in the unit above; two levels of
 * the same name in a row are one; two managers of the same name under the same path lead one unit. Somebody who is said
 * to be their own manager has none. Who is neither led nor leads has no unit.
 *
 * People whose chain ends in a circle have no unit: where it begins cannot be told.
 *
 * Cost: O(people × depth of the chain).
 *
 * @param levels at least 1
 */
export function unitsOfChain(people: readonly Chained[], levels: number): ChainUnits {
  if (!Number.isInteger(levels) || levels < 1) throw new RangeError('Units have at least one level.');
  const byId = new Map(people.map((person) => [person.id, person]));
  const above = (person: Chained): Chained | undefined =>
    person.managerId === undefined || person.managerId === person.id ? undefined : byId.get(person.managerId);
  const managers = new Set(people.flatMap((person) => above(person) ?? []));
  const unitOf = new Map<string, string>();
  const circles = new Set<string>();
  let inCircles = 0;
  for (const person of people) {
    const chain = chainOf(person, above);
    if ('circle' in chain) {
      circles.add(chain.circle);
      inCircles += 1;
      continue;
    }
    const unit = pathOf(
      chain.fromTop.filter((each) => managers.has(each)),
      levels,
    );
    if (unit !== '') unitOf.set(person.id, unit);
  }
  const managersWithoutName = [...managers].filter(({ unitName }) => unitName === '').length;
  return { unitOf, circles: circles.size, inCircles, managersWithoutName };
}

/** The chain from the top down to a person; or the circle it ends in, named by the least id in it. */
function chainOf(
  person: Chained,
  above: (person: Chained) => Chained | undefined,
): { readonly fromTop: readonly Chained[] } | { readonly circle: string } {
  const upwards = new Set<Chained>();
  for (let each: Chained | undefined = person; each !== undefined; each = above(each)) {
    if (upwards.has(each)) {
      const chain = [...upwards];
      const ids = chain.slice(chain.indexOf(each)).map(({ id }) => id);
      return { circle: ids.toSorted()[0] ?? '' };
    }
    upwards.add(each);
  }
  return { fromTop: [...upwards].reverse() };
}

function pathOf([top, ...below]: readonly Chained[], levels: number): string {
  if (top === undefined) return '';
  const names = below
    .slice(0, levels)
    .map(({ unitName }) => unitName)
    .filter((name) => name !== '');
  const path = names.filter((name, index) => name !== names[index - 1]);
  return path.length === 0 ? top.unitName : path.join('/');
}
