import { type ReactNode } from 'react';
import { hashOf, OFFICE_PARTS, type OfficePart } from '../route.ts';
import { OfficeGates } from './office-gates.tsx';
import { OfficeProtected } from './office-protected.tsx';
import { OfficeScope } from './office-scope.tsx';
import { OfficeWatch } from './office-watch.tsx';
import { useOfficeWords } from './use-office.ts';

interface Props {
  readonly part: OfficePart;
  /** Whether the reader keeps the list of protected contacts. */
  readonly keepsProtected: boolean;
}

/** The officers' own places: what is read, the gates, and for the representative the protected contacts. */
export function OfficePlaces({ part, keepsProtected }: Props): ReactNode {
  const words = useOfficeWords();
  const parts = OFFICE_PARTS.filter((one) => one !== 'protected' || keepsProtected);
  return (
    <>
      <nav className="office-places" aria-label={words.partsMenu}>
        {parts.map((one) => (
          <a key={one} href={hashOf({ screen: 'office', part: one })} aria-current={one === part ? 'page' : undefined}>
            {words.parts[one]}
          </a>
        ))}
      </nav>
      {part === 'watch' ? <OfficeWatch /> : null}
      {part === 'scope' ? <OfficeScope /> : null}
      {part === 'gates' ? <OfficeGates /> : null}
      {part === 'protected' ? <OfficeProtected /> : null}
    </>
  );
}
