// A house whose host is a table of given views: screens can be drawn without any host.

import type { Author, Sheet } from '../../renderer/author/author.ts';
import type { House } from '../../renderer/state/house.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import { BOOK, type Given, givenCriteria, givenLog, givenMinutes, givenResults, givenSession } from './given-views.ts';

const LIBRARY: LibrarySet = {
  sha256: '8'.repeat(64),
  id: 'mau',
  version: '0.1',
  sample: true,
  name: { vi: 'Bộ tiêu chí mẫu theo sáu nhóm của khung tiêu chí cơ bản', en: 'Sample criteria set' },
  groups: 6,
  criteria: 30,
  open: [{ criterion: 'G1-05', statement: { vi: 'Mức độ sẵn sàng', en: 'Availability' }, unit: '%', comparator: '>=' }],
  measured: [
    {
      criterion: 'G1-05',
      statement: { vi: 'Mức độ sẵn sàng', en: 'Availability' },
      unit: '%',
      comparator: '>=',
      threshold: null,
    },
  ],
};

const TRUST = { place: 'here', pending: 1, refused: [], lasting: true } as const;
const done = async () => ok(null);

function givenAuthor(seat: string): Author {
  const sheet: Sheet = {
    draft: {
      items: {
        'G1-01': {
          mark: 'met',
          remark: 'Đủ căn cứ.',
          cites: [{ evidence: '00000000000001f4' as never, sha256: `${'0'.repeat(61)}1f4` as never, page: 3 }],
        },
        'G1-02': { mark: 'not-met' },
        'G1-03': { mark: 'insufficient' },
        'G1-04': { mark: 'not-applicable' },
      },
    },
    step: 'working',
    undoable: 2,
  };
  return {
    book: BOOK as never,
    seat: seat as never,
    keptBy: 'page',
    sheet: () => sheet,
    onSheet: () => () => {},
    saveItem: done,
    saveComment: done,
    undo: async () => ok({ criterion: 'G1-02' }),
    cast: async () => refuse('link-lost'),
    reopen: done,
    declare: done,
    vote: done,
    reserve: done,
    approve: done,
    confirm: done,
    release: async () => ok({ released: [], kept: [] }),
    releaseShare: done,
    trust: () => TRUST,
    onTrust: () => () => {},
    resume: done,
    takeOver: done,
    handOver: done,
    close: async () => {},
  };
}

export function givenHouse(given: Given, who: House['who'] = given.as ?? 'desk'): House {
  const session = givenSession(given);
  const views: Readonly<Record<string, unknown>> = {
    home: {
      cards: [
        {
          book: BOOK,
          kind: given.kind ?? 'session',
          subject: session.subject,
          council: session.council,
          openedAt: '2026-11-05T02:00:00.000Z',
          phase: session.phase,
        },
      ],
    },
    session,
    criteria: givenCriteria(given.criteria ?? 30),
    results: givenResults(given.members ?? 7, given.criteria ?? 30),
    minutes: givenMinutes,
    log: givenLog,
  };
  const client: LastingClient = {
    call: async (method) =>
      method === 'criteria.list'
        ? ok({ sets: [LIBRARY], leftOut: [] } as never)
        : method === 'seat.code'
          ? ok({ code: 'C52R4E58', url: 'https://192.168.1.10:4810/#join=C52R4E58' } as never)
          : refuse('link-lost'),
    watch: (view, _params, onValue) => {
      const value = views[view];
      if (value !== undefined) onValue(ok(value as never));
      return () => {};
    },
    state: { word: 'open' },
    onState: () => () => {},
    retry: () => {},
    close: () => {},
  };
  const author = session.me.seat === undefined ? undefined : givenAuthor(session.me.seat);
  return {
    client,
    who,
    ownSeat: 'page',
    author: () => author,
    upload: async () => refuse('upload-failed', { name: '' }),
    openBlob: async () => refuse('blob-missing', { sha256: '' }),
    askCode: async () => ok({ book: BOOK, seat: '1'.repeat(16), name: 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm' }),
    join: async () => refuse('code-wrong', { left: 4 }),
    held: [],
    choose: () => {},
    barred: undefined,
    now: () => new Date('2026-11-23T03:00:00.000Z'),
  };
}
