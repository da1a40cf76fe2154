import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Ask, Asked } from '../ask.ts';

export type Awaited<T> = { readonly kind: 'waiting' } | Asked<T>;

/** The way the screens ask. Set once, by the shell. */
export const AskContext = createContext<Ask>(
  Object.assign((): Promise<Asked<never>> => Promise.resolve({ kind: 'failed', failure: 'no-sign-in' }), {
    act: (): Promise<Asked<never>> => Promise.resolve({ kind: 'failed', failure: 'no-sign-in' }),
  }),
);

/** The way the screens act. */
export function useAct(): Ask['act'] {
  return useContext(AskContext).act;
}

/**
 * Asks for an answer when a screen is shown, when `path` changes, and again on request. While it is asked again the
 * last answer stays; an answer that comes after the path has changed is dropped.
 */
export function useAnswer<T>(path: string, shape: z.ZodType<T>): readonly [Awaited<T>, () => void] {
  const ask = useContext(AskContext);
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<{ readonly path: string; readonly asked: Asked<T> }>();
  useEffect(() => {
    let wanted = true;
    void ask(path, shape).then((asked) => {
      if (wanted) setHeld({ path, asked });
    });
    return () => {
      wanted = false;
    };
  }, [ask, path, shape, turn]);
  const again = useCallback(() => {
    setTurn((turn) => turn + 1);
  }, []);
  return [held?.path === path ? held.asked : { kind: 'waiting' }, again];
}
