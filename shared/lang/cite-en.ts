// The sentences of citing evidence and of who has opened it, in English.
import type { citeVi } from './cite-vi.ts';

export const citeEn: Readonly<Record<keyof typeof citeVi, string>> = {
  'cite.item': 'Evidence {number}',
  'cite.gone': 'Evidence no longer on file',
  'cite.revision': 'revision {revision}',
  'cite.page': 'p. {page}',
  'cite.sheet': 'sheet {sheet}',
  'cite.time': 'at {time}',
  'cite.region': 'marked region',
  'cite.quote': '“{quote}”',

  // What can be cited of the file in view
  'cite.act.page': 'Cite page {page}',
  'cite.act.sheet': 'Cite sheet {page}',
  'cite.act.second': 'Cite {time}',
  'cite.act.whole': 'Cite this file',
  'cite.act.quote': 'Cite the selected sentence',
  'cite.act.region': 'Mark a region',
  'cite.act.region.take': 'Cite this region',
  'cite.selected': 'Selected on page {page}: “{quote}”',
  'cite.unselect': 'Unselect',
  'cite.full': 'This criterion already cites {most} places; no more can be added.',

  // A newer revision
  'cite.older':
    'You are looking at revision {revision}. There is revision {newest} of evidence {number}; only the newest can be cited.',
  'cite.newest': 'View revision {newest}',
  'cite.stale': 'There is revision {newest} of evidence {number}',
  'cite.confirm': 'Still cite it, in revision {newest}',
  'cite.confirm.of': 'Still cite {what}, in revision {newest}',
  'cite.drop': 'Drop citation',
  'cite.stale.name': 'evidence {number} (revision {revision})',
  'cite.cast.stale':
    'Evidence that your sheet cites has a newer revision: {names}. Your cast sheet stays valid; to look at it again, reopen it before the round is closed.',

  // Who has opened what
  'opened.progress': 'opened {opened}/{all} files',
  'opened.title': 'Evidence opened',
  'opened.words':
    "As each member's device stated it, sent only once the rules allow names. A file that was opened was not necessarily read to its end.",
  'opened.file': 'Evidence',
  'opened.count': 'Opened by',
  'opened.by': 'Who opened it',
  'opened.nobody': 'nobody yet',
  'opened.older': '{name} (revision {revision})',
};
