import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

const STEP = 40;
const LEAST = 280;

/**
 * The width of an element in px, in steps of 40 from 280 to `most`, so that a picture laid out for it stays put while a
 * window is dragged by a little.
 */
export function useWidth(most: number): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(most);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const take = (): void => {
      const stepped = Math.floor(measured.clientWidth / STEP) * STEP;
      setWidth(Math.min(Math.max(stepped, LEAST), most));
    };
    take();
    const watch = new ResizeObserver(take);
    watch.observe(measured);
    return () => {
      watch.disconnect();
    };
  }, [most]);
  return [element, width];
}
