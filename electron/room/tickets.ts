// Tickets for bytes: unguessable, short-lived, each for one purpose and one peer.

/** May read one blob. */
export type ReadGrant = {
  readonly sha256: string;
  /** As it was found out when the bytes came in; never guessed by a browser. */
  readonly mediaType: string;
  readonly fileName: string;
};
/** May bring in at most so many bytes. */
export type UploadGrant = { readonly maxBytes: number };

export type Tickets = {
  /** An address to GET, a path of the page's own origin; good for `link` (a peer's id) as long as it is here. */
  readonly open: (sha256: string, mediaType: string, fileName: string, link: string) => string;
  /** An address to PUT to, for one request, which answers `{sha256, size}`. */
  readonly upload: (maxBytes: number, link: string) => string;
  /** The grant behind a ticket for exactly this blob; each use gives it its life again, up to the longest. */
  readonly reading: (ticket: string, sha256: string) => ReadGrant | undefined;
  /** The grant behind a ticket to upload, which is used up by this. */
  readonly uploading: (ticket: string) => UploadGrant | undefined;
  /** Tickets of one peer to read these blobs (SHA-256) are void. */
  readonly close: (sha256s: ReadonlySet<string>, link: string) => void;
  /** The peer has left: its tickets are void. */
  readonly revoke: (link: string) => void;
};

type Purpose =
  | { readonly purpose: 'read'; readonly grant: ReadGrant }
  | { readonly purpose: 'upload'; readonly grant: UploadGrant };
type Held = Purpose & { readonly link: string; readonly most: number; expires: number };

/** Tickets one peer holds at once; a new one voids its oldest. */
const PER_PEER = 500;

/**
 * @param now milliseconds that never go back (performance.now)
 * @param random cryptographically random bytes
 * @param lifeMs of a ticket nobody uses
 * @param longestMs of a ticket in use: a reader fetches the pages of a long PDF as they are turned
 */
export function openTickets({
  now,
  random,
  lifeMs = 60_000,
  longestMs = 900_000,
}: {
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly lifeMs?: number;
  readonly longestMs?: number;
}): Tickets {
  /** In order of giving. */
  const held = new Map<string, Held>();

  const sweep = (): void => {
    const at = now();
    for (const [ticket, { expires }] of held) if (expires <= at) held.delete(ticket);
  };
  function give(link: string, granted: Purpose): string {
    sweep();
    const own = [...held].filter(([, each]) => each.link === link);
    const [oldest] = own;
    if (own.length >= PER_PEER && oldest) held.delete(oldest[0]);
    const ticket = Buffer.from(random(32)).toString('base64url');
    held.set(ticket, { ...granted, link, expires: now() + lifeMs, most: now() + longestMs });
    return ticket;
  }
  /** A lookup among 256 random bits tells nothing by its time. */
  const find = (ticket: string): Held | undefined => {
    sweep();
    return held.get(ticket);
  };

  return {
    open: (sha256, mediaType, fileName, link) =>
      `/blob/${sha256}?ticket=${give(link, { purpose: 'read', grant: { sha256, mediaType, fileName } })}`,
    upload: (maxBytes, link) => `/upload?ticket=${give(link, { purpose: 'upload', grant: { maxBytes } })}`,
    reading: (ticket, sha256) => {
      const found = find(ticket);
      if (found?.purpose !== 'read' || found.grant.sha256 !== sha256) return undefined;
      found.expires = Math.min(found.most, now() + lifeMs);
      return found.grant;
    },
    uploading: (ticket) => {
      const found = find(ticket);
      if (found?.purpose !== 'upload') return undefined;
      held.delete(ticket);
      return found.grant;
    },
    close: (sha256s, link) => {
      for (const [ticket, each] of held)
        if (each.link === link && each.purpose === 'read' && sha256s.has(each.grant.sha256)) held.delete(ticket);
    },
    revoke: (link) => {
      for (const [ticket, each] of held) if (each.link === link) held.delete(ticket);
    },
  };
}
