import { type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** How much is folded away. */
  readonly note: string;
  /** Whether it begins unfolded. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** A part of a long picture, folded until asked for. */
export function Fold({ title, note, open, children }: Props): ReactNode {
  return (
    <details className="fold" open={open}>
      <summary>
        <span className="fold-title">{title}</span> <span className="fold-note">{note}</span>
      </summary>
      {children}
    </details>
  );
}
