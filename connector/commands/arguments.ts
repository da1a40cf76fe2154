import { InvalidArgumentError } from 'commander';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../documents/document.ts';
import { Failure } from '../failure.ts';
import { dayNumber, isDay, quarterOf, type Day, type Period } from '../privacy/period.ts';

/** @throws InvalidArgumentError as every reader here does, with the form that is wanted */
export function readDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day as 2026-07-01');
  return text;
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a whole number from 0 to 65535');
  return port;
}

export function readLanguage(text: string): DocumentLanguage {
  const language = DOCUMENT_LANGUAGES.find((one) => one === text);
  if (language === undefined) throw new InvalidArgumentError(`Give one of ${DOCUMENT_LANGUAGES.join(', ')}`);
  return language;
}

/** The number of a proposal. */
export function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number, as `scope show` lists them');
  return Number(text);
}

export function readSeed(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at most 15 digits');
  return Number(text);
}

export function readThreads(text: string): number {
  if (!/^([1-9]|[1-5]\d|6[0-4])$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 to 64');
  return Number(text);
}

/** `2026-Q3`, as people say it. */
export function readQuarter(text: string): Period {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  const first = year === undefined ? '' : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  if (!isDay(first)) throw new InvalidArgumentError('Write a quarter as 2026-Q3');
  return quarterOf(first);
}

/**
 * A span out of its two ends; undefined where neither is given.
 *
 * @throws Failure 'bad-input' where one is missing, or the second is not later than the first
 */
export function spanOf(options: { readonly from?: Day; readonly to?: Day }): { from: Day; to: Day } | undefined {
  const { from, to } = options;
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new Failure('bad-input', 'Give --from and --to together.');
  if (dayNumber(from) >= dayNumber(to)) {
    throw new Failure('bad-input', 'Give --to a later day than --from: --to is the first day after the span.');
  }
  return { from, to };
}
