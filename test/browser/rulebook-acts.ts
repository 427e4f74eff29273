// What people do by the rule book, key by key: electing, counting, further rounds, recusals, votes.
import { expect } from 'vitest';
import { PATIENCE } from '../helpers/browser.ts';
import { goTo } from './meeting-acts.ts';
import type { SeatPage } from './meeting-pages.ts';
import { t } from './meeting-plan.ts';
import { CRITERIA, markOf, nameOf, type Who } from './rulebook-given.ts';

export async function codeOf(desk: SeatPage, who: Who): Promise<string> {
  const name = nameOf(who);
  await desk.press('button', t('attendance.code.make', { name }));
  return await desk.page.getByRole('row').filter({ hasText: name }).locator('strong.code').innerText();
}

export async function join(at: SeatPage, who: Who, origin: string, code: string): Promise<void> {
  await at.page.goto(`${origin}/#join=${code}`);
  await at.see(nameOf(who));
  await at.press('button', t('join.yes'));
  await at.see(t('attendance.title'));
}

export async function declareFree(at: SeatPage, platforms: readonly string[]): Promise<void> {
  for (const platform of platforms) await at.pick(platform, t('declare.clear'));
  await at.press('button', t('declare.send'));
  await at.see(t('declare.done'));
}

/** Reaches a box of a list and ticks it. */
export async function tick(at: SeatPage, name: string): Promise<void> {
  const box = at.page.getByRole('checkbox', { name });
  await at.page.getByText(t('election.title')).first().waitFor({ timeout: PATIENCE });
  for (let presses = 0; presses < 200; presses++) {
    if (await box.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)))
      break;
    await at.keys('Tab');
  }
  await at.keys('Space');
  await expect.poll(async () => await box.isChecked(), { timeout: PATIENCE }).toBe(true);
}

/** My vote on whatever is put: the buttons stand where the vote is shown. */
export async function voteHere(at: SeatPage, choice: 'agree' | 'disagree'): Promise<void> {
  await at.pick(t('conclusion.vote.mine'), t(`choice.${choice}`));
  await at.press('button', t('conclusion.vote.send'));
  await at.see(t('conclusion.vote.sent'));
}

const atCriterion = async (at: SeatPage, id: string): Promise<void> =>
  await at.page
    .getByRole('heading', { name: t('scoring.criterion', { id }), exact: true })
    .waitFor({ timeout: PATIENCE });

const mayMark = async (at: SeatPage): Promise<void> => {
  const button = at.page.getByRole('button', { name: t('mark.met'), exact: true });
  await expect.poll(async () => await button.isEnabled(), { timeout: PATIENCE }).toBe(true);
};

export async function castNow(at: SeatPage): Promise<void> {
  await at.keys('Control+Enter');
  await at.see(t('scoring.cast.ask'));
  await at.keys('Control+Enter');
  await at.see(t('scoring.cast.done'));
}

/** One key a criterion, then the sheet is cast. */
export async function score(at: SeatPage, who: Who, platform: string): Promise<void> {
  await goTo(at, 'scoring');
  await atCriterion(at, CRITERIA[0] ?? '');
  await mayMark(at);
  for (const id of CRITERIA) await at.keys(markOf(who, platform, id) === 'met' ? '1' : '2');
  await at.see(t('scoring.done', { done: CRITERIA.length, all: CRITERIA.length }));
  await castNow(at);
}

/** A further round: everything stays as it was, but for one criterion that is found met now, with the reason. */
export async function scoreAgain(at: SeatPage, changed: string | undefined, reason: string): Promise<void> {
  await goTo(at, 'scoring');
  await mayMark(at);
  if (changed !== undefined) {
    for (let step = 0; step < CRITERIA.indexOf(changed); step++) await at.keys('j');
    await atCriterion(at, changed);
    await at.keys('1', 'k');
    await atCriterion(at, changed);
    await at.write(t('change.reason'), reason);
    await at.keys('Escape');
  }
  await castNow(at);
}

export type Figures = Readonly<Record<'issued' | 'returned' | 'valid' | 'invalid' | 'positive', number>> & {
  /** "Met" of each criterion; the rest of the valid sheets is "not met". */
  readonly met: (criterion: string) => number;
};

/** Every figure typed, Enter to the next, and the report signed. */
export async function count(at: SeatPage, figures: Figures): Promise<void> {
  await goTo(at, 'reveal');
  const { issued, returned, valid, invalid, positive, met } = figures;
  await at.write(t('count.issued'), String(issued));
  await at.keys('Enter');
  for (const figure of [returned, valid, invalid, positive]) {
    await at.type(String(figure));
    await at.keys('Enter');
  }
  for (const id of CRITERIA)
    for (const figure of [met(id), valid - met(id), 0]) {
      await at.type(String(figure));
      await at.keys('Enter');
    }
  await at.press('button', t('count.send'));
  await at.see(t('count.sent'));
}

export async function correct(at: SeatPage, criterion: string, met: number, notMet: number): Promise<void> {
  const label = (what: 'met' | 'notMet') => t('count.figure', { id: criterion, what: t(`count.line.${what}`) });
  await at.write(label('met'), String(met));
  await at.write(label('notMet'), String(notMet));
  await at.press('button', t('count.correct'));
  await at.see(t('count.sent'));
}
