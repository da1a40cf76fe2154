import { type ReactNode, useId } from 'react';

/** The hatching of a figure that is not shown: never an empty cell, never a zero. The reason stands beside it as text. */
export function WithheldMark(): ReactNode {
  const id = useId();
  return (
    <svg className="withheld-mark" width="100%" height="100%" aria-hidden="true" focusable="false">
      <WithheldPattern id={id} />
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** The same hatching for a picture that has a shape of its own to fill with it. */
export function WithheldPattern({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="withheld-line" x1="0" y1="0" x2="0" y2="8" />
      </pattern>
    </defs>
  );
}
