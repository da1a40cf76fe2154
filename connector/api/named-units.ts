import type { UnitsAnswer } from './answers.ts';
import { onceARelease } from './held-releases.ts';
import { unitSlug } from './unit-slug.ts';

/** The directory units of a release as they are named in addresses, in the order of their paths. */
export const namedUnits = onceARelease(({ units }): UnitsAnswer['units'] =>
  units.map(({ unit, heads }) => ({ slug: unitSlug(unit), path: unit, heads })),
);
