// Text that cannot be printed is refused before the layout, and the refusal says which character and where.
import { describe, expect, it, vi } from 'vitest';
import { missingGlyphs } from '../../../electron/minutes/glyphs.ts';
import { renderMinutes } from '../../../electron/minutes/render-minutes.ts';
import type { Minutes } from '../../../shared/minutes/content.ts';
import { sampleMinutes } from './layout-sample.ts';
import { faces, inputOf } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const minutes = sampleMinutes({ members: 3, criteria: 2 });
const [appendix] = minutes.appendices;
const [table] = appendix?.tables ?? [];

const withCell = (text: string): Minutes => ({
  ...minutes,
  appendices:
    appendix && table
      ? [{ ...appendix, tables: [{ ...table, rows: [...table.rows.slice(0, 2), { cells: ['1', text] }] }] }]
      : [],
});

describe('glyphs', () => {
  it('[MP7] every Vietnamese letter, and the signs of minutes, are drawn by all four faces', () => {
    const base = 'aăâeêioôơuưy';
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...base].flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC'))).join('');
    const text = `${letters}${letters.toUpperCase()}đĐ₫§–—“”‘’…≤≥±×·%№\u00a0`;
    expect([...text].filter((character) => !faces.draws(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('[MP7] a character without a glyph is refused with its name and its place', async () => {
    const result = await renderMinutes(inputOf(withCell('Đạt ✓ và ☐, lại ✓')), faces);
    expect(result).toEqual({
      ok: false,
      refusal: {
        code: 'glyph-missing',
        params: { character: '✓', codepoint: 'U+2713', where: 'appendices/I/tables/1/rows/3/cells/2', others: 1 },
      },
    });
  });

  it.each([
    ['subject', { ...minutes, subject: 'Họp 会' }],
    [
      'fields/noi-dung/p9',
      {
        ...minutes,
        fields: [
          { id: 'noi-dung', label: 'Nội dung:', paragraphs: [{ id: 'p9', parts: ['a', { fact: 'x', value: '会' }] }] },
        ],
      },
    ],
    ['closing', { ...minutes, closing: { id: 'c', parts: ['会'] } }],
    ['signatories/ThuKy', { ...minutes, signatories: [{ field: 'ThuKy', title: 'THƯ KÝ', role: '', name: '会' }] }],
    ['recipients/1', { ...minutes, recipients: ['会'] }],
    ['mark', { ...minutes, mark: '会' }],
  ] as const)('[MP7] it is found in %s', (where, bad) => {
    expect(missingGlyphs(bad, faces)).toEqual([{ character: '会', codepoint: 'U+4F1A', where }]);
  });

  it('[MP7] a character beyond the first plane is one character', () => {
    expect(missingGlyphs(withCell('😀'), faces)).toMatchObject([{ codepoint: 'U+1F600' }]);
  });

  it('[MP7] text that is not NFC is refused, because its marks would stand beside their letters', async () => {
    const result = await renderMinutes(inputOf(withCell('Đạt'.normalize('NFD'))), faces);
    expect(result).toEqual({
      ok: false,
      refusal: { code: 'not-nfc', params: { where: 'appendices/I/tables/1/rows/3/cells/2' } },
    });
  });

  it('[MP7] a line end is layout, not a missing glyph', async () => {
    expect((await renderMinutes(inputOf(withCell('một\nhai')), faces)).ok).toBe(true);
  });
});
