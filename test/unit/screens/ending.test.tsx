// The screens after the reveal, and the small readers behind them: proposed words, changes, the log, reports, missing things.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckFileScreen } from '../../../renderer/screens/check-file-screen.tsx';
import { FileReportPart } from '../../../renderer/screens/file-report.tsx';
import { byDay, filterRows, NO_FILTER, readyRows } from '../../../renderer/screens/log-sift.ts';
import { SessionScreen } from '../../../renderer/screens/session-screen.tsx';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { logPlace, readLogPlace } from '../../../renderer/state/log-place.ts';
import { missingNow } from '../../../renderer/state/missing.ts';
import { pemOf } from '../../../renderer/state/pem-text.ts';
import { reportText } from '../../../renderer/state/report-text.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider, wordsOf } from '../../../renderer/state/words.ts';
import type { FileReport } from '../../../shared/contract/methods.ts';
import type { Phase } from '../../../shared/contract/phases.ts';
import type { LogView, SessionView } from '../../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { changesBetween } from '../../../shared/minutes/changes.ts';
import { proposedConclusion } from '../../../shared/minutes/conclusion-words.ts';
import type { Minutes, Paragraph } from '../../../shared/minutes/content.ts';
import { minutesFileName } from '../../../shared/minutes/file-name.ts';
import { BOOK, type Given, hex, type State } from '../../gallery/given.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { givenContent } from '../../gallery/given-minutes.ts';
import { givenResults } from '../../gallery/given-results.ts';
import { givenSession } from '../../gallery/given-session.ts';
import { endingStates } from '../../gallery/states-ending.ts';

const stateOf = (name: string): State => endingStates[name] ?? {};

function draw(language: Language, given: Given, states: readonly string[], screen?: ReactNode): string {
  const house = givenHouse(given, undefined, states.map(stateOf));
  const store = storeFor(house.client);
  for (const view of ['session', 'criteria', 'results', 'minutes', 'log'] as const)
    store.subscribe(view, { book: BOOK }, () => {});
  const shown = store.now('session', { book: BOOK });
  const session: SessionView = shown?.ok === true ? shown.value : givenSession(given);
  return renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language, theme: 'light' }, change: () => {} }}>
        <SessionProvider value={session}>
          {screen ?? <SessionScreen session={session} shown={given.phase} />}
        </SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
}
const text = (html: string): string =>
  html
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const right = (html: string): string => html.slice(html.indexOf('minutes-right'));

test('[EN5] the proposed conclusion says what was counted, of how many, and what failed; nothing else', () => {
  const { result } = givenResults(7, 30).platforms[0] ?? { result: undefined };
  if (result === undefined) throw new Error('no result');
  const words = proposedConclusion('Nền tảng Mẫu', result, DEFAULT_RULES);
  expect(words).toBe(
    'Căn cứ kết quả chấm: 29/30 tiêu chí đạt (ngưỡng trên 3/4 của 05 thành viên), Hội đồng kết luận đối với Nền tảng Mẫu: Chưa đáp ứng tiêu chí. Tiêu chí không đạt: G1-01.',
  );
  const many = { ...result, criteria: result.criteria.map((each) => ({ ...each, verdict: 'not-met' as const })) };
  expect(proposedConclusion('X', many, DEFAULT_RULES)).toContain('Tiêu chí không đạt: 30 tiêu chí, nêu tại Phụ lục I.');
  expect(proposedConclusion('X', result, { counting: 'per-ballot', denominator: 'valid-ballots' })).toContain(
    'phiếu đánh giá Đạt ở tất cả tiêu chí (ngưỡng trên 3/4 của 05 phiếu hợp lệ)',
  );
});

test('[EN1] of two contents only what a sentence says counts: values, sentences that came or went, appendices', () => {
  const fact = (value: string) => ({ fact: 'n', value });
  const contentOf = (...paragraphs: readonly Paragraph[]): Minutes => ({
    ...givenContent,
    fields: [{ id: 'f', label: 'F', paragraphs }],
  });
  const before = contentOf(
    { id: 'a', parts: ['Có mặt ', fact('05'), '.'] },
    { id: 'b', parts: ['Cuối.'] },
    { id: 'c', parts: ['Đi.'] },
  );
  const after = contentOf(
    { id: 'a', parts: ['Có mặt ', fact('06'), '.'] },
    { id: 'b', parts: ['Cuối;'] },
    { id: 'd', parts: ['Đến.'] },
  );
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, { ...after, closing: { id: 'closing', parts: ['khác'] } })).toEqual([
    { id: 'a', before: 'Có mặt 05.', after: 'Có mặt 06.', facts: [{ fact: 'n', before: '05', after: '06' }] },
    { id: 'd', before: '', after: 'Đến.', facts: [] },
    { id: 'c', before: 'Đi.', after: '', facts: [] },
  ]);
  const appendix = { number: 'I', title: 'T', notes: [], tables: [], landscape: true };
  expect(changesBetween(before, { ...before, appendices: [appendix] }).map(({ id }) => id)).toEqual(['appendix-I']);
});

