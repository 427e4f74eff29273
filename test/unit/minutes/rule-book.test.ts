// What the minutes say of the rule book: sittings, letters, quorum, recusals, rounds, committees, votes, points, reports.
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/minutes/minutes-of.ts';
import { must, rule, seatAt, sha256 } from '../../helpers/random-meeting-state.ts';
import { appendixText, linesOf, NAMES, SET, toldCouncil, type Wish } from './told-council.ts';

const ALL_YES = { 1: 'yyyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy', 5: 'yyyy' };
const ALL_AGREE = { 1: 'agree', 2: 'agree', 3: 'agree', 4: 'agree', 5: 'agree' } as const;
const containing = (lines: readonly string[], ...words: readonly string[]): readonly string[] =>
  lines.filter((line) => words.every((word) => line.includes(word)));
const one = (lines: readonly string[], ...words: readonly string[]): string => {
  const found = containing(lines, ...words);
  expect(found, words.join(' … ')).toHaveLength(1);
  return found[0] ?? '';
};

describe('attendance', () => {
  it('[MB1] online, late, left and come back are printed with their times, who stayed away with the reason', () => {
    const told = toldCouncil();
    told.open({ 2: 'online', 4: 'absent', 5: 'excused' });
    told.mark(4, 'present');
    told.mark(3, 'left');
    told.mark(3, 'present');
    const lines = linesOf(told.minutes());
    expect(one(lines, '1. An')).toBe('1. An – Chủ tịch Hội đồng;');
    expect(one(lines, '2. Bình')).toContain('(dự trực tuyến)');
    expect(one(lines, '3. Chi')).toMatch(/\(rời cuộc họp lúc \d\d giờ \d\d phút; trở lại lúc \d\d giờ \d\d phút\)/u);
    expect(one(lines, '4. Dũng')).toMatch(/\(đến lúc \d\d giờ \d\d phút\)/u);
    expect(one(lines, '- Em')).toContain('(vắng mặt có lý do)');
  });

  it('[MB1] who does not attend by the rules though online is named among the absent as what they were', () => {
    const told = toldCouncil({ rules: { online: 'does-not-count' } });
    told.open({ 2: 'online' });
    const lines = linesOf(told.minutes());
    expect(one(lines, '- Bình')).toContain('(dự trực tuyến, không tính là có mặt)');
    expect(one(lines, 'Có mặt 04/05 thành viên')).toContain('đủ điều kiện');
  });

  it('[MB2] each sitting has its own roll, quorum and one who presides; who was replaced is named with the ground', () => {
    const told = toldCouncil();
    told.open({ 5: 'absent' });
    must(rule(told.table, 'vice-chair-authorised', { seat: seatAt(2), letter: 'số 03/GUQ ngày 20/11/2026' }));
    must(rule(told.table, 'presiding-passed', { seat: seatAt(2) }));
    must(rule(told.table, 'meeting-adjourned', { until: '2026-11-25', note: 'Hết giờ.' }));
    told.replace(4, 6, 'Giang');
    must(rule(told.table, 'meeting-resumed', { presiding: seatAt(1) }));
    told.rollCall();
    told.mark(6, 'present');
    must(rule(told.table, 'authorisation-ended', { seat: seatAt(2), note: '' }));
    const lines = linesOf(told.minutes());
    expect(one(lines, 'Buổi họp thứ nhất: bắt đầu lúc')).toMatch(
      /tạm dừng lúc .+ \(lý do: Hết giờ\); ấn định họp tiếp ngày 25 tháng 11 năm 2026\.$/u,
    );
    one(lines, 'Buổi họp thứ hai: họp tiếp lúc');
    expect(containing(lines, 'Thành viên Hội đồng có mặt: ')).toEqual([
      'Thành viên Hội đồng có mặt: 04/05 thành viên, gồm:',
      'Thành viên Hội đồng có mặt: 05/05 thành viên, gồm:',
    ]);
    expect(containing(lines, '4. Dũng')).toHaveLength(1);
    expect(containing(lines, '4. Giang')).toHaveLength(1);
    expect(one(lines, 'Thay thành viên')).toMatch(
      /Giang thay Dũng sau buổi họp thứ nhất; căn cứ: Quyết định số 15\/QĐ-CQM; ghi nhận lúc/u,
    );
    expect(one(lines, 'Buổi họp thứ nhất: có mặt')).toContain('04/05 thành viên; cuộc họp đủ điều kiện');
    expect(one(lines, 'Buổi họp thứ hai: có mặt')).toContain('05/05 thành viên');
    expect(one(lines, 'quyền chủ trì được chuyển cho')).toContain('Bình – Phó Chủ tịch Hội đồng');
    expect(one(lines, 'Giấy ủy quyền của Chủ tịch Hội đồng cho Bình')).toMatch(/số 03\/GUQ .+; chấm dứt lúc/u);
    expect(told.minutes().signatories.map(({ field, name }) => [field, name])).toEqual([
      ['ThuKy', 'Chi'],
      ['ChuToa', 'An'],
    ]);
  });

  it('[MB2] times in a meeting of one day stand without the day', () => {
    const told = toldCouncil();
    told.open();
    must(rule(told.table, 'vice-chair-authorised', { seat: seatAt(2), letter: '03/GUQ' }));
    expect(one(linesOf(told.minutes()), 'Giấy ủy quyền')).toMatch(/ghi nhận lúc \d\d giờ \d\d phút\.$/u);
  });
});

