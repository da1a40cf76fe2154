import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { ContactStroke } from './contact-line.tsx';
import { Hierarchy, IslandGround, IslandTitle, moved, type Stage } from './island-ground.tsx';
import { LineNumber } from './line-number.tsx';
import type { Route } from './line-routes.ts';
import { networkLayout } from './network-layout.ts';
import type { DrawnLine, NetworkPicture } from './network-picture.ts';
import { labelsOf, routesOf } from './network-routes.ts';
import { inWalkOrder, stepFrom, walkOf } from './network-walk.ts';
import { UnitName, UnitNameAlone, UnitSign } from './unit-circle.tsx';
import { useWidth } from './use-width.ts';
import { WithheldPattern } from './withheld-mark.tsx';

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

/**
 * Rows of the organisation in the islands of their divisions: hanging in order as an organisation chart, or apart with
 * lines of contact between them. One stop in the tab order: up and down walk the units, left and right the lines of one.
 * What is under the pointer or the focus is read as a sentence below.
 */
export function NetworkOfUnits({ picture, stage, lines, asked, onAsk }: Props): ReactNode {
  const speech = useSpeech();
  const said = pictureWords(speech.language).network;
  const toldId = useId();
  const hatch = useId();
  const [frame, width] = useWidth(WIDEST);
  const [at, setAt] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const told = pointed ?? focused;
  const layout = useMemo(() => networkLayout(picture.islands, width), [picture, width]);
  const { places } = layout;
  const drawn = stage === 'network' ? lines : NONE;
  const labelled = useMemo(() => labelsOf(picture, drawn, places.named, speech), [picture, drawn, places, speech]);
  const routes = useMemo(() => routesOf(picture, layout, drawn, labelled), [picture, layout, drawn, labelled]);
  const walk = useMemo(() => walkOf(picture.islands, layout, drawn), [picture, layout, drawn]);
  const stop = walk.flat().includes(at ?? '') ? at : walk[0]?.[0];
  const widthOf = scaleOf(lines, layout.widestLine);

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
          <IslandGround key={island.key} island={island} layout={layout} stage={stage} />
        ))}
        {drawn.map((line) => (
          <g
            key={line.id}
            className={`line${asked !== undefined && line.from !== asked ? ' line-aside' : ''}`}
            role="img"
            {...reach(line.id, line.sentence)}
          >
            <LineDrawing line={line} route={routes.get(line.id)} widthOf={widthOf} />
          </g>
        ))}
        {picture.islands.map((island) => (
          <IslandTitle key={island.key} island={island} layout={layout} stage={stage} />
        ))}
        {picture.islands.map((island) => {
          const place = places.islands.get(island.key);
          return place === undefined ? null : (
            <g key={island.key} className="island" style={moved(place[stage])}>
              {inWalkOrder(island, layout).map((unit) => {
                const own = layout.units.get(unit.id);
                return own === undefined ? null : (
                  <g key={unit.id}>
                    <g
                      className="unit"
                      role="button"
                      aria-pressed={asked === unit.id}
                      transform={`translate(${own.at.x} ${own.at.y})`}
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
                      <circle className="unit-reach" r={Math.max(own.radius + 8, 13)} />
                      <UnitSign kind={stage === 'chart' ? 'between' : unit.kind} radius={own.radius} hatch={hatch} />
                    </g>
                    <UnitName unit={unit} place={own} />
                  </g>
                );
              })}
            </g>
          );
        })}
        {drawn.length > 0 ? (
          <g className="line-numbers" aria-hidden="true">
            {drawn
              .filter(({ from }) => asked === undefined || from === asked)
              .map(({ id }) => (
                <LineNumber key={id} text={labelled.get(id) ?? ''} at={routes.get(id)?.label} />
              ))}
          </g>
        ) : null}
        {picture.islands.flatMap(({ key, units }) =>
          units
            .filter(({ id, sentence }) => told === sentence || asked === id)
            .map((unit) => (
              <UnitNameAlone
                key={unit.id}
                name={unit.name}
                place={layout.units.get(unit.id)}
                around={places.islands.get(key)?.[stage]}
                width={width}
              />
            )),
        )}
      </svg>
      <p className="matrix-told" data-not-drawn id={toldId}>
        {told ?? (stage === 'chart' ? said.pickUnit : `${said.pick} ${said.keys}`)}
      </p>
    </div>
  );
}

const NONE: readonly DrawnLine[] = [];

/** People to px, on one scale for all lines of the picture. */
function scaleOf(lines: readonly DrawnLine[], widest: number): (people: number) => number {
  const top = Math.max(1, ...lines.map(({ high }) => high));
  return (people) => Math.round((100 * widest * people) / top) / 100;
}

interface LineProps {
  readonly line: DrawnLine;
  readonly route: Route | undefined;
  readonly widthOf: (people: number) => number;
}

function LineDrawing({ line, route, widthOf }: LineProps): ReactNode {
  if (route === undefined) return null;
  const { d, dock } = route;
  return (
    <>
      <path className="line-reach" d={d} />
      <path className="line-ring" d={d} strokeWidth={widthOf(line.high) + 12} />
      <path className="line-gap" d={d} strokeWidth={widthOf(line.high) + 6} />
      <ContactStroke
        d={d}
        dock={dock}
        sure={line.sure}
        low={widthOf(line.low)}
        about={widthOf(line.about)}
        high={widthOf(line.high)}
      />
    </>
  );
}
