// Plain text as text: the first half megabyte, never as a page of its own.
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../state/words.ts';
import { Waiting } from './waiting.tsx';

/** As much of a text as is shown, bytes. */
const TEXT_LIMIT = 512 * 1024;

export function TextView({ url, title }: { readonly url: string; readonly title: string }): ReactNode {
  const { t, size } = useWords();
  const [text, setText] = useState<string | undefined>(undefined);
  const [isCut, setCut] = useState(false);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isHere = true;
    setText(undefined);
    setBroken(false);
    const read = async (): Promise<void> => {
      const answer = await fetch(url, { headers: { range: `bytes=0-${TEXT_LIMIT - 1}` } });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const bytes = await answer.arrayBuffer();
      if (!isHere) return;
      setCut(bytes.byteLength >= TEXT_LIMIT);
      setText(new TextDecoder().decode(bytes.slice(0, TEXT_LIMIT)).normalize('NFC'));
    };
    read().catch(() => isHere && setBroken(true));
    return () => {
      isHere = false;
    };
  }, [url]);
  if (isBroken) return <p>{t('viewer.lost')}</p>;
  if (text === undefined) return <Waiting title={title} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="viewer-box" tabIndex={0} aria-label={title}>
      {isCut ? <p className="soft small">{t('evidence.text.cut', { size: size(TEXT_LIMIT) })}</p> : null}
      <pre className="viewer-text">{text}</pre>
    </section>
  );
}
