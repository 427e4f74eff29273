// Sheets on sets with conditions and levels, drawn from a seed: the engine and a judge of its own find the same ones valid.
import { expect, test } from 'vitest';
import { type DraftItem, draftErrors } from '../../../shared/book/ballot.ts';
import { withConditions } from '../../../shared/book/draft-sheet.ts';
import type { Scale } from '../../../shared/council/rules.ts';
import { type Criterion, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { isValid, type Sheet, type Written } from '../../helpers/oracle-ballot.ts';
import { randomSet } from '../../helpers/random-set.ts';
import { type Random, seeded } from '../../helpers/seed.ts';

const asked = (criterion: Criterion): Sheet['criteria'][number] => ({
  id: criterion.id,
  notApplicable: criterion.notApplicable,
  ...(criterion.kind === 'points'
    ? { levels: { given: criterion.levels.map(({ points }) => points), from: criterion.pass } }
    : {}),
  ...(criterion.appliesWhen ? { onlyIf: criterion.appliesWhen } : {}),
});

function drawn(random: Random, { of }: Scale, criterion: Criterion): DraftItem {
  const change = random.chance(70) ? { change: 'đã xem lại' } : {};
  const mayLeaveOut = criterion.notApplicable ? 20 : 3;
  if (random.chance(mayLeaveOut))
    return { mark: 'not-applicable', reason: random.chance(90) ? 'không có' : ' ', ...change };
  if ((of === 'pass-fail') === random.chance(98)) return { mark: random.pick(['met', 'met', 'not-met']), ...change };
  const isOnLevel = criterion.kind === 'points' && random.chance(95);
  const points = isOnLevel ? random.pick(criterion.levels).points : random.integer(0, 100);
  return { mark: 'scored', points, ...change };
}

test('[AT13] the same sheets are valid, whichever conditions and levels a set has', () => {
  const random = seeded('conditional sheets');
  const found = { valid: 0, invalid: 0, unasked: 0 };
  for (let run = 0; run < 4_000; run++) {
    const set = randomSet(random);
    const all = criteriaOf(set);
    const passMark = random.pick([40, 60]);
    const scale: Scale = random.chance(50) ? { of: 'pass-fail' } : { of: 'points', passMark, outlier: null };
    const barred = all.filter(() => random.chance(4)).map(({ id }) => id);
    const sheetOf = () => {
      const items = all.flatMap((each) =>
        barred.includes(each.id) || random.chance(1) ? [] : [[each.id, drawn(random, scale, each)] as const],
      );
      const plain = { items: Object.fromEntries(items) };
      return random.chance(85) ? withConditions(set, plain, { scale, barred }) : plain;
    };
    const before = random.chance(30) ? sheetOf() : undefined;
    const draft = sheetOf();
    const errors = draftErrors(set, draft, { scale, barred, ...(before ? { before: before as never } : {}) });
    const sheet: Sheet = { criteria: all.map(asked), scale: scale.of, passMark, barred, before: before?.items };
    expect(errors.length === 0, `seed ${random.seed}, run ${run}: ${JSON.stringify(errors)}`).toBe(
      isValid(draft as Written, sheet),
    );
    found[errors.length === 0 ? 'valid' : 'invalid'] += 1;
    found.unasked += errors.filter(({ code }) => code === 'condition-unmet').length;
  }
  for (const [what, count] of Object.entries(found)) expect(count, what).toBeGreaterThan(100);
});
