import { type ReactNode } from 'react';

/** Two circles that share a part: the product's mark. Decoration beside its name in text. */
export function Wordmark(): ReactNode {
  return (
    <svg className="wordmark" viewBox="2 6 28 20" aria-hidden="true" focusable="false">
      <circle cx="12" cy="16" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="20" cy="16" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M16 7.94a9 9 0 0 1 0 16.12a9 9 0 0 1 0-16.12z" fill="currentColor" />
    </svg>
  );
}
