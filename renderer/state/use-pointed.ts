// What the chair or the secretary looks at in the discussion is what the wall shows.
import { useEffect, useRef } from 'react';
import { mayLead } from './follow.tsx';
import { useHouse } from './house.ts';
import { useSession } from './session.ts';

/** Walking with the arrows points where one stays, ms. */
const STAY = 250;

/** @param criterion what was chosen; undefined where nothing is, which takes back only what this page has pointed at */
export function usePointed(platform: string, criterion: string | undefined): void {
  const session = useSession();
  const { client } = useHouse();
  const { book } = session;
  const mayPoint = mayLead(session);
  const hasPointed = useRef(false);
  useEffect(() => {
    if (!mayPoint || (criterion === undefined && !hasPointed.current)) return;
    const stayed = setTimeout(() => {
      hasPointed.current = criterion !== undefined;
      // Presence: what is not told is told by the next choice.
      void client.call('projector.point', { book, platform, criterion: criterion ?? null });
    }, STAY);
    return () => clearTimeout(stayed);
  }, [client, book, platform, criterion, mayPoint]);
}
