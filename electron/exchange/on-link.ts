// What the parts of one link share: saying, ending, counting what was dishonest, and how much may be on its way.
import { type Refusal, refusal } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { Link } from '../../shared/contract/link.ts';
import { MESSAGE_LIMIT, type Outgoing } from './messages.ts';
import { sendInParts } from './parts.ts';
import { squeeze } from './squeeze.ts';

/** Units of runs on their way to the other side and not yet settled there; one message goes in any case. */
export const WINDOW = 2 * 1024 * 1024;
/** Units of runs in one message, about: small enough that a ballot does not wait behind a book. */
export const BATCH = 256 * 1024;

export type OnLink = {
  readonly isOpen: () => boolean;
  readonly say: (message: Outgoing) => void;
  /** A list of runs; how many units it counts for in the window. */
  readonly sayRuns: (n: number, list: readonly RunText[]) => number;
  /** Ends the link with this word on both sides. */
  readonly end: (why: Refusal) => void;
  /** Something that an honest program does not do; the third ends the link. */
  readonly offended: (why: Refusal) => void;
  /** Refused and shown, and no offence. */
  readonly shown: (why: Refusal) => void;
  /** Something of ours broke: logged, and the link ends. */
  readonly fault: (error: unknown) => void;
  /** States are told anew. */
  readonly changed: () => void;
  /** What is on its way, and whoever waits until less is. */
  readonly flight: Flight;
};

export type Flight = {
  readonly isFull: () => boolean;
  readonly left: () => number;
  readonly sent: (units: number) => void;
  /** False where more was settled than was ever sent. */
  readonly settled: (units: number) => boolean;
  /** Since when (ms) something waits to be settled without any progress; undefined where nothing does. */
  readonly since: () => number | undefined;
};

export function openFlight(now: () => number): Flight {
  let units = 0;
  let progress = 0;
  return {
    isFull: () => units >= WINDOW,
    left: () => WINDOW - units,
    sent: (more) => {
      if (units === 0) progress = now();
      units += more;
    },
    settled: (fewer) => {
      if (fewer > units) return false;
      units -= fewer;
      progress = now();
      return true;
    },
    since: () => (units > 0 ? progress : undefined),
  };
}

/** The text of a message of runs, and the units that both sides count for it: its list as JSON. */
export function runsText(n: number, list: readonly RunText[]): { readonly text: string; readonly units: number } {
  const small = squeeze(list);
  const text = 'text' in small ? `{"runs":${n},"list":${small.text}}` : `{"runs":${n},"zstd":"${small.zstd}"}`;
  return { text, units: small.units };
}

type Around = {
  readonly link: Link;
  readonly now: () => number;
  readonly soon: (work: () => void) => void;
  readonly log: ExchangeLog;
  /** Told once, when the link is of no use any more. */
  readonly ended: () => void;
};

/** Never with a mark, a remark or a name. */
export type ExchangeLog = {
  readonly error: (what: string, more?: Readonly<Record<string, string | number>>) => void;
  readonly info: (what: string, more?: Readonly<Record<string, string | number>>) => void;
};

export type Ledger = {
  readonly onLink: OnLink;
  readonly why: () => Refusal | undefined;
  readonly refused: () => readonly { readonly why: Refusal; readonly count: number }[];
  readonly onState: (told: () => void) => () => void;
  /** The other side ended it, or the wire broke. */
  readonly over: (reason?: Refusal) => void;
};

const OFFENCES = 3;
const MOST_SHOWN = 32;

export function openLedger({ link, now, soon, log, ended }: Around): Ledger {
  let isOpen = true;
  let why: Refusal | undefined;
  let offences = 0;
  let isTelling = false;
  const refused = new Map<string, { readonly why: Refusal; count: number }>();
  const listeners = new Set<() => void>();

  const changed = (): void => {
    if (isTelling) return;
    isTelling = true;
    soon(() => {
      isTelling = false;
      for (const told of [...listeners]) told();
    });
  };
  const over = (reason?: Refusal): void => {
    if (!isOpen) return;
    isOpen = false;
    why = reason;
    ended();
    link.close();
    changed();
  };
  const end = (reason: Refusal): void => {
    if (!isOpen) return;
    log.info('exchange ended', { code: reason.code });
    sendInParts(link, JSON.stringify({ bye: reason.code }));
    over(reason);
  };
  const shown = (reason: Refusal): void => {
    const name = `${reason.code} ${reason.params['feed']}`;
    const known = refused.get(name);
    if (known) known.count += 1;
    else if (refused.size < MOST_SHOWN) refused.set(name, { why: reason, count: 1 });
    log.info('exchange refused', { code: reason.code });
    changed();
  };

  return {
    why: () => why,
    refused: () => [...refused.values()],
    over,
    onState: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    onLink: {
      isOpen: () => isOpen,
      say: (message) => {
        if (isOpen) sendInParts(link, JSON.stringify(message));
      },
      sayRuns: (n, list) => {
        const { text, units } = runsText(n, list);
        if (text.length > MESSAGE_LIMIT || units > MESSAGE_LIMIT) {
          shown(refusal('exchange-commit-too-long', { feed: list[0]?.feed ?? '' }));
          return 0;
        }
        if (isOpen) sendInParts(link, text);
        return units;
      },
      end,
      offended: (reason) => {
        shown(reason);
        offences += 1;
        if (offences >= OFFENCES) end(refusal('exchange-dishonest', { code: reason.code }));
      },
      shown,
      fault: (error) => {
        if (!isOpen) return;
        log.error('exchange', { what: error instanceof Error ? error.name : 'unknown' });
        end(refusal('exchange-fault'));
      },
      changed,
      flight: openFlight(now),
    },
  };
}