describe('rules and quorum', () => {
  it('[MB3] the rules are told in words, by the name and source of the profile', () => {
    const told = toldCouncil({
      rules: {
        quorum: {
          share: { comparator: 'at-least', numerator: 3, denominator: 4 },
          chair: 'required',
          viceChair: 'never',
          secretary: 'required',
          reviewers: 'one',
          per: 'criterion',
        },
        threshold: { comparator: 'more-than', numerator: 1, denominator: 2 },
        denominator: 'appointed',
        secrecy: 'secret',
        individualSheets: false,
        vote: 'hands',
        casting: 'from-a-distance',
        rounds: { most: 3, change: 'free' },
      },
    });
    told.open();
    const lines = linesOf(told.minutes());
    expect(one(lines, 'áp dụng quy chế')).toContain('(theo Quy chế làm việc của Hội đồng)');
    expect(one(lines, 'Điều kiện họp hợp lệ')).toContain(
      'có mặt ít nhất 3/4 tổng số thành viên Hội đồng, trong đó có Chủ tịch Hội đồng, Ủy viên thư ký và ít nhất một Ủy viên phản biện; được tính lại cho từng tiêu chí',
    );
    expect(one(lines, 'Cách tính kết quả')).toContain('trên 1/2 tổng số thành viên Hội đồng được tham gia đánh giá');
    expect(one(lines, 'Khi đúng một nửa tán thành')).toContain('riêng bỏ phiếu kín');
    expect(one(lines, 'Phiếu đánh giá: bỏ phiếu kín')).toContain('cả người không dự họp');
    expect(one(lines, 'Số vòng chấm nhiều nhất: 03')).toContain('không cần ghi lý do');
    expect(one(lines, 'Kết luận được thông qua khi trên 1/2')).toContain('hình thức biểu quyết: giơ tay');
  });

  it('[MB4] a round opened below quorum is void and said so, and nothing of it is counted', () => {
    const told = toldCouncil();
    told.open({ 3: 'absent' });
    told.declareAll();
    told.openRound(1, true);
    told.mark(3, 'present');
    told.declare(seatAt(3));
    told.round(ALL_YES);
    const lines = linesOf(told.minutes());
    expect(one(lines, 'nên không có giá trị')).toMatch(
      /^Vòng chấm thứ nhất mở lúc .+ khi chưa đủ điều kiện họp \(vắng thư ký\) nên không có giá trị; không phiếu nào/u,
    );
    expect(one(lines, 'Khi khóa có mặt')).toContain(
      '05/05 thành viên được tham gia đánh giá nền tảng, cần ít nhất 04.',
    );
    expect(containing(lines, 'Số phiếu phát ra')).toHaveLength(1);
  });

  it('[MB4] a round that lost its quorum says when it ended and why', () => {
    const told = toldCouncil();
    told.open();
    told.declareAll();
    const poll = told.openRound();
    told.mark(3, 'left');
    must(rule(told.table, 'poll-voided', { poll, code: 'secretary-absent' }));
    expect(one(linesOf(told.minutes()), 'nên không có giá trị')).toMatch(
      /, đến .+ thì hủy vì không còn đủ điều kiện họp \(vắng thư ký\)/u,
    );
  });

  it('[MB5] recusals carry their time, that of mid-meeting and that of single criteria', () => {
    const per = { ...toldCouncil().state.opened?.rules.quorum, per: 'criterion' } as never;
    const told = toldCouncil({ rules: { quorum: per } });
    told.open();
    told.declareAll();
    const poll = told.openRound();
    for (const seat of [1, 2, 3, 4]) told.cast(poll, seat, 'yyyy');
    told.declare(seatAt(5), true);
    told.declare(seatAt(4), true, ['A-1', 'B-1']);
    const lines = linesOf(told.minutes());
    expect(one(lines, 'Do có xung đột lợi ích, Em')).toMatch(
      /không tham gia đánh giá Nền tảng 1 \(khai báo lúc \d\d giờ \d\d phút, trong cuộc họp, sau khi đã mở vòng chấm\) và không được tính vào mẫu số\.$/u,
    );
    expect(one(lines, 'Do có xung đột lợi ích, Dũng')).toMatch(
      /các tiêu chí A-1, B-1 của Nền tảng 1 .+ và không được tính vào mẫu số của các tiêu chí đó\.$/u,
    );
  });

  it('[MB5] a ballot issued to who came late is told with its time', () => {
    const told = toldCouncil();
    told.open({ 5: 'absent' });
    told.declareAll();
    const poll = told.openRound();
    told.mark(5, 'present');
    told.declare(seatAt(5));
    must(rule(told.table, 'ballot-issued', { poll, seat: seatAt(5) }));
    for (const seat of [1, 2, 3, 4, 5]) told.cast(poll, seat, 'yyyy');
    told.settle(poll);
    expect(one(linesOf(told.minutes()), 'Phát thêm phiếu cho Em')).toMatch(
      /lúc \d\d giờ \d\d phút, sau khi vòng chấm/u,
    );
  });
});

