// Long messages in parts, so that no socket has to hold more than one small frame of somebody who may be lying.
import type { Link } from '../../shared/contract/link.ts';
import { FRAME_LIMIT } from './messages.ts';

/** Before the text of every frame: more comes, or this was the last. JSON begins with neither. */
const MORE = '+';
const LAST = '.';

/** Never between the halves of a surrogate pair, which sockets would replace. */
function cutAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

export function sendInParts(link: Link, text: string): void {
  let from = 0;
  while (text.length - from > FRAME_LIMIT - 1) {
    const to = cutAt(text, from + FRAME_LIMIT - 1);
    link.send(MORE + text.slice(from, to));
    from = to;
  }
  link.send(LAST + text.slice(from));
}

export type Joined = { readonly text: string } | 'more' | 'too-long' | 'malformed';

/** Puts frames together; `limit` is asked anew at every frame, since a stranger may become somebody. */
export function joinParts(limit: () => number): (frame: string) => Joined {
  let parts: string[] = [];
  let length = 0;
  return (frame) => {
    if (frame.length > FRAME_LIMIT) return 'too-long';
    const isMore = frame.startsWith(MORE);
    if (!isMore && !frame.startsWith(LAST)) return 'malformed';
    length += frame.length - 1;
    if (length > limit()) return 'too-long';
    // Parts of nothing would be kept without ever counting.
    if (isMore && frame.length === 1) return 'malformed';
    parts.push(frame.slice(1));
    if (isMore) return 'more';
    const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
    parts = [];
    length = 0;
    return { text };
  };
}
