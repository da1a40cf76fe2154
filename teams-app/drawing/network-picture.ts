import type { Table } from '../../connector/api/answers.ts';
import { nameWithin, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { pictureWords } from '../words/pictures.ts';
import { sayFigure, sayList } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';
import type { PicturedTable } from './plain-table.ts';
import { type ContactLine, type Island, type IslandUnit, islandsOf, type UnitKind } from './islands.ts';
import { sayJoined } from './joined-units.ts';

/** A unit as it is drawn and told. */
export interface DrawnUnit {
  readonly id: string;
  /** As it stands within its island. */
  readonly name: string;
  readonly heads: number;
  readonly kind: UnitKind;
  readonly sentence: string;
}

export interface DrawnIsland {
  /** As the released table has it. */
  readonly key: string;
  readonly name: string;
  /** Its heads, or that it has no row of its own. */
  readonly note: string;
  readonly units: readonly DrawnUnit[];
}

export interface DrawnLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly about: number;
  readonly high: number;
  readonly sure: boolean;
  readonly sentence: string;
}

export interface NetworkPicture {
  readonly organisation: string;
  readonly title: string;
  readonly islands: readonly DrawnIsland[];
  /** The sure ones first, most people first. */
  readonly lines: readonly DrawnLine[];
  /** Why there are no lines; absent where there are. */
  readonly noLines?: string;
  readonly summary: { readonly chart: string; readonly network: string };
  readonly table: PicturedTable;
}

const MOST_NAMED = 6;

/** Whose picture it is, and of when. */
interface Shown {
  readonly organisation: string;
  readonly period: { readonly from: string; readonly to: string };
}

/** Turns the released table of contacts into what the network draws, says and lists. */
export function networkPicture(reach: Table, about: Shown, speech: Speech): NetworkPicture {
  const { words, format, language } = speech;
  const said = pictureWords(language).network;
  const { islands, lines } = islandsOf(reach);
  const units = islands.flatMap((island) => island.units);
  const drawn = islands.map((island) => drawnIsland(island, lines, speech));
  const heads = reach.rows.reduce((sum, row) => sum + row.heads, 0);
  const noLines = lines.length > 0 ? undefined : whyNone(reach, said);
  return {
    organisation: unitName(about.organisation, words),
    title: said.title,
    islands: drawn,
    lines: lines.map((line) => ({
      ...{ id: line.id, from: line.row.id, to: line.to, sure: line.sure, ...line.figure },
      sentence: sayLine(line, speech),
    })),
    ...(noLines === undefined ? {} : { noLines }),
    summary: { chart: sayChart(islands, units, speech), network: sayNetwork(islands, units, lines, speech) },
    table: {
      caption: said.title,
      period: format.period(about.period),
      sigma: words.figures.persons(format.decimal(reach.sigma, 2)),
      population: `${unitName(about.organisation, words)}. ${words.overview.reachPopulation(format.count(heads), format.days(about.period))}`,
      columns: said.columns,
      rows: islands.flatMap((island) =>
        island.units.map(({ row, kind }) => [
          [unitName(row.name, words), sayJoined(row, speech)].filter((part) => part !== undefined).join('. '),
          unitName(island.name, words),
          format.count(row.heads),
          listed(
            lines.filter((line) => line.row === row && line.sure),
            kind,
            speech,
          ),
          listed(
            lines.filter((line) => line.row === row && !line.sure),
            kind,
            speech,
          ),
          said.marks[kind],
        ]),
      ),
    },
  };
}

function whyNone({ rows, columns }: Table, said: ReturnType<typeof pictureWords>['network']): string {
  if (rows.length < 2) return said.oneUnit;
  return columns.length < 2 ? said.oneColumn : said.noLines;
}

