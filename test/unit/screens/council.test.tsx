// The council at work as it is drawn: who is missing, who takes no part, what a further round asks, what paper waits for.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PaperPart } from '../../../renderer/screens/paper-part.tsx';
import { SessionScreen } from '../../../renderer/screens/session-screen.tsx';
import { deskAct } from '../../../renderer/state/desk-keys.ts';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { mayWriteOpinion } from '../../../renderer/state/opinion.ts';
import { leftOnPaper, paperItems, shortCode } from '../../../renderer/state/paper.ts';
import { ownMean, readPoints, stepPoints, weightOf } from '../../../renderer/state/points.ts';
import { readiness } from '../../../renderer/state/readiness.ts';
import { declaredOf } from '../../../renderer/state/recusal.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider, wordsOf } from '../../../renderer/state/words.ts';
import { PLAIN_TERMS } from '../../../shared/book/ballot.ts';
import type { Phase } from '../../../shared/contract/phases.ts';
import type { SessionView } from '../../../shared/contract/views.ts';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { say, sentences } from '../../../shared/lang/say.ts';
import { BOOK, type Given, PLATFORM, type State } from '../../gallery/given.ts';
import { givenCriteria, givenSet } from '../../gallery/given-criteria.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { NAMES } from '../../gallery/given-session.ts';
import { stateOf } from '../../gallery/states.ts';

const t = sentences('vi');

function draw(
  given: Given,
  states: readonly (string | State)[],
  part: (session: SessionView) => ReactNode,
): { readonly html: string; readonly text: string; readonly session: SessionView } {
  const asked = states.map((state) => (typeof state === 'string' ? stateOf(state) : state));
  const house = givenHouse(given, given.as ?? 'desk', asked);
  const store = storeFor(house.client);
  for (const view of ['session', 'criteria', 'results'] as const) store.subscribe(view, { book: BOOK }, () => {});
  const view = store.now('session', { book: BOOK });
  if (view?.ok !== true) throw new Error('no session');
  const html = renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language: 'vi', theme: 'light' }, change: () => {} }}>
        <SessionProvider value={view.value}>{part(view.value)}</SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
  const text = html
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
  return { html, text, session: view.value };
}

const screen = (given: Given, states: readonly (string | State)[], shown: Phase = given.phase) =>
  draw(given, states, (session) => <SessionScreen session={session} shown={shown} />);

describe('the meeting', () => {
  test('[CS1] a quorum that falls short names who is missing and whose letter would do', () => {
    const { text } = screen({ phase: 'scoring' }, ['round-lost'], 'attendance');
    expect(text).toContain(t('quorum.more', { count: 2 }));
    expect(text).toContain(t('quorum.away', { names: [NAMES[0], NAMES[4], NAMES[6]].join(', ') }));
    const lost = screen({ phase: 'scoring' }, ['round-lost']).text;
    expect(lost).toContain(t('quorum.letter', { names: NAMES[1] }));
    expect(screen({ phase: 'scoring' }, ['round-lost', 'authorised']).text).not.toContain(
      t('quorum.letter', { names: NAMES[1] }),
    );
  });

  test('[CS2] a platform with a recusal is counted by itself, and who takes no part is named', () => {
    const { text } = screen({ phase: 'attendance' }, ['quorum-holds']);
    expect(text).toContain(t('quorum.recused', { names: NAMES[5] }));
    expect(text).toContain(t('quorum.platform.holds', { present: 5, appointed: 6, needed: 4 }));
  });

  test('[CS3] a replaced member stays on the roll, is called no more, and the new one is called', () => {
    const { text, html } = screen({ phase: 'attendance' }, ['replaced']);
    expect(text).toContain(t('replace.by', { name: 'Nguyễn Phan Thị Minh Nguyệt Anh' }));
    expect(text).toContain(t('replace.of', { name: NAMES[4] }));
    expect(html.match(/class="presences"/g)).toHaveLength(7);
  });

  test('[CS4] while it is adjourned nobody is called, the day it goes on is said, and the sittings are told apart', () => {
    const adjourned = screen({ phase: 'attendance' }, ['adjourned']);
    expect(adjourned.html).not.toContain('class="presences"');
    expect(adjourned.text).toContain(t('sitting.until', { day: '30/11/2026' }));
    expect(adjourned.text).toContain(t('sitting.resume'));
    expect(adjourned.text).not.toContain(t('replace.sitting'));
    expect(screen({ phase: 'attendance' }, []).text).toContain(t('replace.sitting'));
    const second = screen({ phase: 'attendance' }, ['second-sitting']).text;
    expect(second).toContain(`${t('sitting.number', { number: 2 })}: 09:10`);
  });

  test('[CS5] what the rules advise of a council only warns', () => {
    const warnings = (members: number): readonly string[] => {
      const { session } = screen({ phase: 'prepare', members }, []);
      return readiness(session, undefined, wordsOf('vi'))
        .filter(({ id, stand }) => id.startsWith('council') && stand === 'note')
        .map(({ words }) => words);
    };
    expect(warnings(7)).toEqual([]);
    expect(warnings(6)).toEqual([
      t('council.size', { count: 6, least: 7, most: 11 }),
      t('council.size.even', { count: 6 }),
    ]);
    expect(warnings(4)).toContain(t('council.reviewers', { count: 1, least: 2 }));
  });
});

