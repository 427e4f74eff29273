// Listens for the keys of the desk while a screen that knows them is there.
import { useEffect, useRef } from 'react';
import type { Scale } from '../../shared/council/rules.ts';
import { type DeskAct, deskAct, isTextPlace } from './desk-keys.ts';
import { useChosen } from './words.ts';

/** `onAct` returns true where it did something: only then is the browser kept from its own act. */
export function useKeys(onAct: (act: DeskAct) => boolean, scale: Scale['of'] = 'pass-fail'): void {
  const { singleKeys } = useChosen().settings;
  const latest = useRef(onAct);
  useEffect(() => {
    latest.current = onAct;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const act = deskAct(event, isTextPlace(event.target), singleKeys, scale);
      if (act !== undefined && latest.current(act)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [singleKeys, scale]);
}
