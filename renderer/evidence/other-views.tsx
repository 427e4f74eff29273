// Pictures, office files and recordings, in a chunk of their own.
import type { ReactNode } from 'react';
import type { Address } from './byte-source.ts';
import { ImageView } from './image-view.tsx';
import { MediaView } from './media-view.tsx';
import { OfficeView } from './office-view.tsx';
import type { Pointing } from './place-marks.ts';

export type OtherViewsProps = Omit<Pointing, 'onSelect'> & {
  readonly kind: 'picture' | 'office' | 'recording';
  readonly type: string;
  readonly url: string;
  readonly book: string;
  readonly sha256: string;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly address: Address;
  readonly second: number | undefined;
  readonly onSecond: ((second: number) => void) | undefined;
  /** Stands where it cannot be shown after all. */
  readonly otherwise: ReactNode;
};

export function OtherViews(props: OtherViewsProps): ReactNode {
  const { kind, type, url, book, sha256, title, page, onPage, address, marks, drawing, second, onSecond, otherwise } =
    props;
  switch (kind) {
    case 'picture':
      return <ImageView {...{ url, title, marks, drawing, otherwise }} />;
    case 'office':
      return <OfficeView {...{ book, sha256, title, page, onPage, otherwise }} />;
    case 'recording':
      return (
        <MediaView
          kind={type.startsWith('audio/') ? 'audio' : 'video'}
          {...{ url, title, address, second, onSecond, otherwise }}
        />
      );
  }
}
