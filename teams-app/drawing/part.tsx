import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useOpenParts } from './open-parts.ts';
import { RichText } from './rich-text.tsx';
import { useNarrow } from './use-narrow.ts';
import { WholeWords } from './whole-words.tsx';

interface Props {
  /** The heading's id; without `-title` it is what an address calls the part. */
  readonly id: string;
  readonly title: string;
  /** What is in it in a few words, its key figure first: said on its heading while it is folded. With marks as `RichText` reads them. */
  readonly gist?: string | undefined;
  /** Open without being asked for: the screen's first picture and what comes of it. */
  readonly startsOpen?: boolean;
  /** 3 and more for a part within a part, whose name begins with the outer one's. */
  readonly level?: keyof typeof HEADINGS;
  /** What stands beside the heading, unless folded: a switch of the whole picture. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5' } as const;

/**
 * A part of a screen under its heading. Where the page is narrow it is folded, with its gist on the heading, until it is
 * opened; what the reader opened stays open through the visit, and an address can point at it. The same elements stand in both,
 * so that turning a telephone loses nothing that was chosen or written; and folded words are found by a search in the page.
 */
export function Part({ id, title, gist, startsOpen = false, level = 2, beside, children }: Props): ReactNode {
  const name = id.replace(/-title$/, '');
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useOpen(name, startsOpen);
  const pointed = usePointed(name);
  const isFolded = isNarrow && !isOpen;
  const body = foldedBy(isFolded, setOpen);
  const said = isFolded && gist !== undefined && gist !== '' ? gist : undefined;
  const Heading = HEADINGS[level];
  const inside = (
    <>
      <div className="part-head" ref={pointed}>
        <Heading id={id} tabIndex={isNarrow ? undefined : -1}>
          {isNarrow ? (
            <button
              type="button"
              className="part-switch"
              aria-expanded={isOpen}
              aria-controls={`${id}-body`}
              {...(said !== undefined && { 'aria-describedby': `${id}-gist` })}
              onClick={() => {
                setOpen(!isOpen);
              }}
            >
              <span>
                <WholeWords text={title} />
              </span>
            </button>
          ) : (
            <WholeWords text={title} />
          )}
        </Heading>
        {isFolded ? null : beside}
      </div>
      {said === undefined ? null : (
        <p className="part-gist" id={`${id}-gist`}>
          <RichText text={said} />
        </p>
      )}
      <div className="part-body" id={`${id}-body`} ref={body}>
        {children}
      </div>
    </>
  );
  const look = [isNarrow ? 'part-folds' : '', said === undefined ? '' : 'part-folded'].join(' ');
  return level === 2 ? (
    <section className={`part ${look}`.trim()} aria-labelledby={id} {...(name !== id && { id: name, tabIndex: -1 })}>
      {inside}
    </section>
  ) : (
    <div className={`part-within ${look}`.trim()}>{inside}</div>
  );
}

/** Open or not: as the address says, else as the reader left it, else as the screen begins. */
function useOpen(part: string, startsOpen: boolean): readonly [boolean, (isOpen: boolean) => void] {
  const parts = useOpenParts();
  const { pointedAt } = parts;
  const isPointedAt = pointedAt === part || pointedAt?.startsWith(`${part}-`) === true;
  const [isOpen, setOpen] = useState(() => isPointedAt || (parts.recall(part) ?? startsOpen));
  const [wasPointedAt, setPointedAt] = useState(isPointedAt);
  if (wasPointedAt !== isPointedAt) {
    setPointedAt(isPointedAt);
    if (isPointedAt) setOpen(true);
  }
  const choose = (isOpen: boolean): void => {
    parts.remember(part, isOpen);
    setOpen(isOpen);
  };
  return [isOpen, choose];
}

/** Goes to the part once the address points at it: by sight, and by what is read next. */
function usePointed(part: string): RefObject<HTMLDivElement | null> {
  const head = useRef<HTMLDivElement>(null);
  const { pointedAt, leadsThere } = useOpenParts();
  useEffect(() => {
    if (pointedAt !== part || !leadsThere) return;
    head.current?.scrollIntoView();
    head.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true });
  }, [pointedAt, leadsThere, part]);
  return head;
}

/** React knows `hidden` as yes or no alone; `until-found` lets the browser's own search open what it finds. */
function foldedBy(isFolded: boolean, setOpen: (isOpen: boolean) => void): (body: HTMLElement | null) => () => void {
  return (body) => {
    const open = (): void => {
      setOpen(true);
    };
    if (isFolded) body?.setAttribute('hidden', 'until-found');
    else body?.removeAttribute('hidden');
    body?.addEventListener('beforematch', open);
    return () => body?.removeEventListener('beforematch', open);
  };
}
