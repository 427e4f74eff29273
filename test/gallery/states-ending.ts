// States of the end of a session: conclusion and vote, minutes, signing, the check of a signed file.
import { ok } from '../../shared/base/result.ts';
import type { FileReport } from '../../shared/contract/methods.ts';
import type { ConclusionView, LogView, PollView, SessionView } from '../../shared/contract/views.ts';
import { hex, PLATFORM, type State, type States, VOTE } from './given.ts';
import { UNIT } from './given-rules.ts';
import { NAMES, seatId } from './given-session.ts';

const conclusion = (change: (conclusion: ConclusionView) => ConclusionView | undefined): State => ({
  views: {
    session: (session) => ({
      ...session,
      platforms: session.platforms.map(({ conclusion: now, ...platform }) => {
        const next = now === undefined ? undefined : change(now);
        return next === undefined ? platform : { ...platform, conclusion: next };
      }),
    }),
  },
});

const votePoll = (session: SessionView, isOpen: boolean): PollView => ({
  poll: VOTE,
  of: 'conclusion',
  platform: PLATFORM,
  round: 1,
  step: isOpen ? 'open' : 'counted',
  openedAt: '2026-11-23T04:20:00.000Z',
  sheets: session.seats.map(({ seat }, at) => ({
    seat,
    state: at === 4 || at === 5 ? 'not-entitled' : isOpen ? (at < 2 ? 'standing' : 'working') : 'counted',
    reopened: 0,
    opened: !isOpen,
  })),
  setAside: [],
  secrecy: 'open',
  by: 'devices',
  entitled: session.seats.filter((_, at) => at !== 4 && at !== 5).map(({ seat }) => seat),
  unissued: [],
  paper: {},
  sheetsOfPaper: [],
  quorumHolds: true,
  discussed: [],
});

/** `passed` undefined: the vote is still open. */
const vote = (passed: boolean | undefined): State => ({
  views: {
    session: (session) => ({
      ...session,
      polls: [...session.polls, votePoll(session, passed === undefined)],
      platforms: session.platforms.map((platform) =>
        platform.conclusion === undefined
          ? platform
          : {
              ...platform,
              conclusion: {
                ...platform.conclusion,
                poll: VOTE,
                passed: passed ?? null,
                votes:
                  passed === undefined
                    ? []
                    : [0, 1, 2, 3, 6].map((at) => ({
                        seat: seatId(at),
                        choice: at === 3 ? 'abstain' : at % 2 === (passed ? 0 : 1) || at === 2 ? 'agree' : 'disagree',
                      })),
              },
            },
      ),
    }),
  },
});

const minutes = (change: (minutes: SessionView['minutes'], session: SessionView) => SessionView['minutes']): State => ({
  views: { session: (session) => ({ ...session, minutes: change(session.minutes, session) }) },
});

/** Nothing is missing, and what was written stands as it is. */
const wholeMinutes = (approvals: (session: SessionView) => SessionView['minutes']['approvals']): State => ({
  views: {
    minutes: (now) => ({ ...now, missing: [] }),
    session: (session) => {
      const { written, ...rest } = session.minutes;
      return {
        ...session,
        minutes: {
          ...rest,
          ...(written === undefined ? {} : { written: { ...written, stale: false } }),
          approvals: approvals(session),
        },
      };
    },
  },
});

const signatures = (...fields: readonly ('ThuKy' | 'ChuToa')[]): State =>
  minutes((now) => ({
    ...now,
    file: {
      sha256: hex(98, 64),
      signatures: fields.map((field) => ({
        field,
        seat: seatId(field === 'ThuKy' ? 2 : 0),
        at: '2026-11-23T05:10:00.000Z',
      })),
    },
  }));

/** One person reports for a unit; the agency's secretary records and signs nothing. */
const unit: State = {
  views: {
    session: (session) => ({
      ...session,
      rules: UNIT,
      seats: session.seats.flatMap((seat, at) =>
        at === 0 ? [seat] : at === 2 ? [{ ...seat, role: 'administrative-secretary', votes: false }] : [],
      ),
    }),
  },
};

const CERTIFICATE = {
  organisation: 'Trung tâm Kiểm định và Đánh giá nền tảng số quốc gia',
  issuer: 'CA phục vụ cơ quan nhà nước',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2028-12-31T00:00:00.000Z',
  algorithm: 'RSA 3072, SHA-256',
  reason: 'Ký biên bản',
};

