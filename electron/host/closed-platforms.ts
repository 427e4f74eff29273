// Which platforms are closed to whoever looks: of those a recused seat gets nothing, in no view, file or stretch of the book.
import type { Entry } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import { readHead } from '../../shared/book/head.ts';
import { isRecused, platformOf } from '../../shared/book/seating.ts';
import type { Poll, State } from '../../shared/book/state.ts';
import type { Identity } from '../../shared/contract/host.ts';
import { CLOSED_RULINGS } from '../../shared/seal/closed-rulings.ts';

/** Ids of platforms. */
export type Closed = ReadonlySet<string>;
export const NOTHING_CLOSED: Closed = new Set();

/** Those from which the seat is recused; none to the desk, which runs the meeting, nor to the wall. */
export const closedTo = (state: State, identity: Identity): Closed =>
  identity.who === 'seat'
    ? new Set(Object.keys(state.platforms).filter((platform) => isRecused(state, identity.seat, platform)))
    : NOTHING_CLOSED;

export type BookFile = { readonly sha256: string; readonly mediaType: string; readonly name: string };

/** Of one platform: its evidence in every revision, and photos of sheets on it. */
function filesOf({ platforms, polls }: State, platform: string): readonly BookFile[] {
  const evidence = Object.values(platforms[platform]?.evidence ?? {}).flatMap(({ earlier = [], ...newest }) =>
    [newest, ...earlier].map(({ sha256, mediaType, revision }) => ({
      sha256,
      mediaType,
      name: `minh-chung-${newest.number}${revision === newest.revision ? '' : `-ban-${revision}`}`,
    })),
  );
  const isOf = ({ subject }: Poll): boolean => subject.of === 'platform' && subject.platform === platform;
  const photos = Object.values(polls)
    .filter(isOf)
    .flatMap(({ ballots }) => Object.values(ballots).flatMap(({ photo }) => (photo ? [photo] : [])))
    .map(({ sha256, mediaType }) => ({ sha256, mediaType, name: 'anh-phieu' }));
  return [...evidence, ...photos];
}

/** Files of the platforms that are open; one that a closed platform holds as well is among them. */
export const openFiles = (state: State, closed: Closed): readonly BookFile[] =>
  Object.keys(state.platforms)
    .filter((platform) => !closed.has(platform))
    .flatMap((platform) => filesOf(state, platform));

/** Hashes of files that closed platforms hold and no open one does. */
export function closedFiles(state: State, closed: Closed): ReadonlySet<string> {
  const open = new Set(openFiles(state, closed).map(({ sha256 }) => sha256));
  const held = [...closed].flatMap((platform) => filesOf(state, platform)).map(({ sha256 }) => sha256);
  return new Set(held.filter((sha256) => !open.has(sha256)));
}

/** What a ruling of these kinds is about; undefined: it says nothing of any platform. */
function platformIn(state: State, entry: Entry): string | undefined {
  const head = readHead(entry.head);
  if (!head.ok || !CLOSED_RULINGS.has(head.value.kind)) return undefined;
  const read = readFact(entry);
  if (!read.ok || read.value.withheld) return undefined;
  const { body } = read.value.fact;
  if ('platform' in body && typeof body.platform === 'string') return body.platform;
  const subject = 'poll' in body && typeof body.poll === 'string' ? state.polls[body.poll]?.subject : undefined;
  return subject && platformOf(state, subject);
}

/** The recording feed as it is shown there: of closed platforms heads and hashes, so that the chain can still be checked. */
export const entriesFor = (state: State, closed: Closed, entries: readonly Entry[]): readonly Entry[] =>
  closed.size === 0
    ? entries
    : entries.map((entry) => (closed.has(platformIn(state, entry) ?? '') ? { ...entry, body: null } : entry));
