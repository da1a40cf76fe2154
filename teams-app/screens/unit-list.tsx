import { type ReactNode } from 'react';
import type { UnitsAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { hashOf } from '../route.ts';
import { lastStep } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';

type Units = UnitsAnswer['units'];

/** Every unit of the directory as a link, under the division it lies in: to see what there is without opening a list. */
export function UnitList({ units }: { readonly units: Units }): ReactNode {
  const divisions = Map.groupBy(units, ({ path }) => path.split('/')[0] ?? path);
  return [...divisions].map(([division, members], at) => (
    <Part key={division} id={`units-${String(at)}-title`} title={lastStep(division)}>
      <Links units={members} />
    </Part>
  ));
}

function Links({ units }: { readonly units: Units }): ReactNode {
  const { words, format } = useSpeech();
  return (
    <ul className="unit-list">
      {units.map(({ slug, path, heads }) => (
        <li key={slug}>
          <a href={hashOf({ screen: 'unit', slug })}>{lastStep(path)}</a>{' '}
          <span>{words.figures.persons(format.count(heads))}</span>
        </li>
      ))}
    </ul>
  );
}
