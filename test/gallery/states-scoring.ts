// States of scoring and of the reveal: how far my sheet is, how far the round is, which keys are waited for.
import type { DraftItem } from '../../shared/book/ballot.ts';
import type { PollView, SessionView } from '../../shared/contract/views.ts';
import { type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { hex, POLL, type State, type States } from './given.ts';

const whole = (criterion: Criterion, at: number): DraftItem =>
  at % 11 === 5
    ? { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập quý III.' }
    : at % 12 === 9 && criterion.notApplicable
      ? { mark: 'not-applicable', reason: 'Không thuộc phạm vi cung cấp của nền tảng.' }
      : { mark: 'met' };

const round = (change: (poll: PollView, session: SessionView) => PollView): State => ({
  views: {
    session: (session) => ({
      ...session,
      polls: session.polls.map((poll) => (poll.poll === POLL ? change(poll, session) : poll)),
    }),
  },
});

const filled: State = {
  sheet: (sheet, set) => ({
    ...sheet,
    draft: { items: Object.fromEntries(criteriaOf(set).map((each, at) => [each.id, whole(each, at)])) },
  }),
};

export const scoringStates: States = {
  'sheet-empty': { sheet: (sheet) => ({ ...sheet, draft: { items: {} }, undoable: 0 }) },
  'sheet-full': filled,
  'sheet-cast': {
    sheet: (sheet, set) => ({
      ...(filled.sheet?.(sheet, set) ?? sheet),
      step: 'received',
      ballot: hex(300, 64) as never,
    }),
  },
  'sheet-waiting': {
    sheet: (sheet, set) => ({
      ...(filled.sheet?.(sheet, set) ?? sheet),
      step: 'waiting',
      ballot: hex(300, 64) as never,
    }),
    trust: { pending: 1 },
  },
  'sheet-refused': { sheet: (sheet) => ({ ...sheet, step: 'refused', code: 'not-present' }) },
  reopened: round((poll, { me }) => ({
    ...poll,
    sheets: poll.sheets.map((sheet) => (sheet.seat === me.seat ? { ...sheet, reopened: 1 } : sheet)),
  })),
  recused: round((poll, { me }) => ({
    ...poll,
    sheets: poll.sheets.map((sheet) => (sheet.seat === me.seat ? { ...sheet, state: 'not-entitled' } : sheet)),
  })),
  'all-cast': round((poll) => ({
    ...poll,
    sheets: poll.sheets.map((sheet) => (sheet.state === 'working' ? { ...sheet, state: 'standing' } : sheet)),
  })),
  'round-none': { views: { session: (session) => ({ ...session, polls: [] }) } },
  'round-ready': {
    views: {
      session: (session) => ({
        ...session,
        polls: [],
        ...(session.possible === undefined
          ? {}
          : {
              possible: {
                ...session.possible,
                openRound: Object.fromEntries(session.platforms.map(({ platform }) => [platform, { possible: true }])),
              },
            }),
      }),
    },
  },
  'round-closed': round((poll) => ({
    ...poll,
    step: 'closed',
    sheets: poll.sheets.map((sheet, at) =>
      sheet.state === 'not-entitled' ? sheet : { ...sheet, state: 'standing', ballot: hex(300 + at, 64) },
    ),
  })),
  'keys-waiting': round((poll) => ({
    ...poll,
    step: 'revealed',
    sheets: poll.sheets.map((sheet, at) =>
      sheet.state === 'not-entitled'
        ? sheet
        : { ...sheet, state: 'counted', opened: at % 3 !== 0, ballot: hex(300 + at, 64) },
    ),
  })),
  'cite-stale': {
    views: {
      session: (session) => ({
        ...session,
        platforms: session.platforms.map((platform) => ({
          ...platform,
          evidence: platform.evidence.map((item) =>
            item.sha256 === hex(500, 64)
              ? {
                  ...item,
                  revision: 2,
                  sha256: hex(99, 64),
                  mediaType: 'application/pdf',
                  earlier: [{ ...item, revision: 1 }],
                }
              : item,
          ),
        })),
      }),
    },
  },
  'evidence-opened': {
    views: {
      session: (session) => ({
        ...session,
        platforms: session.platforms.map((platform) => ({
          ...platform,
          openings: session.seats
            .filter(({ votes }) => votes)
            .map(({ seat }, at) => ({
              seat,
              opened: platform.evidence.filter((_, file) => (at + file) % 3 !== 0).map(({ sha256 }) => sha256),
            })),
        })),
        polls: session.polls.map((poll) => ({
          ...poll,
          sheets: poll.sheets.map((sheet, at) =>
            poll.step === 'open' && at % 4 !== 3 ? { ...sheet, openedFiles: at % 4 } : sheet,
          ),
        })),
      }),
    },
  },
  'evidence-absent': {
    views: {
      session: (session) => ({
        ...session,
        platforms: session.platforms.map((platform) => ({ ...platform, evidence: [] })),
      }),
    },
  },
  ...Object.fromEntries(
    ['pdf', 'image', 'text', 'other'].map((name, at): [string, State] => [
      `evidence-${name}`,
      {
        views: {
          session: (session) => ({
            ...session,
            platforms: session.platforms.map((platform) => ({
              ...platform,
              // What bears on the criterion comes first; the others stay, since the sheet cites them.
              evidence: platform.evidence.map((item, each) => ({ ...item, criteria: each === at ? ['G1-01'] : [] })),
            })),
          }),
        },
      },
    ]),
  ),
};
