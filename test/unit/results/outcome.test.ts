// Outcome rules over small sets: first match, the tag, nothing left in, and the two ways of counting.
import { describe, expect, it } from 'vitest';
import { seeded } from '../../helpers/seed.ts';
import { bothWays, countOf, setOf, THREE_WORDS } from './given.ts';

const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe('outcome', () => {
  it.each([
    ['yyy', 'all'],
    ['yny', 'but-popular'],
    ['nyy', 'none'],
    ['yyn', 'none'],
    ['nny', 'none'],
  ])('[O1] seven equal ballots %s of plain, popular, plain give "%s"', (text, outcome) => {
    const result = countOf(setOf('cpc'), times(7, text));
    expect(bothWays(result)).toEqual({ 'per-criterion': outcome, 'per-ballot': outcome });
  });

  it('[O1] first match wins, also where the order of the rules is odd', () => {
    const [all, except, otherwise] = THREE_WORDS;
    if (!all || !except || !otherwise) throw new Error('three rules are needed');
    const result = countOf(setOf('cp', [except, all, otherwise]), times(4, 'yy'));
    expect(result.outcome).toEqual({ outcome: 'but-popular', name: except.name });
  });

  it('[O1] a set that does not end in "otherwise" is a fault, not a result', () => {
    expect(() => countOf(setOf('c', THREE_WORDS.slice(0, 2)), times(4, 'n'))).toThrow(/otherwise/);
  });

  it.each([
    ['c', '-', 'none'],
    ['cp', '-y', 'all'],
    ['cp', '--', 'none'],
    ['cp', '-n', 'none'],
    ['cp', 'y-', 'all'],
    ['p', 'n', 'none'],
  ])('[O4] set %s, all ballots %s: "%s"; nothing left to ask about is not "all met"', (letters, text, outcome) => {
    const result = countOf(setOf(letters), times(4, text));
    expect(bothWays(result)).toEqual({ 'per-criterion': outcome, 'per-ballot': outcome });
  });
});

describe('two ways of counting', () => {
  // Each of four criteria misses one vote, and each time another member's: every criterion has 6 of 7, only 3 ballots are whole.
  const spread = ['nyyy', 'ynyy', 'yyny', 'yyyn', ...times(3, 'yyyy')];

  it.each([
    ['per-criterion', 'all'],
    ['per-ballot', 'none'],
  ] as const)('[O5] spread single doubts: counted %s the platform is "%s", and both are given', (counting, outcome) => {
    const result = countOf(setOf('cccc'), spread, { counting });
    expect(result.criteria.every(({ met, of, verdict }) => met === 6 && of === 7 && verdict === 'met')).toBe(true);
    expect(result).toMatchObject({
      positiveBallots: 3,
      counting,
      outcome: { outcome },
    });
    expect(bothWays(result)).toEqual({ 'per-criterion': 'all', 'per-ballot': 'none' });
  });

  it('[O5] they can differ on "potential" too: ballots whole but for popularity are counted on their own', () => {
    const result = countOf(setOf('cp'), [...times(4, 'yn'), ...times(3, 'yy')]);
    expect(result.positiveBallots).toBe(3);
    expect(bothWays(result)).toEqual({ 'per-criterion': 'but-popular', 'per-ballot': 'but-popular' });
    const spreadAndUnpopular = countOf(
      setOf('ccccp'),
      spread.map((text) => `${text}n`),
    );
    expect(bothWays(spreadAndUnpopular)).toEqual({ 'per-criterion': 'but-popular', 'per-ballot': 'none' });
  });

  it('[O5] whatever passes per ballot passes per criterion: the second way is never the harder one', () => {
    const random = seeded('two ways of counting');
    let passed = 0;
    for (let run = 0; run < 2_000; run++) {
      const size = random.integer(3, 11);
      const texts = Array.from({ length: size }, () =>
        Array.from({ length: 3 }, () => (random.chance(92) ? 'y' : 'n')).join(''),
      );
      const result = countOf(setOf('cpc'), texts);
      if (bothWays(result)['per-ballot'] === 'all') {
        passed += 1;
        expect(bothWays(result)['per-criterion'], `seed ${random.seed}, run ${run}, ${texts.join(' ')}`).toBe('all');
      }
    }
    expect(passed, `seed ${random.seed}`).toBeGreaterThan(100);
  });
});
