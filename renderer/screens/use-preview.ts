// The page of the minutes follows what is typed: asked for a moment after the last change, the newest wish only.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';

/** Quiet after the content last changed, ms; the words themselves were saved four tenths of a second before. */
const QUIET = 600;

export type Made = { readonly sha256: string; readonly pages: number; readonly at: string; readonly of: string };
export type Preview = {
  readonly made: Made | undefined;
  readonly isBusy: boolean;
  readonly refused: Refusal | undefined;
  /** The content has changed since the page was made, or none is made yet. */
  readonly isBehind: boolean;
  readonly make: () => void;
  readonly stop: () => void;
};

/** @param content what would be printed now, as text; empty where nothing can be */
export function usePreview(content: string): Preview {
  const { book } = useSession();
  const { client, now } = useHouse();
  const [made, setMade] = useState<Made | undefined>(undefined);
  const [busy, setBusy] = useState(0);
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const wish = useRef(0);
  const tried = useRef('');
  const make = useCallback(async (): Promise<void> => {
    tried.current = content;
    wish.current += 1;
    const mine = wish.current;
    setBusy((count) => count + 1);
    const result = await client
      .call('minutes.preview', { book })
      .catch(() => ({ ok: false, refusal: refusal('fault', { number: 'P1' }) }) as const);
    setBusy((count) => count - 1);
    // What a later wish put aside is no news.
    if (mine !== wish.current) return;
    setRefused(result.ok ? undefined : result.refusal);
    if (result.ok) setMade({ ...result.value, at: now().toISOString(), of: content });
  }, [client, book, now, content]);
  // Once per content, also where it was refused or stopped: what cannot be laid out is not tried for ever.
  useEffect(() => {
    if (content === '' || tried.current === content) return;
    const timer = setTimeout(() => void make(), QUIET);
    return () => clearTimeout(timer);
  }, [content, make]);
  const stop = useCallback(() => void client.call('minutes.preview.stop', { book }), [client, book]);
  return {
    made,
    isBusy: busy > 0,
    refused,
    isBehind: content !== '' && made?.of !== content,
    make: () => void make(),
    stop,
  };
}
