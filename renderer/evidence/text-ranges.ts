// Words in the text layer of a page as ranges of the document, and marking them without touching that layer.
import { findAll } from './find-words.ts';

type Piece = { readonly node: Text; readonly from: number };

/** The text of a layer, its line breaks as \n, and which node each stretch of it comes from. */
function textIn(layer: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const pieces: Piece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, from: text.length });
      text += node.data;
    } else if (node.nodeName === 'BR') text += '\n';
  }
  return { text, pieces };
}

export function rangesOf(layer: Element, words: readonly string[]): readonly Range[] {
  const wanted = words.filter((each) => each.trim() !== '');
  if (wanted.length === 0) return [];
  const { text, pieces } = textIn(layer);
  const placeOf = (at: number): Piece | undefined => pieces.findLast(({ from }) => from <= at);
  return wanted.flatMap((each) =>
    findAll(text, each).flatMap(({ from, to }) => {
      const [begin, end] = [placeOf(from), placeOf(to - 1)];
      if (begin === undefined || end === undefined) return [];
      const range = document.createRange();
      range.setStart(begin.node, Math.min(from - begin.from, begin.node.length));
      range.setEnd(end.node, Math.min(to - end.from, end.node.length));
      return [range];
    }),
  );
}

/** Styled as `::highlight(NAME)` in look/evidence.css. Returns how to take them away. */
export function markRanges(name: 'viewer-hit' | 'viewer-quote', ranges: readonly Range[]): () => void {
  const marked = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, marked);
  for (const range of ranges) marked.add(range);
  return () => {
    for (const range of ranges) marked.delete(range);
  };
}
