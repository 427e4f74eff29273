// A secret vote: what is sealed in it, and how it is read again.
import { canonical, isCanonical } from '../base/canonical.ts';
import { isBase64, isHash } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { CHOICES, type Choice } from './meeting-rulings.ts';

export type VotePaper = { readonly poll: string; readonly about: string; readonly choice: Choice };

/** Canonical JSON that names no seat and begins with 16 random bytes (base64url). */
export const writeVotePaper = ({ poll, about, choice }: VotePaper, salt: string): string =>
  canonical({ _salt: salt, poll, about, choice });

const MEMBERS = ['_salt', 'about', 'choice', 'poll'].join();

/** Refuses `ballot-malformed`; a vote on other words than those put is refused `stale-object`. */
export function readVotePaper(text: string, poll: string, about: string): Result<VotePaper> {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!isCanonical(text, value)) return refuse('ballot-malformed', { why: 'canonical' });
  } catch {
    return refuse('ballot-malformed', { why: 'json' });
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== MEMBERS)
    return refuse('ballot-malformed', { why: 'members' });
  const paper = value as Readonly<Record<string, unknown>>;
  const choice = CHOICES.find((each) => each === paper['choice']);
  const salt = paper['_salt'];
  if (typeof salt !== 'string' || !isBase64(salt, 16) || paper['poll'] !== poll || choice === undefined)
    return refuse('ballot-malformed', { why: 'vote' });
  if (typeof paper['about'] !== 'string' || !isHash(paper['about']))
    return refuse('ballot-malformed', { why: 'about' });
  return paper['about'] === about ? ok({ poll, about, choice }) : refuse('stale-object');
}