test.each(LANGUAGES)('[EN6] the right half of the minutes is never empty, for whoever looks (%s)', (language) => {
  const given: Given = { phase: 'minutes', as: 'seat' };
  expect(text(right(draw(language, given, ['minutes-whole'])))).toContain('BIÊN BẢN');
  expect(text(right(draw(language, given, ['minutes-unwritten', 'minutes-incomplete']))).length).toBeGreaterThan(200);
  const desk = draw(language, { phase: 'minutes' }, ['minutes-unwritten', 'minutes-incomplete']);
  expect(text(right(desk)).length).toBeGreaterThan(200);
});

test('[EN6] what is missing leads to where it is mended', () => {
  const html = draw('vi', { phase: 'minutes' }, ['minutes-incomplete']);
  expect(html).toContain(`href="#/session/${BOOK}/conclusion"`);
});

test('[EN6] a sentence that changed says so in its place and in the list above, with both values', () => {
  const html = draw('vi', { phase: 'minutes', as: 'seat' }, ['minutes-stale']);
  expect(html).toMatch(/<del>05<\/del> → <ins>06<\/ins>/);
  expect(text(html)).toContain('đã đổi');
  expect(text(html)).toContain('chờ thư ký đưa bản mới');
});

test.each(LANGUAGES)('[EN7] a vote is a picture with its words: nothing is told by colour alone (%s)', (language) => {
  const html = draw(language, { phase: 'conclusion' }, ['vote-passed']);
  const labels = [...html.matchAll(/class="share-bar" role="img" aria-label="([^"]+)"/g)].map(([, label]) => label);
  expect(labels).toHaveLength(2);
  expect(labels[1]).toMatch(language === 'vi' ? /Tán thành: 3; Không tán thành: 1/ : /Agree: 3; Disagree: 1/);
  const open = text(draw(language, { phase: 'conclusion' }, ['vote-open']));
  expect(open).toContain(language === 'vi' ? 'Đã biểu quyết: 2' : 'Have voted: 2');
  expect(open).not.toMatch(language === 'vi' ? /Tán thành: \d/ : /Agree: \d/);
});

test('[EN8] the state of the document names the signatures, who is next, and what was not checked', () => {
  const said = (state: string, phase: Phase = 'signing') => text(draw('vi', { phase }, [state]));
  expect(said('file-none')).toContain('Bản nháp: chưa chốt thành tệp');
  expect(said('signed-none')).toContain('chưa có chữ ký nào trên 2; chờ Trần Thị Hưởng');
  const one = said('signed-one');
  expect(one).toContain('Đã có 1 trên 2 chữ ký; nội dung chưa bị sửa sau khi ký; chờ Nguyễn Phước');
  for (const state of ['signed-one', 'signed-two']) {
    expect(said(state)).toContain('tình trạng thu hồi của chứng thư; chưa có dấu thời gian.');
    expect(said(state)).toContain('Dấu thời gian (B-T) Chưa có trong bản này');
    expect(said(state)).not.toMatch(/hợp lệ/);
  }
  expect(said('signed-two', 'done')).toContain('Chưa lưu từ cửa sổ này');
});

test('[EN10] given a hired unit, when its report is signed, then one signature is asked for and one makes it whole', () => {
  const said = (state: string, phase: Phase = 'signing') => text(draw('vi', { phase }, ['unit', state]));
  const before = said('signed-none');
  expect(before).toContain('Đã chốt thành tệp, chưa ký; chờ Nguyễn Phước');
  expect(before).toContain('Chốt tệp báo cáo');
  expect(before).toContain('Có 0 trên 1 chữ ký.');
  expect(before).toContain('Chữ ký của đại diện đơn vị đánh giá');
  for (const word of [before, said('signed-unit'), said('signed-unit', 'done')]) {
    expect(word).not.toMatch(/Chữ ký của (thư ký|chủ tọa)|thư ký ký trước/);
    expect(word).not.toContain('bien-ban-');
  }
  expect(said('signed-unit')).toContain('Đã có chữ ký của đại diện đơn vị đánh giá; nội dung chưa bị sửa');
  expect(said('signed-unit')).toContain('tình trạng thu hồi của chứng thư');
  expect(said('signed-unit', 'done')).toContain('bao-cao-2026-11-23');
});