describe('results', () => {
  const half = { threshold: { comparator: 'more-than', numerator: 1, denominator: 2 } } as const;
  const four = ['chair', 'vice-chair', 'secretary', 'member'] as const;

  it('[MB6] a tie names whose side settled it, and none in a secret ballot', () => {
    const marks = { 1: 'yynn', 2: 'yyyy', 3: 'nnyy', 4: 'nnnn' };
    const open = toldCouncil({ rules: half, roles: four });
    open.open();
    open.declareAll();
    open.round(marks);
    const tie = one(linesOf(open.minutes()), 'bằng đúng một nửa ở');
    expect(tie).toBe(
      'Số phiếu Đạt bằng đúng một nửa ở 04 tiêu chí; theo bên có phiếu của người chủ trì An thì A-1, A-2 được tính là đạt; B-1, B-2 không được tính là đạt.',
    );
    expect(appendixText(open.minutes(), 'BẢNG')).toContain('Đạt (ngang)');
    const secret = toldCouncil({ rules: { ...half, secrecy: 'secret', individualSheets: false }, roles: four });
    secret.open();
    secret.declareAll();
    secret.round(marks);
    expect(one(linesOf(secret.minutes()), 'bằng đúng một nửa ở')).toContain(
      'không xác định được phiếu của người chủ trì',
    );
  });

  it('[MB6] the divisor stands in words, the other way of counting where it differs, groups and what was left out', () => {
    const told = toldCouncil();
    told.open({ 5: 'absent' });
    told.declareAll();
    told.round({ 1: 'yyy-', 2: 'nyy-', 3: 'yny-', 4: 'yyy-' });
    const lines = linesOf(told.minutes());
    const verdict = one(lines, 'Kết quả chấm: ');
    expect(verdict).toContain('01/04 tiêu chí đạt (ngưỡng: trên 3/4 của 04 thành viên có mặt, được tham gia đánh giá)');
    expect(verdict).toContain(
      'tiêu chí không áp dụng: B-2; tiêu chí không đạt, kèm số phiếu Đạt: A-1 (3/4), A-2 (3/4)',
    );
    expect(one(lines, 'theo từng nhóm')).toBe('Số tiêu chí đạt theo từng nhóm: A: 00/02; B: 01/02, không áp dụng 01.');
    const other = toldCouncil({ rules: { counting: 'per-ballot', ...half } });
    other.open();
    other.declareAll();
    other.round({ 1: 'nyyy', 2: 'ynyy', 3: 'yyny', 4: 'yyyy', 5: 'yyyy' });
    expect(one(linesOf(other.minutes()), 'Nếu tính theo từng tiêu chí')).toContain('Đủ; Hội đồng áp dụng');
  });

  it('[MB7] criteria that too few could judge are named; each line has its own divisor', () => {
    const quorum = {
      ...(toldCouncil().state.opened?.rules.quorum as never as object),
      per: 'criterion',
      share: { comparator: 'at-least', numerator: 1, denominator: 2 },
    } as never;
    const told = toldCouncil({ rules: { quorum } });
    told.open();
    told.declareAll();
    told.declare(seatAt(1), true, ['A-1']);
    told.round({ 1: '.yyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy', 5: 'yyyy' });
    expect(one(linesOf(told.minutes()), 'không đủ số thành viên')).toMatch(/: A-1\.$/u);
    const rows = told.minutes().appendices[0]?.tables[0]?.rows ?? [];
    expect(rows.find(({ cells }) => cells[0] === 'A-1')?.cells.slice(2)).toEqual([
      '',
      'Đ',
      'Đ',
      'Đ',
      'Đ',
      '4',
      '0',
      '0',
      '4',
      'Không đạt (thiếu)',
    ]);
    expect(appendixText(told.minutes(), 'PHIẾU')).toContain('Không tham gia đánh giá do xung đột lợi ích: A-1.');
  });

  it('[MB8] points: scores of ballots, what lies too far off, the mean with and without it, weights', () => {
    const set = {
      ...SET,
      groups: SET.groups.map((group, at) => ({
        ...group,
        criteria: group.criteria.map((each) => ({ ...each, weight: at === 0 ? 1_250 : 3_750 })),
      })),
    };
    const rules = {
      scale: { of: 'points', passMark: 70, outlier: 20 },
      counting: 'mean',
      denominator: 'valid-ballots',
    } as const;
    const told = toldCouncil({ rules, set });
    told.open();
    told.declareAll();
    told.round({ 1: '80 80 80 80', 2: '78 78 78 78', 3: '80 80 80 80', 4: '80 80 80 80', 5: '40 40 40 40' });
    const minutes = told.minutes();
    const lines = linesOf(minutes);
    expect(one(lines, 'được chấm từ 0 đến 100 điểm')).toContain(
      'nhân với trọng số của bộ tiêu chí; mức điểm đạt: 70 điểm',
    );
    expect(one(lines, 'Điểm trung bình của các phiếu')).toBe(
      'Điểm trung bình của các phiếu: 79,50 (mức điểm đạt: 70; số phiếu tính điểm: 04). Phiếu lệch quá 20% so với điểm trung bình, được loại ra một lần: TV5 Em (40,00 điểm). Điểm trung bình của tất cả phiếu, không áp dụng việc loại phiếu: 71,60.',
    );
    const table = minutes.appendices[0]?.tables[0];
    expect(table?.columns.map(({ label }) => label).join(' ')).toBe(
      'TT Tiêu chí TS TV1 TV2 TV3 TV4 TV5 Tổng TB Kết quả',
    );
    expect(table?.rows[1]?.cells).toEqual([
      'A-1',
      'Tiêu chí A 1',
      '12,5',
      '80',
      '78',
      '80',
      '80',
      '40',
      '358',
      '79,50',
      'Đạt',
    ]);
    expect(table?.rows.find(({ style }) => style === 'total')?.cells.slice(3)).toEqual([
      '80,00',
      '78,00',
      '80,00',
      '80,00',
      '40,00*',
      '',
      '79,50',
      '',
    ]);
    expect(appendixText(minutes, 'PHIẾU')).toContain('điểm, không kèm nhận xét (A-1: 40; A-2: 40; B-1: 40; B-2: 40)');
  });

  it('[MB9] agreement and margin stand under the score table where every sheet is printed, and nowhere else', () => {
    const told = toldCouncil();
    told.open();
    told.declareAll();
    told.round({ 1: 'nyyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy', 5: 'yyyy' });
    const said = appendixText(told.minutes(), 'BẢNG');
    expect(said).toContain('Mức độ thống nhất: 03/04 tiêu chí được mọi phiếu đánh giá như nhau');
    expect(said).toMatch(/Kết quả phụ thuộc tiêu chí A-1 \(04 đánh giá\)/u);
    const plain = toldCouncil({ rules: { individualSheets: false } });
    plain.open();
    plain.declareAll();
    plain.round(ALL_YES);
    expect(JSON.stringify(plain.minutes())).not.toMatch(/Krippendorff|Kết quả vững/u);
    const firm = toldCouncil({ rules: half });
    firm.open();
    firm.declareAll();
    firm.round(ALL_YES);
    expect(appendixText(firm.minutes(), 'BẢNG')).toContain('Kết quả vững: ');
  });
});

