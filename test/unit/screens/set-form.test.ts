// A criteria set under the hand, without a screen: steps back and forth, moves, ids that are followed, problems at their fields.
import { expect, test } from 'vitest';
import { firstDraft } from '../../../renderer/state/first-draft.ts';
import {
  type At,
  addCriterion,
  addGroup,
  addOutcome,
  criteriaIn,
  criterionAt,
  duplicate,
  followId,
  idAfter,
  move,
  moveOutcome,
  putCriterion,
  remove,
} from '../../../renderer/state/set-edits.ts';
import { addConsultation, changed, opened, redone, startForm, undone } from '../../../renderer/state/set-form.ts';
import { setPlace } from '../../../renderer/state/set-places.ts';
import { problemsOf, wordPlace, wordProblem } from '../../../renderer/state/set-problems.ts';
import { openSetKeeper } from '../../../renderer/state/set-record.ts';
import { wordsOf } from '../../../renderer/state/words.ts';
import { ok, type Result, refuse } from '../../../shared/base/result.ts';
import type { Call } from '../../../shared/contract/client.ts';
import { readSetDraft, type SetDraft, setDraft } from '../../../shared/criteria/set-draft.ts';
import { LANGUAGES } from '../../../shared/lang/say.ts';
import { brokenDraft, CONSULTATIONS, givenDraft } from '../../gallery/given-set.ts';
import { seeded } from '../../helpers/seed.ts';

const idsOf = (draft: SetDraft): string[] => criteriaIn(draft).map(({ id }) => id);
const at = (draft: SetDraft, id: string): At => ({
  is: 'criterion',
  key: criteriaIn(draft).find((each) => each.id === id)?.key ?? 0,
});
const doc = (draft: SetDraft) => ({ draft, consultations: [] });

test('[ED1] keys typed in one field are one step; another field, or another row, begins the next', () => {
  const first = startForm(doc(givenDraft(6)));
  const typed = ['m', 'mộ', 'một'].reduce(
    (form, text) => changed(form, doc({ ...form.doc.draft, attribution: text }), { mark: 'set.attribution' }),
    first,
  );
  const other = changed(typed, doc({ ...typed.doc.draft, version: '3' }), { mark: 'set.version' });
  const again = changed(opened(other, { is: 'set' }), doc({ ...other.doc.draft, version: '4' }), {
    mark: 'set.version',
  });
  expect(again.past).toHaveLength(3);
  expect(undone(again).doc.draft.version).toBe('3');
  expect(undone(undone(again)).doc.draft).toMatchObject({ version: '2.0', attribution: 'một' });
  const back = undone(undone(undone(again)));
  expect(back.doc).toEqual(first.doc);
  expect(undone(back)).toBe(back);
  expect(redone(redone(redone(back))).doc).toEqual(again.doc);
  // What is written after going back takes the place of what was taken back.
  expect(changed(back, doc({ ...back.doc.draft, version: '9' })).future).toEqual([]);
});

test('[ED1] going back opens what was changed, and consultations go along', () => {
  const draft = givenDraft(6);
  const gone = remove(draft, at(draft, 'G1-02'));
  const start = opened(startForm(doc(draft)), at(draft, 'G1-02'));
  const form = changed(start, doc(gone?.draft ?? draft), gone === undefined ? {} : { at: gone.at });
  expect(idsOf(form.doc.draft)).not.toContain('G1-02');
  expect(undone(form).at).toEqual(at(draft, 'G1-02'));
  const sent = changed(form, addConsultation(form.doc));
  expect(sent.doc.consultations).toHaveLength(1);
  expect(undone(sent).doc.consultations).toEqual([]);
});

test('[ED2] a criterion moves within its group and over its edge, and nothing moves out of the set', () => {
  const draft = givenDraft(10);
  const first = at(draft, 'G1-01');
  expect(move(draft, first, -1)).toBeUndefined();
  expect(idsOf(move(draft, first, 1)?.draft ?? draft).slice(0, 2)).toEqual(['G1-02', 'G1-01']);
  const last = at(draft, 'G1-05');
  const over = move(draft, last, 1)?.draft ?? draft;
  expect(over.groups.map(({ criteria }) => criteria.length)).toEqual([4, 6]);
  expect(over.groups[1]?.criteria[0]?.id).toBe('G1-05');
  expect(idsOf(move(over, last, -1)?.draft ?? over)).toEqual(idsOf(draft));
  const group: At = { is: 'group', key: draft.groups[0]?.key ?? 0 };
  expect(move(draft, group, 1)?.draft.groups.map(({ id }) => id)).toEqual(['G2', 'G1']);
});

