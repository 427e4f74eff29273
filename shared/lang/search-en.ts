// Search in the text of evidence, in English.
import type { searchVi } from './search-vi.ts';

export const searchEn: Readonly<Record<keyof typeof searchVi, string>> = {
  'find.named': 'Criteria, evidence, steps',
  'find.inside': '{number}. {title} · {platform}',
  'find.page': 'Page {page}',
  'find.sheet': 'Sheet {page}',
  'find.whole': 'In the file',
  'find.more': 'There are more matches in the evidence. Type another word to narrow them down.',
  'find.hits': '{count} matches in the evidence',
  'find.reading':
    'To search what is written, {done} of {total} evidence files have been read; more matches appear as it goes on.',
  'find.read': 'What is written in {total} evidence files is searched too.',
  'find.unread': '{count} files are not, or not wholly, searched',
};
