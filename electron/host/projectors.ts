// The window on the wall: a pass that lets a link in as a projector of one book, and what the chair points at there.
import { toHex } from '../../shared/base/bytes.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Desk } from './desk.ts';
import { leads } from './leads.ts';

/** Presence, gone with the process: what the room looks at now, and since when (ISO 8601) it has looked at that. */
export type Pointed = { readonly platform: string; readonly criterion?: string; readonly since: string };

export type Projectors = {
  /** The newest pass of each book is the only one that lets in. */
  readonly pass: (book: string) => string;
  readonly bookOf: (token: string) => string | undefined;
  readonly point: (book: string, pointed: Pointed) => void;
  readonly pointed: (book: string) => Pointed | undefined;
};

/** @param random cryptographically random bytes */
export function openProjectors(random: (length: number) => Uint8Array): Projectors {
  const passes = new Map<string, string>();
  const places = new Map<string, Pointed>();
  return {
    pass: (book) => {
      const token = toHex(random(24));
      passes.set(book, token);
      return token;
    },
    // A random token found by a map: its time tells nothing that helps to guess another.
    bookOf: (token) => [...passes].find(([, each]) => each === token)?.[0],
    point: (book, pointed) => void places.set(book, pointed),
    pointed: (book) => places.get(book),
  };
}

type Names = 'projector.open' | 'projector.enter' | 'projector.point';

/** Refuses `wrong-projector-token`, `not-allowed`, `platform-unknown`, `criterion-unknown {criterion}`. */
export const projectorHandlers = (desk: Desk, projectors: Projectors): Pick<Handlers, Names> => ({
  'projector.open': async (_, { book }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const fragment = `#projector=${projectors.pass(book)}`;
    const { shell } = desk.around;
    shell?.openProjector(fragment);
    return ok({ fragment, isShown: shell !== undefined });
  },
  'projector.enter': async (peer, { token }) => {
    const book = projectors.bookOf(token);
    if (book === undefined) {
      peer.leave('wrong-token');
      return refuse('wrong-projector-token');
    }
    return peer.become({ who: 'projector', book }) ? ok({ book }) : refuse('link-taken');
  },
  'projector.point': async ({ identity }, { book, platform, criterion }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const { state } = opened.value;
    if (!leads(state, identity)) return refuse('not-allowed', { name: 'projector.point', who: identity.who });
    if (state.platforms[platform] === undefined) return refuse('platform-unknown');
    const known = state.criteria === undefined ? [] : criteriaOf(state.criteria.set);
    if (criterion !== null && !known.some(({ id }) => id === criterion))
      return refuse('criterion-unknown', { criterion });
    const before = projectors.pointed(book);
    const isSame = before?.platform === platform && (before.criterion ?? null) === criterion;
    const since = isSame ? before.since : desk.around.now().toISOString();
    projectors.point(book, { platform, ...(criterion === null ? {} : { criterion }), since });
    // The chair points at every step through the criteria: no seat is shown its own views again for that.
    desk.changed(book, 'projector');
    desk.changed(book, 'talk');
    return ok({});
  },
});
