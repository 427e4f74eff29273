// Text of any kind as plain values: CSV as one sheet, Markdown as blocks, anything else as paragraphs.
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { marked, type Token, type Tokens } from 'marked';
import type { PlainBlock } from '../../shared/contract/evidence-methods.ts';
import { delimiterOf, textOf } from '../imports/sniff-text.ts';
import { READ_LIMITS } from './limits.ts';
import { boundedBlocks, clipPiece, type PlainFile, tableBlocks } from './plain-file.ts';
import { stopReading } from './stop-reading.ts';

/** Longer ones are read as paragraphs: the grammar of Markdown goes back and forth. */
const MARKDOWN = 1_000_000;
const LINES = 50;

async function readText(path: string, size: number): Promise<string> {
  const bytes = Buffer.alloc(Math.min(size, READ_LIMITS.text));
  const file = await open(path, 'r');
  await file.read(bytes, 0, bytes.length, 0).finally(() => file.close());
  const text = textOf(bytes, size > bytes.length) ?? stopReading('reading-broken');
  return text.slice(text.startsWith('\ufeff') ? 1 : 0, READ_LIMITS.characters).normalize('NFC');
}

function* paragraphs(text: string): Generator<PlainBlock> {
  for (const part of text.split(/(?:\r?\n[ \t]*){2,}/)) {
    const said = part.replace(/^\n+|\s+$/g, '');
    for (let at = 0; at < said.length; at += READ_LIMITS.piece)
      yield { is: 'paragraph', text: said.slice(at, at + READ_LIMITS.piece) };
  }
}

function readCsv(text: string): PlainFile {
  const delimiter = delimiterOf(text.split(/\r\n|\r|\n/, LINES)) ?? ',';
  const rows = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: READ_LIMITS.rows + 1,
  });
  const sheet = rows.slice(0, READ_LIMITS.rows).map((row) => row.slice(0, READ_LIMITS.columns).map(clipPiece));
  return { of: 'sheets', sheets: [{ name: '', rows: sheet }], isCut: rows.length > READ_LIMITS.rows };
}

/** Words of a line without its looks; addresses of links stay behind, what they are called stays. */
function words(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token): string => {
      if (token.type === 'br') return '\n';
      if (token.type === 'html') return '';
      const inner = (token as Tokens.Generic).tokens;
      return inner === undefined ? String((token as Tokens.Generic)['text'] ?? '') : words(inner);
    })
    .join('')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
      return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name] ?? '';
    });
}

function* markdownBlocks(tokens: readonly Token[], depth = 0): Generator<PlainBlock> {
  for (const token of tokens as readonly Tokens.Generic[]) {
    const { type } = token;
    const text = clipPiece(token.tokens === undefined ? String(token['text'] ?? '') : words(token.tokens)).trim();
    if (type === 'heading') yield { is: 'heading', level: Number(token['depth']), text };
    else if (type === 'list') {
      for (const item of (token as unknown as Tokens.List).items) {
        const own = item.tokens.filter((each) => each.type === 'text' || each.type === 'paragraph');
        yield { is: 'item', depth: depth + 1, text: clipPiece(own.map((each) => words([each])).join('\n')).trim() };
        yield* markdownBlocks(
          item.tokens.filter((each) => !own.includes(each)),
          depth + 1,
        );
      }
    } else if (type === 'table') {
      const { header, rows } = token as unknown as Tokens.Table;
      yield* tableBlocks([header, ...rows].map((row) => row.map((cell) => words(cell.tokens))));
    } else if (type === 'blockquote') yield* markdownBlocks(token.tokens ?? [], depth);
    else if (type !== 'space' && type !== 'hr' && type !== 'def' && text !== '') yield { is: 'paragraph', text };
  }
}

function readMarkdown(text: string): PlainFile {
  if (text.length > MARKDOWN) return boundedBlocks(paragraphs(text));
  try {
    return boundedBlocks(markdownBlocks(marked.lexer(text)));
  } catch {
    // Nested deeper than the grammar can follow: its words are still words.
    return boundedBlocks(paragraphs(text));
  }
}

export async function readTextFile(path: string, size: number, mediaType: string): Promise<PlainFile> {
  const text = await readText(path, size);
  const file =
    mediaType === 'text/csv'
      ? readCsv(text)
      : mediaType === 'text/markdown'
        ? readMarkdown(text)
        : boundedBlocks(paragraphs(text));
  return { ...file, isCut: file.isCut || size > READ_LIMITS.text || text.length >= READ_LIMITS.characters };
}