describe('rounds and opinions', () => {
  it('[MB10] the change from one round to the next is a table with reasons; the earlier round is told as one', () => {
    const told = toldCouncil();
    told.open();
    told.declareAll();
    told.round({ ...ALL_YES, 1: 'nyyy', 2: 'nnyy' });
    told.round({ ...ALL_YES, 2: 'ynyy' }, 2, 'Đã xem minh chứng bổ sung.');
    const minutes = told.minutes();
    const lines = linesOf(minutes);
    expect(one(lines, 'Kết quả của vòng này')).toMatch(
      /03\/04 tiêu chí đạt; không phải vòng quyết định\. .+ Phụ lục III\.$/u,
    );
    expect(containing(lines, 'Vòng chấm thứ')).toHaveLength(2);
    const [table] = minutes.appendices.find(({ title }) => title.startsWith('THAY ĐỔI'))?.tables ?? [];
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['A-1', 'An', 'Không đạt', 'Đạt', 'Đã xem minh chứng bổ sung'],
      ['A-1', 'Bình', 'Không đạt', 'Đạt', 'Đã xem minh chứng bổ sung'],
      ['Kết quả vòng trước: Chưa đủ. Kết quả vòng sau: Đủ.'],
    ]);
  });

  it('[MB11] a secret ballot names nobody: not in a column, a change or a sheet', () => {
    const told = toldCouncil({ rules: { secrecy: 'secret', individualSheets: false, vote: 'secret' } });
    told.open();
    told.declareAll();
    told.round({ ...ALL_YES, 1: 'nyyy' });
    told.round(ALL_YES, 2, 'Nghĩ lại.');
    told.conclude({ ...ALL_AGREE, 2: 'disagree' });
    const minutes = told.minutes();
    const [score] = minutes.appendices[0]?.tables ?? [];
    expect(score?.columns.map(({ label }) => label)).toEqual(['TT', 'Tiêu chí', 'Đ', 'K', '–', 'Kết quả']);
    const [change] = minutes.appendices.find(({ title }) => title.startsWith('THAY ĐỔI'))?.tables ?? [];
    expect(change?.rows[0]?.cells).toEqual(['A-1', 'Đ 4, K 1, – 0', 'Đ 5, K 0, – 0']);
    const scoring = JSON.stringify(minutes.appendices.filter(({ title }) => !title.startsWith('NIÊM PHONG')));
    for (const name of NAMES) expect(scoring).not.toContain(`: ${name}`);
    expect(one(linesOf(minutes), 'Biểu quyết về kết luận bằng hình thức bỏ phiếu kín')).toContain(
      'tán thành 04, không tán thành 01',
    );
    expect(containing(linesOf(minutes), 'Tán thành: ')).toEqual([]);
  });

  it('[MB12] an absent member’s marks are printed for reference only, once a round is counted', () => {
    const told = toldCouncil();
    told.open({ 5: 'absent' });
    told.opinion(5, 'Đề nghị xem kỹ nhóm A.', 'nnyy');
    told.declareAll();
    const before = told.minutes();
    expect(one(linesOf(before), 'Ý kiến bằng văn bản của thành viên vắng mặt Em')).toContain(
      '“Đề nghị xem kỹ nhóm A.”',
    );
    expect(appendixText(before, 'ĐÁNH GIÁ KÈM THEO')).toBe('[]');
    told.round({ 1: 'yyyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy' });
    told.openOpinions();
    const minutes = told.minutes();
    expect(appendixText(minutes, 'ĐÁNH GIÁ KÈM THEO')).toMatch(/Chỉ để tham khảo.+Em \(vắng mặt\).+A-1.+Không đạt/u);
    expect(one(linesOf(minutes), 'Ý kiến bằng văn bản của thành viên vắng mặt')).toContain('nêu tại Phụ lục III');
    expect(one(linesOf(minutes), 'Kết quả chấm: ')).toContain('04/04');
    const late = toldCouncil({ rules: { opinions: { shown: 'after-reveal', marks: 'none' } } });
    late.open({ 5: 'absent' });
    late.declareAll();
    expect(linesOf(late.minutes()).join('\n')).toContain('đưa ra sau khi công bố, không tính vào kết quả');
  });

  it('[MB13] criteria settled in one act, remarks by criterion and earlier conclusions are printed', () => {
    const told = toldCouncil();
    told.open();
    told.declareAll();
    const poll = told.round({ ...ALL_YES, 1: 'nyyy' });
    must(rule(told.table, 'criteria-discussed', { poll, criteria: ['A-2', 'B-1', 'B-2'] }));
    told.remark(4, 'A-1', 'Cần bổ sung số liệu.');
    told.remark(2, null, 'Đồng ý chung.');
    must(rule(told.table, 'criteria-discussed', { poll, criteria: ['A-1'] }));
    told.conclude({ 1: 'agree', 2: 'agree', 3: 'disagree', 4: 'disagree', 5: 'disagree' }, 'Đề nghị công nhận ngay.');
    told.conclude(ALL_AGREE, 'Đề nghị công nhận.');
    const lines = linesOf(told.minutes());
    expect(one(lines, 'không thảo luận riêng')).toContain('03 tiêu chí (A-2, B-1, B-2), lúc');
    expect(one(lines, 'Các tiêu chí đã thảo luận')).toBe('Các tiêu chí đã thảo luận: A-1.');
    expect(one(lines, 'Về tiêu chí A-1, ý kiến của Dũng')).toContain('“Cần bổ sung số liệu.”');
    expect(lines.indexOf(one(lines, 'Đồng ý chung'))).toBeGreaterThan(lines.indexOf(one(lines, 'Cần bổ sung')));
    expect(one(lines, 'Dự thảo kết luận trước đó')).toContain('Đề nghị công nhận ngay.');
    expect(containing(lines, 'Biểu quyết về kết luận').map((line) => line.split('. ').at(-1))).toEqual([
      'Kết luận không được thông qua.',
      'Kết luận được thông qua.',
    ]);
    expect(one(lines, 'Tán thành: An và Bình')).toBe('Tán thành: An và Bình; không tán thành: Chi, Dũng và Em.');
  });

  it('[MB13] a tied vote by raised hands says whose side it went by', () => {
    const told = toldCouncil({ rules: { vote: 'hands' }, roles: ['chair', 'vice-chair', 'secretary', 'member'] });
    told.open();
    told.declareAll();
    told.round({ 1: 'yyyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy' });
    told.conclude({ 1: 'agree', 2: 'agree', 3: 'disagree', 4: 'disagree' });
    expect(one(linesOf(told.minutes()), 'Biểu quyết về kết luận')).toBe(
      'Biểu quyết về kết luận bằng hình thức giơ tay: tán thành 02, không tán thành 02, không biểu quyết 00, trên tổng số 04 thành viên có quyền biểu quyết (cần trên 1/2). Số phiếu tán thành bằng đúng một nửa; quyết định theo bên của người chủ trì An (tán thành). Kết luận được thông qua.',
    );
    expect(containing(linesOf(told.minutes()), 'Tán thành: ')).toEqual([]);
  });
});

