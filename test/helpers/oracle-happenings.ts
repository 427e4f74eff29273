// What can happen in a meeting, in the oracle's own words; a meeting is nothing but the list of what did.
import type { Written } from './oracle-ballot.ts';
import type { ToldOutcome, ToldRules, ToldShare } from './oracle-count.ts';

export type Happening =
  | { readonly act: 'open'; readonly presiding: string }
  | { readonly act: 'adjourn' }
  | { readonly act: 'resume'; readonly presiding: string }
  | { readonly act: 'pass-chair'; readonly seat: string }
  | {
      readonly act: 'attend';
      readonly seat: string;
      readonly how: 'present' | 'online' | 'absent' | 'excused' | 'left';
    }
  | { readonly act: 'authorise'; readonly seat: string }
  | { readonly act: 'end-authority'; readonly seat: string }
  | { readonly act: 'replace'; readonly seat: string; readonly by: string }
  | {
      readonly act: 'declare';
      readonly seat: string;
      readonly platform: string;
      readonly conflict: boolean;
      readonly criteria?: readonly string[];
    }
  | {
      readonly act: 'open-round';
      readonly poll: string;
      readonly platform: string;
      readonly round: number;
      readonly entitled: readonly string[];
    }
  | { readonly act: 'issue'; readonly poll: string; readonly seat: string }
  | {
      readonly act: 'cast';
      readonly poll: string;
      readonly seat: string;
      readonly ballot: string;
      readonly written: Written;
      /** In a secret vote, in place of a sheet. */
      readonly choice?: Choice;
    }
  | { readonly act: 'reopen'; readonly poll: string; readonly seat: string; readonly ballot: string }
  | {
      readonly act: 'close';
      readonly poll: string;
      readonly counted: readonly string[];
      readonly aside: readonly string[];
    }
  | { readonly act: 'void'; readonly poll: string }
  | { readonly act: 'set-aside'; readonly poll: string; readonly ballot: string }
  | { readonly act: 'reveal'; readonly poll: string }
  | { readonly act: 'key'; readonly poll: string; readonly ballot: string; readonly seat: string }
  | { readonly act: 'unopenable'; readonly poll: string; readonly ballot: string }
  | { readonly act: 'count'; readonly poll: string }
  | { readonly act: 'report'; readonly poll: string; readonly seat: string; readonly figures: string }
  | { readonly act: 'agree'; readonly poll: string; readonly seats: readonly [string, string] }
  | {
      readonly act: 'elect';
      readonly election: string;
      readonly members: readonly string[];
      readonly head: string;
    }
  | { readonly act: 'conclude'; readonly conclusion: string; readonly platform: string }
  | {
      readonly act: 'open-vote';
      readonly poll: string;
      /** The conclusion or the election that is voted on. */
      readonly on: string;
      readonly hands: boolean;
      readonly entitled: readonly string[];
    }
  | { readonly act: 'vote'; readonly poll: string; readonly seat: string; readonly choice: Choice }
  | {
      readonly act: 'hands';
      readonly poll: string;
      readonly agree: number;
      readonly disagree: number;
      readonly abstain: number;
      readonly presiding: Choice | null;
    };
export type Choice = 'agree' | 'disagree' | 'abstain';
export type Act<K extends Happening['act']> = Extract<Happening, { readonly act: K }>;

/** As much of a book of rules as a meeting asks for. */
export type MeetingRules = ToldRules & {
  readonly quorum: {
    readonly share: ToldShare;
    readonly chair: string;
    readonly viceChair: string;
    readonly secretary: string;
    readonly reviewers: string;
    readonly per: string;
  };
  readonly online: string;
  readonly casting: string;
  readonly rounds: { readonly most: number; readonly change: string };
  readonly committee: string;
  readonly conclusion: ToldShare;
  readonly vote: string;
};

export type ToldMeeting = {
  readonly rules: MeetingRules;
  readonly criteria: readonly {
    readonly id: string;
    readonly tags: readonly string[];
    readonly weight?: number | undefined;
    readonly notApplicable: boolean;
  }[];
  readonly outcomes: readonly ToldOutcome[];
  /** In the order of the table; who replaces somebody is not among them. */
  readonly seats: readonly { readonly seat: string; readonly role: string }[];
  /** Whose device records: is not replaced. */
  readonly recorder: string;
  readonly platforms: readonly string[];
  /** Only what was allowed, in order. */
  readonly happened: readonly Happening[];
};

export type Placed<K extends Happening['act']> = Act<K> & { readonly place: number };
type Index = {
  upTo: number;
  readonly kinds: Map<string, Happening[]>;
  readonly earlier: Map<number, ToldMeeting>;
  /** The last that was said or marked of a seat. */
  readonly marks: Map<string, Happening>;
  readonly words: Map<string, Map<string, Happening>>;
  /** Answers, until the list grows. */
  readonly answers: Map<string, unknown>;
};
/** Lists only ever grow, so what was found in one stays true; without this each question would read the list anew. */
const indexes = new WeakMap<readonly Happening[], Index>();

function indexOf({ happened }: ToldMeeting): Index {
  const index: Index = indexes.get(happened) ?? {
    upTo: 0,
    kinds: new Map(),
    earlier: new Map(),
    marks: new Map(),
    words: new Map(),
    answers: new Map(),
  };
  indexes.set(happened, index);
  if (index.upTo < happened.length) index.answers.clear();
  for (; index.upTo < happened.length; index.upTo++) {
    const each = happened[index.upTo] as Happening;
    const kind = index.kinds.get(each.act) ?? [];
    index.kinds.set(each.act, kind);
    const placed = Object.assign({ place: index.upTo }, each);
    kind.push(placed);
    if (each.act === 'attend') index.marks.set(each.seat, placed);
    if (each.act === 'declare') {
      const words = index.words.get(each.seat) ?? new Map<string, Happening>();
      index.words.set(each.seat, words.set(each.platform, placed));
    }
  }
  return index;
}

/** Everything of one kind that happened, with its place in the list. */
export const all = <K extends Happening['act']>(meeting: ToldMeeting, act: K): readonly Placed<K>[] =>
  (indexOf(meeting).kinds.get(act) ?? []) as unknown as readonly Placed<K>[];

export const lastMark = (meeting: ToldMeeting, seat: string): Placed<'attend'> | undefined =>
  indexOf(meeting).marks.get(seat) as Placed<'attend'> | undefined;
export const lastWord = (meeting: ToldMeeting, seat: string, platform: string): Placed<'declare'> | undefined =>
  indexOf(meeting).words.get(seat)?.get(platform) as Placed<'declare'> | undefined;

/** Asked many times over between two happenings, answered once. */
export function once<T>(meeting: ToldMeeting, question: string, answer: () => T): T {
  const { answers } = indexOf(meeting);
  if (!answers.has(question)) answers.set(question, answer());
  return answers.get(question) as T;
}

/** The meeting as it was when only so much had happened. */
export function asOf(meeting: ToldMeeting, place: number): ToldMeeting {
  const { earlier } = indexOf(meeting);
  const found = earlier.get(place) ?? { ...meeting, happened: meeting.happened.slice(0, place) };
  earlier.set(place, found);
  return found;
}
