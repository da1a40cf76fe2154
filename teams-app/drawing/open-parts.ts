import { createContext, useContext } from 'react';

/** Which parts of a screen stand open where the page is narrow. */
export interface OpenParts {
  /** The part that the address points at; undefined where it points at none. */
  readonly pointedAt: string | undefined;
  /** False where the reader comes back to the address: then they go to where they were, and not to that part. */
  readonly leadsThere: boolean;
  /** Whether the reader opened or closed it earlier in this visit; undefined: neither. */
  recall(part: string): boolean | undefined;
  remember(part: string, isOpen: boolean): void;
}

/** Set once, by the shell. Without one nothing is pointed at and nothing remembered. */
export const OpenPartsContext = createContext<OpenParts>({
  pointedAt: undefined,
  leadsThere: true,
  recall: () => undefined,
  remember: () => undefined,
});

export function useOpenParts(): OpenParts {
  return useContext(OpenPartsContext);
}
