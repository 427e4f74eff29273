// Plain text as text, one stretch of it at a time, never as a page of its own.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';
import { TEXT_STRETCH, type TextSource } from './text-stretch.ts';

export function TextView(props: {
  readonly text: TextSource;
  readonly first: string;
  readonly title: string;
}): ReactNode {
  const { text, first, title } = props;
  const { t, size } = useWords();
  const [stretch, setStretch] = useState(0);
  const [shown, setShown] = useState<string | undefined>(first);
  const [isLost, setLost] = useState(false);
  const box = useRef<HTMLElement>(null);
  const wanted = useRef(0);
  useEffect(() => {
    wanted.current = 0;
    setStretch(0);
    setShown(first);
  }, [first]);
  const go = (next: number): void => {
    wanted.current = next;
    setStretch(next);
    text.read(next).then(
      (read) => {
        if (wanted.current !== next) return;
        setLost(false);
        setShown(read);
        box.current?.scrollTo({ top: 0 });
      },
      () => wanted.current === next && setLost(true),
    );
  };
  return (
    <>
      {text.stretches > 1 ? (
        <div className="viewer-bar">
          <Button small={true} isDisabled={stretch === 0} onPress={() => go(stretch - 1)}>
            {t('viewer.text.prev')}
          </Button>
          <Button small={true} isDisabled={stretch + 1 >= text.stretches} onPress={() => go(stretch + 1)}>
            {t('viewer.text.next')}
          </Button>
          <span className="small soft" role="status">
            {t('viewer.text.part', { part: stretch + 1, all: text.stretches, size: size(TEXT_STRETCH) })}
          </span>
        </div>
      ) : null}
      {isLost ? <p>{t('viewer.lost')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={box} className="viewer-box" tabIndex={0} aria-label={title}>
        <pre className="viewer-text">{shown}</pre>
      </section>
    </>
  );
}
