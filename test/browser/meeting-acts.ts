// What people do in the meeting before and during the scoring, key by key.
import { expect } from 'vitest';
import { PATIENCE } from '../helpers/browser.ts';
import { picture, type SeatPage } from './meeting-pages.ts';
import {
  COUNCIL,
  CRITERIA,
  commentOf,
  EVIDENCE,
  markOf,
  nameOf,
  PLATFORM,
  REMARKED,
  remarkOf,
  SET,
  type SeatKey,
  SUBJECT,
  t,
} from './meeting-plan.ts';

/** Walks along the line of phases. */
export const goTo = async (
  at: SeatPage,
  phase: 'attendance' | 'scoring' | 'reveal' | 'conclusion' | 'minutes' | 'signing' | 'done',
) =>
  await at.press(
    'link',
    new RegExp(`^${t(`phase.${phase}`)} ?\\(`),
    at.page.getByRole('navigation', { name: t('phase.line') }),
  );

const memberRow = (at: SeatPage, number: number) =>
  at.page.getByRole('row', { name: t('new.member', { number }), exact: true });

/** Four of the seven rows stay: chair, secretary and the two members. */
async function fillMembers(at: SeatPage): Promise<void> {
  for (const number of [5, 4, 2]) await at.press('button', t('new.member.remove', { number }));
  for (const [index, { name, unit }] of COUNCIL.entries()) {
    await at.write(t('new.member.name'), name, memberRow(at, index + 1));
    await at.write(t('new.member.unit'), unit, memberRow(at, index + 1));
  }
}

