import { opening } from './opening.ts';
import type { Words } from './nb.ts';

/**
 * The name of a unit, row or column as a reader meets it. Names come from the data and are never translated, except
 * those the release itself makes: `<parent>, others`, `others`, `other units` and `everybody`. That a row is what others left
 * over stands in brackets, which no sentence around the name can swallow. Of a path only the last step is shown.
 */
export function unitName(name: string, words: Words): string {
  if (name === 'other units') return words.otherUnits;
  if (name === 'others') return opening(words.others);
  if (name === 'everybody') return words.everybody;
  const rest = /^(.*), others$/.exec(name);
  if (rest?.[1] !== undefined) return `${lastStep(rest[1])} (${words.others})`;
  return lastStep(name);
}

/** The name of a row where its division's name stands around it already: of what that leaves over, only that it is the rest. */
export function nameWithin(division: string, name: string, words: Words): string {
  return name === `${division}, others` ? opening(words.others) : unitName(name, words);
}

const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The last step of a unit's path: `Skole` from `Oppvekst/Skole`. A name written from the right is held together by marks,
 * so that it does not turn the numbers around it.
 */
export function lastStep(path: string): string {
  const name = path.split('/').at(-1)?.trim() ?? path;
  return FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name;
}

/**
 * The name of a column of `apps`, `breadth` or `channels`, which are ours and therefore translated; a name we do not know is
 * shown as it is.
 */
export function columnName(name: string, words: Words): string {
  switch (name) {
    case 'exchange':
    case 'teams':
    case 'files':
    case 'copilot':
    case 'mobile':
    case 'any':
    case 'engage':
    case 'onedrive':
    case 'sharepoint':
      return words.columns[name];
    case 'co-work':
      return words.columns.coWork;
    case 'one-or-two':
      return words.columns.few;
    case 'three-to-five':
      return words.columns.some;
    case 'six-or-more':
      return words.columns.many;
    case 'mail-mostly':
      return words.columns.mailMostly;
    case 'mixed':
      return words.columns.mixed;
    case 'teams-mostly':
      return words.columns.teamsMostly;
    default:
      return unitName(name, words);
  }
}

/** A tool's name, as its column is headed, inside a sentence: what is no product's own name begins with a small letter. */
export function toolInSentence(name: string, { columns }: Words): string {
  const common: readonly string[] = [columns.exchange, columns.files, columns.coWork, columns.mobile, columns.any];
  return common.includes(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name;
}