describe('counting committee', () => {
  it('[MB14] its election and its own minutes; before both agree nothing of the result is printed', () => {
    const told = toldCouncil({ rules: { committee: 'three' } });
    told.open();
    told.declareAll();
    expect(told.missing()).toContain('committee-missing');
    told.elect([4, 5, 2], ALL_AGREE);
    const poll = told.round({ ...ALL_YES, 1: 'nyyy' });
    expect(told.missing()).toEqual(['count-not-agreed']);
    const before = told.minutes();
    expect(JSON.stringify(before)).not.toMatch(/Số phiếu phát ra|Kết quả chấm:|TV1"/u);
    told.agree(poll, [2, 5]);
    const minutes = told.minutes();
    const lines = linesOf(minutes);
    one(lines, 'Danh sách đề cử Ban kiểm phiếu: Dũng, Em và Bình; Trưởng Ban kiểm phiếu: Dũng');
    expect(one(lines, 'Biểu quyết bầu Ban kiểm phiếu')).toMatch(/Ban kiểm phiếu được bầu theo danh sách trên\.$/u);
    expect(one(lines, 'Hai thành viên Em và Bình kiểm độc lập')).toContain('Biên bản kiểm phiếu: Phụ lục III.');
    const [table] = minutes.appendices.find(({ title }) => title === 'BIÊN BẢN KIỂM PHIẾU')?.tables ?? [];
    expect(table?.rows[0]?.cells[0]).toBe(
      'Số phiếu: phiếu phát ra: 05; thu về: 05; hợp lệ: 05; không hợp lệ: 00; phiếu Đạt ở tất cả tiêu chí: 04.',
    );
    expect(table?.rows[1]?.cells).toEqual(['A-1', 'Tiêu chí A 1', '4', '1', '0']);
    expect(table?.rows.at(-1)?.cells[0]).toContain('Em và Bình; hai kết quả khớp nhau');
    expect(told.missing()).toEqual(['conclusion-missing']);
  });
});

describe('when minutes may be written', () => {
  it('[MB15] not while the meeting is adjourned or something is voted on, nor before a vote on each conclusion', () => {
    const told = toldCouncil();
    expect(told.missing()).toEqual(['meeting-not-open', 'platform-not-counted']);
    told.open();
    told.declareAll();
    const poll = told.openRound();
    expect(told.missing()).toEqual(['minutes-while-voting', 'platform-not-counted']);
    for (const seat of [1, 2, 3, 4, 5]) told.cast(poll, seat, 'yyyy');
    told.settle(poll);
    told.conclude(ALL_AGREE);
    expect(told.missing()).toEqual([]);
    must(rule(told.table, 'meeting-adjourned', { until: '', note: '' }));
    expect(told.missing()).toEqual(['minutes-while-adjourned']);
  });
});

describe('who evaluates', () => {
  it('[MB16] a hired unit makes a report: one signer, no council, no vote, no share', () => {
    const told = toldCouncil({
      rules: {
        body: 'hired-unit',
        source: 'Hợp đồng',
        secrecy: 'open',
        quorum: ONE_ALONE,
        rounds: { most: 1, change: 'free' },
      },
      roles: ['chair', 'administrative-secretary'],
    });
    told.open();
    told.declareAll();
    told.round({ 1: 'yyyn' });
    told.conclude({ 1: 'agree' });
    const minutes = told.minutes();
    expect([minutes.title, minutes.number]).toEqual(['BÁO CÁO ĐÁNH GIÁ', 'Số: …/BC-ĐVĐG']);
    expect(minutes.signatories).toEqual([{ field: 'ChuToa', title: 'ĐẠI DIỆN ĐƠN VỊ ĐÁNH GIÁ', role: '', name: 'An' }]);
    const { recipients: _, ...printed } = minutes;
    expect(JSON.stringify(printed)).not.toMatch(/Hội đồng|Chủ tọa|biểu quyết|BIÊN BẢN|ngưỡng: /iu);
    expect(told.missing()).toEqual([]);
    one(linesOf(minutes), 'Người đánh giá xác nhận kết luận.');
    expect(minutes.appendices[0]?.tables[0]?.columns.map(({ label }) => label)).toEqual([
      'TT',
      'Tiêu chí',
      'ĐG',
      'Kết quả',
    ]);
  });

  it('[MB16] an expert group is called by its kind', () => {
    const told = toldCouncil({ rules: { body: 'expert-group', source: '' }, roles: ['chair', 'secretary', 'member'] });
    told.open();
    told.declareAll();
    told.round({ 1: 'yyyy', 2: 'yyyy', 3: 'yyyy' });
    told.conclude({ 1: 'agree', 2: 'agree', 3: 'agree' });
    const minutes = told.minutes();
    expect(minutes.title).toBe('BIÊN BẢN');
    expect(minutes.signatories.map(({ title, role }) => [title, role])).toEqual([
      ['THƯ KÝ', ''],
      ['CHỦ TỌA', 'TỔ TRƯỞNG TỔ CHUYÊN GIA'],
    ]);
    const { state } = told;
    const name = state.opened?.rules.name.vi ?? '';
    expect(JSON.stringify(minutes).replaceAll(name, '')).not.toContain('Hội đồng');
  });
});

it('[MC2] whatever the rules, every printed value names its entries and no number stands between the facts', () => {
  const points = { scale: { of: 'points', passMark: 70, outlier: 20 }, counting: 'mean' } as const;
  const wishes: readonly Wish[] = [
    { rules: { committee: 'three' } },
    { rules: { ...points, secrecy: 'secret', individualSheets: false, vote: 'secret' } },
    { rules: { ...points, vote: 'hands', denominator: 'appointed' } },
    { rules: { body: 'expert-group', secrecy: 'open', counting: 'per-ballot', denominator: 'valid-ballots' } },
  ];
  for (const wish of wishes) {
    const marks = wish.rules?.scale
      ? { 1: '80 80 60 80', 2: '20 20 20 20', 3: '82 82 82 82' }
      : { 1: 'yyyy', 2: 'nyy-', 3: 'yyyy' };
    const again = wish.rules?.scale
      ? { 1: '80 80 80 80', 2: '90 20 20 20', 3: '82 82 82 82' }
      : { 1: 'yyyy', 2: 'yyyy', 3: 'yyyy' };
    const told = toldCouncil(wish);
    told.open({ 5: 'absent', 4: 'absent' });
    told.mark(4, 'present');
    told.opinion(5, 'Đề nghị xem kỹ.', wish.rules?.scale ? '80 80 80 80' : 'yyyy');
    told.declareAll();
    told.declare(seatAt(4), true);
    if (wish.rules?.committee) told.elect([1, 2, 3], { 1: 'agree', 2: 'agree', 3: 'agree', 4: 'agree' });
    const first = told.round(marks);
    if (wish.rules?.committee) told.agree(first, [1, 2]);
    const last = told.round(again, 2, 'Đã xem thêm.');
    if (wish.rules?.committee) told.agree(last, [3, 2]);
    told.openOpinions();
    told.remark(2, 'A-1', 'Cần bổ sung.');
    told.conclude({ 1: 'agree', 2: 'disagree', 3: 'agree' });
    expect(told.missing()).toEqual([]);
    const parts = told
      .minutes()
      .fields.flatMap(({ paragraphs }) =>
        paragraphs.flatMap((each) => each.parts.map((part) => ({ id: each.id, part }))),
      );
    const nameless = parts.filter(({ part }) => typeof part !== 'string' && (part.entries ?? []).length === 0);
    expect(nameless).toEqual([]);
    const loose = parts.filter(
      ({ part }) => typeof part === 'string' && /\d/u.test(part.replace(/^\d+\. |tại mục 1\.|SHA-256/gu, '')),
    );
    expect(loose).toEqual([]);
    const ids = told.minutes().fields.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  }
});

it('[MB17] the same acts give the same content, whoever folds them', () => {
  const tell = () => {
    const told = toldCouncil();
    told.open();
    told.declareAll();
    told.round({ ...ALL_YES, 1: 'nyyy' });
    told.round(ALL_YES, 2, 'Nghĩ lại.');
    told.conclude(ALL_AGREE);
    return contentHash(sha256, told.minutes());
  };
  expect(tell()).toBe(tell());
});

const ONE_ALONE = {
  share: { comparator: 'at-least', numerator: 1, denominator: 1 },
  chair: 'required',
  viceChair: 'never',
  secretary: 'not-required',
  reviewers: 'not-required',
  per: 'platform',
} as const;
