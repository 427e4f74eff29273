// One hash for a whole state: two replicas of one book are the same when it is.
import { tag, toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Hash } from '../base/ids.ts';
import type { Sha256 } from './entry.ts';
import type { State } from './state.ts';

const STATE = tag('hoidong/state/1');

/** What personal bodies brought falls away: a replica to which they are withheld makes the same decisions without them. */
function withoutPersonal(state: State): object {
  const { persons: _, explanations: _why, openings: _opened, opinions, remarks, conclusions, ...rest } = state;
  const bare = <T extends object>(all: Readonly<Record<string, T>>, strip: (one: T) => object) =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, strip(one)]));
  return {
    ...rest,
    opinions: bare(opinions, ({ platform: _p, text: _t, ...one }) => one),
    remarks: bare(remarks, ({ platform: _p, criterion: _c, text: _t, ...one }) => one),
    // A withheld reservation leaves no trace of what it was about.
    conclusions: bare(conclusions, ({ reservations: _r, ...one }) => one),
  };
}

/** SHA-256('hoidong/state/1\0' ‖ canonical JSON of the state without what personal bodies brought), hex. */
export const stateHash = (sha256: Sha256, state: State): Hash =>
  toHex(sha256(STATE, utf8(canonical(withoutPersonal(state) as Parameters<typeof canonical>[0])))) as Hash;
