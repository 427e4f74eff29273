// The session form without a screen: lists that people paste, drafts kept in order, edits told apart, what waits first.
import { expect, test } from 'vitest';
import { putMembers } from '../../../renderer/screens/new-members.tsx';
import { openDraftKeeper } from '../../../renderer/state/draft-keeper.ts';
import { formErrors } from '../../../renderer/state/form-errors.ts';
import { homeItems } from '../../../renderer/state/home-order.ts';
import type { Kept } from '../../../renderer/state/keeper.ts';
import { readMembers } from '../../../renderer/state/paste-members.ts';
import {
  contractForm,
  FIRST_FORM,
  type FormState,
  formToEdit,
  withCouncil,
} from '../../../renderer/state/session-form.ts';
import { ok, type Result, refuse } from '../../../shared/base/result.ts';
import type { Call } from '../../../shared/contract/client.ts';
import { sessionDraft } from '../../../shared/contract/session-draft.ts';
import { editOf } from '../../../shared/contract/session-edit.ts';
import { type EditedForm, editedForm } from '../../../shared/contract/session-form.ts';
import type { WAITS } from '../../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { decimalOf } from '../../../shared/lang/when.ts';

test('[PR13] a list is read as people have it: numbered, with tabs or commas, a role where one is named', () => {
  expect(readMembers('1. Nguyễn Văn An, Cục trưởng, Cục A\n2. Trần Thị Bình, Chuyên viên, Vụ B, Bộ C')).toEqual([
    { name: 'Nguyễn Văn An', position: 'Cục trưởng', unit: 'Cục A' },
    { name: 'Trần Thị Bình', position: 'Chuyên viên', unit: 'Vụ B, Bộ C' },
  ]);
  expect(
    readMembers('STT\tHọ và tên\tChức vụ\tĐơn vị\tVai trò\n1\tLê Cường\tPhó Cục trưởng\tCục A\tPhó Chủ tịch Hội đồng'),
  ).toEqual([{ name: 'Lê Cường', position: 'Phó Cục trưởng', unit: 'Cục A', role: 'vice-chair' }]);
  expect(readMembers('Phạm Dung; Uỷ viên thư ký; Văn phòng').map(({ role, unit }) => [role, unit])).toEqual([
    ['secretary', ''],
  ]);
  // Typed apart (NFD), empty lines, a name alone.
  expect(readMembers('\n  \nNguyễn Ẩn\n'.normalize('NFD'))).toEqual([{ name: 'Nguyễn Ẩn', position: '', unit: '' }]);
  expect(readMembers('a\n'.repeat(200))).toHaveLength(60);
});

test('[PR13] what is pasted stands in the rows that are there and keeps their roles; more rows follow', () => {
  const pasted = Array.from({ length: 9 }, (_, at) => ({ name: `Người ${at}`, position: '', unit: '' }));
  const { members, nextKey } = putMembers(FIRST_FORM, 0, pasted);
  expect(members.map(({ role }) => role).slice(0, 7)).toEqual(FIRST_FORM.members.map(({ role }) => role));
  expect(members).toHaveLength(9);
  expect(new Set(members.map(({ key }) => key)).size).toBe(9);
  expect(nextKey).toBeGreaterThan(Math.max(...members.map(({ key }) => key)));
});

/** A host that answers when it is told to, and what it was asked. */
function slowHost(answers: (() => Result<object>)[] = []) {
  const asked: { readonly method: string; readonly input: { draft?: string; form?: FormState } }[] = [];
  const waiting: (() => void)[] = [];
  const call = (async (method: string, input: object) => {
    asked.push({ method, input });
    await new Promise<void>((go) => waiting.push(go));
    return answers.shift()?.() ?? ok({ draft: '00000000000000aa', savedAt: '2026-11-23T02:00:00.000Z' });
  }) as unknown as Call;
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { call, asked, answer };
}
const now = (act: () => void): (() => void) => {
  act();
  return () => {};
};
const named = (subject: string): FormState => ({ ...FIRST_FORM, subject });