test('[ED2] new rows get ids that nothing bears, and a doubled group keeps its conditions within itself', () => {
  expect([idAfter('G1-09', new Set(['G1-10'])), idAfter('A', new Set()), idAfter('G9', new Set())]).toEqual([
    'G1-11',
    'A-2',
    'G10',
  ]);
  const draft = givenDraft(10);
  const added = addCriterion(draft, at(draft, 'G1-05'));
  expect(idsOf(added?.draft ?? draft)).toContain('G1-06');
  const group: At = { is: 'group', key: draft.groups[0]?.key ?? 0 };
  const both = duplicate(draft, group)?.draft ?? draft;
  expect(new Set(idsOf(both)).size).toBe(15);
  const copy = both.groups[1]?.criteria ?? [];
  expect(copy[1]?.appliesWhen[0]?.criterion).toBe(copy[0]?.id);
  expect(readSetDraft(both).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('[ED2] conditions follow a criterion whose id is changed, and never another one that bears the old id', () => {
  const draft = givenDraft(6);
  const key = at(draft, 'G1-01');
  const renamed = putCriterion(draft, key.is === 'criterion' ? key.key : 0, { id: 'K1' });
  expect(criteriaIn(followId(renamed, 'G1-01', 'K1'))[1]?.appliesWhen[0]?.criterion).toBe('K1');
  const doubled = putCriterion(renamed, criteriaIn(draft)[2]?.key ?? 0, { id: 'G1-01' });
  expect(followId(doubled, 'G1-01', 'K1')).toBe(doubled);
  const taken = putCriterion(draft, key.is === 'criterion' ? key.key : 0, { id: 'G1-03' });
  expect(followId(taken, 'G1-01', 'G1-03')).toBe(taken);
});

test('[ED3] the outcome for every other case stays last, whatever is added or moved', () => {
  const draft = givenDraft(6);
  const added = addOutcome(draft);
  expect(added.outcomes.at(-1)?.is).toBe('otherwise');
  const [, , third, last] = draft.outcomes;
  expect(moveOutcome(draft, third?.key ?? 0, 1)).toBe(draft);
  expect(moveOutcome(draft, last?.key ?? 0, -1)).toBe(draft);
  expect(moveOutcome(draft, third?.key ?? 0, -1).outcomes[1]?.key).toBe(third?.key);
  const endless = { ...draft, outcomes: draft.outcomes.slice(0, 2) };
  expect(addOutcome(endless).outcomes.at(-1)?.is).toBe('otherwise');
});

test('[ED4] every problem of a set stands at a field of what is there, with words in both languages', () => {
  const draft = brokenDraft();
  const { all, errors, byRow } = problemsOf(draft, undefined);
  const stand = new Map(all.map(({ place, problem }) => [place, problem.code]));
  const key = (number: number): number => criteriaIn(draft)[number]?.key ?? 0;
  expect(Object.fromEntries(stand)).toMatchObject({
    [setPlace('version')]: 'field-missing',
    [`criterion.${key(0)}.id`]: 'id-malformed',
    [`criterion.${key(0)}.vi`]: 'field-missing',
    [`criterion.${key(0)}.tags`]: 'id-malformed',
    [`criterion.${key(1)}.weight`]: 'weight-malformed',
    [`criterion.${key(2)}.unit`]: 'field-missing',
    [`criterion.${key(2)}.threshold`]: 'threshold-malformed',
    [`criterion.${key(3)}.pass`]: 'points-malformed',
    'outcome.90002.tag': 'when-unknown',
  });
  expect(byRow.get(key(0))).toBe(3);
  expect(errors).toBe(all.filter(({ problem }) => problem.severity === 'error').length);
  for (const language of LANGUAGES)
    for (const each of all) {
      const words = wordsOf(language);
      expect(wordProblem(each.problem, draft, words)).not.toMatch(/\{|groups\[|outcome_rules|^$/);
      expect(wordPlace(each, draft, words)).not.toMatch(/\{|…|^$| ·\s*$/);
    }
});

test('[ED4] what the set as a whole lacks stands where it is mended', () => {
  const draft = givenDraft(10);
  const key = (number: number): number => criteriaIn(draft)[number]?.key ?? 0;
  const codes = (next: SetDraft) =>
    problemsOf(next, undefined).all.map(({ place, problem }) => [problem.code, place] as const);
  expect(codes(draft)).toEqual([]);
  expect(codes(putCriterion(draft, key(0), { weight: '500' }))).toContainEqual([
    'weights-partial',
    `criterion.${key(1)}.weight`,
  ]);
  expect(codes(putCriterion(draft, key(2), { appliesWhen: [{ criterion: 'X', mark: 'met' }] }))).toContainEqual([
    'condition-unknown',
    `criterion.${key(2)}.conditions.0`,
  ]);
  const circle = putCriterion(draft, key(0), { appliesWhen: [{ criterion: 'G1-02', mark: 'met' }] });
  expect(codes(circle)[0]?.[1]).toMatch(/^criterion\.\d+\.conditions$/);
  const english = putCriterion(draft, key(3), { guidance: { vi: 'Xem hồ sơ.', en: '' } });
  expect(codes(english)).toContainEqual(['english-missing', `criterion.${key(3)}.guidanceEn`]);
  expect(codes(putCriterion(draft, key(4), { threshold: '' }))).toContainEqual([
    'threshold-open',
    `criterion.${key(4)}.threshold`,
  ]);
  expect(codes({ ...draft, outcomes: draft.outcomes.slice(0, 3) })).toContainEqual([
    'otherwise-missing',
    'outcome.90003.when',
  ]);
  const level = criteriaIn(draft)[5]?.levels[1];
  const levels = (criteriaIn(draft)[5]?.levels ?? []).map((each, place) =>
    place === 1 ? { ...each, points: '0' } : each,
  );
  expect(codes(putCriterion(draft, key(5), { levels }))).toContainEqual([
    'levels-order',
    `criterion.${key(5)}.levelPoints.${level?.key}`,
  ]);
  const legal = { ...draft, legalBasis: ['', 'a'.repeat(520)] };
  const [long] = problemsOf(legal, undefined).all;
  expect(long === undefined ? '' : wordPlace(long, legal, wordsOf('en'))).toBe('Legal basis 2');
});

test('[ED4] a row that was just added is not reproached with being empty', () => {
  const draft = givenDraft(6);
  const added = addGroup(draft, { is: 'set' });
  const fresh = added?.at.is === 'group' ? added.at.key : undefined;
  expect(problemsOf(added?.draft ?? draft, fresh).errors).toBe(0);
  expect(problemsOf(added?.draft ?? draft, undefined).errors).toBeGreaterThan(0);
});

test('[ED5] the draft and whom it was sent to are saved under one word, each only when it changed', async () => {
  const asked: string[] = [];
  let answer: Result<unknown> = ok({ key: 'k', savedAt: '2026-11-23T02:00:00.000Z' });
  const call = (async (method: string, input: { consultations?: readonly unknown[] }) => {
    asked.push(`${method} ${input.consultations?.length ?? ''}`.trim());
    return answer;
  }) as unknown as Call;
  const start = { draft: firstDraft(), consultations: [] };
  const keeper = openSetKeeper(call, 'k', start, () => () => {});
  const written = { ...start, draft: { ...start.draft, id: 'a' } };
  keeper.keep(written);
  expect(keeper.now().word).toBe('typing');
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ word: 'saved' });
  const nameless = addConsultation({ ...written, consultations: CONSULTATIONS.slice(0, 2) });
  keeper.keep(nameless);
  await keeper.flush();
  expect(asked).toEqual(['library.save', 'library.consult 2']);
  answer = refuse('store-full');
  keeper.keep({ ...nameless, draft: { ...nameless.draft, id: 'b' } });
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ word: 'refused', why: { code: 'store-full' } });
  answer = ok({ key: 'k', savedAt: '2026-11-23T02:00:00.000Z' });
  await keeper.flush();
  expect(keeper.now().word).toBe('saved');
});

test('[ED2] whatever is done to the tree, the draft is one that the host takes, no two rows have one key, and all of it is undone', () => {
  const random = seeded('set edits');
  const acts = [addGroup, addCriterion, duplicate, remove, move] as const;
  let form = startForm(doc(givenDraft(12)));
  const first = form.doc.draft;
  for (let turn = 0; turn < 200; turn++) {
    const rows = [
      ...form.doc.draft.groups.map(({ key }): At => ({ is: 'group', key })),
      ...criteriaIn(form.doc.draft).map(({ key }): At => ({ is: 'criterion', key })),
    ];
    const row = rows[random.integer(0, Math.max(0, rows.length - 1))] ?? { is: 'set' };
    const act = acts[random.integer(0, acts.length - 1)] ?? remove;
    const acted =
      act === move
        ? move(form.doc.draft, row, random.integer(0, 1) === 0 ? 1 : -1)
        : (act as typeof remove)(form.doc.draft, row);
    if (acted === undefined || criteriaIn(acted.draft).length > 400) continue;
    form = changed(form, doc(acted.draft), { at: acted.at });
    const { draft } = form.doc;
    const keys = [
      ...draft.groups.map(({ key }) => key),
      ...criteriaIn(draft).flatMap(({ key, levels }) => [key, ...levels.map((each) => each.key)]),
    ];
    expect(new Set(keys.filter((key) => key < 9_000 || key > 9_003)).size).toBe(
      keys.filter((key) => key < 9_000 || key > 9_003).length,
    );
    expect(form.at.is !== 'criterion' || criterionAt(draft, form.at.key) !== undefined).toBe(true);
  }
  expect(setDraft.safeParse(form.doc.draft).success).toBe(true);
  while (form.past.length > 0) form = undone(form);
  expect(form.doc.draft).toEqual(first);
});