describe('a conflict of interest', () => {
  test('[CS6] closes the platform: no criterion, no mark and no evidence of it on the member screens', () => {
    for (const phase of ['scoring', 'prepare'] as const) {
      const { html, text } = screen({ phase, as: 'seat', me: 5 }, []);
      expect(text).toContain(
        t('recusal.closed', { name: 'Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức' }),
      );
      for (const trace of ['class="tree-row"', 'class="marks"', 'class="evidence-table"', 'Báo cáo kiểm thử'])
        expect(html, `${phase}: ${trace}`).not.toContain(trace);
    }
    const after = screen({ phase: 'reveal', as: 'seat', me: 5 }, []);
    expect(after.text).toContain(t('recusal.closed.words'));
    expect(after.html).not.toContain('class="matrix');
    expect(screen({ phase: 'reveal', as: 'seat' }, []).html).toContain('class="matrix');
    expect(screen({ phase: 'scoring', as: 'seat' }, []).html).toContain('class="tree-row"');
  });

  test('[CS7] of single criteria takes those from the sheet and leaves the rest', () => {
    const { html, text } = screen({ phase: 'scoring', as: 'seat' }, ['per-criterion', 'barred-some']);
    expect(text).toContain(t('scoring.done', { done: 2, all: 28 }));
    expect(html.split(t('recusal.criterion.short'))).toHaveLength(3);
  });

  test('[CS8] is declared with the criteria it is about, and a choice without any says nothing yet', () => {
    const { session } = screen({ phase: 'attendance', as: 'seat', platforms: 2 }, ['undeclared']);
    const [first, second] = session.platforms;
    const answers = {
      [first?.platform ?? '']: { is: 'some', criteria: ['G1-02'] },
      [second?.platform ?? '']: { is: 'some', criteria: [] },
    } as const;
    expect(declaredOf(session.platforms, answers)).toEqual([
      { platform: PLATFORM, conflict: true, criteria: ['G1-02'] },
    ]);
  });
});

describe('points', () => {
  const press = (key: string, code = ''): Parameters<typeof deskAct>[0] => ({
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
  });
  test('[CS9] a digit begins a figure, also where the layout writes letters there; the other marks have letters', () => {
    expect(deskAct(press('8', 'Digit8'), false, true, 'points')).toEqual({ act: 'digit', digit: '8' });
    expect(deskAct(press('ă', 'Digit1'), false, true, 'points')).toEqual({ act: 'digit', digit: '1' });
    expect(deskAct(press('n'), false, true, 'points')).toEqual({ act: 'mark', mark: 'not-applicable' });
    expect(deskAct(press('x'), false, true, 'points')).toEqual({ act: 'mark', mark: 'insufficient' });
    expect(deskAct(press('n'), false, true)).toBeUndefined();
    expect(deskAct(press('8', 'Digit8'), true, true, 'points')).toBeUndefined();
    expect(deskAct(press('8', 'Digit8'), false, false, 'points')).toBeUndefined();
  });

  test('[CS9] a figure is a whole number from 0 to 100', () => {
    expect(['0', '7', ' 100 ', '05'].map(readPoints)).toEqual([0, 7, 100, 5]);
    expect(['', '101', '-1', '7,5', '1e2', '٣'].map(readPoints)).toEqual(Array(6).fill(undefined));
    expect([stepPoints(100, 1), stepPoints(3, -10), stepPoints(undefined, 1)]).toEqual([100, 0, 51]);
    expect([1250, 500, 333, 10_000].map(weightOf)).toEqual(['12.5', '5', '3.33', '100']);
  });

  test('[CS9] the mean on the sheet is weighted, exact to two places, and leaves out what has no figure', () => {
    const set = givenSet(4);
    const [a, b, c] = criteriaOf(set).map(({ id }) => id);
    const weights: Readonly<Record<string, number>> = { [a ?? '']: 1, [b ?? '']: 2, [c ?? '']: 9 };
    const weighted = {
      ...set,
      groups: set.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((each) => ({ ...each, weight: weights[each.id] ?? 5 })),
      })),
    };
    const items = {
      [a ?? '']: { mark: 'scored', points: 100 },
      [b ?? '']: { mark: 'scored', points: 50 },
      [c ?? '']: { mark: 'not-applicable' },
    } as const;
    expect(ownMean(weighted, { items })).toBe('66.67');
    expect(ownMean(weighted, { items: {} })).toBeUndefined();
  });

  test('[CS9] the sheet asks for figures, shows weights, and no button of pass or fail', () => {
    const { html, text } = screen({ phase: 'scoring', as: 'seat' }, ['scored']);
    expect(html).toContain('id="points"');
    expect(html).not.toContain('class="marks"');
    expect(text).toContain(t('points.weight', { weight: '7,5' }));
  });
});

