import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { gistWords } from '../words/gists.ts';
import { unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { pictureWords } from '../words/pictures.ts';
import { sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { type Suggestion, suggestionsOf } from './suggestions.ts';

/** At most three things to do, each with the figure it rests on; none is an answer too. */
export function SuggestionsSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const said = pictureWords(speech.language).suggestions;
  const suggestions = useMemo(() => suggestionsOf(answer), [answer]);
  return (
    <Part
      id="suggestions-title"
      title={said.title}
      gist={gistWords(speech.language).suggestions(speech.format.count(suggestions.length))}
      startsOpen
    >
      <p className="part-lead">{suggestions.length === 0 ? said.none : said.lead}</p>
      {suggestions.length === 0 ? null : (
        <ol className="suggestions">
          {suggestions.map((suggestion) => (
            <li key={suggestion.kind}>
              <p>
                <RichText text={sayAct(suggestion, speech)} />
              </p>
              <p className="suggestion-why">
                {said.because} {sayWhy(suggestion, speech)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

function sayAct(suggestion: Suggestion, { words, language }: Speech): string {
  const said = pictureWords(language).suggestions;
  switch (suggestion.kind) {
    case 'meet':
      return said.meet(unitName(suggestion.headline.division, words), unitName(suggestion.headline.partner, words));
    case 'fewer':
      return said.fewer(unitName(suggestion.row.name, words), unitName(suggestion.column, words));
    case 'learn':
      return said.learn(unitName(suggestion.row.name, words));
    case 'see-more':
      return said.seeMore(unitName(suggestion.row, words));
    case 'apart':
      return said.apart(unitName(suggestion.line.row.name, words));
  }
}

function sayWhy(suggestion: Suggestion, speech: Speech): string {
  const { format, language } = speech;
  const said = pictureWords(language).suggestions;
  switch (suggestion.kind) {
    case 'meet': {
      const { people, division, heads, partner } = suggestion.headline;
      return sayContact(people, division, heads, partner, speech);
    }
    case 'fewer': {
      const { figure, row, column } = suggestion;
      const then = pictureWords(language).changes.kinds.fewer;
      return `${then}. ${sayContact(figure, row.name, row.heads, column, speech)}`;
    }
    case 'learn':
      return said.bridged(format.count(suggestion.reached), format.count(suggestion.of));
    case 'see-more':
      return said.coverage(format.count(suggestion.heads), format.percent(suggestion.coveragePercent));
    case 'apart': {
      const { figure, row, to } = suggestion.line;
      return `${said.most} ${sayContact(figure, row.name, row.heads, to, speech)}`;
    }
  }
}

function sayContact(
  people: Parameters<typeof sayFigure>[0],
  row: string,
  heads: number,
  column: string,
  speech: Speech,
): string {
  const { words, format } = speech;
  return words.overview.reachSentence(
    opening(sayFigure(people, speech)),
    unitName(row, words),
    format.count(heads),
    unitName(column, words),
  );
}
