// The sentences of reading evidence in English.
import type { viewerVi } from './viewer-vi.ts';

export const viewerEn: Readonly<Record<keyof typeof viewerVi, string>> = {
  'viewer.search': 'Search in the file',
  'viewer.search.go': 'Search',
  'viewer.search.next': 'Search on: the next page with these words',
  'viewer.search.none': 'No page has these words.',
  'viewer.search.found': 'Found on page {page}.',
  'viewer.search.reading': 'Reading page {page} of {all}…',
  'viewer.search.stop': 'Stop searching',
  'viewer.search.take': 'Take this sentence',
  'viewer.search.take.of': 'Take this sentence to cite it: {sentence}',

  'viewer.look': 'How pages lie',
  'viewer.look.width': 'Page width',
  'viewer.look.page': 'Whole page',
  'viewer.look.two': 'Two pages',
  'viewer.turn': 'Turn 90° to the right',

  'viewer.lost': 'The file cannot be read on: the recording device is out of reach. The original in the book is safe.',
  'viewer.broken': 'This file cannot be read: it is damaged or breaks its format. The original in the book is safe.',
  'viewer.locked':
    'This file is protected by a password and cannot be opened here. Ask the supplier for a copy without one.',
  'viewer.heavy':
    'Reading this file was stopped: it asks unusually much of the machine. The original in the book is safe; the rest of the application is not affected.',
  'viewer.again': 'Read again',
  'viewer.page.broken': 'Page {page} cannot be drawn: it is damaged. The other pages can be read.',
  'viewer.cannot.type': 'Type',
  'viewer.cannot.size': 'Size',

  'viewer.inert': 'The file carries: {what}. None of it runs or opens here.',
  'viewer.inert.scripts': 'scripts',
  'viewer.inert.form': 'a form to fill in',
  'viewer.inert.xfa': 'an XFA form (only its stand-in page is shown)',
  'viewer.inert.attachments': 'attachments: {count}',
  'viewer.inert.links': 'links on this page: {count}',
  'viewer.note.source': 'Shown as source text; nothing of it runs or is fetched from elsewhere.',
  'viewer.note.encoding': 'The file is not UTF-8; it is read as Windows-1258, accents may be wrong.',
  'viewer.note.csv': 'Formulas and links in cells are plain text. Very long cells are cut; save the file to see all.',
  'viewer.note.markdown': 'Links only say their address; pictures are not fetched; HTML is shown as it is written.',
  'viewer.note.sheet':
    'Only the values kept in the cells are shown. No formula is computed, no macro run, no external link opened; formats, charts and pictures are not shown.',
  'viewer.note.document':
    'Only words, headings, lists and tables are shown. Pictures, formats, embedded objects and remote templates are neither shown nor opened.',
  'viewer.note.media': 'It plays only when you press play.',

  'viewer.as': 'Read as',
  'viewer.as.text': 'Text',
  'viewer.as.markdown': 'Markdown',
  'viewer.as.table': 'Table (CSV)',
  'viewer.text.prev': 'Part before',
  'viewer.text.next': 'Next part',
  'viewer.text.part': 'Part {part} of {all}, {size} each',
  'viewer.markdown.failed': 'This Markdown could not be laid out; below it stands as it is written.',
  'viewer.markdown.cut': 'Only the beginning ({size}) is laid out. Choose "Text" to read the parts after it.',
  'viewer.image.not': '[Picture not fetched: {name} ({address})]',
  'viewer.table.empty': 'There are no rows.',
  'viewer.table.shown': 'The first {shown} rows are shown.',
  'viewer.table.shown.of': '{shown} of {all} rows are shown.',
  'viewer.table.more': 'More rows',
  'viewer.sheet': 'Sheet',
  'viewer.document.empty': 'The file has no words.',
  'viewer.document.more': 'Read on',

  'viewer.image.huge':
    'This picture says that it is {width} × {height} pixels: too large to open here. Save the file and open it with another program.',
  'viewer.media.broken':
    'This recording cannot be played: it is damaged or of a format that is not supported. The original in the book is safe.',

  'viewer.region.role': 'marked region',
  'viewer.region.box': 'Marked region: {left} % from the left, {top} % from the top, {width} % wide, {height} % high',
  'viewer.region.words':
    'Drag to draw a region. Arrows: move; Shift+arrows: resize; Ctrl+arrows: small steps; Enter: take it; Esc: leave.',
};
