import { readPlacedDirectory, type UnitsRun } from './collect-units.ts';
import { competencesOfTooFew, readCompetenceHolders } from './microsoft-graph/competence-groups.ts';
import { withoutUnitsOut } from './microsoft-graph/narrowed-directory.ts';
import { previewUnits, type UnitPreview } from './microsoft-graph/unit-preview.ts';
import type { UnitRemarks } from './microsoft-graph/unit-placement.ts';
import { LEAST_HOLDERS, readsCompetences } from './privacy/scope.ts';

/** What the units of a scope will do to the pictures, with the people of units that are left out taken away. */
interface ScopedPreview extends UnitPreview {
  /** People of units that the scope leaves out: in no headcount here, and not read. */
  readonly leftOut: number;
  /** Lines of the positive list's file about no enabled member of the organisation; 0 where a group lists people. */
  readonly notFound: number;
  /** Competences of the scope that too few of the list have: no table counts them. */
  readonly competencesOfTooFew: readonly string[];
}

/**
 * Reads the directory with the scope in force, and says what its units will do to the pictures. Nothing is kept.
 *
 * Cost: the directory, and where the scope counts competences their groups.
 *
 * @throws Failure as `readPlacedDirectory` does, and of a competence whose group is not there
 */
export async function previewOfUnits(run: UnitsRun): Promise<ScopedPreview> {
  const { directory: listed, remarks } = await readPlacedDirectory(run);
  const { directory, out } = withoutUnitsOut(listed, run.scope);
  const { competences } = run.scope;
  const held = readsCompetences(run.scope) ? await readCompetenceHolders({ get: run.get, directory, competences }) : [];
  const tooFew = competencesOfTooFew(held);
  const counted = competences.filter(({ name }) => !tooFew.includes(name));
  return {
    ...previewUnits({ directory, remarks }, { ...run.scope, competences: counted }),
    leftOut: out.length,
    notFound: listed.notFound ?? 0,
    competencesOfTooFew: tooFew,
  };
}

const ORIGINS = {
  attribute: "the directory's attribute",
  groups: 'groups',
  managers: 'the chain of managers',
  'hr-file': 'the HR file',
} as const;

const REMARKS: Readonly<Record<keyof UnitRemarks, string>> = {
  inSeveralGroups: 'people in several groups side by side: the first in the list has them',
  circles: 'circles in the chain of managers',
  inCircles: 'people whose chain of managers ends in a circle: they have no unit',
  managersWithoutName: 'managers whose own unit has no name: their people are placed in the unit above',
  linesAboutNobody: 'lines of the HR file about nobody on the positive list: nothing of them is kept',
};

/** The preview as a person reads it: units with their headcounts, what is worth a look, what each table merges. */
export function previewLines(preview: ScopedPreview): string[] {
  const {
    origin,
    on,
    people,
    withoutUnit,
    units,
    tables,
    remarks,
    leftOut,
    notFound,
    competencesOfTooFew: tooFew,
  } = preview;
  const out = [
    ...(leftOut === 0 ? [] : [`${count(leftOut)}  people of units that the scope leaves out: they are not read`]),
    ...(notFound === 0
      ? []
      : [`${count(notFound)}  lines of the positive list about no enabled member: nobody is read`]),
  ];
  if (origin === null || on === null) {
    return [leftOut === 0 ? 'The positive list has no enabled members.' : 'The scope leaves out every unit.', ...out];
  }
  return [
    `${count(people)}  people; their units are from ${ORIGINS[origin]}, as of ${on}`,
    ...units.map(({ unit, heads }) => `${count(heads)}  ${unit}`),
    `${count(withoutUnit)}  people without a unit: they are counted in no row`,
    ...out,
    ...remarkNames.filter((name) => remarks[name] > 0).map((name) => `${count(remarks[name])}  ${REMARKS[name]}`),
    ...tables.flatMap(tableLines),
    ...tooFew.map(
      (name) => `Competence ${name}: fewer than ${String(LEAST_HOLDERS)} of the list have it. No table counts it.`,
    ),
  ];
}

const remarkNames = [
  'inSeveralGroups',
  'circles',
  'inCircles',
  'managersWithoutName',
  'linesAboutNobody',
] as const satisfies readonly (keyof UnitRemarks)[];

function tableLines({ name, floor, merged, inNoRow }: UnitPreview['tables'][number]): string[] {
  return [
    `Table ${name}: a row has at least ${String(floor)} people.`,
    ...merged.map(({ row, heads, units }) => `${count(heads)}  ${row}, merged from ${units.join('; ')}`),
    ...(inNoRow.length === 0 ? [] : [`        in no row: ${inNoRow.join('; ')}`]),
    ...(merged.length === 0 && inNoRow.length === 0 ? ['        nothing is merged'] : []),
  ];
}

function count(people: number): string {
  return String(people).padStart(6);
}
