// One file alone with what is cited on it, or with a region being drawn: the viewer without a desk around it.
// gallery.html?who=viewer&file=0&point=marks|draw; what the viewer tells stands in <output> as JSON.
import { type ReactNode, useState } from 'react';
import { BlobView } from '../../renderer/evidence/blob-view.tsx';
import type { PlaceMark } from '../../renderer/evidence/place-marks.ts';
import { type House, HouseProvider } from '../../renderer/state/house.ts';
import type { Region } from '../../shared/book/ballot.ts';
import { BOOK } from './given.ts';
import { EVIDENCE } from './given-evidence.ts';

const MARKS: readonly PlaceMark[] = [
  { page: 1, region: [1_000, 1_000, 5_000, 800], label: 'Minh chứng 1, tr. 1' },
  { page: 1, quote: 'vận hành', label: 'Minh chứng 1, tr. 1' },
];

export function ViewerStage(props: {
  readonly house: House;
  readonly file: number;
  readonly point: string;
}): ReactNode {
  const { house, file, point } = props;
  const [page, setPage] = useState(1);
  const [region, setRegion] = useState<Region | undefined>(undefined);
  const [told, setTold] = useState<unknown>(undefined);
  const shown = EVIDENCE[file] ?? EVIDENCE[0];
  if (shown === undefined) return null;
  const drawing =
    point === 'draw'
      ? {
          page,
          region,
          onRegion: (_: number, next: Region) => setRegion(next),
          onTake: () => setTold('taken'),
          onCancel: () => setTold('left'),
        }
      : undefined;
  return (
    <HouseProvider value={house}>
      <main id="evidence" style={{ height: '100vh', padding: '1rem', boxSizing: 'border-box' }}>
        <h1 className="unseen">{shown.title}</h1>
        <BlobView
          book={BOOK}
          shown={shown}
          page={page}
          onPage={setPage}
          marks={point === 'marks' ? MARKS : []}
          drawing={drawing}
          onSelect={setTold}
        />
        <output className="unseen">{JSON.stringify({ region, told })}</output>
      </main>
    </HouseProvider>
  );
}
