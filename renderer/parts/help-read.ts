// Reads help pages: their headings, the words of each block for searching, and where their links lead.
import { lexer, type Token, type Tokens, walkTokens } from 'marked';

export type HelpPage = {
  readonly title: string;
  readonly tokens: readonly Token[];
  /** One line of words per block, for the search and its excerpts. */
  readonly lines: readonly string[];
  readonly links: readonly string[];
};

const isNested = (token: Token): token is Token & { readonly tokens: Token[] } => 'tokens' in token;

/** The words of a token without its signs. */
export function wordsIn(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].map((row) => row.map(({ tokens }) => tokens.map(wordsIn).join('')).join(' · ')).join('\n');
  }
  if (token.type === 'list')
    return (token as Tokens.List).items.map((item) => item.tokens.map(wordsIn).join(' ')).join('\n');
  if (isNested(token) && token.tokens.length > 0) return token.tokens.map(wordsIn).join('');
  return 'text' in token ? String(token.text) : '';
}

export function readHelp(source: string): HelpPage {
  const tokens = lexer(source);
  const links: string[] = [];
  void walkTokens(tokens, (token) => {
    if (token.type === 'link') links.push((token as Tokens.Link).href);
  });
  const [first, ...rest] = tokens;
  const title = first?.type === 'heading' ? wordsIn(first) : '';
  const lines = rest.flatMap((token) => wordsIn(token).split('\n')).filter((line) => line.trim() !== '');
  return { title, tokens: rest, lines, links };
}

/**
 * Undefined: not every word is on the page. Otherwise the first line that shows one of them; accents, đ and capitals do
 * not matter.
 *
 * @param plain how a text is compared: without accents and capitals
 */
export function findIn(page: HelpPage, text: string, plain: (text: string) => string): string | undefined {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const all = plain([page.title, ...page.lines].join('\n'));
  if (!wanted.every((word) => all.includes(word))) return undefined;
  const score = (line: string): number => wanted.filter((word) => plain(line).includes(word)).length;
  return page.lines.reduce((best, line) => (score(line) > score(best) ? line : best), page.lines[0] ?? '');
}
