// Hashes of the very words that a vote, a reservation or an election is about.
import { tag, toHex, utf8 } from '../base/bytes.ts';
import type { Sha256 } from './entry.ts';
import type { RulingOf } from './rulings.ts';

const TEXT = tag('hoidong/text/1');
/** What a vote or a reservation names: the hash of the very words. */
export const textHash = (sha256: Sha256, text: string): string => toHex(sha256(TEXT, utf8(text)));

/** The proposal of an election in one spelling: who would be of the counting committee, who its head. */
export const electionText = ({ members, head }: Pick<RulingOf<'election-put'>, 'members' | 'head'>): string =>
  `election ${members.join(' ')} head ${head}`;
