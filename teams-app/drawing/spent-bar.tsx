import { type ReactNode } from 'react';

/** How much of a whole is spent. Decoration: the numbers stand beside it as text. */
export function SpentBar({ spent, all }: { readonly spent: number; readonly all: number }): ReactNode {
  const share = all === 0 ? 0 : Math.min(100, (100 * spent) / all);
  return (
    <svg className="share-svg spent-bar" width="100%" height="12" aria-hidden="true" focusable="false">
      <rect className="share-track" width="100%" height="12" rx="6" />
      <rect className="share-fill" width={`${share}%`} height="12" rx="6" />
    </svg>
  );
}
