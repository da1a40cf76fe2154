import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { ContactStroke } from './contact-line.tsx';
import { type ContactCurve, contactCurve } from './contact-curve.ts';
import { type IslandPlaces, islandPlaces, type Place } from './island-places.ts';
import { nameLines } from './name-lines.ts';
import type { DrawnIsland, DrawnLine, DrawnUnit, NetworkPicture } from './network-picture.ts';
import { UnitName, UnitSign } from './unit-circle.tsx';
import { useWidth } from './use-width.ts';
import { WithheldPattern } from './withheld-mark.tsx';

export type Stage = 'chart' | 'network';

interface Props {
  readonly picture: NetworkPicture;
  readonly stage: Stage;
  /** Lines drawn without being asked for. */
  readonly lines: readonly DrawnLine[];
  /** The unit all of whose lines are asked for. */
  readonly asked: string | undefined;
  readonly onAsk: (unit: string | undefined) => void;
}

const WIDEST = 1100;
const WIDEST_LINE = 14;
const LETTER = 6.7;
/** Within its cell a named circle stands this much above the middle, for the name under it. */
const RAISED = 16;
const TITLE_LETTERS = 17;

/**
 * Rows of the organisation in the islands of their divisions: hanging in order as an organisation chart, or apart with
 * lines of contact between them. One stop in the tab order: up and down walk the units, left and right the lines of one.
 * What is under the pointer or the focus is read as a sentence below.
 */
