// Guards before the layout: text must be NFC and every character must have a glyph, else the page has gaps (and is no PDF/A).
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { isNfc } from '../../shared/base/text.ts';
import { type Minutes, textOf } from '../../shared/minutes/content.ts';
import type { Faces } from './fonts.ts';

export type MissingGlyph = {
  readonly character: string;
  /** 'U+2713' */
  readonly codepoint: string;
  /** Path inside the minutes, from 1: 'fields/noi-dung/p3', 'appendices/II/tables/1/rows/14/cells/3'. */
  readonly where: string;
};

type Placed = { readonly where: string; readonly text: string };

/** Every text that is drawn, in the order of the page. */
function* textsOf(minutes: Minutes): Generator<Placed> {
  for (const where of ['superior', 'council', 'number', 'title', 'subject', 'mark'] as const)
    yield { where, text: minutes[where] };
  for (const field of minutes.fields) {
    yield { where: `fields/${field.id}`, text: field.label };
    for (const paragraph of field.paragraphs)
      yield { where: `fields/${field.id}/${paragraph.id}`, text: textOf(paragraph) };
  }
  yield { where: 'closing', text: textOf(minutes.closing) };
  for (const { field, title, role, name } of minutes.signatories)
    for (const text of [title, role, name]) yield { where: `signatories/${field}`, text };
  for (const [at, text] of minutes.recipients.entries()) yield { where: `recipients/${at + 1}`, text };
  for (const appendix of minutes.appendices) yield* textsOfAppendix(appendix);
}

function* textsOfAppendix({ number, title, notes, tables }: Minutes['appendices'][number]): Generator<Placed> {
  const here = `appendices/${number}`;
  yield { where: here, text: number };
  yield { where: here, text: title };
  for (const [at, text] of notes.entries()) yield { where: `${here}/notes/${at + 1}`, text };
  for (const [at, table] of tables.entries()) {
    const there = `${here}/tables/${at + 1}`;
    if (table.caption !== undefined) yield { where: there, text: table.caption };
    for (const [column, { label }] of table.columns.entries())
      yield { where: `${there}/columns/${column + 1}`, text: label };
    for (const [row, { cells }] of table.rows.entries())
      for (const [column, text] of cells.entries())
        yield { where: `${there}/rows/${row + 1}/cells/${column + 1}`, text };
  }
}

const nameOf = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** A line end is layout, not a glyph; every other character must be drawn by all four faces. */
export function undrawable(text: string, faces: Faces): string[] {
  return [...text].filter((character) => character !== '\n' && !faces.draws(character.codePointAt(0) ?? 0));
}

/** Each missing character once, at the first place where it stands. */
export function missingGlyphs(minutes: Minutes, faces: Faces): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const { where, text } of textsOf(minutes))
    for (const character of undrawable(text, faces))
      if (!found.has(character))
        found.set(character, { character, codepoint: nameOf(character.codePointAt(0) ?? 0), where });
  return [...found.values()];
}

/** First text that is not NFC (its marks would be drawn beside their letters), as a path; undefined when all is well. */
export function notNfc(minutes: Minutes): string | undefined {
  for (const { where, text } of textsOf(minutes)) if (!isNfc(text)) return where;
  return undefined;
}

/** `not-nfc {where}` or `glyph-missing {character, codepoint, where, others}`: why these minutes cannot be printed. */
export function textFault(minutes: Minutes, faces: Faces): Refusal | undefined {
  const where = notNfc(minutes);
  if (where !== undefined) return refusal('not-nfc', { where });
  const [first, ...others] = missingGlyphs(minutes, faces);
  return first && refusal('glyph-missing', { ...first, others: others.length });
}
