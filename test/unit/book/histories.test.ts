// In whatever order the members' feeds reach the recorder: a valid book, and one state on every copy of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readRulesFile } from '../../../electron/imports/rules-file.ts';
import { isPersonal, readFact } from '../../../shared/book/fact.ts';
import { fold } from '../../../shared/book/fold.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { auditOf, hashOf, historyOf, replicate } from '../../helpers/history-check.ts';
import { reached } from '../../helpers/history-play.ts';
import { sha256 } from '../../helpers/history-table.ts';
import { randomFrom, seeded } from '../../helpers/seed.ts';

const folder = path.join(import.meta.dirname, '../../../assets/rules');
const profiles = readdirSync(folder).flatMap((name): CouncilRules[] => {
  const read = readRulesFile(readFileSync(path.join(folder, name)), name);
  if (!read.ok) throw new Error(`${name} does not read`);
  return read.rules.body === 'hired-unit' ? [] : [read.rules];
});
const variants: readonly CouncilRules[] = [
  ...profiles,
  ...profiles.map((rules): CouncilRules => ({ ...rules, vote: 'hands', rounds: { most: 3, change: 'free' } })),
  ...profiles.map((rules): CouncilRules => ({ ...rules, vote: 'secret', secrecy: 'secret', individualSheets: false })),
  ...profiles.map(
    (rules): CouncilRules => ({ ...rules, secrecy: 'open', casting: 'from-a-distance', online: 'does-not-count' }),
  ),
];

const HISTORIES = 1_000;

test(`[FA1] ${HISTORIES} histories: any order of arrival gives a valid book, and every copy of it one state`, async () => {
  const random = seeded('histories');
  const sums = {
    polls: 0,
    counted: 0,
    voided: 0,
    refused: 0,
    conclusions: 0,
    agreed: 0,
    elected: 0,
    paper: 0,
    revised: 0,
    openings: 0,
  };
  for (let number = 0; number < HISTORIES; number++) {
    const [seed, arrival] = [random.next(), random.next()];
    const isSigned = number % 50 === 0;
    const history = historyOf(seed, arrival, variants, isSigned);
    const found = reached(history.table);
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += found[key];
    const named = `history ${seed}, arrival ${arrival}`;
    expect(auditOf(history), named).toEqual([]);
    const whole = hashOf(history.table.state);
    expect(hashOf(await replicate(history, random.fork())), named).toBe(whole);
  }
  console.log(`histories came to ${JSON.stringify(sums)}`);
  // What never happens proves nothing.
  for (const [what, sum] of Object.entries(sums)) expect(sum, what).toBeGreaterThanOrEqual(HISTORIES / 200);
}, 180_000);

test('[FA2] the same history in another order of arrival is another book, and as valid', () => {
  const random = randomFrom(7);
  const seed = random.next();
  const books = [1, 2, 3].map((arrival) => historyOf(seed, arrival, variants, false));
  for (const history of books) expect(auditOf(history)).toEqual([]);
  expect(new Set(books.map(({ table }) => table.recorder.hash)).size).toBe(3);
});

test('[FA5] a copy to which the personal bodies are withheld makes the same decisions', () => {
  const random = seeded('withheld');
  for (let number = 0; number < 25; number++) {
    const { table } = historyOf(random.next(), random.next(), variants, false);
    const whole = hashOf(table.state);
    for (const log of table.book.feeds.values())
      for (const [at, entry] of log.entries.entries()) {
        const read = readFact(entry);
        if (read.ok && isPersonal(read.value.head.kind)) log.entries[at] = { ...entry, body: null };
      }
    const bare = fold(table.book, sha256);
    expect(bare === undefined ? '' : hashOf(bare), `seed ${random.seed}`).toBe(whole);
    expect(auditOf({ table })).toEqual([]);
  }
});
