import { type ReactNode } from 'react';
import type { LaunchEffectAnswer } from '../../connector/api/journey-answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { journeyWords, sayNotTold } from '../words/journey-words.ts';
import { useSpeech } from '../words/speech.ts';

/** What a launch went together with, quarter by quarter, in three wordings and no stronger ones. */
export function LaunchEffects({ effects }: { readonly effects: readonly LaunchEffectAnswer[] }): ReactNode {
  return (
    <ul className="launch-effects">
      {effects.toReversed().map((effect, index) => (
        <li key={index}>
          <OneEffect effect={effect} />
        </li>
      ))}
    </ul>
  );
}

function OneEffect({ effect }: { readonly effect: LaunchEffectAnswer }): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const words = journeyWords(language).launch;
  if ('withheld' in effect) return <p>{sayNotTold(effect, speech)}</p>;
  const { people, before, after, launched, compared, sameSeason, seasons, holiday, placebos } = effect;
  const range = adoptionWords(language).leaders.fromTo(format.count(people.low), format.count(people.high));
  const [own, others] = [format.count(launched.heads), format.count(compared.heads)];
  return (
    <>
      <p>
        <RichText text={words.found[effect.found](format.count(people.about), range)} />
      </p>
      <p className="small-print">
        {words.compared(format.periodNamed(before), format.periodNamed(after), own, others)}{' '}
        {words.placebos(format.count(placebos))}{' '}
        {sameSeason
          ? ''
          : words.otherSeason(
              format.periodNamed(before),
              format.count(seasons.before.quietDays),
              format.periodNamed(after),
              format.count(seasons.after.quietDays),
            )}{' '}
        {holiday ? words.holiday : ''}
      </p>
    </>
  );
}
