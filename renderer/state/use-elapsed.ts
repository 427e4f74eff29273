// Seconds since something was seen to begin, told calmly: each second, or now and then where motion is unwelcome.
import { useEffect, useRef, useState } from 'react';

/** ms */
const STEP = 1_000;
const CALM_STEP = 15_000;

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Whole seconds by this device's clock. Devices differ: a beginning that is seen to change counts from when it was seen,
 * only the first one is taken as it is written, and never from the future.
 * @param since ISO 8601; undefined: nothing runs
 */
export function useElapsed(since: string | undefined, now: () => Date): number {
  const began = useRef<{ readonly since: string | undefined; readonly at: number } | undefined>(undefined);
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const here = now().getTime();
    if (began.current === undefined) began.current = { since, at: Math.min(Date.parse(since ?? '') || here, here) };
    else if (began.current.since !== since) began.current = { since, at: here };
    const { at } = began.current;
    const tell = (): void => setElapsed(Math.max(0, Math.floor((now().getTime() - at) / 1_000)));
    tell();
    const ticking = setInterval(tell, isCalm() ? CALM_STEP : STEP);
    return () => clearInterval(ticking);
  }, [since, now]);
  return elapsed;
}