test('[PR14] a draft is saved one at a time, the newest form last, under one name', async () => {
  const host = slowHost();
  const keeper = openDraftKeeper({ call: host.call, draft: undefined, later: now });
  const told: Kept['word'][] = [];
  keeper.onChange(() => void told.push(keeper.now().word));
  for (const subject of ['a', 'ab', 'abc']) keeper.keep(named(subject));
  expect(host.asked).toHaveLength(1);
  await host.answer();
  await host.answer();
  expect(host.asked.map(({ input }) => [input.draft, input.form?.subject])).toEqual([
    [undefined, 'a'],
    ['00000000000000aa', 'abc'],
  ]);
  expect(told.at(-1)).toBe('saved');
});

test('[PR14] what was refused is kept and sent again; a draft discarded elsewhere becomes a new one', async () => {
  const host = slowHost([() => refuse('store-full'), () => refuse('draft-unknown')]);
  const keeper = openDraftKeeper({ call: host.call, draft: '00000000000000bb', later: now });
  keeper.keep(named('x'));
  await host.answer();
  expect(keeper.now()).toMatchObject({ word: 'refused', why: { code: 'store-full' } });
  void keeper.flush();
  await host.answer();
  await host.answer();
  expect(host.asked.map(({ input }) => input.draft)).toEqual(['00000000000000bb', '00000000000000bb', undefined]);
  expect(keeper.now().word).toBe('saved');
});

test('[PR14] a form that has become a session is saved no more, and its draft is discarded after the last save', async () => {
  const host = slowHost();
  const keeper = openDraftKeeper({ call: host.call, draft: undefined, later: now });
  keeper.keep(named('x'));
  const ended = keeper.end();
  keeper.keep(named('y'));
  await host.answer();
  await host.answer();
  await ended;
  expect(host.asked.map(({ method }) => method)).toEqual(['session.draft.save', 'session.draft.discard']);
});

const seat = (number: number): string => `000000000000000${number}`;
const BEFORE: EditedForm = {
  kind: 'session',
  subject: 'Họp',
  superior: '',
  council: 'HỘI ĐỒNG',
  decision: { number: '1', date: '2026-02-05', body: 'Bộ' },
  place: 'Hà Nội',
  symbol: 'BB',
  criteria: 'a'.repeat(64) as never,
  thresholds: [{ criterion: 'G1-05', threshold: '99.5', source: 'QĐ 45' }],
  rules: DEFAULT_RULES,
  members: (['chair', 'secretary', 'member', 'member'] as const).map((role, at) => ({
    seat: seat(at + 1),
    name: `Người ${at + 1}`,
    position: '',
    unit: '',
    role,
  })),
  platforms: [
    {
      platform: seat(9),
      name: 'Nền tảng',
      owner: '',
      enterprise: '',
      address: '',
      evidence: [
        {
          evidence: seat(8),
          sha256: 'b'.repeat(64) as never,
          title: 'x',
          kind: 'survey',
          supplier: '',
          date: '2026-02-05',
          label: 'public',
          criteria: ['G1-01'],
        },
      ],
      measured: [{ criterion: 'G1-05', value: '99.7' }],
    },
  ],
};
const LIBRARY = {
  sha256: BEFORE.criteria,
  open: [{ criterion: 'G1-05', statement: { vi: '', en: '' }, unit: '%', comparator: '>=' }],
  measured: [],
};

test('[PR1] a session’s form comes back from the screen as it went in, and an edit is only what was edited', () => {
  const form = formToEdit('c'.repeat(64), { form: BEFORE, sizes: { ['b'.repeat(64)]: 12 } }, (text) =>
    decimalOf('vi', text),
  );
  expect(form.platforms[0]?.evidence[0]?.size).toBe(12);
  expect(sessionDraft.safeParse(form).success).toBe(true);
  expect(formErrors(form, { ...LIBRARY, codes: ['G1-01', 'G1-05'] }).size).toBe(0);
  const after = contractForm(form, LIBRARY);
  expect(editedForm.safeParse(after).success).toBe(true);
  expect(editOf(BEFORE, after, () => true)).toEqual({ how: 'none', reasons: [] });
  const moved = contractForm({ ...form, place: 'Huế' }, LIBRARY);
  expect(editOf(BEFORE, moved, () => true)).toEqual({ how: 'in-place', reasons: [] });
});

