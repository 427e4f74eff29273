// A picture, as wide as its pane, larger or smaller, turned; with what is cited on it.
import { type ReactNode, useEffect, useState } from 'react';
import type { Region } from '../../shared/book/ballot.ts';
import { useWords } from '../state/words.ts';
import { MOST_PICTURE, pictureSize, type Size } from './image-size.ts';
import type { Pointing } from './place-marks.ts';
import { RegionLayer } from './region-layer.tsx';
import { isAcross, type Turn } from './region-places.ts';
import { TurnButton, ZoomButtons } from './viewer-bar.tsx';
import { Waiting } from './waiting.tsx';

/** Bytes in which a picture says its size; a photograph may carry a small one of itself before that. */
const HEAD = 256 * 1024;

/** `unsaid`: the format does not tell us, and the browser has limits of its own. */
type Told = Size | 'coming' | 'unsaid' | 'lost';

function useSize(url: string): Told {
  const [told, setTold] = useState<Told>('coming');
  useEffect(() => {
    const gone = new AbortController();
    setTold('coming');
    const read = async (): Promise<Told> => {
      const answer = await fetch(url, { headers: { range: `bytes=0-${HEAD - 1}` }, signal: gone.signal });
      if (!answer.ok) return 'lost';
      return pictureSize(new Uint8Array(await answer.arrayBuffer())) ?? 'unsaid';
    };
    read().then(
      (size) => !gone.signal.aborted && setTold(size),
      () => !gone.signal.aborted && setTold('lost'),
    );
    return () => gone.abort();
  }, [url]);
  return told;
}

export function ImageView(
  props: Omit<Pointing, 'onSelect'> & { readonly url: string; readonly title: string; readonly otherwise: ReactNode },
): ReactNode {
  const { url, title, otherwise, marks = [], drawing } = props;
  const { t, count } = useWords();
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState<Turn>(0);
  const [drawn, setDrawn] = useState<Size | undefined>(undefined);
  const [isBroken, setBroken] = useState(false);
  const told = useSize(url);
  if (told === 'coming') return <Waiting title={title} />;
  if (told === 'lost') return <p>{t('viewer.lost')}</p>;
  if (told !== 'unsaid' && told.width * told.height > MOST_PICTURE)
    return (
      <div className="viewer">
        <p>{t('viewer.image.huge', { width: count(told.width), height: count(told.height) })}</p>
        {otherwise}
      </div>
    );
  const size = drawn ?? { width: 1, height: 1 };
  const shape = size.width / size.height;
  const regions = marks.flatMap(({ region, label }) => (region === undefined ? [] : [{ region, label }]));
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <ZoomButtons zoom={zoom} onZoom={setZoom} onFit={() => setZoom(1)} />
        <TurnButton turn={turn} onTurn={setTurn} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="viewer-box" tabIndex={0} aria-label={title}>
        {isBroken ? (
          <div className="pad">
            <p>{t('viewer.broken')}</p>
            {otherwise}
          </div>
        ) : (
          <div
            className="viewer-picture"
            style={{ width: `${zoom * 100}%`, aspectRatio: `${isAcross(turn) ? 1 / shape : shape}` }}
          >
            <img
              className="viewer-image"
              src={url}
              alt={title}
              decoding="async"
              style={{
                width: isAcross(turn) ? `${shape * 100}%` : '100%',
                transform: `translate(-50%, -50%) rotate(${turn}deg)`,
              }}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                width > 0 && height > 0 ? setDrawn({ width, height }) : setBroken(true)
              }
              onError={() => setBroken(true)}
            />
            {drawn === undefined || (regions.length === 0 && drawing === undefined) ? null : (
              <RegionLayer
                turn={turn}
                regions={regions}
                drawing={
                  drawing === undefined
                    ? undefined
                    : { ...drawing, onRegion: (region: Region) => drawing.onRegion(1, region) }
                }
              />
            )}
          </div>
        )}
      </section>
    </div>
  );
}
