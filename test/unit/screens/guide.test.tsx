// The guide of a rehearsal: what it says next at every stand of a session, and that it is nowhere else.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { GuideStrip } from '../../../renderer/parts/guide-strip.tsx';
import { type GuideAct, guidedBy, OWN_MARKS, type OwnSheet, STEPS } from '../../../renderer/state/guide-steps.ts';
import { controlWords } from '../../../renderer/state/guide-target.ts';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import type { PollView, SessionView } from '../../../shared/contract/views.ts';
import { LANGUAGES, sentences } from '../../../shared/lang/say.ts';
import type { Given } from '../../gallery/given.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { UNIT } from '../../gallery/given-rules.ts';
import { givenSession } from '../../gallery/given-session.ts';

const at = (phase: Given['phase']): SessionView => givenSession({ phase, as: 'desk', kind: 'rehearsal', me: 2 });
const actAt = (session: SessionView, sheet: OwnSheet = { marked: 0, left: 5 }): GuideAct | 'end' =>
  guidedBy(session, sheet)?.act ?? 'end';

/** Everybody called and declared, but who is named. */
const gathered = (session: SessionView, undeclared: readonly string[] = []): SessionView => ({
  ...session,
  seats: session.seats.map((seat) => ({
    ...seat,
    presence: 'present' as const,
    declared: Object.fromEntries(
      session.platforms.flatMap(({ platform }) => (undeclared.includes(seat.seat) ? [] : [[platform, false]])),
    ),
  })),
  platforms: session.platforms.map((platform) => ({ ...platform, undeclared })),
});
const withPoll = (session: SessionView, change: (poll: PollView) => PollView): SessionView => ({
  ...session,
  polls: session.polls.map(change),
});
const sheets = (poll: PollView, state: (seat: string) => PollView['sheets'][number]['state']): PollView => ({
  ...poll,
  sheets: poll.sheets.map((sheet) => ({ ...sheet, state: state(sheet.seat) })),
});

describe('what comes next', () => {
  test('the meeting is opened, everybody called, then one declares and waits for the others', () => {
    expect(actAt(at('prepare'))).toBe('open');
    const opened = at('attendance');
    const [first] = opened.seats;
    if (first === undefined) throw new Error('nobody sits here');
    const uncalled = { ...opened, seats: [{ ...first, presence: 'unknown' as const }, ...opened.seats.slice(1)] };
    expect(actAt(uncalled)).toBe('call');
    const me = opened.me.seat ?? '';
    expect(actAt(gathered(opened, [me]))).toBe('declare');
    expect(guidedBy(gathered(opened, [first.seat]), undefined)).toMatchObject({
      act: 'declare-wait',
      waiting: [first.seat],
    });
    expect(actAt(gathered(opened))).toBe('round');
  });

  test('a few marks of one’s own, then the sample is offered, then the sheet is cast', () => {
    const scoring = withPoll(gathered(at('scoring')), (poll) => sheets(poll, () => 'working'));
    expect(actAt(scoring, { marked: OWN_MARKS - 1, left: 9 })).toBe('mark');
    expect(actAt(scoring, { marked: OWN_MARKS, left: 8 })).toBe('fill');
    expect(actAt(scoring, { marked: 11, left: 0 })).toBe('cast');
    expect(actAt(scoring, { marked: 11, left: 0, isCast: true })).toBe('cast-wait');
  });

  test('who has a conflict of interest is asked for no marks, and waits for the others', () => {
    const session = gathered(at('scoring'));
    const { seat } = session.me;
    const recused = withPoll(session, (poll) => sheets(poll, (each) => (each === seat ? 'not-entitled' : 'working')));
    expect(actAt(recused)).toBe('cast-wait');
    const done = withPoll(session, (poll) => sheets(poll, (each) => (each === seat ? 'not-entitled' : 'cast')));
    expect(actAt(done)).toBe('close');
    expect(actAt(withPoll(done, (poll) => ({ ...poll, step: 'closed' })))).toBe('reveal');
  });

  test('stale minutes are put to the council anew before anybody is asked to approve', () => {
    const session = gathered(at('minutes'));
    expect(actAt(session)).toBe('rewrite');
    const written = { sha256: 'a'.repeat(64), at: '', stale: false };
    expect(actAt({ ...session, minutes: { written, approvals: [] } })).toBe('approve');
    const approvals = session.seats.map(({ seat }) => ({ seat, stale: false }));
    expect(actAt({ ...session, minutes: { written, approvals } })).toBe('end');
  });

  test('the secretary signs before the chair, and then it is done', () => {
    const session = gathered(at('signing'));
    const file = { sha256: 'b'.repeat(64), signatures: [] };
    const signed = (...fields: readonly string[]) => fields.map((field) => ({ field, seat: '', at: '' }));
    expect(actAt({ ...session, minutes: { approvals: [], file } })).toBe('sign-secretary');
    expect(actAt({ ...session, minutes: { approvals: [], file: { ...file, signatures: signed('ThuKy') } } })).toBe(
      'sign-chair',
    );
    const both = { ...file, signatures: signed('ThuKy', 'ChuToa') };
    expect(guidedBy({ ...session, minutes: { approvals: [], file: both } }, undefined)).toBeUndefined();
  });

  test('a hired unit is asked for one signature', () => {
    const unit: SessionView = { ...gathered(at('signing')), rules: UNIT };
    const file = { sha256: 'b'.repeat(64), signatures: [] };
    expect(actAt({ ...unit, minutes: { approvals: [], file } })).toBe('sign-chair');
    const signed = { ...file, signatures: [{ field: 'ChuToa', seat: '', at: '' }] };
    expect(guidedBy({ ...unit, minutes: { approvals: [], file: signed } }, undefined)).toBeUndefined();
  });
});

const draw = (given: Given, strip: (session: SessionView) => ReactNode): string =>
  renderToString(
    <HouseProvider value={givenHouse(given)}>
      <ChosenProvider value={{ settings: FIRST_SETTINGS, change: () => {} }}>
        {strip(givenSession(given))}
      </ChosenProvider>
    </HouseProvider>,
  );

test('[RH10] the guide is there for the desk of a rehearsal, and nowhere else', () => {
  const strip = (session: SessionView) => <GuideStrip session={session} shown={session.phase} author={undefined} />;
  const held = (session: SessionView): SessionView => ({
    ...session,
    seats: session.seats.map((seat) => ({ ...seat, device: seat.seat === session.me.seat ? 'host' : 'own' })),
  });
  const played = (session: SessionView): SessionView => ({
    ...session,
    seats: session.seats.map((seat) => ({ ...seat, device: 'host' })),
  });
  const at = { phase: 'scoring', me: 2 } as const;
  expect(draw({ ...at, as: 'desk', kind: 'rehearsal' }, (session) => strip(played(session)))).toContain('"guide"');
  expect(draw({ ...at, as: 'desk', kind: 'rehearsal' }, (session) => strip(held(session)))).toBe('');
  expect(draw({ ...at, as: 'desk', kind: 'session' }, (session) => strip(played(session)))).toBe('');
  expect(draw({ ...at, as: 'seat', kind: 'rehearsal' }, (session) => strip(played(session)))).toBe('');
});

test('every step has a name and a reason in both languages, and what it points to has words', () => {
  for (const language of LANGUAGES) {
    const t = sentences(language);
    for (const step of STEPS) expect(t(`guide.${step}.why`).length).toBeGreaterThan(40);
    expect(controlWords('round', at('attendance'), t)).toMatch(/\S/);
    expect(controlWords('cast-wait', at('scoring'), t)).toBeUndefined();
  }
});
