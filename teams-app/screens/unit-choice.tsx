import { Select } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { UnitsAnswer } from '../../connector/api/answers.ts';
import { hashOf } from '../route.ts';
import { lastStep } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly units: UnitsAnswer['units'];
  readonly slug: string | undefined;
}

/** Every unit of the directory under the one it belongs to. */
export function UnitChoice({ units, slug }: Props): ReactNode {
  const { words, format } = useSpeech();
  const parents = Map.groupBy(units, ({ path }) => path.split('/').slice(0, -1).join(' / '));
  return (
    <label className="choice">
      <span>{words.unit.choose}</span>
      <Select
        value={slug ?? ''}
        onChange={(_, { value }) => {
          location.hash = hashOf(value === '' ? { screen: 'unit' } : { screen: 'unit', slug: value });
        }}
      >
        <option value="">{words.unit.placeholder}</option>
        {[...parents].map(([parent, below]) => {
          const options = below.map((unit) => (
            <option key={unit.slug} value={unit.slug}>
              {`${lastStep(unit.path)} (${format.count(unit.heads)})`}
            </option>
          ));
          return parent === '' ? (
            options
          ) : (
            <optgroup key={parent} label={parent}>
              {options}
            </optgroup>
          );
        })}
      </Select>
    </label>
  );
}
