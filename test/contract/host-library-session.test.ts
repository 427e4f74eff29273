// Sets of the library in sessions: which session holds which, and what its minutes say of the set.
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { draftOfSet } from '../../shared/criteria/set-draft.ts';
import { textOf } from '../../shared/minutes/content.ts';
import { counted, inRound, joined, stateOf } from './host-meeting.ts';
import { concluded } from './host-minutes-given.ts';
import { codeOf, deskOf, formOf, granted, room, SET_HASH, seen } from './host-room.ts';
import { DECISION, DRAFT, inForce, OWN, own, rowOf, saved } from './library-given.ts';

test('[LB26] a set that a session holds says so and is not discarded; a session keeps its own copy of a draft', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { key, sha256 } = await inForce(desk);
  const discard = async (which: string) => await desk.call('library.discard', { key: which });
  const uses = async (id: string) => granted(await desk.call('library.uses', { id })).uses;
  expect(await uses('cuc-a')).toEqual([]);
  const { meeting, poll } = await inRound(at, formOf({ criteria: sha256 as never }));
  const use = { book: meeting.book, subject: 'Họp thử', kind: 'rehearsal', version: '1.0', sha256 };
  expect(await uses('cuc-a')).toMatchObject([{ ...use, ballots: 0, sealed: false }]);
  await counted(meeting, poll);
  expect((await uses('cuc-a'))[0]?.ballots).toBe(5);
  expect(await uses('nho')).toEqual([]);
  expect(await discard(key)).toEqual({ ok: false, refusal: { code: 'set-in-use', params: { count: 1 } } });

  const draft = await saved(desk, draftOfSet({ ...OWN, id: 'nhap' }));
  const used = (await rowOf(desk, draft))?.sha256;
  const other = await joined(at, formOf({ criteria: used as never }));
  granted(await discard(draft));
  expect(codeOf(await discard(draft))).toBe('set-unknown');
  expect(codeOf(await desk.call('library.open', { key: draft }))).toBe('set-unknown');
  expect(stateOf(other).criteria).toMatchObject({ sha256: used, set: { id: 'nhap' } });
  const spare = await inForce(desk, { ...DRAFT, version: '2.0' });
  granted(await discard(spare.key));
  expect((await own(desk)).map(({ id, version }) => [id, version])).toEqual([['cuc-a', '1.0']]);
});

test('[LB26] a session whose card an earlier version wrote is asked once, and told like any other', async () => {
  const at = await room();
  const { desk, book } = await joined(at);
  const { store } = at.headless;
  const [card] = await store.readCards();
  const { set: _, ...earlier } = JSON.parse(card?.text ?? '{}') as { set?: object };
  granted(await store.saveCard(book as never, JSON.stringify(earlier)));
  const { uses } = granted(await desk.call('library.uses', { id: 'nho' }));
  expect(uses).toMatchObject([{ book, version: '1', sha256: SET_HASH, ballots: 0, sealed: false }]);
  expect((await store.readCards())[0]?.text).toBe(card?.text);
});

test('[LB27] a session says by whom its set was put in force, and of a draft says nothing of the kind', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const viewOf = async (criteria: string) => {
    const { book } = granted(await desk.call('session.create', formOf({ criteria: criteria as never })));
    return (await seen(desk, 'session', { book })).criteria;
  };
  const { sha256 } = await inForce(desk);
  expect(await viewOf(sha256)).toMatchObject({ sample: false, promulgation: DECISION });
  const draft = await viewOf((await rowOf(desk, await saved(desk, { ...DRAFT, version: '3' })))?.sha256 ?? '');
  expect([draft.sample, draft.promulgation]).toEqual([false, undefined]);
  const { sets } = granted(await desk.call('criteria.list', {}));
  expect(sets.map(({ id, version, state }) => [id, version, state])).toEqual([
    ['nho', '1', 'shipped'],
    ['cuc-a', '1.0', 'promulgated'],
    ['cuc-a', '3', 'draft'],
  ]);
});

test('[LB27] minutes name the decision of the set of the session; of a draft they say that it is none', async () => {
  const told = async (choose: (desk: Client) => Promise<string>) => {
    const at = await room();
    const criteria = (await choose(await deskOf(at))) as never;
    const { desk, book } = await concluded(at, formOf({ criteria }));
    const { minutes } = await seen(desk, 'minutes', { book });
    const all = minutes?.fields.flatMap(({ paragraphs }) => paragraphs) ?? [];
    return Object.fromEntries(all.filter(({ id }) => id.startsWith('criteria')).map((each) => [each.id, textOf(each)]));
  };
  const set = 'Bộ tiêu chí áp dụng: Bộ tiêu chí của Cục A, phiên bản 1.0, gồm 01 nhóm, 04 tiêu chí';
  const decided = await told(async (desk) => (await inForce(desk)).sha256);
  expect(decided.criteria).toBe(
    `${set}, ban hành kèm theo Quyết định số 15/QĐ-CA ngày 20 tháng 11 năm 2026 của Cục A.`,
  );
  expect(Object.keys(decided)).toEqual(['criteria', 'criteria-hash']);
  const draft = await told(async (desk) => (await rowOf(desk, await saved(desk)))?.sha256 ?? '');
  expect(draft.criteria).toBe(`${set}.`);
  expect(draft['criteria-draft']).toBe('Bộ tiêu chí này chưa được ban hành tại thời điểm họp.');
  const sample = await told(async () => SET_HASH);
  expect(Object.keys(sample)).toEqual(['criteria', 'criteria-hash', 'criteria-sample']);
});
