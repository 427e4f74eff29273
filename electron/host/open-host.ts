// The host behind every link: answers calls, feeds watches. It knows neither Electron nor sockets.
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import type { Handlers, Host, Peer } from '../../shared/contract/host.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';
import type { Worded } from '../proof/recount.ts';
import { type Desk, openDesk } from './desk.ts';
import type { LiveBook } from './live-book.ts';
import { meetingHandlers } from './meeting-handlers.ts';
import { ownSeatHandlers } from './own-seat-handlers.ts';
import { seatHandlers } from './seat-handlers.ts';
import type { Surroundings } from './surroundings.ts';
import { sessionView } from './view-session.ts';
import { criteriaView, draftView, logView, minutesView, resultsView } from './views.ts';

type Value<V extends ViewName> = Views[V]['value'];
const here = <T>(value: T | undefined): Result<T> => (value === undefined ? refuse('book-not-open') : ok(value));
const isRefusal = (value: object): value is Refusal => 'code' in value && 'params' in value;

async function viewOf(
  desk: Desk,
  live: LiveBook,
  peer: Peer,
  view: ViewName,
  params: unknown,
): Promise<Result<Value<ViewName>>> {
  const { around } = desk;
  switch (view) {
    case 'session':
      return here(sessionView(around, live, peer.identity, desk.presences(live)));
    case 'criteria':
      return here(criteriaView(live.state));
    case 'results':
      return ok(resultsView(live));
    case 'draft': {
      const draft = await draftView(around, live, (params as Views['draft']['params']).poll);
      return isRefusal(draft) ? { ok: false, refusal: draft } : ok(draft);
    }
    case 'minutes':
      return ok(await minutesView(around, live, peer.identity));
    case 'log':
      return ok(logView(live));
    case 'home':
      return refuse('unknown-view', { name: view });
  }
}

export type OpenedHost = Host & { readonly desk: Desk };

export function openHost(around: Surroundings, worded: Worded): OpenedHost {
  const desk = openDesk(around);
  const handlers = { ...seatHandlers(desk), ...meetingHandlers(desk), ...ownSeatHandlers(desk, worded) } as Handlers;
  let faults = 0;
  const fault = (error: unknown): string => {
    faults += 1;
    const number = `${around.now().getTime().toString(36)}-${faults}`;
    // Only the kind of error and where in our code: a message may carry what somebody wrote.
    const at = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' ').trim() : '';
    around.log.error('fault', { number, kind: error instanceof Error ? error.name : typeof error, at });
    return number;
  };

  async function value(peer: Peer, view: ViewName, params: unknown): Promise<Result<Value<ViewName>>> {
    if (view === 'home') return ok({ cards: await desk.books.cards() });
    const opened = await desk.books.open((params as { readonly book: string }).book);
    return opened.ok ? await viewOf(desk, opened.value, peer, view, params) : opened;
  }

  return {
    desk,
    call: async (peer, method, input) =>
      (await (handlers[method] as Handlers[MethodName])(peer, input as never)) as never,
    watch: (peer, view, params, push) => {
      let running = false;
      let again = false;
      // Never two computations of one view at once; the last change is always shown.
      const show = (): void => {
        if (running) {
          again = true;
          return;
        }
        running = true;
        value(peer, view, params)
          .then(
            (result) => push(result as never),
            (error: unknown) => push(refuse('fault', { number: fault(error) })),
          )
          .finally(() => {
            running = false;
            if (!again) return;
            again = false;
            show();
          });
      };
      const book = view === 'home' ? '' : (params as { readonly book: string }).book;
      return ok(desk.watch({ book, peer, show }));
    },
    fault,
    closed: (peer) => desk.left(peer),
  };
}
