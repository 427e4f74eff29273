// What the minutes say of who recorded, of what was held again, and of the clocks.
import { expect, test } from 'vitest';
import { writeBody } from '../../../shared/book/fact.ts';
import type { Poll, State } from '../../../shared/book/state.ts';
import { textOf } from '../../../shared/minutes/content.ts';
import { EMPTY_PROSE, minutesOf } from '../../../shared/minutes/minutes-of.ts';
import { passingTables, recordingNotes, secondsWords } from '../../../shared/minutes/recording-notes.ts';
import { voidedRound } from '../../../shared/minutes/round-course.ts';
import { NOTHING_OPENED } from '../../../shared/seal/opened.ts';
import { closing, given, member, must, POLL, scored } from '../../helpers/history-council.ts';
import { begin, follow, headOf, passage, resumed, takeOver } from '../../helpers/history-passing.ts';
import { append, hexOf, rule, seatAt } from '../../helpers/history-table.ts';

const last = (state: State) => minutesOf({ state, opened: NOTHING_OPENED, prose: EMPTY_PROSE }).appendices.at(-1);

test('[TK23] a book that one machine recorded says nothing of passing it on', () => {
  const { state } = given();
  expect(passingTables(state)).toEqual([]);
  expect(recordingNotes(state)).toEqual([
    'Thời gian ghi trong văn bản này lấy theo đồng hồ của máy, chưa có dấu thời gian xác nhận.',
  ]);
});

test('[TK23] each passing is a row: who before, who next, by whose word, up to where', () => {
  const table = given({}, [], { keepers: [0, 1, 2] });
  const cut = table.recorder.seq;
  takeOver(table, { to: 2 }, [0, 2]);
  const over = passage(table, { to: 2, label: 'again' });
  follow(table, begin(table, over, resumed(over, 0), 2), 2);
  const [rows] = passingTables(table.state).map((each) =>
    each.rows.map(({ cells }) => cells.filter((_, at) => at !== 1)),
  );
  expect(rows).toEqual([
    ['1', 'Người 1', 'Người 2', 'Người 0 và Người 2 cùng đồng ý, quá nửa số người giữ sổ', `${cut}`],
    ['2', 'Người 2', 'Người 2', 'Khôi phục máy ghi sổ, Người 0 đồng ý', '1'],
  ]);
  const appendix = last(table.state);
  expect(appendix?.tables.map(({ caption }) => caption)).toContain('Chuyển việc ghi sổ');
  expect(appendix?.notes.join(' ')).toContain('ghi sau điểm chuyển không có giá trị');
});

test('[TK23] a device that went on alone, a book that follows another, a feed signed in two ways: each is printed', () => {
  const { state } = given();
  const origin = { entry: hexOf('x', 32) as never, at: '2026-11-23T01:00:00.000Z' };
  const [feed] = Object.values(state.feeds);
  Object.assign(state.opened ?? {}, { follows: { book: hexOf('before', 32), heads: [] } });
  Object.assign(feed ?? {}, { forked: { seq: 1, hash: '', sig: '', origin } });
  const head = { feed: 'f' as never, seq: 1, hash: hexOf('x', 32) as never };
  const by = { seat: seatAt(1), before: seatAt(1), feed: 'f' as never, key: 'k' as never };
  state.passings.push({ term: 1, ...by, from: head, ground: 'alone', agreed: [], origin });
  const notes = recordingNotes(state).join('\n');
  expect(notes).toContain(`tiếp nối sổ ${hexOf('before', 32).slice(0, 16)}`);
  expect(notes).toContain('tự ghi tiếp bằng chữ ký của chính nó');
  expect(notes).toContain('đã ký hai nội dung khác nhau');
});

test('[TK23] the clocks: whose time is printed, that it is claimed, and the widest drift', () => {
  const table = given();
  must(
    rule(table, 'clocks-compared', {
      machines: [
        { seat: seatAt(0), ms: 120 },
        { seat: seatAt(2), ms: -61_500 },
        { seat: seatAt(3), ms: 0 },
      ],
    }),
  );
  const [note] = recordingNotes(table.state);
  expect(note).toContain('do máy tự khai');
  expect(note).toContain('So đồng hồ của 3 máy');
  expect(note).toContain('máy của Người 2 lệch nhiều nhất, chậm hơn 61,5 giây');
  expect([0, 20, 1_000, 1_500, 61_234].map(secondsWords)).toEqual([
    '0 giây',
    '0,02 giây',
    '1 giây',
    '1,5 giây',
    '61,234 giây',
  ]);
});

test('[TK23] a spoiled round is told as one that was opened early and held again', () => {
  const table = scored();
  const cut = headOf(table.recorder);
  let old = append(table, table.recorder, 1, 'round-closed', writeBody(closing(table) as never));
  old = append(table, old, 1, 'revealed', writeBody({ poll: POLL }));
  takeOver(table, { to: 1, from: cut }, [1]);
  must(rule(table, 'poll-spoiled', { poll: POLL, proof: headOf(old) }));
  const told = textOf(voidedRound(table.state, table.state.polls[POLL] as Poll));
  expect(told).toContain('phiếu đã bị mở sớm trên máy không còn được ghi sổ');
  expect(told).toContain('được chấm lại');
  expect(told).not.toContain('được mở, kiểm');
  expect(member(table, 3).seat).toBe(seatAt(3));
});
