// What a picture asks for: how far the session is, who looks, how many of everything, and which states are laid over it.
import type { Sheet, Trust } from '../../renderer/author/author.ts';
import type { House } from '../../renderer/state/house.ts';
import type { Result } from '../../shared/base/result.ts';
import type { LinkState } from '../../shared/contract/lasting-client.ts';
import type { MethodName, OutputOf } from '../../shared/contract/methods.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import type { Views } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';

export type Given = {
  readonly phase: Phase;
  readonly as?: 'desk' | 'seat';
  /** Which seat looks, by its place in the council; the secretary's (2) for the desk, a reviewer's (3) for a member. */
  readonly me?: number;
  readonly members?: number;
  readonly criteria?: number;
  readonly platforms?: number;
  readonly kind?: 'session' | 'rehearsal';
};

type Overlays = { readonly [V in keyof Views]?: (value: Views[V]['value'], given: Given) => Views[V]['value'] };
type Answers = { readonly [M in MethodName]?: (input: object) => Result<OutputOf<M>> };

/** One state: what it changes of the views, of my own sheet, of the trust bar and of what methods answer. */
export type State = {
  readonly views?: Overlays;
  /** Views that never come (undefined), or that are refused. */
  readonly instead?: { readonly [V in keyof Views]?: Result<never> | 'never' };
  readonly sheet?: (sheet: Sheet, set: CriteriaSet) => Sheet;
  readonly trust?: Partial<Trust>;
  readonly link?: LinkState;
  readonly house?: Partial<Pick<House, 'held' | 'barred' | 'askCode' | 'join' | 'upload' | 'openBlob' | 'ownSeat'>>;
  readonly answers?: Answers;
};
export type States = Readonly<Record<string, State>>;

export const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
/** The same book, platform and poll everywhere, so that addresses can be written down. */
export const BOOK = hex(7, 64);
export const PLATFORM = hex(900, 16);
export const POLL = hex(901, 16);
export const VOTE = hex(902, 16);
