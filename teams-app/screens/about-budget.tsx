import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { SpentBar } from '../drawing/spent-bar.tsx';
import { useSpeech } from '../words/speech.ts';

/** What of the year's privacy budget is spent, and what that means in odds. */
export function AboutBudget({ about }: { readonly about: AboutAnswer }): ReactNode {
  const { words, format } = useSpeech();
  const { budget, releases, ledger } = about;
  const [newest] = releases;
  const spent = words.about.budgetSpent(
    format.decimal(budget.rhoSpentLastFourQuarters, 3),
    format.decimal(budget.rhoAYear, 3),
  );
  return (
    <Part id="about-budget" title={words.about.budgetTitle} gist={spent}>
      <p className="part-lead">
        {words.about.budgetLead} {words.about.budgetLevel[budget.level]}
      </p>
      <SpentBar spent={budget.rhoSpentLastFourQuarters} all={budget.rhoAYear} />
      <p>
        <RichText text={spent} />
      </p>
      {newest === undefined ? null : (
        <p className="part-lead">
          <RichText text={words.about.odds(format.count(newest.rightGuessesInHundred), format.period(newest.period))} />
        </p>
      )}
      {ledger.entries === 0 ? null : (
        <p className="small-print">{words.about.ledger(format.count(ledger.entries), ledger.head.slice(0, 12))}</p>
      )}
    </Part>
  );
}
