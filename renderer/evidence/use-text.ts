// Opens a file as text for a view; the view reads the stretches it shows.
import { useEffect, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { type Address, openBytes } from './byte-source.ts';
import { openText, type TextSource } from './text-stretch.ts';

export type OpenedText =
  | { readonly is: 'coming' }
  | { readonly is: 'lost' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'open'; readonly text: TextSource; readonly first: string };

export function useText(address: Address): OpenedText {
  const [opened, setOpened] = useState<OpenedText>({ is: 'coming' });
  useEffect(() => {
    let isHere = true;
    let stop = (): void => {};
    setOpened({ is: 'coming' });
    const open = async (): Promise<void> => {
      const source = await openBytes(address, 0);
      if (!source.ok) return void (isHere && setOpened({ is: 'refused', refusal: source.refusal }));
      stop = source.value.stop;
      const text = openText(source.value);
      const first = await text.read(0);
      if (isHere) setOpened({ is: 'open', text, first });
      else stop();
    };
    open().catch(() => isHere && setOpened({ is: 'lost' }));
    return () => {
      isHere = false;
      stop();
    };
  }, [address]);
  return opened;
}