describe('a further round', () => {
  const changed: State = {
    sheet: (sheet) => ({ ...sheet, draft: { items: { 'G1-01': { mark: 'not-met' } } } }),
  };
  test('[CS10] shows what I said before, and asks the reason of a change at the control', () => {
    const { text } = screen({ phase: 'scoring', as: 'seat' }, ['next-round', changed]);
    expect(text).toContain(t('change.before', { round: 1 }));
    expect(text).toContain(t('change.reason.missing'));
    const same = screen({ phase: 'scoring', as: 'seat' }, ['next-round']).text;
    expect(same).toContain(t('change.before', { round: 1 }));
    expect(same).not.toContain(t('change.reason.missing'));
  });

  test('[CS10] asks for no reason where the rules let marks change freely', () => {
    const free: State = {
      views: {
        session: (given) => ({
          ...given,
          rules: { ...given.rules, rounds: { ...given.rules.rounds, change: 'free' } },
        }),
      },
    };
    const { text } = screen({ phase: 'scoring', as: 'seat' }, ['next-round', changed, free]);
    expect(text).toContain(t('change.is'));
    expect(text).not.toContain(t('change.reason'));
  });
});

describe('an open round', () => {
  test('[CS11] who came late reads that no sheet was issued; the desk may issue it', () => {
    expect(screen({ phase: 'scoring', as: 'seat' }, ['late']).text).toContain(t('issue.mine'));
    const name = NAMES[6];
    expect(screen({ phase: 'scoring' }, ['late']).text).toContain(t('issue.to.of', { name }));
  });

  test('[CS12] without quorum it says why it cannot be closed; only the desk may void it', () => {
    const { text } = screen({ phase: 'scoring' }, ['round-lost']);
    const why = say('vi', { code: 'quorum-short', params: { more: 1, present: 3, appointed: 6, needed: 4 } });
    expect(text).toContain(t('void.close', { why }));
    expect(text).toContain(t('void.begin'));
    const seat = screen({ phase: 'scoring', as: 'seat' }, ['round-lost']).text;
    expect(seat).toContain(t('void.lost.words'));
    expect(seat).not.toContain(t('void.begin'));
  });

  test('[CS12] a voided round counts for nothing: it is told, and the next one may be opened', () => {
    const { text } = screen({ phase: 'scoring' }, ['voided']);
    expect(text).toContain(t('void.was', { round: 1, time: '09:30' }));
    expect(text).toContain(t('scoring.open.words'));
  });

  test('[CS13] open and secret scoring say so on the sheet, blind scoring needs no word', () => {
    for (const secrecy of ['open', 'secret'] as const)
      expect(screen({ phase: 'scoring', as: 'seat' }, [secrecy]).text).toContain(t(`secrecy.${secrecy}`));
    const blind = screen({ phase: 'scoring', as: 'seat' }, []).text;
    for (const secrecy of ['open', 'secret'] as const) expect(blind).not.toContain(t(`secrecy.${secrecy}`));
  });
});