function drawnIsland(island: Island, lines: readonly ContactLine[], speech: Speech): DrawnIsland {
  const { words, format, language } = speech;
  const heads = island.heads ?? island.units.reduce((sum, { row }) => sum + row.heads, 0);
  const people = words.figures.people(format.count(heads));
  return {
    key: island.name,
    name: unitName(island.name, words),
    note: island.units.length > 0 ? people : `${people} · ${pictureWords(language).network.seatless}`,
    units: island.units.map((unit) => ({
      id: unit.row.id,
      name: nameWithin(island.name, unit.row.name, words),
      heads: unit.row.heads,
      kind: unit.kind,
      sentence: sayUnit(unit, island, lines, speech),
    })),
  };
}

function sayUnit({ row, kind }: IslandUnit, island: Island, lines: readonly ContactLine[], speech: Speech): string {
  const { words, format, language } = speech;
  const said = pictureWords(language).network;
  const [name, heads, division] = [unitName(row.name, words), format.count(row.heads), unitName(island.name, words)];
  const sure = lines.filter((line) => line.row === row && line.sure).map(({ to }) => unitName(to, words));
  const contacts =
    sure.length === 0 ? said.noSureLine : said.sureLines(format.count(sure.length), sayList(sure, MOST_NAMED, speech));
  return [
    name === division ? said.unitAlone(name, heads) : said.unit(name, heads, division),
    sayJoined(row, speech),
    ...(kind === 'withheld' ? [said.withheld] : lines.length === 0 ? [] : [contacts, sayKind(row, kind, speech)]),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

function sayKind(row: IslandUnit['row'], kind: Exclude<UnitKind, 'withheld'>, { format, language }: Speech): string {
  const said = pictureWords(language).network;
  if (kind === 'too-little-seen') return said.tooLittleSeen(format.percent(row.coveragePercent));
  return kind === 'between' ? '' : said.kinds[kind];
}

function sayLine(line: ContactLine, speech: Speech): string {
  const said = pictureWords(speech.language).network;
  return `${sayContact(line, speech)} ${line.sure ? said.sure : said.unsure}`;
}

function sayContact({ row, to, figure }: ContactLine, speech: Speech): string {
  const { words, format } = speech;
  return words.overview.reachSentence(
    opening(sayFigure(figure, speech)),
    unitName(row.name, words),
    format.count(row.heads),
    unitName(to, words),
  );
}

function sayChart(
  islands: readonly Island[],
  units: readonly IslandUnit[],
  { words, format, language }: Speech,
): string {
  const [largest] = units.toSorted((a, b) => b.row.heads - a.row.heads);
  if (largest === undefined) return '';
  return pictureWords(language).network.summaryChart(
    format.count(units.length),
    format.count(islands.length),
    unitName(largest.row.name, words),
    format.count(largest.row.heads),
  );
}

function sayNetwork(
  islands: readonly Island[],
  units: readonly IslandUnit[],
  lines: readonly ContactLine[],
  speech: Speech,
): string {
  const { words, format, language } = speech;
  const said = pictureWords(language).network;
  const sure = lines.filter((line) => line.sure);
  const named = (kind: UnitKind): string =>
    sayList(
      units.filter((unit) => unit.kind === kind).map(({ row }) => unitName(row.name, words)),
      MOST_NAMED,
      speech,
    );
  const [most] = lines;
  return [
    said.summary(
      ...([format.count(units.length), format.count(islands.length)] as const),
      ...([format.count(sure.length), format.count(lines.length - sure.length)] as const),
    ),
    most === undefined ? '' : said.most(sayContact(most, speech)),
    named('bridge') === '' ? '' : said.bridges(named('bridge')),
    named('apart') === '' ? '' : said.aparts(named('apart')),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Each division with its figure, a semicolon between; a word for none, and for what is withheld. */
function listed(lines: readonly ContactLine[], kind: UnitKind, speech: Speech): string {
  const said = pictureWords(speech.language).network;
  if (kind === 'withheld') return said.marks.withheld;
  if (lines.length === 0) return said.none;
  return lines.map(({ to, figure }) => `${unitName(to, speech.words)}: ${sayFigure(figure, speech)}`).join('; ');
}
