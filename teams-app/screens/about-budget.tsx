import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { SpentBar } from '../drawing/spent-bar.tsx';
import { useSpeech } from '../words/speech.ts';

/** What of the year's privacy budget is spent, and what that means in odds. */
export function AboutBudget({ about }: { readonly about: AboutAnswer }): ReactNode {
  const { words, format } = useSpeech();
  const { budget, releases, ledger } = about;
  const [newest] = releases;
  return (
    <section className="part" aria-labelledby="about-budget">
      <h2 id="about-budget">{words.about.budgetTitle}</h2>
      <p className="part-lead">
        {words.about.budgetLead} {words.about.budgetLevel[budget.level]}
      </p>
      <SpentBar spent={budget.rhoSpentLastFourQuarters} all={budget.rhoAYear} />
      <p>
        <RichText
          text={words.about.budgetSpent(
            format.decimal(budget.rhoSpentLastFourQuarters, 3),
            format.decimal(budget.rhoAYear, 3),
          )}
        />
      </p>
      {newest === undefined ? null : (
        <p className="part-lead">
          <RichText text={words.about.odds(format.count(newest.rightGuessesInHundred), format.period(newest.period))} />
        </p>
      )}
      {ledger.entries === 0 ? null : (
        <p className="small-print">{words.about.ledger(format.count(ledger.entries), ledger.head.slice(0, 12))}</p>
      )}
    </section>
  );
}
