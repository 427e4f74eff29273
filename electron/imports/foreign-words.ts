// Words of other formats: HTML and Markdown as plain text, and which language a text seems to be in.
import { ownOf } from '../../shared/base/own-of.ts';

/** One text in the language it came in, and its English where there is one. */
export type Words = { readonly vi: string; readonly en: string };

/** Vietnamese is needed: until somebody translates, the text as it came stands in its place. */
export const wordsIn = (language: string, text: string): Words => ({ vi: text, en: language === 'en' ? text : '' });

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', copy: '©', reg: '®', hellip: '…' },
  ...{ mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', times: '×' },
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ownOf(NAMED, name) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : whole;
}

/** Elements whose content is no text for people. */
const HIDDEN = ['script', 'style'];

/** Plain text of a piece of HTML: paragraphs and entries on lines of their own, the address of a link behind its words. */
export function plainHtml(html: string): string {
  let text = '';
  let hidden = '';
  let address = '';
  // Cut at "<" and the first ">" after it: linear, whatever is opened and never closed.
  for (const [at, piece] of html.split('<').entries()) {
    const end = at === 0 ? -1 : piece.indexOf('>');
    const tag = end < 0 ? undefined : /^\/?([A-Za-z][A-Za-z0-9]*)(?=[\s/]|$)/.exec(piece.slice(0, end));
    const name = tag?.[1]?.toLowerCase() ?? '';
    if (hidden !== '') {
      if (name === hidden && piece.startsWith('/')) hidden = '';
      else continue;
    }
    if (name === '') {
      text += at === 0 ? piece : `<${piece}`;
      continue;
    }
    if (!piece.startsWith('/') && HIDDEN.includes(name)) {
      hidden = name;
      continue;
    }
    if (['p', 'br', 'ul', 'ol', 'div', 'tr', 'h1', 'h2', 'h3', 'h4'].includes(name)) text += '\n';
    if (name === 'li' && !piece.startsWith('/')) text += '\n- ';
    if (name === 'a') {
      if (piece.startsWith('/')) text += address === '' ? '' : ` (${address})`;
      address = piece.startsWith('/')
        ? ''
        : (/\shref\s{0,5}=\s{0,5}["']?([^"'\s>]+)/i.exec(piece.slice(0, end))?.[1] ?? '');
    }
    text += piece.slice(end + 1);
  }
  return tidy(text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{1,10});/gi, entity));
}

/** Blanks at the ends of lines and more than one empty line go. */
export const tidy = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line, at, lines) => line !== '' || (lines[at - 1] ?? '') !== '')
    .join('\n')
    .trim();

/** Markdown as OSCAL uses it (markup-line, markup-multiline): links and emphasis as plain words. */
export const plainMarkdown = (text: string): string =>
  tidy(
    text
      .replace(/\[([^[\]]{0,500})\]\(([^()\s]{0,500})\)/g, (_, words: string, to: string) =>
        to.startsWith('#') || to === '' ? words : `${words} (${to})`,
      )
      .replace(/(\*{1,3})(?=\S)([^*\n]{1,500}?\S?)\1/g, '$2')
      .replace(/\\([\\`*_{}[\]()#+.!~<>^"'-])/g, '$1'),
  );

const ENGLISH = new Set(['the', 'of', 'and', 'to', 'or', 'is', 'in', 'for', 'a', 'be', 'that', 'are', 'with']);
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi;

/** `vi`, `en`, or empty where it is neither clearly; asked only where a format has no field for its language. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 50_000).normalize('NFC');
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 5) return '';
  if ((sample.match(VIETNAMESE)?.length ?? 0) * 5 > words.length) return 'vi';
  return words.filter((word) => ENGLISH.has(word)).length * 8 > words.length ? 'en' : '';
}
