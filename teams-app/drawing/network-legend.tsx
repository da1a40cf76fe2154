import { type ReactNode, useId } from 'react';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { ContactStroke } from './contact-line.tsx';
import type { UnitKind } from './islands.ts';
import { LineNumber } from './line-number.tsx';
import { UnitSign } from './unit-circle.tsx';
import { WithheldPattern } from './withheld-mark.tsx';

interface Props {
  /** In the organisation chart nothing of contacts is drawn, and so not explained. */
  readonly withLines: boolean;
  /** The kinds that stand in the picture. */
  readonly kinds: ReadonlySet<UnitKind>;
}

/** What circles, signs and lines mean. */
export function NetworkLegend({ withLines, kinds }: Props): ReactNode {
  const { language } = useSpeech();
  const { legend } = pictureWords(language).network;
  const signs = [
    ['bridge', legend.bridge],
    ['apart', legend.apart],
    ['too-little-seen', legend.tooLittleSeen],
    ['withheld', legend.withheld],
  ] as const;
  return (
    <ul className="legend">
      <li>
        <Sign kind="between" />
        {legend.size}
      </li>
      {withLines ? (
        <>
          <li>
            <Stroke sure />
            {legend.sure}
          </li>
          <li>
            <Stroke sure={false} />
            {legend.unsure}
          </li>
          <li>
            <Numbered />
            {legend.number}
          </li>
          <li>
            <Interval />
            {legend.width}
          </li>
          {signs
            .filter(([kind]) => kinds.has(kind))
            .map(([kind, text]) => (
              <li key={kind}>
                <Sign kind={kind} />
                {text}
              </li>
            ))}
        </>
      ) : null}
    </ul>
  );
}

function Sign({ kind }: { readonly kind: UnitKind }): ReactNode {
  const hatch = useId();
  return (
    <svg className="legend-sign" width="28" height="28" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false">
      <WithheldPattern id={hatch} />
      <UnitSign kind={kind} radius={7} hatch={hatch} />
    </svg>
  );
}

/** Any number: it means what the words beside it say. */
const EXAMPLE = 37;

function Numbered(): ReactNode {
  const { format } = useSpeech();
  return (
    <svg className="legend-sign" width="52" height="20" viewBox="0 0 52 20" aria-hidden="true" focusable="false">
      <ContactStroke d="M2 10H50" sure low={4} about={4} high={7} />
      <LineNumber text={format.count(EXAMPLE)} at={{ x: 26, y: 10 }} />
    </svg>
  );
}

function Interval(): ReactNode {
  return (
    <svg className="legend-sign" width="40" height="20" viewBox="0 0 40 20" aria-hidden="true" focusable="false">
      <ContactStroke d="M2 10H38" sure low={6} about={10} high={16} />
    </svg>
  );
}

function Stroke({ sure }: { readonly sure: boolean }): ReactNode {
  return (
    <svg className="legend-sign" width="52" height="16" viewBox="0 0 52 16" aria-hidden="true" focusable="false">
      <ContactStroke d="M2 8H46" dock={{ x: 46, y: 8 }} sure={sure} low={4} about={4} high={7} />
    </svg>
  );
}
