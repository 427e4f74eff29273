// Tells, once for each, which file has stood in sight for a moment.
import { type RefObject, useEffect, useRef } from 'react';

/** Long enough that a file passed by on the way to another is not one that was opened, ms. */
export const MOMENT = 2_000;

/** @param onShown undefined where nobody asks */
export function useShownFor(
  box: RefObject<HTMLElement | null>,
  sha256: string | undefined,
  onShown: ((sha256: string) => void) | undefined,
): void {
  const told = useRef(onShown);
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    told.current = onShown;
  });
  const isWanted = onShown !== undefined;
  useEffect(() => {
    if (sha256 === undefined || !isWanted || known.current.has(sha256)) return;
    const timer = setInterval(() => {
      // Behind another pane of a narrow window, or in a window that is away, it is in nobody's sight.
      if (document.visibilityState !== 'visible' || box.current?.checkVisibility() !== true) return;
      clearInterval(timer);
      known.current = new Set([...known.current, sha256]);
      told.current?.(sha256);
    }, MOMENT);
    return () => clearInterval(timer);
  }, [box, sha256, isWanted]);
}
