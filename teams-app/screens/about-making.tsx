import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { type Speech, useSpeech } from '../words/speech.ts';

type Release = AboutAnswer['releases'][number];

/** How each figure is made, with the formula filled in by the newest release's own numbers. */
export function AboutMaking({ releases }: { readonly releases: readonly Release[] }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const [newest] = releases;
  return (
    <Part id="about-made" title={words.about.madeTitle}>
      <ol className="steps">
        {words.about.madeSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {newest === undefined ? null : (
        <>
          <h3>{words.about.formula}</h3>
          <dl className="formulas">
            {newest.tables.map((table) => (
              <div key={table.name}>
                <dt>
                  {words.about.formulaLead(words.about.tables[table.name] ?? table.name, format.period(newest.period))}
                </dt>
                <dd>
                  <span>{words.about.formulaOf(format.count(table.heads), format.count(table.rows))}</span>
                  <code>{formulaOf(table, speech)}</code>
                  <code>{rangeOf(table, speech)}</code>
                  <span>{words.about.floor}</span>
                  <code>{floorOf(table, speech)}</code>
                </dd>
              </div>
            ))}
          </dl>
          <p className="small-print">{words.about.sigmaWords}</p>
        </>
      )}
    </Part>
  );
}

/** σ² = Δ²/(2ρ) solved for σ; Δ², how far one person can move the table, follows from the two that are released. */
function formulaOf({ sigma, rho }: Release['tables'][number], { format }: Speech): string {
  const moved = format.decimal(2 * rho * sigma * sigma, 1);
  return `σ = √(Δ² ÷ 2ρ) = √(${moved} ÷ (2 × ${format.decimal(rho, 3)})) = ${format.decimal(sigma, 2)}`;
}

/** So many heads a row has at least: 20, and eleven times the noise. */
function floorOf({ sigma }: Release['tables'][number], { format }: Speech): string {
  const floor = Math.max(20, Math.ceil(11 * sigma));
  return `max(20, ⌈11 × ${format.decimal(sigma, 2)}⌉) = ${format.count(floor)}`;
}

/** Nine of ten draws of a normal distribution lie within this many standard deviations. */
const NINE_OF_TEN = 1.645;

function rangeOf({ sigma }: Release['tables'][number], { format }: Speech): string {
  return `± ${format.decimal(NINE_OF_TEN, 3)} × ${format.decimal(sigma, 2)} = ± ${format.decimal(NINE_OF_TEN * sigma, 1)}`;
}
