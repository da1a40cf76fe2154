import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of half a minute and more, the longest first: what starts late and takes long leaves a processor idle at the end. */
const LONG = [
  'tests/browser/tab.test.ts',
  'tests/browser/tab-look.test.ts',
  'tests/browser/teams.test.ts',
  'tests/commands.test.ts',
  'tests/browser/roles.test.ts',
  'tests/browser/adoption-journey.test.ts',
  'tests/nothing-leaks.test.ts',
  'tests/never-asked.test.ts',
  'tests/browser/about-me.test.ts',
  'tests/attacks/membership.test.ts',
];

/** Vitest's own order is by the size of files where it has no record of an earlier run, as on a fresh clone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((file) => moduleId.endsWith(`/${file}`));
  return rank === -1 ? LONG.length : rank;
}