export function NetworkOfUnits({ picture, stage, lines, asked, onAsk }: Props): ReactNode {
  const { language } = useSpeech();
  const said = pictureWords(language).network;
  const toldId = useId();
  const hatch = useId();
  const [frame, width] = useWidth(WIDEST);
  const [at, setAt] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const told = pointed ?? focused;
  const places = usePlaces(picture.islands, width);
  const walk = useMemo(
    () => walkOf(picture.islands, places, stage === 'network' ? lines : []),
    [picture, places, stage, lines],
  );
  const stop = walk.flat().includes(at ?? '') ? at : walk[0]?.[0];
  const widthOf = scaleOf(lines);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onAsk(undefined);
    const next = stepFrom(walk, stop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    frame.current?.querySelector<SVGGElement>(`[data-stop="${CSS.escape(next)}"]`)?.focus();
  };
  const reach = (id: string, sentence: string) => ({
    'data-stop': id,
    tabIndex: id === stop ? 0 : -1,
    'aria-label': sentence,
    onFocus: (): void => {
      setAt(id);
      setFocused(sentence);
    },
    onMouseEnter: (): void => {
      setPointed(sentence);
    },
  });

  return (
    <div className={`network network-${stage}`} ref={frame}>
      <svg
        className="network-svg"
        viewBox={`0 0 ${width} ${places.heights[stage]}`}
        role="group"
        aria-label={`${picture.title}. ${picture.summary[stage]}`}
        aria-describedby={toldId}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setFocused(undefined);
        }}
        onMouseLeave={() => {
          setPointed(undefined);
        }}
      >
        <WithheldPattern id={hatch} />
        <Hierarchy organisation={picture.organisation} places={places} hidden={stage === 'network'} />
        {picture.islands.map((island) => (
          <IslandGround key={island.key} island={island} places={places} stage={stage} />
        ))}
        {stage === 'network'
          ? lines.map((line) => (
              <g
                key={line.id}
                className={`line${asked !== undefined && line.from !== asked ? ' line-aside' : ''}`}
                role="img"
                {...reach(line.id, line.sentence)}
              >
                <LineDrawing line={line} picture={picture} places={places} widthOf={widthOf} />
              </g>
            ))
          : null}
        {stage === 'network' ? (
          <g className="line-numbers" aria-hidden="true">
            {lines
              .filter(({ from }) => asked === undefined || from === asked)
              .map((line) => (
                <LineNumber key={line.id} line={line} picture={picture} places={places} />
              ))}
          </g>
        ) : null}
        {picture.islands.map((island) => (
          <IslandTitle key={island.key} island={island} places={places} stage={stage} />
        ))}
        {picture.islands.map((island) => {
          const place = places.islands.get(island.key);
          return place === undefined ? null : (
            <g key={island.key} className="island" style={moved(place[stage])}>
              {inWalkOrder(island, places).map((unit) => {
                const { x, y } = unitPlace(unit, places);
                const radius = radiusOf(unit, picture, places);
                return (
                  <g key={unit.id} transform={`translate(${x} ${y})`}>
                    <g
                      className="unit"
                      role="button"
                      aria-pressed={asked === unit.id}
                      {...reach(unit.id, unit.sentence)}
                      onClick={() => {
                        onAsk(asked === unit.id ? undefined : unit.id);
                      }}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' && event.key !== ' ') return;
                        event.preventDefault();
                        onAsk(asked === unit.id ? undefined : unit.id);
                      }}
                    >
                      <circle className="unit-reach" r={Math.max(radius + 8, 13)} />
                      <UnitSign kind={stage === 'chart' ? 'between' : unit.kind} radius={radius} hatch={hatch} />
                    </g>
                    <UnitName
                      unit={unit}
                      radius={radius}
                      letters={places.named ? Math.floor((2 * places.cell) / LETTER) : 0}
                      active={told === unit.sentence || asked === unit.id}
                    />
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
      <p className="matrix-told" data-not-drawn id={toldId}>
        {told ?? (stage === 'chart' ? said.pickUnit : `${said.pick} ${said.keys}`)}
      </p>
    </div>
  );
}

function usePlaces(islands: readonly DrawnIsland[], width: number): IslandPlaces {
  // Figures change with the period and rows seldom: only which rows there are decides where they stand.
  const rows = JSON.stringify(islands.map(({ key, units }) => [key, units.map(({ id }) => id)]));
  return useMemo(
    () =>
      islandPlaces(
        islands.map(({ key, units }) => ({ name: key, units: units.map(({ id }) => id) })),
        width,
      ),
    [rows, width],
  );
}

function moved({ x, y }: Place): { readonly transform: string } {
  return { transform: `translate(${x}px, ${y}px)` };
}

function unitPlace({ id }: DrawnUnit, places: IslandPlaces): Place {
  const { x, y } = places.units.get(id) ?? { x: 0, y: 0 };
  return { x, y: places.named ? y - RAISED : y };
}

/** The circle's area goes by heads. */
function radiusOf({ heads }: DrawnUnit, { islands }: NetworkPicture, { cell, named }: IslandPlaces): number {
  const most = Math.max(1, ...islands.flatMap(({ units }) => units.map((unit) => unit.heads)));
  const largest = named ? cell / 2 : cell - 8;
  return Math.round(10 * Math.max(4, largest * Math.sqrt(heads / most))) / 10;
}

/** People to px, on one scale for all lines of the picture. */
function scaleOf(lines: readonly DrawnLine[]): (people: number) => number {
  const top = Math.max(1, ...lines.map(({ high }) => high));
  return (people) => Math.round((100 * WIDEST_LINE * people) / top) / 100;
}

function inWalkOrder({ units }: DrawnIsland, places: IslandPlaces): readonly DrawnUnit[] {
  return units.toSorted((a, b) => {
    const [one, other] = [unitPlace(a, places), unitPlace(b, places)];
    return one.y - other.y || one.x - other.x;
  });
}

/** One list a unit: itself, then its lines. Islands as they stand in the chart. */
function walkOf(islands: readonly DrawnIsland[], places: IslandPlaces, lines: readonly DrawnLine[]): string[][] {
  const at = ({ key }: DrawnIsland): Place => places.islands.get(key)?.chart ?? { x: 0, y: 0 };
  const busOf = ({ key }: DrawnIsland): number => places.islands.get(key)?.busY ?? 0;
  return islands
    .toSorted((a, b) => busOf(a) - busOf(b) || at(a).x - at(b).x)
    .flatMap((island) => inWalkOrder(island, places))
    .map(({ id }) => [id, ...lines.filter(({ from }) => from === id).map((line) => line.id)]);
}

/** Where a key leads; undefined where it leads nowhere. */
function stepFrom(walk: readonly (readonly string[])[], from: string | undefined, key: string): string | undefined {
  const unit = Math.max(
    0,
    walk.findIndex((stops) => stops.includes(from ?? '')),
  );
  const stops = walk[unit] ?? [];
  const at = stops.indexOf(from ?? '');
  switch (key) {
    case 'ArrowDown':
      return walk[unit + 1]?.[0];
    case 'ArrowUp':
      return at > 0 ? stops[0] : walk[unit - 1]?.[0];
    case 'ArrowRight':
      return stops[at + 1];
    case 'ArrowLeft':
      return at > 0 ? stops[at - 1] : undefined;
    case 'Home':
      return walk[0]?.[0];
    case 'End':
      return walk.at(-1)?.[0];
    default:
      return undefined;
  }
}

interface HierarchyProps {
  readonly organisation: string;
  readonly places: IslandPlaces;
  readonly hidden: boolean;
}

/** The organisation above, and a line from it to each division; only in the chart. */
function Hierarchy({ organisation, places, hidden }: HierarchyProps): ReactNode {
  const islands = [...places.islands.values()];
  const shelves = Map.groupBy(islands, ({ busY }) => busY);
  const lowest = Math.max(...shelves.keys());
  const [name = ''] = nameLines(organisation, Math.floor(places.width / 9), 1);
  return (
    <g className={`hierarchy${hidden ? ' hierarchy-gone' : ''}`} aria-hidden="true">
      <text className="hierarchy-name" x="0" y="26">
        {name}
      </text>
      <path className="hierarchy-line" d={`M6 38V${lowest}`} />
      {[...shelves].map(([busY, hanging]) => (
        <path
          key={busY}
          className="hierarchy-line"
          d={`M6 ${busY}H${Math.max(...hanging.map(({ chart }) => chart.x))}${hanging.map(({ chart }) => `M${chart.x} ${busY}v14`).join('')}`}
        />
      ))}
    </g>
  );
}

interface IslandProps {
  readonly island: DrawnIsland;
  readonly places: IslandPlaces;
  readonly stage: Stage;
}

function IslandGround({ island, places, stage }: IslandProps): ReactNode {
  const place = places.islands.get(island.key);
  if (place === undefined) return null;
  const { halfWidth, halfHeight } = place;
  return (
    <g className="island" style={moved(place[stage])} aria-hidden="true">
      <rect
        className="island-ground"
        x={-halfWidth}
        y={-halfHeight}
        width={2 * halfWidth}
        height={2 * halfHeight}
        rx={Math.min(halfWidth, halfHeight)}
      />
    </g>
  );
}

/** Above the lines, so that none strikes it out. */
function IslandTitle({ island, places, stage }: IslandProps): ReactNode {
  const place = places.islands.get(island.key);
  if (place === undefined) return null;
  const letters = Math.max(TITLE_LETTERS, Math.floor((2 * place.halfWidth) / 8.5));
  const lines = nameLines(island.name, letters, 2);
  return (
    <g className="island" style={moved(place[stage])} aria-hidden="true">
      {lines.map((line, index) => (
        <text
          key={index}
          className="island-name"
          y={-place.halfHeight - 24 - 17 * (lines.length - 1 - index)}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
      <text className="island-note" y={-place.halfHeight - 8} textAnchor="middle">
        {island.note}
      </text>
    </g>
  );
}

interface LineProps {
  readonly line: DrawnLine;
  readonly picture: NetworkPicture;
  readonly places: IslandPlaces;
  readonly widthOf: (people: number) => number;
}

function curveOf({ line, picture, places }: Omit<LineProps, 'widthOf'>): ContactCurve | undefined {
  const home = picture.islands.find(({ units }) => units.some(({ id }) => id === line.from));
  const unit = home?.units.find(({ id }) => id === line.from);
  const [from, to] = [places.islands.get(home?.key ?? ''), places.islands.get(line.to)];
  if (unit === undefined || from === undefined || to === undefined) return undefined;
  const within = unitPlace(unit, places);
  return contactCurve(
    { x: from.network.x + within.x, y: from.network.y + within.y },
    radiusOf(unit, picture, places) + 2,
    { middle: to.network, halfWidth: to.halfWidth, halfHeight: to.halfHeight },
    { x: places.width / 2, y: places.heights.network / 2 },
  );
}

/** Above all lines, so that none hides another's number. */
function LineNumber({ line, ...rest }: Omit<LineProps, 'widthOf'>): ReactNode {
  const { format } = useSpeech();
  const curve = curveOf({ line, ...rest });
  return curve === undefined ? null : (
    <text className="line-number" x={curve.label.x} y={curve.label.y + 4} textAnchor="middle">
      {format.count(line.about)}
    </text>
  );
}

function LineDrawing({ widthOf, ...rest }: LineProps): ReactNode {
  const { line } = rest;
  const curve = curveOf(rest);
  if (curve === undefined) return null;
  return (
    <>
      <path className="line-reach" d={curve.d} />
      <path className="line-ring" d={curve.d} strokeWidth={widthOf(line.high) + 12} />
      <path className="line-gap" d={curve.d} strokeWidth={widthOf(line.high) + 6} />
      <ContactStroke
        d={curve.d}
        dock={curve.dock}
        sure={line.sure}
        low={widthOf(line.low)}
        about={widthOf(line.about)}
        high={widthOf(line.high)}
      />
    </>
  );
}