async function fillCriteria(at: SeatPage): Promise<void> {
  await at.choose(t('new.criteria.pick'), `[${t('tag.sample')}] ${SET.name.vi}`);
  await at.see(t('new.criteria.count', { groups: 6, criteria: 30, version: SET.version }));
  const id = 'G1-05';
  await at.pick(t('new.threshold.how', { id }), t('new.threshold.set'));
  await at.write(/^Ngưỡng của G1-05 \(/, '99,5');
  await at.write(t('new.threshold.source', { id }), 'Cơ quan chủ quản quy định');
}

async function fillPlatform(at: SeatPage): Promise<void> {
  const place = at.page.getByRole('group', { name: t('new.platform', { number: 1 }), exact: true });
  await at.write(t('new.platform.name'), PLATFORM, place);
  await at.write(t('new.platform.owner'), 'Cơ quan chủ quản Ví dụ', place);
  await at.write(t('new.platform.enterprise'), 'Công ty Ví dụ', place);
  await at.write(t('new.platform.address'), 'https://dulieumo.example', place);
  await at.write(t('new.measured.value', { id: 'G1-05', unit: '%' }), '99,7', place);
  await at.write(t('new.measured.value', { id: 'G4-01', unit: '%' }), '57,25', place);
  await at.give(t('evidence.pick'), EVIDENCE, place);
  for (const [index, { name }] of EVIDENCE.entries())
    await at.see(`${t('evidence.item', { number: index + 1 })}: ${name}`, place);
}

/** The whole form. */
export async function fillForm(at: SeatPage): Promise<void> {
  await at.press('link', t('home.new'));
  await at.write(t('new.subject'), SUBJECT);
  await at.write(t('new.superior'), 'BỘ VÍ DỤ');
  await at.write(t('new.council'), 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ');
  await at.write(t('new.decisionNumber'), '12/QĐ-BVD');
  await at.write(t('new.decisionDate'), '03/02/2026');
  await at.write(t('new.decisionBody'), 'Bộ Ví dụ');
  await at.write(t('new.place'), 'Phòng họp số 2');
  await picture(at, 'form-meeting');
  await fillCriteria(at);
  await picture(at, 'form-criteria');
  await fillMembers(at);
  await picture(at, 'form-members');
  await fillPlatform(at);
  await picture(at, 'form-platform');
  await at.press('button', t('rules.change'));
  await at.choose(t('rules.quorum.share'), t('share.at-least', { numerator: 3, denominator: 4 }));
}

/** As the desk's screen shows it. */
export async function codeFor(desk: SeatPage, key: SeatKey): Promise<string> {
  const name = nameOf(key);
  await desk.press('button', t('attendance.code.make', { name }));
  const code = await desk.page.getByRole('row').filter({ hasText: name }).locator('strong.code').innerText();
  await picture(desk, 'code');
  return code;
}

export async function joinWith(at: SeatPage, key: SeatKey, origin: string, code: string, how: 'typed' | 'address') {
  if (how === 'typed') {
    await at.page.goto(`${origin}/`);
    await at.see(t('home.stranger'));
    await at.press('link', t('home.join'));
    await at.write(t('join.code'), code);
    await at.press('button', t('join.ask'));
  } else await at.page.goto(`${origin}/#join=${code}`);
  await at.see(nameOf(key));
  await at.press('button', t('join.yes'));
  await at.see(t('attendance.title'));
}

export async function declare(at: SeatPage): Promise<void> {
  await at.pick(PLATFORM, t('declare.clear'));
  await at.press('button', t('declare.send'));
  await at.see(t('declare.done'));
}

const atCriterion = async (at: SeatPage, id: string): Promise<void> =>
  await at.page.getByRole('heading', { name: t('scoring.criterion', { id }), exact: true }).waitFor();

/** The sheet has been read from where it is kept: from here on keys mark. */
const mayMark = async (at: SeatPage): Promise<void> => {
  const button = at.page.getByRole('button', { name: t('mark.met'), exact: true });
  await expect.poll(async () => await button.isEnabled(), { timeout: PATIENCE }).toBe(true);
};

/** R, the words, Esc: back to where single keys act. */
export async function remark(at: SeatPage, words: string): Promise<void> {
  await at.keys('r');
  await at.type(words);
  await at.keys('Escape');
}

/** One key a criterion, from one to another (left out); the planted remark on its way. */
export async function mark(at: SeatPage, key: SeatKey, from: number, to: number): Promise<void> {
  await atCriterion(at, CRITERIA[from] ?? '');
  await mayMark(at);
  for (const id of CRITERIA.slice(from, to)) {
    if (id === REMARKED) await remark(at, remarkOf(key));
    await at.keys(markOf(key, id) === 'met' ? '1' : '2');
  }
}

export const isMarked = async (at: SeatPage, done: number): Promise<void> =>
  await at.see(t('scoring.done', { done, all: CRITERIA.length }));

/** Ctrl+Enter asks; a general comment; Ctrl+Enter again seals. */
export async function cast(at: SeatPage, comment?: string): Promise<void> {
  await at.keys('Control+Enter');
  await at.see(t('scoring.cast.ask'));
  if (comment !== undefined) await at.write(t('scoring.comment'), comment);
  await at.keys('Control+Enter');
  await at.see(t('scoring.cast.done'));
  await at.see(t('state.received'));
}

export async function scoreWhole(at: SeatPage, key: SeatKey): Promise<void> {
  await mark(at, key, 0, CRITERIA.length);
  await isMarked(at, CRITERIA.length);
  await cast(at, commentOf(key));
}

/** 0 leaves a criterion open and 3 does nothing where the set bars it: the sheet says what is missing, and K goes back. */
export async function tryEveryKey(at: SeatPage): Promise<void> {
  const [one = '', two = '', three = ''] = CRITERIA;
  await atCriterion(at, one);
  await mayMark(at);
  await at.keys('0');
  await atCriterion(at, two);
  await at.keys('3');
  await at.see(t('scoring.barred'));
  await atCriterion(at, two);
  await at.keys('1', 'j', 'k', 'k', 'Control+Enter');
  await at.see(t('scoring.cast.errors', { count: CRITERIA.length - 1 }));
  await at.press('button', t('scoring.cast.goto', { id: three }));
  await atCriterion(at, three);
  await at.press('button', t('scoring.cast.no'));
  await at.keys('k', 'k', 'k');
  await atCriterion(at, one);
}

/** E to the evidence, on to its second page, C. */
export async function citeSecondPage(at: SeatPage): Promise<void> {
  const title = EVIDENCE[0].name.replace(/\.pdf$/, '');
  await at.page.getByRole('img', { name: t('evidence.doc', { page: 1, title }) }).waitFor({ timeout: PATIENCE });
  await at.keys('e');
  await at.press('button', t('evidence.page.next'));
  await at.page.getByRole('img', { name: t('evidence.doc', { page: 2, title }) }).waitFor({ timeout: PATIENCE });
  await at.keys('c');
  await at.page
    .getByRole('button', {
      name: t('scoring.cite.open', { what: `${t('cite.item', { number: 1 })}, ${t('cite.page', { page: 2 })}` }),
    })
    .waitFor({ timeout: PATIENCE });
}

/** Found with Ctrl+K by the criterion's code. */
export async function find(at: SeatPage, id: string): Promise<void> {
  await at.keys('Control+k');
  await at.page.getByRole('searchbox', { name: t('find.label') }).waitFor({ timeout: PATIENCE });
  await at.type(id);
  await at.page.getByRole('option').filter({ hasText: id }).waitFor({ timeout: PATIENCE });
  await at.keys('ArrowDown', 'Enter');
  await atCriterion(at, id);
}

export async function reopen(at: SeatPage, reason: string): Promise<void> {
  await at.press('button', t('scoring.reopen'));
  await at.choose(t('scoring.reopen.reason'), reason);
  await at.press('button', t('scoring.reopen.send'));
  await mayMark(at);
}
