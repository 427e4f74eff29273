// Help in two languages: in step, every link alive, nothing but plain words, found without accents, open where one stands.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { walkTokens } from 'marked';
import { expect, test } from 'vitest';
import { HELP_PAGES, type HelpId, helpFor, isHelpId } from '../../../renderer/help/help-pages.ts';
import { pagesEn } from '../../../renderer/help/pages-en.ts';
import { pagesVi } from '../../../renderer/help/pages-vi.ts';
import { plain } from '../../../renderer/parts/find-panel.tsx';
import { findIn, type HelpPage, readHelp } from '../../../renderer/parts/help-read.ts';
import { PAGES } from '../../../renderer/state/route.ts';
import { PHASES } from '../../../shared/contract/phases.ts';
import { LANGUAGES } from '../../../shared/lang/say.ts';

const assets = path.resolve(import.meta.dirname, '../../../assets/help');
const SOURCES = { vi: pagesVi, en: pagesEn };
const BOTH = HELP_PAGES.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));
const pageOf = (id: HelpId, language: 'vi' | 'en'): HelpPage => readHelp(SOURCES[language][id]);

/** Depth of every heading, number of items and of rows: what must agree between the languages. */
function shapeOf(id: HelpId, language: 'vi' | 'en') {
  const shape: string[] = [];
  void walkTokens([...pageOf(id, language).tokens], (token) => {
    if (token.type === 'heading') shape.push(`heading ${token['depth']}`);
    if (token.type === 'list') shape.push(`list ${token['items'].length}`);
    if (token.type === 'table') shape.push(`table ${token['rows'].length}`);
    if (token.type === 'link') shape.push(`link ${token['href']}`);
  });
  return shape;
}

test('[RH7] every file of help is a page, in both languages', () => {
  for (const language of LANGUAGES) {
    const files = readdirSync(path.join(assets, language)).sort();
    expect(files).toEqual(HELP_PAGES.map((id) => `${id}.md`).sort());
    for (const id of HELP_PAGES)
      expect(readFileSync(path.join(assets, language, `${id}.md`), 'utf8')).toBe(SOURCES[language][id]);
  }
});

test.each(HELP_PAGES)('[RH7] %s says the same in both languages: headings, lists, tables and links', (id) => {
  expect(shapeOf(id, 'en')).toEqual(shapeOf(id, 'vi'));
  expect(shapeOf(id, 'vi').length).toBeGreaterThan(0);
});

test.each(BOTH)(
  '[RH8] %s in %s: every link leads to a page, and there is no HTML, picture or address',
  (id, language) => {
    const { title, tokens, links } = pageOf(id, language);
    expect(title).not.toBe('');
    expect(links.filter((href) => !isHelpId(href))).toEqual([]);
    const kinds = new Set<string>();
    void walkTokens([...tokens], ({ type }) => void kinds.add(type));
    for (const kind of ['html', 'image', 'code']) expect([...kinds]).not.toContain(kind);
    expect(SOURCES[language][id].normalize('NFC')).toBe(SOURCES[language][id]);
  },
);

test('[RH8] every page but the first is led to from another', () => {
  const led = new Set(HELP_PAGES.flatMap((id) => pageOf(id, 'vi').links));
  const alone = HELP_PAGES.filter((id) => !led.has(id));
  expect(alone).toEqual(['what-this-is']);
});

test.each([
  ['dieu kien hop le', 'attendance'],
  ['NIEM PHONG', 'scoring'],
  ['đề nghị công nhận', 'conclusion'],
  ['de nghi cong nhan', 'conclusion'],
  ['mat dien', 'trouble'],
  ['ban kiem phieu', 'committee'],
  ['phụ thuộc', 'results'],
  ['giay uy quyen', 'sittings'],
  ['phieu giay', 'paper'],
] as const)('[RH9] “%s” finds the page %s, whatever accents were typed', (text, id) => {
  expect(findIn(pageOf(id, 'vi'), text, plain)).toBeDefined();
});

test('[RH9] the line shown is the one with the words, and a page without them is not found', () => {
  expect(findIn(pageOf('trouble', 'vi'), 'gap may', plain)).toBe('Gập máy, máy ngủ');
  expect(findIn(pageOf('minutes', 'en'), 'powerful unicorn', plain)).toBeUndefined();
});

test('[RH9] every screen has a page that fits it', () => {
  for (const screen of [...PHASES, ...PAGES, 'log', 'home', 'join'] as const)
    expect(HELP_PAGES).toContain(helpFor(screen));
});
