// The last evaluation of a platform, in another book of this machine: found by name, named in the new book, shown beside.
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { searchWords } from '../../shared/base/search-text.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import type { RulingWith } from '../../shared/book/rulings.ts';
import { thresholdOf } from '../../shared/book/seating.ts';
import type { Platform, State } from '../../shared/book/state.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { BeforeView, Card } from '../../shared/contract/views.ts';
import { type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { criterionHash } from '../../shared/criteria/criterion-hash.ts';
import { decidingPoll, platformResult } from '../../shared/results/session-result.ts';
import type { Books } from './books.ts';
import type { LiveBook } from './live-book.ts';

type Found = OutputOf<'platform.earlier'>['found'][number];
const MOST = 50;

/** Counted platforms of that name in other books of the same kind, the newest meeting first; from the cards, so none is opened. */
export function earlierOf(cards: readonly Card[], live: LiveBook, name: string): readonly Found[] {
  const wanted = searchWords(name).join(' ');
  return cards
    .filter(({ book, kind }) => book !== live.id && kind === live.state.opened?.bookKind)
    .flatMap(({ book, subject, meetingAt = '', scored = [] }) =>
      scored
        .filter((each) => wanted !== '' && searchWords(each.name).join(' ') === wanted)
        .map((each): Found => ({ book, subject, at: meetingAt, platform: each.platform, name: each.name })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST);
}

/** With the threshold of its session: a mark that was given to another one answers nothing here. */
const questionIn = (sha256: Sha256, state: State, criterion: Criterion): string =>
  criterionHash(criterion, sha256, criterion.kind === 'measured' ? thresholdOf(state, criterion) : null);

/** Refuses before-not-counted, before-itself, rehearsal-only, and what opening the other book refuses. */
export async function beforeRuling(
  books: Books,
  sha256: Sha256,
  live: LiveBook,
  platform: string,
  earlier: { readonly book: string; readonly platform: string },
): Promise<Result<RulingWith<'evaluated-before'>>> {
  if (earlier.book === live.id) return refuse('before-itself');
  const opened = await books.open(earlier.book);
  if (!opened.ok) return opened;
  const { state } = opened.value;
  // What was invented never stands beside what is real.
  if (state.opened?.bookKind !== live.state.opened?.bookKind) return refuse('rehearsal-only');
  await books.whole(opened.value);
  const poll = decidingPoll(state, earlier.platform);
  const result = platformResult(state, opened.value.opened, earlier.platform);
  const { criteria, meeting } = state;
  if (poll === undefined || result === undefined || criteria === undefined) return refuse('before-not-counted');
  const hashes = new Map(criteriaOf(criteria.set).map((each) => [each.id, questionIn(sha256, state, each)]));
  return ok({
    kind: 'evaluated-before',
    body: {
      platform,
      book: earlier.book as Hash,
      poll: poll.poll,
      at: meeting.opened?.at ?? '',
      set: { sha256: criteria.sha256, id: criteria.set.id, version: criteria.set.version },
      outcome: result.outcome.outcome,
      marks: result.criteria.map(({ criterion, verdict, met, of }) => {
        return { criterion, text: (hashes.get(criterion) ?? '') as Hash, verdict, met, of };
      }),
    },
  });
}

/** Matched by the question, not by its number: a criterion that was renumbered is the same, one that was reworded is not. */
export function beforeView(sha256: Sha256, state: State, { before }: Platform): BeforeView | undefined {
  const { criteria } = state;
  if (before === undefined || criteria === undefined) return undefined;
  const byQuestion = new Map(before.marks.map((mark) => [mark.text as string, mark]));
  const marks: Record<string, BeforeView['marks'][string]> = {};
  const changed: string[] = [];
  for (const criterion of criteriaOf(criteria.set)) {
    const mark = byQuestion.get(questionIn(sha256, state, criterion));
    if (mark === undefined) changed.push(criterion.id);
    else marks[criterion.id] = { verdict: mark.verdict, met: mark.met, of: mark.of };
  }
  return { book: before.book, at: before.at, version: before.set.version, outcome: before.outcome, marks, changed };
}