const report = (word: FileReport['word']): FileReport => ({
  holds: word === 'holds',
  word,
  kind: 'minutes',
  rehearsal: false,
  sha256: hex(98, 64),
  size: 184_320,
  verdict:
    word === 'broken'
      ? { vi: 'Tệp đã bị thay đổi sau chữ ký thứ nhất.', en: 'The file was changed after the first signature.' }
      : { vi: 'Tệp không bị thay đổi sau khi ký.', en: 'The file has not been changed since it was signed.' },
  signatures: (['ThuKy', 'ChuToa'] as const).map((field, at) => ({
    ...CERTIFICATE,
    field,
    name: NAMES[at === 0 ? 2 : 0] ?? '',
    serial: `5404FFFEB7033FB316D672201B7BA3${at}8`,
    claimedTime: `2026-11-23T05:1${at}:00.000Z`,
    intact: word !== 'broken' || at === 1,
    trusted: word === 'holds',
    path: [NAMES[at === 0 ? 2 : 0] ?? '', CERTIFICATE.issuer],
  })),
  findings: [
    {
      level: 'holds',
      about: 'signature',
      field: 'ThuKy',
      vi: 'Chữ ký của thư ký đúng với chứng thư số của Trần Thị Hưởng.',
      en: "The secretary's signature is that of the certificate of Trần Thị Hưởng.",
    },
    {
      level: 'note',
      about: 'roots',
      vi: 'Việc thu hồi chứng thư số chưa được kiểm tra: máy này không nối mạng.',
      en: 'Revocation was not checked: this machine is offline.',
    },
    ...(word === 'broken'
      ? [
          {
            level: 'broken' as const,
            about: 'file' as const,
            vi: 'Trang 2 khác với trang mà Nguyễn Phước Bảo Ngọc Quỳnh Trâm đã ký.',
            en: 'Page 2 differs from the one that Nguyễn Phước Bảo Ngọc Quỳnh Trâm signed.',
          },
        ]
      : []),
  ],
});
const KINDS = ['ballot-cast', 'ruled', 'attendance-marked', 'vote-cast', 'minutes-approved', 'evidence-added'];
const manyRows = (count: number): LogView => ({
  rows: Array.from({ length: count }, (_, at) => ({
    at: new Date(Date.UTC(2026, 10, 22 + Math.floor(at / 400), 1, at % 400)).toISOString(),
    seat: seatId(at % 7),
    kind: KINDS[at % KINDS.length] ?? '',
    feed: hex(5 + (at % 7), 32),
    seq: at + 1,
    via: at % 3 === 2 ? 'app' : 'page',
    hash: `${hex(60 + at, 16)}${hex(60 + at, 48)}`,
    ...(at % 97 === 8 ? { refused: 'not-present' } : {}),
  })),
});

const checked = (word: FileReport['word']): State => ({ answers: { 'file.verify': () => ok(report(word)) } });

export const endingStates: States = {
  'conclusion-none': conclusion(() => undefined),
  'reserved-none': conclusion((now) => ({ ...now, reservations: [] })),
  'vote-open': vote(undefined),
  'vote-passed': vote(true),
  'vote-failed': vote(false),
  'minutes-unwritten': minutes(({ written, ...rest }) => ({ ...rest, approvals: [] })),
  'minutes-incomplete': { views: { minutes: ({ minutes: content, ...rest }) => rest } },
  'minutes-whole': wholeMinutes(({ minutes: { approvals } }) => approvals.map((each) => ({ ...each, stale: false }))),
  'minutes-approved': wholeMinutes(({ seats }) => seats.map(({ seat }) => ({ seat, stale: false }))),
  'minutes-stale': {
    views: {
      minutes: (now) => ({
        ...now,
        missing: [],
        stale: true,
        edited: true,
        changes: [
          {
            id: 'p1',
            before: 'Thành viên Hội đồng có mặt: 05 trên 07 thành viên, gồm:',
            after: 'Thành viên Hội đồng có mặt: 06 trên 07 thành viên, gồm:',
            facts: [{ fact: 'present', before: '05', after: '06' }],
          },
          {
            id: 'c1',
            before: '',
            after: 'Ý kiến bảo lưu của Đặng Quỳnh Ngữ: “Tôi bảo lưu ý kiến về tiêu chí G1-03.”',
            facts: [],
          },
          { id: 'appendix-I', before: '', after: '', facts: [] },
        ],
      }),
    },
  },
  working: { views: { minutes: (now) => ({ ...now, work: 'laying-out' }) } },
  'log-thousand': { views: { log: () => manyRows(1_000) } },
  'meeting-open': {
    views: {
      session: ({ minutes: { file, ...written }, meeting: { closedAt, ...meeting }, ...session }) => ({
        ...session,
        meeting,
        minutes: written,
      }),
    },
  },
  'file-none': minutes(({ file, ...rest }) => rest),
  'signed-none': signatures(),
  'signed-one': signatures('ThuKy'),
  'signed-two': signatures('ThuKy', 'ChuToa'),
  unit,
  'signed-unit': signatures('ChuToa'),
  'check-holds': checked('holds'),
  'check-untrusted': checked('untrusted'),
  'check-broken': checked('broken'),
  'check-unsigned': checked('unsigned'),
};
