// The desk's acts on ballots of paper: number the sheets, print them, enter what stands on them, take it back.
import type { Handlers } from '../../shared/contract/host.ts';
import { actsOf, type Desk } from './desk.ts';
import { done } from './meeting-handlers.ts';
import { enterPaper, issuePaper, reopenPaper } from './paper.ts';
import type { Prints } from './paper-print.ts';

type Names = 'paper.issue' | 'paper.print' | 'paper.enter' | 'paper.reopen';

export const paperHandlers = (desk: Desk, prints: Prints): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  return {
    'paper.issue': act(async (live, { poll, seats }) => done(await issuePaper(around, live, poll, seats))),
    // Nothing is written in the book, so nobody waits for the pages.
    'paper.print': async (_, { book, poll }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      await desk.books.whole(opened.value);
      return await prints.print(opened.value, poll);
    },
    'paper.enter': act(async (live, { poll, seat, items, comment, photo }) => {
      const draft = { items: items as never, ...(comment === '' ? {} : { comment }) };
      return await enterPaper(around, live, { poll, seat, draft, ...(photo === undefined ? {} : { photo }) });
    }),
    'paper.reopen': act(async (live, { poll, seat }) => done(await reopenPaper(around, live, poll, seat))),
  };
};
