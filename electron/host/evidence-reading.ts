// What evidence says, to whoever may see it: plain stretches of one file, and search in all of them.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Handlers, Identity } from '../../shared/contract/host.ts';
import { lookingAs } from './away.ts';
import { closedTo, openFiles } from './closed-platforms.ts';
import type { Desk } from './desk.ts';
import type { EvidenceText } from './evidence-text.ts';
import type { LiveBook } from './live-book.ts';

type Names = 'evidence.plain' | 'evidence.search';

/** Of a closed platform a file is as if it were not there: even that it is a file of the book is not told. */
function mayRead(live: LiveBook, identity: Identity, sha256: string): Result<null> {
  const { state } = live;
  const open = openFiles(state, closedTo(state, lookingAs(live, identity)));
  return open.some((file) => file.sha256 === sha256) ? ok(null) : refuse('blob-not-of-book');
}

export const readingHandlers = (desk: Desk, text: EvidenceText): Pick<Handlers, Names> => ({
  /** Refuses blob-not-of-book, reading-gone and what the reader refuses. */
  'evidence.plain': async ({ identity }, { book, sha256, part, from }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const may = mayRead(opened.value, identity, sha256);
    if (!may.ok) return may;
    const file = await desk.around.store.pathOfBlob(sha256);
    return file === undefined ? refuse('reading-gone') : await desk.around.evidenceReader.plain(file, part, from);
  },
  'evidence.search': async ({ identity }, { book, text: typed }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    return ok(await text.search(opened.value, closedTo(opened.value.state, lookingAs(opened.value, identity)), typed));
  },
});
