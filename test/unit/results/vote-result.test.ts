// Votes on a conclusion and on an election: by hands, in the open, in secret; the divisor and the tie.
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/book/meeting-rulings.ts';
import type { Poll, State } from '../../../shared/book/state.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { conclusionResult, electionResult, voteResult } from '../../../shared/results/conclusion-result.ts';
import { POLL, seat } from './given.ts';
import { openedOf, origin, pollIn, sealedIn, stateOf } from './given-poll.ts';

const NOTHING = openedOf({});

const votePoll = (state: State, more: Partial<Poll>): Poll =>
  pollIn(state, { subject: { of: 'conclusion', conclusion: 'k' }, secrecy: 'open', step: 'closed', ...more });

/** y agrees, n disagrees, - abstains, blank says nothing; the first is the seat that presides. */
function openVote(letters: string, rules: Partial<CouncilRules> = {}, more: Partial<Poll> = {}) {
  const state = stateOf(letters.length, rules);
  const words: Readonly<Record<string, Choice>> = { y: 'agree', n: 'disagree', '-': 'abstain' };
  const votes: Poll['votes'] = {};
  for (const [at, letter] of [...letters].entries()) {
    const choice = words[letter];
    if (choice !== undefined) votes[seat(at)] = { choice, origin: origin(`vote-${at}`) };
  }
  return { state, poll: votePoll(state, { votes, ...more }) };
}

describe('in the open', () => {
  it.each([
    ['yyyy', 4, 0, 0, true],
    ['yyyn-', 3, 1, 1, true],
    ['nyyn ', 2, 2, 1, false],
    ['     ', 0, 0, 5, false],
  ])('[RE13] votes %j: %i for, %i against, %i do not vote', (letters, agree, disagree, abstain, passed) => {
    const { state, poll } = openVote(letters);
    expect(voteResult(state, NOTHING, poll)).toMatchObject({ agree, disagree, abstain, of: letters.length, passed });
  });

  it('[RE13] it names the close and every vote', () => {
    const { state, poll } = openVote('yn ');
    expect(voteResult(state, NOTHING, poll)?.entries).toEqual(['close', 'vote-0', 'vote-1']);
  });

  it.each([
    ['yn', 'carried', true],
    ['ny', 'not-carried', false],
    ['-yy ', 'not-carried', false],
  ] as const)('[RE13] halves %j: %s by the side of the first, who presides', (letters, tie, passed) => {
    const { state, poll } = openVote(letters);
    expect(voteResult(state, NOTHING, poll)).toMatchObject({ tie, passed });
  });

  it('[RE13] where no side decides, half is not more than half', () => {
    const { state, poll } = openVote('yn', { tie: 'not-passed' });
    expect(voteResult(state, NOTHING, poll)).toMatchObject({ tie: 'not-carried', passed: false });
  });

  it('[RE13] who was recused after voting is counted no more', () => {
    const { state, poll } = openVote('yny');
    poll.entitled = [seat(1), seat(2)];
    poll.stood = { present: [seat(1), seat(2)], appointed: [seat(1), seat(2)], presiding: seat(0), barred: {} };
    expect(voteResult(state, NOTHING, poll)).toMatchObject({ agree: 1, disagree: 1, of: 2, passed: false });
  });

  it.each([
    ['present', 3, true],
    ['valid-ballots', 3, true],
    ['appointed', 5, false],
  ] as const)('[RE13] divided by %s: %i', (denominator, of, passed) => {
    const { state, poll } = openVote('yy ', { denominator });
    const present = [0, 1, 2].map(seat);
    poll.stood = { present, appointed: [0, 1, 2, 3, 4].map(seat), presiding: seat(0), barred: {} };
    expect(voteResult(state, NOTHING, poll)).toMatchObject({ of, passed });
  });
});

describe('by hands', () => {
  const hands = (agree: number, disagree: number, abstain: number, presiding: Choice | null) => {
    const state = stateOf(agree + disagree + abstain, { vote: 'hands' });
    const counted = { poll: POLL, agree, disagree, abstain, presiding, origin: origin('hands') };
    return voteResult(state, NOTHING, votePoll(state, { by: 'hands', hands: counted }));
  };

  it('[RE13] as they were counted in the room', () => {
    expect(hands(5, 1, 1, 'agree')).toEqual({
      agree: 5,
      disagree: 1,
      abstain: 1,
      of: 7,
      passed: true,
      entries: ['close', 'hands'],
    });
  });

  it.each([
    ['agree', true],
    ['disagree', false],
    ['abstain', false],
    [null, false],
  ] as const)('[RE13] three of six, and the one who presides: %s', (presiding, passed) => {
    expect(hands(3, 3, 0, presiding)?.passed).toBe(passed);
  });

  it('[RE13] nothing before they are counted', () => {
    const state = stateOf(3, { vote: 'hands' });
    expect(voteResult(state, NOTHING, votePoll(state, { by: 'hands' }))).toBeUndefined();
  });
});

describe('in secret', () => {
  const secret = (choices: readonly (Choice | 'spoilt')[], more: Partial<Poll> = {}) => {
    const state = stateOf(choices.length, { vote: 'secret' });
    const poll = votePoll(state, { secrecy: 'secret', step: 'counted', ...more });
    const opened = openedOf(
      Object.fromEntries(
        choices.map((choice, at) => {
          sealedIn(poll, `in-${at}`, at, 'counted');
          return choice === 'spoilt'
            ? [`in-${at}`, { valid: false, code: 'ballot-malformed', text: '' } as const]
            : [`in-${at}`, { valid: true, vote: choice, text: choice } as const];
        }),
      ),
    );
    return { state, poll, opened };
  };

  it('[RE13] what is not valid is among those who did not vote; no ballot is named', () => {
    const { state, poll, opened } = secret(['agree', 'agree', 'disagree', 'abstain', 'spoilt']);
    expect(voteResult(state, opened, poll)).toEqual({
      agree: 2,
      disagree: 1,
      abstain: 2,
      of: 5,
      passed: false,
      entries: ['close', 'count'],
    });
  });

  it('[RE13] a tie never carries: nobody knows how the chair voted', () => {
    const { state, poll, opened } = secret(['agree', 'disagree']);
    expect(voteResult(state, opened, poll)).toMatchObject({ tie: 'not-carried', passed: false });
  });

  it('[RE13] nothing before it is counted and all of it opened', () => {
    const early = secret(['agree'], { step: 'revealed' });
    expect(voteResult(early.state, early.opened, early.poll)).toBeUndefined();
    const { state, poll } = secret(['agree']);
    expect(voteResult(state, NOTHING, poll)).toBeUndefined();
  });
});

it('[RE13] a vote that was voided, is open, or was never put gives nothing', () => {
  const { state, poll } = openVote('yy');
  const put = { poll: poll.poll } as never;
  expect(conclusionResult(state, NOTHING, put)?.passed).toBe(true);
  expect(electionResult(state, NOTHING, put)?.passed).toBe(true);
  expect(conclusionResult(state, NOTHING, {} as never)).toBeUndefined();
  poll.voided = { ...origin('void'), code: 'quorum-short' };
  expect(conclusionResult(state, NOTHING, put)).toBeUndefined();
  const { closed: _, stood: __, ...open } = openVote('yy').poll;
  expect(voteResult(state, NOTHING, { ...open, step: 'open' })).toBeUndefined();
});
