// A house whose host is a table of given views: screens can be drawn without any host.

import type { Author, Sheet, Trust } from '../../renderer/author/author.ts';
import type { House } from '../../renderer/state/house.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { SessionView, Views } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { BOOK, type Given, hex, type State } from './given.ts';
import { givenCriteria, givenSet, LIBRARY } from './given-criteria.ts';
import { MINUTES_FILES } from './given-evidence.ts';
import { GIVEN_LIBRARY } from './given-library.ts';
import { givenLog, givenMinutes } from './given-minutes.ts';
import { givenWall } from './given-projector.ts';
import { givenResults } from './given-results.ts';
import { givenCopies, givenJoining, givenRecording, givenRoom } from './given-room.ts';
import { RULES } from './given-rules.ts';
import { givenSession, NAMES, wholeOf } from './given-session.ts';

const TRUST: Trust = { place: 'here', pending: 0, refused: [], lasting: true };
const done = async () => ok(null);

const HALF: Sheet = {
  draft: {
    items: {
      'G1-01': {
        mark: 'met',
        remark: 'Đủ căn cứ.',
        cites: [{ evidence: hex(500, 16) as never, sha256: hex(500, 64) as never, page: 2 }],
      },
      'G1-02': { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập quý III.' },
      'G1-03': { mark: 'insufficient' },
      'G1-04': { mark: 'not-applicable' },
      'G2-01': { mark: 'met' },
    },
  },
  step: 'working',
  undoable: 2,
};

function givenAuthor(seat: string, set: CriteriaSet, states: readonly State[]): Author {
  let sheet = states.reduce((now, state) => state.sheet?.(now, set) ?? now, HALF);
  const listeners = new Set<() => void>();
  const trust: Trust = Object.assign({}, TRUST, ...states.map((state) => state.trust));
  return {
    book: BOOK as never,
    seat: seat as never,
    keptBy: 'page',
    sheet: () => sheet,
    onSheet: (_, told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    saveItem: async (_, criterion, item) => {
      sheet = { ...sheet, draft: { ...sheet.draft, items: { ...sheet.draft.items, [criterion]: item } } };
      for (const told of listeners) told();
      return ok(null);
    },
    saveComment: done,
    undo: async () => ok({ criterion: 'G1-02' }),
    cast: async () => refuse('link-lost'),
    reopen: done,
    declare: done,
    writeOpinion: done,
    vote: done,
    reserve: done,
    remark: done,
    reportCount: done,
    approve: done,
    confirm: done,
    release: async () => ok({ released: [], kept: [] }),
    releaseShare: done,
    noteOpened: done,
    trust: () => trust,
    onTrust: () => () => {},
    resume: done,
    takeOver: done,
    handOver: done,
    close: async () => {},
  };
}

type Shown = { readonly [V in keyof Views]: Result<unknown> | 'never' };

/** What the host would show, with every state laid over it in turn. */
function givenViews(given: Given, states: readonly State[]): Shown {
  const { members, criteria, kind } = wholeOf(given);
  const bare = givenSession(given);
  const results = givenResults(members, criteria);
  const views: { [V in keyof Views]: Views[V]['value'] } = {
    home: {
      cards: [
        {
          book: BOOK,
          kind,
          subject: bare.subject,
          council: bare.council,
          openedAt: '2026-11-05T02:00:00.000Z',
          phase: bare.phase,
          waits: { for: 'opening', count: 0 },
        },
      ],
      drafts: [],
    },
    shell: { place: 'window', covered: true, worries: [] },
    session: bare,
    criteria: givenCriteria(criteria),
    results,
    draft: { items: {}, comment: '', openedFiles: [], barred: [] },
    minutes: givenMinutes,
    log: givenLog,
    count: { polls: [] },
    talk: { follow: false, budget: null, queue: [] },
    reading: { done: 4, total: 4, unread: [] },
    projector: givenWall(bare, results),
    room: givenRoom,
    joining: givenJoining,
    copies: givenCopies,
    recording: givenRecording,
  };
  const shown: { -readonly [V in keyof Shown]: Shown[V] } = wrap(views);
  for (const state of states) {
    for (const [name, change] of Object.entries(state.views ?? {})) {
      const view = name as keyof Views;
      const now = shown[view];
      if (now !== 'never' && now.ok) shown[view] = ok(change(now.value as never, given));
    }
    Object.assign(shown, state.instead);
  }
  return shown;
}

const wrap = (views: { readonly [V in keyof Views]: Views[V]['value'] }) =>
  Object.fromEntries(Object.entries(views).map(([name, value]) => [name, ok(value)])) as unknown as {
    -readonly [V in keyof Views]: Result<unknown>;
  };

const ANSWERS: NonNullable<State['answers']> = {
  'evidence.search': () => ok({ hits: [], more: false }),
  'criteria.list': () => ok({ sets: [LIBRARY], leftOut: [] }),
  'library.list': () => ok(GIVEN_LIBRARY),
  'rules.list': () => ok(RULES),
  'seat.code': () => ok({ code: 'C52R4E58', url: 'https://192.168.1.10:4810/#join=C52R4E58' }),
  'minutes.preview': () => ok({ sha256: MINUTES_FILES[2], pages: 2 }),
  'prose.save': () => ok({}),
};

/** Where the session of a given house goes on to, while somebody looks. */
export type Turn = (phase: Given['phase']) => void;

export function givenHouse(
  given: Given,
  who: House['who'] = given.as ?? 'desk',
  states: readonly State[] = [],
  onTurn: (turn: Turn) => void = () => {},
): House {
  const views = givenViews(given, states);
  const watching = new Set<(views: Shown) => void>();
  onTurn((phase) => {
    const next = givenViews({ ...given, phase }, states);
    for (const told of [...watching]) told(next);
  });
  const answers: Readonly<Record<string, unknown>> = Object.assign(
    {},
    ANSWERS,
    ...states.map((state) => state.answers),
  );
  const link = states.findLast((state) => state.link !== undefined)?.link ?? { word: 'open' as const };
  const call = async (method: MethodName, input: object) => {
    const answer = answers[method] as ((input: object) => Result<never>) | undefined;
    return answer === undefined ? refuse('link-lost') : answer(input);
  };
  const client: LastingClient = {
    call: call as LastingClient['call'],
    watch: (view, _params, onValue) => {
      const tell = (shown: Shown): void => {
        const value = shown[view];
        if (value !== 'never') onValue(value as never);
      };
      tell(views);
      watching.add(tell);
      return () => void watching.delete(tell);
    },
    state: link,
    onState: () => () => {},
    retry: () => {},
    close: () => {},
  };
  const me = (views.session === 'never' || !views.session.ok ? undefined : (views.session.value as SessionView))?.me;
  const author = me?.seat === undefined ? undefined : givenAuthor(me.seat, givenSet(wholeOf(given).criteria), states);
  return {
    client,
    who,
    ownSeat: 'page',
    author: () => author,
    upload: async (_, name) => ok({ sha256: hex(500, 64), size: name.length * 100_000 }),
    openBlob: async (_, sha256) => ok({ url: `evidence/${sha256}` }),
    askCode: async () => ok({ book: BOOK, seat: '1'.repeat(16), name: NAMES[0] }),
    join: async () => refuse('code-wrong', { left: 4 }),
    held: [],
    choose: () => {},
    barred: undefined,
    now: () => new Date('2026-11-23T03:00:00.000Z'),
    ...Object.assign({}, ...states.map((state) => state.house)),
  };
}