describe('paper', () => {
  const part = (states: readonly (string | State)[]) =>
    draw({ phase: 'scoring' }, states, (session) => {
      const [poll] = session.polls;
      const [platform] = session.platforms;
      return poll === undefined || platform === undefined ? null : (
        <PaperPart platform={platform} poll={poll} criteria={givenCriteria(30)} />
      );
    });

  test('[CS14] is for members without a device, numbered, and says what an unconfirmed sheet comes to', () => {
    expect(part([]).text).toContain(t('paper.issue.all', { count: 1 }));
    expect(part(['paper']).text).toContain(t('paper.enter', { number: 3 }));
    const entered = part(['paper-entered']).text;
    expect(entered).toContain(t('paper.unconfirmed'));
    expect(entered).toContain('4F2A 91C0');
    expect(part(['paper-confirmed']).text).toContain(t('paper.confirmed', { name: NAMES[0] }));
  });

  test('[CS15] a second seat is told what it confirms, by number, member, who entered it and a code; never the first', () => {
    const { text } = screen({ phase: 'scoring', as: 'seat' }, ['paper-entered']);
    expect(text).toContain(t('paper.confirm.ask', { number: 3, name: NAMES[6] }));
    expect(text).toContain(t('paper.confirm.words', { by: NAMES[2] }));
    expect(text).toContain(shortCode('4f2a91c0'));
    expect(screen({ phase: 'scoring' }, ['paper-entered']).text).not.toContain(t('paper.confirm', { number: 3 }));
    expect(screen({ phase: 'scoring', as: 'seat' }, ['paper-confirmed']).text).not.toContain(
      t('paper.confirm', { number: 3 }),
    );
  });

  test('[CS14] a sheet is sent whole, with nothing empty in it', () => {
    const items = {
      a: { mark: 'met', reason: 'left over', remark: '  ' },
      b: { mark: 'not-applicable', reason: ' why ' },
      c: { mark: 'scored', points: 7 },
      d: { mark: 'insufficient' },
    } as const;
    expect(paperItems({ items })).toEqual({
      a: { mark: 'met' },
      b: { mark: 'not-applicable', reason: 'why' },
      c: { mark: 'scored', points: 7 },
    });
    expect(leftOnPaper(givenSet(4), { items: {} }, PLAIN_TERMS).size).toBe(4);
  });
});

describe('the opinion of an absent member', () => {
  const author = { keptBy: 'page' } as Parameters<typeof mayWriteOpinion>[1];
  const may = (given: Given, states: readonly string[]): boolean => {
    const { session } = screen(given, states, 'attendance');
    const [platform] = session.platforms;
    return platform !== undefined && mayWriteOpinion(session, author, platform);
  };
  test('[CS16] is written by who is away, or before the meeting; never by who is there, not called yet, or recused', () => {
    expect(may({ phase: 'attendance', as: 'seat' }, ['absent'])).toBe(true);
    expect(may({ phase: 'prepare', as: 'seat' }, [])).toBe(true);
    expect(may({ phase: 'attendance', as: 'seat' }, [])).toBe(false);
    expect(may({ phase: 'attendance', as: 'seat' }, ['uncalled'])).toBe(false);
    expect(may({ phase: 'prepare', as: 'seat', me: 5 }, [])).toBe(false);
    expect(may({ phase: 'prepare' }, [])).toBe(false);
  });

  test('[CS17] says that it never counts and when it is shown; marks only where the rules seal them', () => {
    const { text, html } = screen({ phase: 'attendance', as: 'seat' }, ['absent'], 'scoring');
    expect(text).toContain(t('absent.never'));
    expect(html).toContain('class="marks"');
    const bare: State = {
      views: {
        session: (given) => ({
          ...given,
          rules: { ...given.rules, opinions: { shown: 'after-reveal', marks: 'none' } },
        }),
      },
    };
    const none = screen({ phase: 'attendance', as: 'seat' }, ['absent', bare], 'scoring');
    expect(none.html).not.toContain('class="marks"');
    expect(screen({ phase: 'attendance', as: 'seat' }, ['absent', bare, 'absent-sent']).text).toContain(
      t('absent.shown.after-reveal'),
    );
  });

  test('[CS17] one that the member signed waits for nobody; one whose words are hidden says so', () => {
    const { text } = screen({ phase: 'attendance', as: 'seat' }, ['absent-sent']);
    expect(text).toContain(t('absent.own'));
    expect(text).toContain(t('absent.hidden'));
    expect(text).not.toContain(t('opinion.unconfirmed'));
  });
});

test('[CS18] each sheet says how it came in, and each of these words what it means', () => {
  const { session } = screen({ phase: 'scoring' }, ['every-way']);
  const { text } = screen({ phase: 'scoring' }, ['every-way'], 'reveal');
  for (const via of ['page', 'app', 'shared', 'guest', 'paper'] as const) {
    if (!session.polls[0]?.sheets.some((sheet) => sheet.state !== 'not-entitled' && sheet.via === via)) continue;
    expect(text).toContain(t(`via.${via}`));
    expect(text).toContain(t(`via.means.${via}`));
  }
});
