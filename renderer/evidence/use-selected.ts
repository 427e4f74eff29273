// Tells which words were selected in the text of a page, once the hand has left the mouse or the keys.
import { type RefObject, useEffect, useRef } from 'react';
import { tidyQuote } from './find-words.ts';
import type { Selected } from './place-marks.ts';

/** What is selected inside a box, cut at the end of the page where it begins. */
function selectedIn(box: HTMLElement): Selected | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const page = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-page]');
  if (page === null || page === undefined || !box.contains(page)) return undefined;
  if (!page.contains(range.endContainer)) range.setEndAfter(page.lastChild ?? page);
  // What a line break is in the layer has no text of its own in a range.
  const piece = range.cloneContents();
  for (const each of piece.querySelectorAll('br')) each.replaceWith('\n');
  const quote = tidyQuote(piece.textContent ?? '');
  return quote === '' ? undefined : { page: Number(page.dataset['page']), quote };
}

/** @param onSelect undefined where nothing can be cited */
export function useSelected(
  box: RefObject<HTMLElement | null>,
  onSelect: ((selected: Selected) => void) | undefined,
): void {
  const told = useRef(onSelect);
  useEffect(() => {
    told.current = onSelect;
  });
  const isWanted = onSelect !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let changed = false;
    const note = (): void => {
      changed = true;
    };
    const tell = (): void => {
      if (!changed || box.current === null) return;
      changed = false;
      const selected = selectedIn(box.current);
      if (selected !== undefined) told.current?.(selected);
    };
    // The selection is whole only after the event that ended it.
    const later = (): void => void setTimeout(tell);
    document.addEventListener('selectionchange', note);
    document.addEventListener('pointerup', later);
    document.addEventListener('keyup', later);
    return () => {
      document.removeEventListener('selectionchange', note);
      document.removeEventListener('pointerup', later);
      document.removeEventListener('keyup', later);
    };
  }, [box, isWanted]);
}
