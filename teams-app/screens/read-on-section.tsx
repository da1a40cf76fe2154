import { type ReactNode } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { hashOf } from '../route.ts';
import { adoptionWords } from '../words/adoption-words.ts';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { noContactsRead } from './contacts-read.ts';

/** Where the rest of the release stands: the question each screen answers, of the same period. */
export function ReadOnSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { period, periods } = answer;
  const { words, language } = useSpeech();
  const said = pictureWords(language).readOn;
  const of = periods[0]?.id === period.id ? {} : { period: period.id };
  const ways = [
    { route: { screen: 'bridges', ...of }, question: said.bridges },
    { route: { screen: 'adoption', ...of }, question: said.adoption },
    { route: { screen: 'unit' }, question: said.unit },
  ] as const;
  return (
    <Part id="read-on-title" title={said.title} startsOpen>
      <ul className="read-on">
        {ways.map(({ route, question }) => (
          <li key={route.screen}>
            {route.screen === 'bridges' && noContactsRead(answer) ? (
              adoptionWords(language).notRead.contacts
            ) : (
              <>
                <a href={hashOf(route)}>{question}</a>
                <span>{words.screens[route.screen]}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
