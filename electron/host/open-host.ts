// The host behind every link: answers calls, feeds watches. It knows neither Electron nor sockets.
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import type { Handlers, Host, Peer } from '../../shared/contract/host.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';
import type { Worded } from '../proof/recount.ts';
import { awayRefusal, lookingAs } from './away.ts';
import { closedTo } from './closed-platforms.ts';
import { copiesHandlers } from './copies-handlers.ts';
import { type Desk, openDesk } from './desk.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import { readingHandlers } from './evidence-reading.ts';
import { type EvidenceText, openEvidenceText } from './evidence-text.ts';
import { openFaults } from './faults.ts';
import { libraryHandlers } from './library-handlers.ts';
import type { LiveBook } from './live-book.ts';
import { meetingHandlers } from './meeting-handlers.ts';
import { ownSeatHandlers } from './own-seat-handlers.ts';
import { paperHandlers } from './paper-handlers.ts';
import { openPrints } from './paper-print.ts';
import { prepareHandlers } from './prepare-handlers.ts';
import { openProjectors, type Projectors, projectorHandlers } from './projectors.ts';
import { recordingHandlers, SEEN_TAIL } from './recording-handlers.ts';
import { withPlayers } from './rehearsal-players.ts';
import { roomHandlers } from './room-handlers.ts';
import { openRuleProfiles, ruleHandlers } from './rule-profiles.ts';
import { seatHandlers } from './seat-handlers.ts';
import { sharedSeatHandlers } from './shared-seat-handlers.ts';
import { shellHandlers, shellView } from './shell-handlers.ts';
import { sittingHandlers } from './sitting-handlers.ts';
import type { Surroundings } from './surroundings.ts';
import { openTalks, type Talks, talkHandlers, talkView } from './talk.ts';
import { countView } from './view-count.ts';
import { projectorView } from './view-projector.ts';
import { recordingView } from './view-recording.ts';
import { resultsView } from './view-results.ts';
import { sessionView } from './view-session.ts';
import { criteriaView, draftView, logView, minutesView } from './views.ts';
import { votingHandlers } from './voting-handlers.ts';

/** What is led in the room and written nowhere. */
type Presence = { readonly projectors: Projectors; readonly talks: Talks; readonly text: EvidenceText };
type Value<V extends ViewName> = Views[V]['value'];
const here = <T>(value: T | undefined): Result<T> => (value === undefined ? refuse('book-not-open') : ok(value));
const isRefusal = (value: object): value is Refusal => 'code' in value && 'params' in value;

/** Views of what was opened, and the desk's, which tells what the opened ballots allow, wait until they are. */
const showsBallots = ({ identity }: Peer, view: ViewName): boolean =>
  view === 'results' ||
  view === 'minutes' ||
  view === 'projector' ||
  view === 'draft' ||
  view === 'count' ||
  (view === 'session' && identity.who === 'desk');

async function viewOf(
  desk: Desk,
  { projectors, talks, text }: Presence,
  live: LiveBook,
  peer: Peer,
  view: ViewName,
  params: unknown,
): Promise<Result<Value<ViewName>>> {
  const { around } = desk;
  const identity = lookingAs(live, peer.identity);
  switch (view) {
    case 'session':
      return here(sessionView(around, live, identity, desk.presences(live)));
    case 'criteria':
      return here(criteriaView(live.state));
    case 'results':
      return ok(resultsView(live, closedTo(live.state, identity)));
    case 'draft': {
      const draft = await draftView(around, live, identity, (params as Views['draft']['params']).poll);
      return isRefusal(draft) ? { ok: false, refusal: draft } : ok(draft);
    }
    case 'minutes':
      return ok(await minutesView(around, live, identity));
    case 'log':
      return ok(logView(live));
    case 'projector':
      return here(projectorView(around, live, projectors.pointed(live.id), talks.of(live.id)));
    case 'count':
      return ok(countView(live, identity));
    case 'talk':
      return ok(talkView(live.state, talks.of(live.id), projectors.pointed(live.id), closedTo(live.state, identity)));
    case 'recording': {
      const seen = await around.store.readSetting(SEEN_TAIL(live.id));
      return ok(recordingView(around, live, peer.identity, { ...desk.presences(live), seen }));
    }
    case 'reading':
      return ok(text.view(live, closedTo(live.state, identity)));
    case 'room':
    case 'joining':
    case 'copies':
    case 'home':
    case 'shell':
      return refuse('unknown-view', { name: view });
  }
}

const bookIn = (input: object): string => ('book' in input && typeof input.book === 'string' ? input.book : '');

function changesOnly<T>(push: (value: T) => void): (value: T) => void {
  let last = '';
  return (value) => {
    const text = JSON.stringify(value);
    if (text !== last) push(value);
    last = text;
  };
}

export type OpenedHost = Host & { readonly desk: Desk };

export function openHost(around: Surroundings, worded: Worded): OpenedHost {
  const fault = openFaults(around);
  const desk = withPlayers(openDesk(around, fault));
  const prints = openPrints(around);
  const text = openEvidenceText(desk, fault);
  const presence = { projectors: openProjectors(around.ciphers.random), talks: openTalks(), text };
  const handlers = {
    ...seatHandlers(desk),
    ...meetingHandlers(desk),
    ...evidenceHandlers(desk),
    ...libraryHandlers(desk),
    ...readingHandlers(desk, text),
    ...ownSeatHandlers(desk, worded, prints),
    ...paperHandlers(desk, prints),
    ...prepareHandlers(desk),
    ...ruleHandlers(openRuleProfiles(around)),
    ...projectorHandlers(desk, presence.projectors),
    ...sittingHandlers(desk, presence.talks),
    ...votingHandlers(desk),
    ...talkHandlers(desk, presence.talks),
    ...shellHandlers(around),
    ...roomHandlers(),
    ...copiesHandlers(),
    ...recordingHandlers(desk),
    ...sharedSeatHandlers(),
  } as Handlers;

  async function value(peer: Peer, view: ViewName, params: unknown): Promise<Result<Value<ViewName>>> {
    if (view === 'shell') return ok(shellView(around));
    if (view === 'home') return ok({ cards: await desk.books.cards(), drafts: await desk.drafts.list() });
    const opened = await desk.books.open((params as { readonly book: string }).book);
    if (!opened.ok) return opened;
    if (showsBallots(peer, view)) await desk.books.whole(opened.value);
    return await viewOf(desk, presence, opened.value, peer, view, params);
  }

  return {
    desk,
    call: async (peer, method, input) => {
      const live = peer.identity.who === 'desk' ? desk.books.peek(bookIn(input)) : undefined;
      const away = live && awayRefusal(live, method);
      if (away) return { ok: false, refusal: away };
      return (await (handlers[method] as Handlers[MethodName])(peer, input as never)) as never;
    },
    watch: (peer, view, params, given) => {
      // How often the same is told would tell how much is read of what is closed to a seat.
      const push = view === 'reading' ? changesOnly(given) : given;
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
      if (view === 'shell') {
        show();
        return ok(around.shell?.onChange(show) ?? (() => {}));
      }
      const book = view === 'home' ? '' : (params as { readonly book: string }).book;
      const unwanted = view === 'reading' ? text.wanted(book) : () => {};
      const stop = desk.watch({ book, view, peer, show });
      return ok(() => {
        unwanted();
        stop();
      });
    },
    fault,
    closed: (peer) => desk.left(peer),
  };
}
