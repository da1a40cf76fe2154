import { type ReactNode } from 'react';
import type { OfficeAnswer } from '../../connector/api/office-answers.ts';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';

type Attacks = OfficeAnswer['attacks'];

/** Each attack on what is released: what was tried, how often it succeeded, what it must keep to, and the verdict. */
export function OfficeAttacks({ attacks }: { readonly attacks: Attacks }): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language).attacks;
  if (attacks.releases === 0) return <p className="part-lead">{words.nothing}</p>;
  return (
    <>
      <p className="part-lead">{words.lead}</p>
      <p className={attacks.holds ? 'part-lead' : 'warning'}>
        <strong>{attacks.holds ? words.holds(format.count(attacks.releases)) : words.broken}</strong>
      </p>
      <ul className="gates attacks" aria-label={words.title}>
        {attacks.findings.map((finding) => (
          <OneAttack key={finding.attack} finding={finding} />
        ))}
      </ul>
      <p className="small-print">{words.elsewhere}</p>
    </>
  );
}

function OneAttack({ finding }: { readonly finding: Attacks['findings'][number] }): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language).attacks;
  const { attack, tried, succeeded, measured, holds } = finding;
  const own = words.of[attack];
  const figure =
    measured === null
      ? undefined
      : own?.measured?.(format.decimal(measured.figure, 2), format.percent(100 * measured.figure));
  return (
    <li className={holds ? 'gate' : 'gate gate-closed'}>
      <h3>{own === undefined ? attack : `${own.name} (${attack})`}</h3>
      <p>{own?.tried}</p>
      {tried === 0 ? (
        <p>{words.untried}</p>
      ) : (
        <p>
          <strong>{holds ? words.stood : words.fell}</strong>{' '}
          {own?.succeeded(format.count(succeeded), format.count(tried))} {figure}
        </p>
      )}
      <p className="small-print">
        {words.line} {own?.line}
      </p>
    </li>
  );
}
