// A picture, as wide as its pane, larger or smaller.
import { type ReactNode, useState } from 'react';
import { useWords } from '../state/words.ts';
import { ZoomButtons } from './viewer-bar.tsx';

export function ImageView({ url, title }: { readonly url: string; readonly title: string }): ReactNode {
  const { t } = useWords();
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="viewer-box" tabIndex={0} aria-label={title}>
        {isBroken ? (
          <p className="pad">{t('evidence.broken')}</p>
        ) : (
          <img
            className="viewer-image"
            src={url}
            alt={title}
            style={{ width: `${zoom * 100}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </section>
    </div>
  );
}
