// The words of the minutes of a played meeting: outcomes, numbers that name their entries, hashes, and what makes them stale.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hold } from '../../../electron/command/played-meeting.ts';
import type { Marks } from '../../../electron/command/played-table.ts';
import { cutHeads } from '../../../electron/host/minutes-file.ts';
import { nodeCiphers, nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../../electron/seal/node-keys.ts';
import { extractOf, readExtract } from '../../../shared/book/extract.ts';
import { fold } from '../../../shared/book/fold.ts';
import type { SessionForm } from '../../../shared/contract/methods.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { type Minutes, type Paragraph, textOf } from '../../../shared/minutes/content.ts';
import { contentHash, minutesOf, writtenHash } from '../../../shared/minutes/minutes-of.ts';
import { openBallots } from '../../../shared/seal/open-ballots.ts';
import { bookOf, type Council, council, type Finished, finished, marksBut, sampleSet } from '../../helpers/played.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

/** The tags of the criteria that fail, by the number of the platform. */
const FAILING: readonly (readonly string[])[] = [[], ['popularity'], ['other'], ['popularity', 'other']];
const NATIONAL = 'Đề nghị công nhận nền tảng số quốc gia';
const POTENTIAL = 'Đề nghị công nhận nền tảng số tiềm năng';
const NOT_MET = 'Chưa đáp ứng tiêu chí';

/** The sample, with a tag of the test's own on one criterion that has none. */
const withOther = (set: CriteriaSet): CriteriaSet => ({
  ...set,
  groups: set.groups.map((group, at) =>
    at > 0
      ? group
      : {
          ...group,
          criteria: group.criteria.map((criterion, index) =>
            index === 1 ? { ...criterion, tags: ['other'] } : criterion,
          ),
        },
  ),
});

const marksByPlatform =
  (set: CriteriaSet): Marks =>
  (platform, seat) => {
    const number = Number(/Mẫu (\d+)/u.exec(platform.name)?.[1] ?? '1');
    return marksBut(set, ...(FAILING[number - 1] ?? []))(platform, seat);
  };

const paragraphsOf = (minutes: Minutes): readonly Paragraph[] => [
  ...minutes.fields.flatMap(({ paragraphs }) => paragraphs),
  minutes.closing,
];
const factsOf = (paragraph: Paragraph) => paragraph.parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
const factsNamed = (minutes: Minutes, name: string) =>
  paragraphsOf(minutes)
    .flatMap(factsOf)
    .filter((part) => part.fact === name)
    .map(({ value }) => value);
const wholeText = (minutes: Minutes): string => JSON.stringify(minutes);

describe('the six-group sample, four platforms', () => {
  let played: Finished;
  let minutes: Minutes;

  beforeAll(async () => {
    const set = withOther(await sampleSet('mau-1230'));
    const guest = { name: 'Nguyễn Thị Khách Mời', position: '', unit: 'Cơ quan khác', role: 'invited' as const };
    const form = (plain: SessionForm): SessionForm => ({ ...plain, members: [...plain.members, guest] });
    played = await finished({ set, marks: marksByPlatform(set), platforms: 4, form });
    const { state, opened } = await bookOf(played);
    minutes = minutesOf({ state, opened, prose: state.minutes.written?.prose as never });
  });
  afterAll(async () => {
    await played?.close();
  });

  it('[MC1] national, potential, not met: potential only where nothing but popularity fails', () => {
    expect(factsNamed(minutes, 'outcome')).toEqual([NATIONAL, POTENTIAL, NOT_MET, NOT_MET]);
    expect(factsNamed(minutes, 'conclusion')).toEqual([`${NATIONAL}.`, `${POTENTIAL}.`, `${NOT_MET}.`, `${NOT_MET}.`]);
    expect(wholeText(minutes).match(/tiềm năng/gu)?.length).toBeGreaterThan(0);
  });

  it('[MC2] every printed value names entries, and every entry named is in the book', async () => {
    const { book } = await bookOf(played);
    const known = new Set([...book.feeds.values()].flatMap(({ entries }) => entries.map(({ hash }) => hash as string)));
    const facts = paragraphsOf(minutes).flatMap((paragraph) =>
      factsOf(paragraph).map((part) => ({ ...part, where: paragraph.id })),
    );
    expect(facts.length).toBeGreaterThan(80);
    expect(facts.filter(({ entries }) => entries === undefined).map(({ where, fact }) => `${where}: ${fact}`)).toEqual(
      [],
    );
    expect(facts.flatMap(({ entries }) => entries ?? []).filter((entry) => !known.has(entry))).toEqual([]);
  });

  it('[MC2] outside the secretary’s prose no number stands in the text between the facts', () => {
    const prose = /^(presentation|discussion|recommendation)-/u;
    const ordinals = /^\d+\. |tại mục 1\.|SHA-256/gu;
    const loose = paragraphsOf(minutes)
      .filter(({ id }) => !prose.test(id))
      .flatMap(({ id, parts }) => parts.flatMap((part) => (typeof part === 'string' ? [`${id}: ${part}`] : [])))
      .filter((text) => /\d/u.test(text.slice(text.indexOf(': ') + 2).replace(ordinals, '')));
    expect(loose).toEqual([]);
  });

  it('[MC3] an extract read back gives the same minutes, word for word', async () => {
    const { state, book } = await bookOf(played);
    const text = JSON.stringify(extractOf(book, cutHeads(state)));
    const read = await readExtract(text, nodeSha256, nodeVerify);
    if (!read.ok) throw new Error(read.refusal.code);
    const again = fold(read.value, nodeSha256);
    if (again === undefined) throw new Error('nothing was recorded');
    const opened = await openBallots(nodeCiphers, again, read.value);
    expect(minutesOf({ state: again, opened, prose: again.minutes.written?.prose as never })).toEqual(minutes);
    expect(contentHash(nodeSha256, minutes)).toBe(again.minutes.cut?.content);
    expect(writtenHash(nodeSha256, minutes)).toBe(again.minutes.written?.sha256);
  });

  it('[MC4] another word of prose is another hash; the closing clause is in the cut’s hash only', async () => {
    const { state, opened } = await bookOf(played);
    const prose = state.minutes.written?.prose;
    if (prose === undefined) throw new Error('not written');
    const other = minutesOf({ state, opened, prose: { ...prose, discussion: `${prose.discussion} Thêm.` } });
    expect(writtenHash(nodeSha256, other)).not.toBe(writtenHash(nodeSha256, minutes));
    const closing = { id: 'closing', parts: ['Khác./.'] };
    expect(writtenHash(nodeSha256, { ...minutes, closing })).toBe(writtenHash(nodeSha256, minutes));
    expect(contentHash(nodeSha256, { ...minutes, closing })).not.toBe(contentHash(nodeSha256, minutes));
  });

  it('[MC5] a sample set is named as a sample in the text and over the score table', () => {
    const ground = paragraphsOf(minutes).find(({ id }) => id === 'criteria-sample');
    expect(ground && textOf(ground)).toContain('bộ tiêu chí MẪU');
    expect(minutes.appendices[0]?.notes.join(' ')).toContain('Bộ tiêu chí MẪU');
  });

  it('[MC6] each individual sheet names every criterion once, whether it says something or not', async () => {
    const { state } = await bookOf(played);
    const wanted = state.criteria?.set.groups.flatMap(({ criteria }) => criteria.map(({ id }) => id)).sort();
    const sheets = minutes.appendices.find(({ title }) => title.startsWith('PHIẾU'))?.tables ?? [];
    expect(sheets).toHaveLength(5 + 6 + 6 + 6);
    for (const { rows } of sheets) {
      const named = rows.flatMap(({ style, cells }) =>
        style === 'note' ? (cells[0]?.match(/[A-Z]\d-\d\d/gu) ?? []) : [cells[0] ?? ''],
      );
      expect(named.sort()).toEqual(wanted);
    }
  });

  it('[MC7] who has no vote stands apart from the members and is not counted among them', () => {
    const count = paragraphsOf(minutes).find(({ id }) => id === 'attendance-count');
    expect(count && textOf(count)).toBe('Thành viên Hội đồng có mặt: 06/07 thành viên, gồm:');
    const lines = paragraphsOf(minutes).map(textOf);
    const apart = lines.indexOf('Cùng tham dự, không có quyền biểu quyết:');
    expect(lines[apart + 1]).toBe('1. Nguyễn Thị Khách Mời, Cơ quan khác – Đại biểu mời.');
    expect(lines.filter((line) => line.includes('Khách Mời'))).toHaveLength(1);
    expect(textOf(minutes.closing)).toMatch(/06\/06 thành viên có mặt nhất trí thông qua/u);
  });

  it('[MC8] somebody’s own words are not followed by a second full stop', () => {
    const twice = paragraphsOf(minutes)
      .map(textOf)
      .filter((text) => /[.!?]”\.|\.\.|\.;/u.test(text.replaceAll('./.', '')));
    expect(twice).toEqual([]);
  });
});

describe('the second sample', () => {
  let played: Council;
  beforeAll(async () => {
    const set = await sampleSet('toi-thieu-224');
    played = await council({ set, platforms: 2, marks: marksBySecond(set) });
    await hold(played.meeting);
  });
  afterAll(async () => {
    await played?.close();
  });
  const marksBySecond =
    (set: CriteriaSet): Marks =>
    (platform, seat) => {
      const items = marksBut(set)(platform, seat);
      return platform.name.includes('Mẫu 2')
        ? { ...items, 'B2-02': { mark: 'not-met', remark: 'Chưa diễn tập' } }
        : items;
    };

  it('[MC1] prints its own outcomes and knows no potential platform', async () => {
    const { state, opened } = await bookOf(played);
    const minutes = minutesOf({ state, opened, prose: state.minutes.written?.prose ?? (noProse as never) });
    expect(factsNamed(minutes, 'outcome')).toEqual(['Đáp ứng yêu cầu tối thiểu', 'Chưa đáp ứng yêu cầu tối thiểu']);
    expect(wholeText(minutes)).not.toMatch(/tiềm năng/u);
    expect(wholeText(minutes)).toContain('MẪU');
  });

  it('[MC9] a fact changed after the minutes were written makes them stale, and nothing is sealed', async () => {
    const { desk, book, cast } = played.meeting;
    const code = async (call: Promise<{ ok: boolean; refusal?: { code: string } }>) =>
      (await call).refusal?.code ?? 'done';
    expect(await code(desk.call('minutes.write', { book }) as never)).toBe('done');
    const seat = cast.reserving?.seat ?? '';
    expect(await code(desk.call('attendance.mark', { book, seat, presence: 'left', note: '' }) as never)).toBe('done');
    expect(await code(desk.call('meeting.close', { book }) as never)).toBe('done');
    expect(await code(desk.call('minutes.seal', { book }) as never)).toBe('minutes-stale');
    const { state } = await bookOf(played);
    expect(state.minutes.cut).toBeUndefined();
    expect(state.minutes.sealed).toBeUndefined();
  });
});

const noProse = { number: '', presentation: '', discussion: '', recommendation: '', recipients: [] };
