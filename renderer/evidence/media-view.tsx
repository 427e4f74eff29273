// A recording with the browser's own controls, never begun by itself; an address that has run out is asked for anew.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';

/** Codes of a media element (network, no source): a new address is only the cure where the old one no longer answers. */
const LOST: readonly (number | undefined)[] = [2, 4];
/** A ticket lasts a minute; a file that fails sooner than that is no recording that can be played, ms. */
const FRESH = 20_000;

export function MediaView(props: {
  readonly kind: 'audio' | 'video';
  readonly url: string;
  readonly address: Address;
  readonly title: string;
  /** Where a citation leads, whole seconds. */
  readonly second?: number | undefined;
  /** Where it is now, whole seconds. */
  readonly onSecond?: ((second: number) => void) | undefined;
  readonly otherwise: ReactNode;
}): ReactNode {
  const { kind, url, address, title, second, onSecond, otherwise } = props;
  const { t } = useWords();
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [source, setSource] = useState(url);
  const [isBroken, setBroken] = useState(false);
  const asked = useRef(performance.now());
  /** Where it was and whether it ran, when its address ran out. */
  const resume = useRef<{ readonly at: number; readonly isRunning: boolean }>({ at: second ?? 0, isRunning: false });
  useEffect(() => {
    if (second !== undefined && media.current !== null && media.current.readyState > 0)
      media.current.currentTime = second;
    resume.current = { at: second ?? 0, isRunning: false };
  }, [second]);
  const failed = async (): Promise<void> => {
    const element = media.current;
    const code = element?.error?.code;
    const isStale = performance.now() - asked.current > FRESH && LOST.includes(code);
    if (element === null || !isStale) return setBroken(true);
    resume.current = { at: element.currentTime, isRunning: !element.paused };
    asked.current = performance.now();
    const fresh = await address();
    if (fresh.ok) setSource(fresh.value.url);
    else setBroken(true);
  };
  const again = async (): Promise<void> => {
    const fresh = await address();
    asked.current = performance.now();
    setBroken(!fresh.ok);
    if (fresh.ok) setSource(fresh.value.url);
  };
  const ready = (): void => {
    const { at, isRunning } = resume.current;
    if (media.current === null) return;
    if (at > 0) media.current.currentTime = at;
    if (isRunning) media.current.play().catch(() => {});
  };
  if (isBroken)
    return (
      <div className="viewer">
        <Notice tone="stop">
          <p>{t('viewer.media.broken')}</p>
          <p>
            <Button small={true} onPress={() => void again()}>
              {t('viewer.again')}
            </Button>
          </p>
        </Notice>
        {otherwise}
      </div>
    );
  const shared = {
    ref: media,
    src: source,
    controls: true,
    preload: 'metadata',
    controlsList: 'nodownload noremoteplayback',
    disableRemotePlayback: true,
    'aria-label': title,
    onError: () => void failed(),
    onLoadedMetadata: ready,
    onTimeUpdate: () => onSecond?.(Math.floor(media.current?.currentTime ?? 0)),
  } as const;
  return (
    <div className="viewer">
      <p className="small soft viewer-note">{t('viewer.note.media')}</p>
      <div className="viewer-media">
        {kind === 'video' ? <video {...shared} disablePictureInPicture={true} /> : <audio {...shared} />}
      </div>
    </div>
  );
}
