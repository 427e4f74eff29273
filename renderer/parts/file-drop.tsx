// Takes files and whole folders: by two pickers, by drag and drop, and by paste where this is the place for it.
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { filesIn, pickedFiles } from '../state/dropped-files.ts';
import type { GivenFile } from '../state/uploads.ts';
import { Button } from './button.tsx';

export type FileDropProps = {
  readonly label: string;
  readonly hint: string;
  readonly files: string;
  readonly folder: string;
  /** More ways in, beside the two pickers. */
  readonly children?: ReactNode;
  readonly onFiles: (files: readonly GivenFile[]) => void;
  /** Something was pasted that is no file. */
  readonly onOther: () => void;
};

const FIELDS = 'input, textarea, select, [contenteditable]';

/** A paste belongs to the place around it; one that stands alone on the page takes those that belong to nothing. */
function isMine(place: HTMLElement, target: EventTarget | null): boolean {
  const around = place.closest('[data-drop-around]') ?? place;
  if (target instanceof Node && around.contains(target)) return true;
  const isNowhere = target === document.body || target === document.documentElement;
  return isNowhere && document.querySelectorAll('.file-drop').length === 1;
}

export function FileDrop(props: FileDropProps): ReactNode {
  const { label, hint, files, folder, children, onFiles, onOther } = props;
  const place = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef({ onFiles, onOther });
  useEffect(() => {
    latest.current = { onFiles, onOther };
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (place.current === null || data === null || event.defaultPrevented) return;
      if (!isMine(place.current, event.target)) return;
      const isField = event.target instanceof Element && event.target.matches(FIELDS);
      const hasText = data.types.includes('text/plain');
      // Cells of a sheet come as text and as a picture: in a field they are text.
      if (isField && hasText) return;
      if (data.files.length === 0) {
        if (!isField) latest.current.onOther();
        return;
      }
      event.preventDefault();
      void filesIn(data).then((found) => latest.current.onFiles(found));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return (
    <section
      ref={place}
      className="drop file-drop"
      aria-label={label}
      {...(isOver ? { 'data-drop-target': true } : {})}
      onDragOver={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesIn(event.dataTransfer).then(onFiles);
      }}
    >
      <div className="row">
        <FileTrigger allowsMultiple={true} onSelect={(list) => onFiles(pickedFiles(list ?? []))}>
          <Button>{files}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory={true} onSelect={(list) => onFiles(pickedFiles(list ?? []))}>
          <Button>{folder}</Button>
        </FileTrigger>
        {children}
      </div>
      <div>
        <p>{label}</p>
        <p className="soft small">{hint}</p>
      </div>
    </section>
  );
}