test('[PR3] each edit that no ruling can say has its reason', () => {
  const [first, second, third, fourth] = BEFORE.members;
  const [platform] = BEFORE.platforms;
  if (!first || !second || !third || !fourth || !platform) throw new Error('a smaller form');
  const extra = { name: 'Người 5', position: '', unit: '', role: 'member' as const };
  const cases: readonly (readonly [Partial<EditedForm>, string])[] = [
    [{ kind: 'rehearsal' }, 'kind'],
    [{ criteria: 'd'.repeat(64) as never }, 'criteria'],
    [{ rules: { ...DEFAULT_RULES, individualSheets: false } }, 'rules'],
    [{ members: [first, second, third, { ...fourth, role: 'observer' }] }, 'role'],
    [{ members: [first, second, third] }, 'seat-removed'],
    [{ members: [first, second, fourth, third] }, 'seat-order'],
    [{ members: [extra, first, second, third, fourth] }, 'seat-order'],
    [{ members: [first, second, third, { ...fourth, name: 'Khác' }] }, 'seated-name'],
    [{ platforms: [{ ...platform, address: 'https://khac.example' }] }, 'platform-changed'],
    [{ platforms: [{ ...platform, platform: undefined }] }, 'platform-removed'],
    [{ platforms: [{ ...platform, evidence: [] }] }, 'evidence-removed'],
    [{ platforms: [{ ...platform, measured: [] }] }, 'value-removed'],
  ];
  for (const [more, reason] of cases)
    expect(
      editOf(BEFORE, { ...BEFORE, ...more } as EditedForm, () => true),
      reason,
    ).toEqual({ how: 'new-book', reasons: [reason] });
  const renamed = { ...BEFORE, members: [first, second, third, { ...fourth, name: 'Khác' }, extra] };
  expect(editOf(BEFORE, renamed, () => false).how).toBe('in-place');
});

test('[PR7] a former council gives its people and decision, and nothing else', () => {
  const now = withCouncil({ ...FIRST_FORM, subject: 'Mới', place: 'Huế' }, { form: BEFORE, sizes: {} });
  expect(now).toMatchObject({
    subject: 'Mới',
    place: 'Huế',
    council: 'HỘI ĐỒNG',
    decisionDate: '05/02/2026',
    criteria: '',
  });
  expect(now.members.map(({ name }) => name)).toEqual(['Người 1', 'Người 2', 'Người 3', 'Người 4']);
  expect(now.members.every((member) => member.seat === undefined)).toBe(true);
  expect(now.platforms).toEqual(FIRST_FORM.platforms);
});

test('[PR15] home puts first what waits for people in the room, then signatures, then the next meeting, then drafts', () => {
  const card = (number: number, what: (typeof WAITS)[number], openedAt: string) => ({
    book: String(number),
    kind: 'session' as const,
    subject: '',
    council: '',
    openedAt,
    phase: 'prepare' as const,
    waits: { for: what, count: 0 },
  });
  const order = homeItems({
    cards: [
      card(1, 'nothing', '2026-11-09'),
      card(2, 'opening', '2026-11-08'),
      card(3, 'signature-chair', '2026-11-01'),
      card(4, 'ballots', '2026-10-01'),
      card(5, 'opening', '2026-11-09'),
    ],
    drafts: [{ draft: 'd', kind: 'session', subject: '', council: '', savedAt: '2026-11-10' }],
  });
  expect(order.map((item) => (item.is === 'card' ? item.card.book : 'draft'))).toEqual([
    '4',
    '3',
    '5',
    '2',
    'draft',
    '1',
  ]);
});
