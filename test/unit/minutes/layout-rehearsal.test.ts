// A rehearsal can never pass for a real one: marked on every page, in the title and in the stamps.
import { describe, expect, it, vi } from 'vitest';
import { sampleMinutes } from './layout-sample.ts';
import { lacks, pagesOf, printed, run } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const words = 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ';

describe.skipIf(lacks('pdftotext', 'pdfinfo', 'qpdf'))('rehearsal', () => {
  it('[MP8] every page, upright or across, says so in its header and across its face', async () => {
    const { pdf, pages } = await printed(sampleMinutes({ members: 7, criteria: 30, kind: 'rehearsal' }));
    const texts = pagesOf(pdf, '-raw');
    expect(texts).toHaveLength(pages);
    // The reader takes the slanted words to pieces, so blanks do not count.
    for (const text of texts) {
      expect(text).toContain(words);
      expect(text.replace(/\s/g, '').split(words.replaceAll(' ', '')).length - 1).toBe(2);
    }
    expect(run('pdfinfo', ['FILE'], pdf)).toContain(words);
    expect(run('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax');
  });

  it('[MP8] a real session says it nowhere', async () => {
    const { pdf } = await printed(sampleMinutes({ members: 7, criteria: 30 }));
    expect(pagesOf(pdf).join('')).not.toMatch(/DIỄN TẬP|GIÁ TRỊ/);
  });
});
