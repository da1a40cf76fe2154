import { quarterOf, type Period } from './period.ts';
import { isSmallOrganisation } from './rows.ts';

/**
 * Whether a calendar quarter gets no release whatever it holds: in an organisation of fewer than 300 people releases
 * come with the second and the fourth quarter, and what is not released for a quarter never is (design D6). What was
 * read for such a quarter has no purpose once it is over.
 *
 * @param people everybody on the positive list
 */
export function isPassedOver(period: Period, people: number): boolean {
  const { id } = quarterOf(period.from);
  return period.id === id && isSmallOrganisation(people) && !id.endsWith('Q2') && !id.endsWith('Q4');
}
