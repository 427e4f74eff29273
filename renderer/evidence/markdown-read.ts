// Reads Markdown into plain blocks: no HTML, no addresses that anything would follow, no deeper than a page can show.
import { lexer, type Token, type Tokens } from 'marked';

export type MarkdownInline =
  | { readonly is: 'text' | 'code' | 'html'; readonly text: string }
  | { readonly is: 'strong' | 'em' | 'del'; readonly of: readonly MarkdownInline[] }
  /** Address as words; nothing leads there. */
  | { readonly is: 'link'; readonly of: readonly MarkdownInline[]; readonly address: string }
  | { readonly is: 'image'; readonly text: string; readonly address: string }
  | { readonly is: 'break' };

export type MarkdownBlock =
  | { readonly is: 'heading'; readonly level: number; readonly of: readonly MarkdownInline[] }
  | { readonly is: 'paragraph'; readonly of: readonly MarkdownInline[] }
  | { readonly is: 'code' | 'html'; readonly text: string }
  | { readonly is: 'quote'; readonly of: readonly MarkdownBlock[] }
  | { readonly is: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly MarkdownBlock[])[] }
  | { readonly is: 'table'; readonly rows: readonly (readonly (readonly MarkdownInline[])[])[] }
  | { readonly is: 'rule' };

/** Lists and quotations inside each other; deeper ones are shown as they are written. */
const DEEPEST = 12;

function inlineOf(token: Token, depth: number): MarkdownInline {
  const of = (): readonly MarkdownInline[] => inlinesOf(token, depth + 1);
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return depth > DEEPEST ? { is: 'text', text: token.raw } : { is: token.type, of: of() };
    case 'link':
      return depth > DEEPEST
        ? { is: 'text', text: token.raw }
        : { is: 'link', of: of(), address: String(token['href']) };
    case 'image':
      return { is: 'image', text: String(token['text']), address: String(token['href']) };
    case 'codespan':
      return { is: 'code', text: String(token['text']) };
    case 'br':
      return { is: 'break' };
    case 'html':
      return { is: 'html', text: token.raw };
    case 'escape':
    case 'text':
      return { is: 'text', text: String(token['text']) };
    default:
      return { is: 'text', text: token.raw };
  }
}

function inlinesOf(token: Token, depth = 0): readonly MarkdownInline[] {
  if ('tokens' in token && token.tokens !== undefined && token.tokens.length > 0)
    return token.tokens.map((each) => inlineOf(each, depth));
  return [{ is: 'text', text: 'text' in token ? String(token.text) : token.raw }];
}

function blockOf(token: Token, depth: number): readonly MarkdownBlock[] {
  if (depth > DEEPEST) return [{ is: 'code', text: token.raw }];
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [{ is: 'heading', level: Number(token['depth']), of: inlinesOf(token) }];
    case 'code':
      return [{ is: 'code', text: String(token['text']) }];
    case 'html':
      return [{ is: 'html', text: token.raw }];
    case 'hr':
      return [{ is: 'rule' }];
    case 'blockquote':
      return [{ is: 'quote', of: blocksOf(token.tokens ?? [], depth + 1) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ is: 'list', isOrdered: ordered, items: items.map((item) => blocksOf(item.tokens, depth + 1)) }];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [
        {
          is: 'table',
          rows: [header, ...rows].map((row) => row.map(({ tokens }) => tokens.map((each) => inlineOf(each, 0)))),
        },
      ];
    }
    default:
      return [{ is: 'paragraph', of: inlinesOf(token) }];
  }
}

const blocksOf = (tokens: readonly Token[], depth: number): readonly MarkdownBlock[] =>
  tokens.flatMap((token) => blockOf(token, depth));

/** May take long on a hostile text, and throw on one that is nested a thousand times: read it where it can be stopped. */
export const readMarkdown = (source: string): readonly MarkdownBlock[] => blocksOf(lexer(source), 0);
