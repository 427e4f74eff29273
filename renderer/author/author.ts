// What a seat does, wherever its key is held: by the host (the desk's own seat) or by the page (a browser in the room).
import type { BookId, Hash, SeatId } from '../../shared/base/ids.ts';
import type { Refusal, Result } from '../../shared/base/result.ts';
import type { Draft, DraftItem } from '../../shared/book/ballot.ts';
import type { ReopenReason, StatementOf } from '../../shared/book/statements.ts';

/**
 * Where a sheet stands. `waiting`: cast and durable here, not yet with the recording device. `received`: acknowledged.
 * `counted`, `late`, `set-aside`, `unopenable`: as the recording feed says. `refused`: not admitted, `code` says why;
 * the draft is still there and may be cast again.
 */
export type SheetStep =
  | 'working'
  | 'waiting'
  | 'received'
  | 'counted'
  | 'late'
  | 'set-aside'
  | 'unopenable'
  | 'refused';

export type Sheet = {
  /** As it is durable on the device that holds it. */
  readonly draft: Draft;
  readonly step: SheetStep;
  /** Hash of the entry of the cast ballot; absent while `working`. */
  readonly ballot?: Hash;
  /** With `refused`, `late` and `set-aside`. */
  readonly code?: string;
  /** How many steps `undo` can take back. */
  readonly undoable: number;
  /** The round whose sheet of its own this one began with; absent where it began empty. */
  readonly startedFrom?: number;
};

/** What the trust bar says of this seat. */
export type Trust = {
  /** `elsewhere`: another tab of this browser writes for this seat; here everything is refused with `open-elsewhere`. */
  readonly place: 'here' | 'elsewhere';
  /** Entries signed and durable here that the recording device has not acknowledged: "chờ gửi: 1". */
  readonly pending: number;
  /** Own acts that the recording device did not admit, newest last; a sheet says its own in `step`. */
  readonly refused: readonly { readonly kind: string; readonly code: string }[];
  /** Why what waits is not taken, e.g. a refusal of the run itself. An outage is not one. */
  readonly stuck?: Refusal;
  /** False: the browser may throw this seat's store away (private window, no permission to persist). */
  readonly lasting: boolean;
  /** Why what the recording device shows is not believed, e.g. `recording-forked`: no key leaves this device. */
  readonly doubt?: Refusal;
};

/** What `release` did: entries written, and ballots whose key stays here although the view says revealed, with why. */
export type Released = {
  readonly released: readonly Hash[];
  readonly kept: readonly { readonly ballot: Hash; readonly why: Refusal }[];
};

/** Refusals are values. A resolved act is durable on the device that holds the seat's key; `Trust.pending` tells the rest. */
export type Author = {
  readonly book: BookId;
  readonly seat: SeatId;
  /** Who holds the seat's key and drafts. */
  readonly keptBy: 'host' | 'page';

  /** Snapshot, the same object until it changes; undefined until it has been read from where it is kept. */
  readonly sheet: (poll: string) => Sheet | undefined;
  /** Starts to read the sheet where needed; returns how to stop. */
  readonly onSheet: (poll: string, told: () => void) => () => void;
  /** Resolves once durable: only then may the screen say that it is saved. Refuses `ballot-standing`, `open-elsewhere`. */
  readonly saveItem: (poll: string, criterion: string, item: DraftItem) => Promise<Result<null>>;
  readonly saveComment: (poll: string, comment: string) => Promise<Result<null>>;
  /** Takes back the last change of this window to the draft; `criterion` is '' for the comment. Refuses `nothing-to-undo`. */
  readonly undo: (poll: string) => Promise<Result<{ readonly criterion: string }>>;

  /** Refuses what `draftErrors` finds first, then what stands against casting now. */
  readonly cast: (poll: string) => Promise<Result<{ readonly ballot: Hash }>>;
  /** A choice, not a text: it travels in clear before the reveal. */
  readonly reopen: (poll: string, reason: ReopenReason) => Promise<Result<null>>;
  readonly declare: (
    declared: readonly {
      readonly platform: string;
      readonly conflict: boolean;
      /** Only in these, where the rules know recusal by criterion. */
      readonly criteria?: readonly string[];
    }[],
  ) => Promise<Result<null>>;
  /**
   * An absent member's opinion on a platform, also before the meeting: the words in clear, the marks sealed until the
   * platform's first round is revealed, never counted. Marks may have been drafted as a sheet whose poll is the
   * platform. Refuses `opinion-of-present-member`, `opinion-marks-barred`, and what `draftErrors` finds first.
   */
  readonly writeOpinion: (platform: string, text: string, marks?: Draft) => Promise<Result<null>>;
  /**
   * `about` is the SHA-256 of the very text that is voted on, as the view gives it. A secret vote is sealed like a
   * sheet, and stands until it is reopened.
   */
  readonly vote: (poll: string, about: string, choice: 'agree' | 'disagree' | 'abstain') => Promise<Result<null>>;
  readonly reserve: (conclusion: string, about: string, text: string) => Promise<Result<null>>;
  /** Said in the discussion; on the platform as a whole where the criterion is null. */
  readonly remark: (platform: string, criterion: string | null, text: string) => Promise<Result<null>>;
  /** What this member of the counting committee counted; the newest one holds. */
  readonly reportCount: (report: StatementOf<'count-reported'>) => Promise<Result<null>>;
  readonly approve: (sha256: string) => Promise<Result<null>>;
  /** The second pair of eyes on what was entered for somebody else. */
  readonly confirm: (entry: string) => Promise<Result<null>>;

  /**
   * This seat has opened a revision of a platform's evidence. Kept on the device that holds the seat's key, and stated
   * once the rules allow names; until then only how many there are is reported, as presence. Durable when resolved.
   */
  readonly noteOpened: (platform: string, sha256: string, poll?: string) => Promise<Result<null>>;

  /** Call whenever the session view changes: reads the recording feed on, checks it, gives the keys that may be given. */
  readonly release: () => Promise<Result<Released>>;
  /** As a holder, gives the share of one ballot whose author's device cannot; only on a person's order. */
  readonly releaseShare: (poll: string, ballot: string) => Promise<Result<null>>;

  /** Snapshot, the same object until it changes. */
  readonly trust: () => Trust;
  readonly onTrust: (told: () => void) => () => void;
  /** Call when the link is open again: says who it is, compares feeds, sends what waits. */
  readonly resume: () => Promise<Result<null>>;
  /** In the second tab: asks the first to let go, then writes here. */
  readonly takeOver: () => Promise<Result<null>>;
  /**
   * Before somebody else sits down here: no draft stays readable, and nothing more is written for this seat from here
   * but the keys of what it cast. Refuses `draft-uncast` unless `dropDrafts`.
   */
  readonly handOver: (dropDrafts: boolean) => Promise<Result<null>>;
  /** Lets go of the seat; everything durable stays. */
  readonly close: () => Promise<void>;
};