test('[EN10] given a hired unit, when its file waits, then its representative is missing and nobody else', () => {
  const missing = (...states: readonly string[]) => {
    const { client } = givenHouse({ phase: 'signing' }, undefined, states.map(stateOf));
    const store = storeFor(client);
    store.subscribe('session', { book: BOOK }, () => {});
    const shown = store.now('session', { book: BOOK });
    return shown?.ok === true ? missingNow(shown.value, wordsOf('vi')) : ['no view'];
  };
  expect(missing('signed-none')).toEqual(['chờ chữ ký: Trần Thị Hưởng']);
  expect(missing('unit', 'signed-none')).toEqual([expect.stringMatching(/^chờ chữ ký: Nguyễn Phước/)]);
  expect(missing('unit', 'signed-unit')).toEqual([]);
});

test('[CS12] what a further round of a scored platform is barred by does not stand in the way of the next platform', () => {
  const given = givenSession({ phase: 'scoring', platforms: 2 });
  const [one, two] = given.platforms.map(({ platform }) => platform);
  const session: SessionView = {
    ...given,
    polls: given.polls.filter(({ platform }) => platform === one).map((poll) => ({ ...poll, step: 'counted' })),
    possible: {
      ...(given.possible as NonNullable<SessionView['possible']>),
      openRound: {
        [one ?? '']: { possible: false, why: { code: 'rounds-exhausted', params: { most: 2 } } },
        [two ?? '']: { possible: false, why: { code: 'declarations-missing', params: { count: 3 } } },
      },
    },
  };
  const told = missingNow(session, wordsOf('vi'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('3');
});

const rowsOf = (count: number): LogView['rows'] =>
  Array.from({ length: count }, (_, at) => ({
    at: new Date(Date.UTC(2026, 10, 22, 16, at)).toISOString(),
    seat: hex((at % 3) + 1, 16),
    kind:
      ['book-opened', 'meeting-opened', 'poll-opened', 'ballot-cast', 'revealed', 'conclusion-put', 'poll-opened'][
        at
      ] ?? 'ruled',
    feed: hex(5, 32),
    seq: at + 1,
    via: 'app' as const,
    hash: hex(60 + at, 64),
    ...(at === 3 ? { refused: 'not-present' } : {}),
  }));
const plainWords = {
  name: (seat: string) => `Đặng ${seat.at(-1)}`,
  kind: (kind: string) => kind,
  day: (at: string) => at.slice(0, 10),
};

test('[EN9] the log knows phase and day of each entry, and narrows by words without accents, kind, seat, phase', () => {
  const rows = rowsOf(8);
  const vote = { ...givenSession({ phase: 'minutes' }).polls[0], of: 'conclusion', openedAt: rows[6]?.at ?? '' };
  const ready = readyRows(rows, { polls: [vote as never] }, plainWords);
  expect(ready.map(({ phase }) => phase)).toEqual([
    'prepare',
    'attendance',
    'scoring',
    'scoring',
    'reveal',
    'conclusion',
    'conclusion',
    'conclusion',
  ]);
  const count = (filter: object) => filterRows(ready, { ...NO_FILTER, ...filter }).length;
  expect([count({}), count({ text: 'dang ballot' }), count({ kind: 'poll-opened' })]).toEqual([8, 1, 2]);
  expect([count({ phase: 'scoring' }), count({ seat: hex(2, 16) }), count({ refusedOnly: true })]).toEqual([2, 3, 1]);
  const across = readyRows(rowsOf(600), { polls: [] }, plainWords);
  expect(byDay(across).map((day) => day.rows.length)).toEqual([480, 120]);
});

test('[EN9] a thousand entries are drawn at once, each with its hash on demand only', () => {
  const html = draw('vi', { phase: 'signing' }, ['log-thousand'], <LogOf />);
  expect(html.match(/class="log-row"/g)).toHaveLength(1_000);
  expect(html).not.toContain(hex(60, 16));
});

function LogOf(): ReactNode {
  return <SessionScreen session={givenSession({ phase: 'signing' })} shown="log" />;
}

test('[EN9] an address leads to entries by the start of their hashes, and anything else leads nowhere', () => {
  const entries = [hex(1, 32) + hex(2, 32), hex(3, 32) + hex(4, 32)];
  const place = logPlace(BOOK, entries);
  expect(readLogPlace(place)).toEqual(entries.map((hash) => hash.slice(0, 16)));
  expect(readLogPlace(`#/session/${BOOK}/log`)).toEqual([]);
  expect(readLogPlace(`#/session/${BOOK}/log/<b>.ZZ`)).toEqual([]);
  expect(
    logPlace(
      BOOK,
      Array.from({ length: 500 }, () => hex(1, 64)),
    ).length,
  ).toBeLessThan(1_000);
});

const REPORT: FileReport = {
  holds: false,
  word: 'untrusted',
  kind: 'pdf',
  rehearsal: false,
  sha256: hex(7, 64),
  size: 1_000,
  verdict: { vi: 'Nguyên vẹn.', en: 'Intact.' },
  signatures: [
    {
      field: 'Sig1',
      name: 'Nguyễn Văn Khác',
      organisation: '',
      issuer: 'CA khác',
      serial: '2FFD',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
      claimedTime: '2026-11-24T01:33:28.000Z',
      algorithm: 'rsa-pkcs1',
      reason: '',
      intact: true,
      trusted: false,
      path: ['Nguyễn Văn Khác'],
    },
  ],
  findings: [
    { level: 'holds', about: 'file', vi: 'Chưa bị sửa.', en: 'Unaltered.' },
    { level: 'broken', about: 'roots', field: 'Sig1', vi: 'Không dẫn tới gốc.', en: 'No root.' },
    { level: 'note', about: 'book', vi: 'Không phải của ta.', en: 'Not ours.' },
  ],
};

test.each(LANGUAGES)(
  '[EN4] the report as text has the verdict, every finding and every row of a signature (%s)',
  (language) => {
    const said = reportText(REPORT, 'thư.pdf', '2026-11-24T02:00:00.000Z', wordsOf(language));
    for (const part of ['thư.pdf', hex(7, 64), 'CA khác', '2FFD', 'rsa-pkcs1', '01/01/2027', '08:33'])
      expect(said).toContain(part);
    for (const { vi, en } of REPORT.findings) expect(said).toContain(language === 'vi' ? vi : en);
    expect(said).not.toMatch(/undefined|\{\w+\}/);
  },
);

test('[EN4] on the screen the verdict comes first, then the questions, then the signatures', () => {
  const html = draw('vi', { phase: 'done' }, [], <FileReportPart report={REPORT} name="thư.pdf" />);
  const order = [
    'Tệp nguyên vẹn, chưa rõ người ký',
    'Tệp có nguyên vẹn không?',
    'Chứng thư gốc nào',
    'Chữ ký ở ô Sig1',
  ];
  const places = order.map((words) => text(html).indexOf(words));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text(html)).toContain('không phải, chỉ kiểm tra chữ ký');
  expect(text(draw('vi', { phase: 'done' }, [], <CheckFileScreen />))).toContain('Chưa cho chứng thư gốc nào');
});

test('[EN4] roots come as text or in binary form', () => {
  const der = Uint8Array.from([48, 3, 2, 1, 255, 254]);
  expect(pemOf(der)).toBe('-----BEGIN CERTIFICATE-----\nMAMCAf/+\n-----END CERTIFICATE-----');
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  expect(pemOf(new TextEncoder().encode(`  ${pem}\n`))).toBe(pem);
});

test('[EN8] a file name says what it is, of which day, and never twice the same for two files', () => {
  const name = {
    kind: 'session',
    openedAt: '2026-11-22T18:00:00.000Z',
    sha256: hex(1, 64),
    isDraft: false,
    body: 'council',
  } as const;
  expect(minutesFileName(name)).toBe('bien-ban-2026-11-23-00000000.pdf');
  expect(minutesFileName({ ...name, body: 'expert-group' })).toMatch(/^bien-ban-/);
  expect(minutesFileName({ ...name, body: 'hired-unit' })).toBe('bao-cao-2026-11-23-00000000.pdf');
  expect(minutesFileName({ ...name, kind: 'rehearsal' })).toMatch(/^dien-tap-/);
  expect(minutesFileName({ ...name, isDraft: true })).toMatch(/ban-nhap/);
  expect(minutesFileName({ ...name, openedAt: undefined })).toBe('bien-ban-00000000.pdf');
});
