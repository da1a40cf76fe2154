import type { Figure, OverviewAnswer, Row, Table } from '../../connector/api/answers.ts';
import { overviewAnswer } from './invented-answers.ts';

/** Overviews of organisations that put a picture to the test; each is whole and fits the answer's shape. */
const USUAL = overviewAnswer(undefined)!;

/** The usual one with another table of contacts and nothing else that would have to agree with it. */
function withReach(
  reach: Table,
  headline: OverviewAnswer['headline'] = { kind: 'nothing-stands-out' },
): OverviewAnswer {
  const answer: OverviewAnswer = { ...USUAL, headline, thinlyCovered: [], reach };
  delete answer.breadth;
  return answer;
}

/** @param count of units, evenly over eight divisions */
export function ofUnits(count: number): OverviewAnswer {
  const divisions = Array.from({ length: 8 }, (_, at) => `Sektor ${at + 1}`);
  const rows = Array.from({ length: count }, (_, at): Row => {
    const division = divisions[at % divisions.length]!;
    const name = `${division}/Enhet ${at + 1}`;
    return { id: `u${at}`, name, division, heads: 43 + ((at * 37) % 240), units: [name], coveragePercent: 90 };
  });
  const figures = rows.map((row, at) =>
    divisions.map((division, column): Figure => {
      if (division === row.division) return { withheld: 'too-few-in-partner', needed: 50 };
      const about = (at * 7 + column * 13) % 40;
      return { about, low: Math.max(0, about - 6), high: about + 6 };
    }),
  );
  return withReach({
    ...{ name: 'reach', rows, figures, sigma: 3.87, rho: 0.2 },
    columns: divisions.map((name) => ({ name, heads: 2_000 })),
  });
}

/** So small that all stand in one row, and one column. */
export function ofOneUnit(): OverviewAnswer {
  const name = 'everybody';
  return withReach(
    {
      ...{ name: 'reach', sigma: 3.87, rho: 0.2 },
      rows: [{ id: 'one', name, division: name, heads: 64, units: ['Kommunen/Drift'], coveragePercent: 90 }],
      columns: [{ name, heads: 64 }],
      figures: [[{ about: 20, low: 14, high: 26 }]],
    },
    { kind: 'nothing-to-compare', why: 'one-row', divisionsNeeded: 3, headsNeeded: 50 },
  );
}

/** Units named in Hebrew and Arabic, with emoji of several code points, and with a word that fits nowhere. */
export function oddlyNamed(): OverviewAnswer {
  const names = ['שירותי רווחה', 'خدمات الصحة', 'Barn 👩🏽‍⚕️ og unge 🏔️', 'Arbeidsmarkedstiltakssamordningsavdelingen'];
  const reach = USUAL.reach!;
  const rows = reach.rows.map((row, at) => {
    const name = names[at];
    return name === undefined ? row : { ...row, name: `${row.division}/${name}`, units: [`${row.division}/${name}`] };
  });
  return withReach({ ...reach, rows });
}

const LONG = [
  'Arbeidsmarkedstiltakssamordningsavdelingen',
  'Tildelings- og koordineringskontoret for helse og velferd',
  'Pedagogisk-psykologisk tjeneste og spesialundervisningsteam',
  'Miljørettet helsevern og smittevernberedskap',
  'Eiendomsforvaltning, renhold og vaktmestertjenester',
  'Kommunalteknikk, vann, avløp og renovasjon',
];

/** Every unit named as long as Norwegian municipalities do at their longest. */
export function longNamed(): OverviewAnswer {
  const reach = USUAL.reach!;
  const rows = reach.rows.map((row, at) => {
    const name = `${row.division}/${LONG[at % LONG.length]!} ${String(at + 1)}`;
    return { ...row, name, units: [name] };
  });
  return withReach({ ...reach, rows });
}
