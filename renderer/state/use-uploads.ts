// Uploads as a value of React: they end with the screen that began them.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useHouse } from './house.ts';
import { openUploads, type Uploads, type UploadsGiven, type UploadsNow } from './uploads.ts';

export type UploadsOf = Pick<UploadsGiven, 'taken' | 'room' | 'most'>;

const later = (act: () => void, ms: number): void => void setTimeout(act, ms);

export function useUploads(of: UploadsOf): { readonly uploads: Uploads; readonly now: UploadsNow } {
  const { upload, client } = useHouse();
  const latest = useRef({ ...of, upload });
  useEffect(() => {
    latest.current = { ...of, upload };
  });
  const [uploads] = useState(() =>
    openUploads({
      upload: (...sending) => latest.current.upload(...sending),
      look: async (sha256) => {
        const looked = await client.call('evidence.look', { sha256 });
        return looked.ok ? looked.value.mediaType : undefined;
      },
      taken: (files) => latest.current.taken(files),
      room: () => latest.current.room(),
      most: of.most,
      later,
    }),
  );
  useEffect(() => () => uploads.stopAll(), [uploads]);
  return { uploads, now: useSyncExternalStore(uploads.onChange, uploads.now, uploads.now) };
}
