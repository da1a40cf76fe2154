import { type ReactNode } from 'react';

/**
 * The symbol of the product, measured as `manifest/symbol.ts` measures it: a square of side 1 with its middle at (0, 0),
 * turned by an eighth. A test holds the two together.
 */
export const SYMBOL = {
  turned: 45,
  line: 'M.25-.25A.25.25 0 1 0 0 0A.25.25 0 1 1-.25.25',
  thickness: 0.145,
  /** Their middles are this far to each side along the turned line. */
  unitsAt: 0.25,
  unitRadius: 0.1,
} as const;

/** Two units, each held by one bow of a single line. Decoration beside the product's name in text. */
export function Wordmark(): ReactNode {
  return (
    <svg className="wordmark" viewBox="-.5 -.5 1 1" aria-hidden="true" focusable="false">
      <g transform={`rotate(${SYMBOL.turned})`}>
        <path className="wordmark-line" d={SYMBOL.line} strokeWidth={SYMBOL.thickness} />
        <circle className="wordmark-unit" cy={-SYMBOL.unitsAt} r={SYMBOL.unitRadius} />
        <circle className="wordmark-unit" cy={SYMBOL.unitsAt} r={SYMBOL.unitRadius} />
      </g>
    </svg>
  );
}
