import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { ofUnits } from '../browser/odd-overviews.ts';

/** What units are called in Norwegian municipalities. */
const NAMES = [
  ...['Hjemmetjenesten', 'Helsestasjon og skolehelsetjeneste', 'Barneverntjenesten', 'Barnehage', 'Solbakken sykehjem'],
  ...['Pedagogisk-psykologisk tjeneste', 'Botilbud og miljøtjeneste', 'Familiens hus', 'Psykisk helse og rus'],
  ...['Legevakt og fysioterapi', 'Tildelingskontoret', 'Plan og byggesak', 'Vei, vann og avløp', 'Eiendomsforvaltning'],
  ...['Renhold', 'Kommunedirektørens kontor', 'Økonomi og lønn', 'Personal og organisasjon', 'Digitalisering og IKT'],
  ...[
    'Kommunikasjon og servicetorg',
    'Samfunn og næring',
    'Bibliotek og kulturskole',
    'Kultur, idrett og frivillighet',
  ],
  ...['NAV-kontoret', 'Flyktning og inkludering', 'Skoleområde sentrum', 'Voksenopplæringen', 'Brann og redning'],
  ...['Oppmåling og kart', 'Landbrukskontoret', 'Ungdomsskolene', 'Hjelpemiddelsentralen', 'Kommunalteknikk'],
  ...[
    'Rehabilitering',
    'Bemanningsenheten',
    'Innkjøp',
    'Arkiv og dokumentsenter',
    'Beredskap',
    'Miljørettet helsevern',
  ],
];

/**
 * As many units, evenly over eight divisions, named as they are in municipalities; names that come again are numbered.
 *
 * @param turn which name the first has, so that others stand beside each other
 */
export function municipalUnits(count: number, turn: number): OverviewAnswer {
  const answer = ofUnits(count);
  const { rows, ...reach } = answer.reach!;
  const named = rows.map((row, at) => {
    const again = Math.floor(at / NAMES.length);
    const name = `${row.division}/${NAMES[(at + turn) % NAMES.length]!}${again === 0 ? '' : ` ${String(again + 1)}`}`;
    return { ...row, name, units: [name] };
  });
  return { ...answer, reach: { ...reach, rows: named } };
}
