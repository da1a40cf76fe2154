/** A few words remembered within or between visits: a language, a role in the demo, which parts stand open. Never a token, never a figure. */
export interface Kept {
  read(key: string): string | null;
  /** `null` forgets. */
  keep(key: string, text: string | null): void;
}

/**
 * Words kept in the browser's storage where it lets us. In a frame of another site a browser may refuse even to name
 * its storage; then they live as long as the page.
 */
export function keptIn(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Kept {
  const now = new Map<string, string>();
  return {
    read: (key) => now.get(key) ?? tried(() => storage().getItem(key)) ?? null,
    keep: (key, text) => {
      if (text === null) {
        now.delete(key);
        tried(() => {
          storage().removeItem(key);
        });
      } else {
        now.set(key, text);
        tried(() => {
          storage().setItem(key, text);
        });
      }
    },
  };
}

function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
