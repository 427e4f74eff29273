// The plain HTML that a converter writes, as blocks: headings, paragraphs, items and tables; every other tag is dropped.

import { ownOf } from '../../shared/base/own-of.ts';
import type { PlainBlock } from '../../shared/contract/evidence-methods.ts';
import { clipPiece, tableBlocks } from './plain-file.ts';

const TOKEN = /<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>|([^<]+)|</gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const unescaped = (text: string): string =>
  text.replace(/&(#39|[a-z]{2,4});/g, (whole, name: string) => ownOf(ENTITIES, name) ?? whole);
const BREAKS: ReadonlySet<string> = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr']);

type Table = { readonly rows: string[][]; depth: number };

/** A table in a cell becomes lines of that cell. */
export function* htmlBlocks(html: string): Generator<PlainBlock> {
  let text = '';
  let lists = 0;
  let items = 0;
  let level = 0;
  let table: Table | undefined;

  function* flush(): Generator<PlainBlock> {
    const said = clipPiece(
      text
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    );
    text = '';
    if (said === '') return;
    if (level > 0) yield { is: 'heading', level, text: said };
    else if (items > 0) yield { is: 'item', depth: Math.max(1, lists), text: said };
    else yield { is: 'paragraph', text: said };
  }
  const cell = (isEnd: boolean): void => {
    if (isEnd) table?.rows.at(-1)?.push(text.replace(/\s*\n\s*/g, '\n').trim());
    text = '';
  };

  for (const [, slash, name = '', , words] of html.matchAll(TOKEN)) {
    if (words !== undefined) {
      text += unescaped(words);
      continue;
    }
    const isEnd = slash === '/';
    if (name === 'br') text += '\n';
    else if (name === 'table') {
      if (!isEnd && table === undefined) {
        yield* flush();
        table = { rows: [], depth: 1 };
      } else if (table !== undefined) {
        table.depth += isEnd ? -1 : 1;
        if (table.depth === 0) {
          yield* tableBlocks(table.rows);
          table = undefined;
          text = '';
        }
      }
    } else if (table !== undefined) {
      if (table.depth === 1 && name === 'tr' && !isEnd) table.rows.push([]);
      else if (table.depth === 1 && (name === 'td' || name === 'th')) cell(isEnd);
      else if (BREAKS.has(name) && isEnd) text += '\n';
    } else if (name === 'ul' || name === 'ol') {
      yield* flush();
      lists = Math.max(0, lists + (isEnd ? -1 : 1));
    } else if (name === 'li') {
      yield* flush();
      items = Math.max(0, items + (isEnd ? -1 : 1));
    } else if (BREAKS.has(name)) {
      yield* flush();
      level = !isEnd && name.startsWith('h') ? Number(name.slice(1)) : 0;
    }
  }
  yield* flush();
}
