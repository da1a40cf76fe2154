import { isCounty, type County } from '../adoption/school-holidays.ts';
import type { Store } from '../store/open.ts';
import { ownMunicipality } from '../store/public-figures.ts';

/** The county of our own municipality, by the first two figures of its number; undefined while nobody has said it. */
export function ownCounty(store: Store): County | undefined {
  const figures = ownMunicipality(store)?.slice(0, 2) ?? '';
  return isCounty(figures) ? figures : undefined;
}
