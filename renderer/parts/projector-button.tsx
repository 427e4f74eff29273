// Opens the window on the wall: by the shell where there is one, else as a window of this browser.
import { type ReactNode, useState } from 'react';
import { useHouse } from '../state/house.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export function ProjectorButton({ book }: { readonly book: string }): ReactNode {
  const { t, say } = useWords();
  const { client } = useHouse();
  const [told, setTold] = useState<string | undefined>(undefined);
  const open = async (): Promise<void> => {
    const passed = await client.call('projector.open', { book });
    if (!passed.ok) return setTold(say(passed.refusal));
    // Named, so that a second press turns the same window instead of opening another.
    const isOpen = passed.value.isShown || window.open(`/${passed.value.fragment}`, 'hoidong-projector') !== null;
    setTold(isOpen ? undefined : t('projector.blocked'));
  };
  return (
    <>
      <Button kind="quiet" onPress={() => void open()}>
        {t('projector.open')}
      </Button>
      {told === undefined ? null : <Notice tone="stop">{told}</Notice>}
    </>
  );
}
