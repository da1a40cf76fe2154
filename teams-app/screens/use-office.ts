import { useState } from 'react';
import type { z } from 'zod';
import { en } from '../words/office/en.ts';
import { nb, type OfficeWords } from '../words/office/nb.ts';
import { nn } from '../words/office/nn.ts';
import { useSpeech } from '../words/speech.ts';
import { useAct } from './use-answer.ts';

const WORDS = { nb, nn, en };

/** The words of the officers' pages; they come with these pages alone. */
export function useOfficeWords(): OfficeWords {
  return WORDS[useSpeech().language];
}

/** How the last act went: `about` is the field that is wrong or the rule that stands in the way, in words in `said`. */
export interface Doing {
  readonly state: 'idle' | 'doing' | 'done' | 'failed';
  readonly about?: string;
  readonly said?: string;
}

/** One act after another, with how the last one went. Gives back the answer, or undefined where there was none. */
export function useDoing(): readonly [
  Doing,
  <T>(path: string, body: unknown, shape: z.ZodType<T>) => Promise<T | undefined>,
] {
  const act = useAct();
  const words = useOfficeWords();
  const speech = useSpeech();
  const [doing, setDoing] = useState<Doing>({ state: 'idle' });
  const doIt = async <T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T | undefined> => {
    setDoing({ state: 'doing' });
    const asked = await act(path, body, shape);
    if (asked.kind === 'answer') {
      setDoing({ state: 'done' });
      return asked.answer;
    }
    const { failure, about } = asked;
    const said =
      about === undefined ? speech.words.failures[failure].text : (words.wrong[about] ?? words.wrong['other'] ?? '');
    setDoing({ state: 'failed', said, ...(about === undefined ? {} : { about }) });
    return undefined;
  };
  return [doing, doIt];
}
