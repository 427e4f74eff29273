// Ids of other formats made into ids of ours: valid, short and different from each other.
import { createHash } from 'node:crypto';
import { criterionId } from '../../shared/criteria/criteria-set.ts';

const LIMIT = 40;
/** Enough of a hash that two long ids of one file do not meet. */
const TAIL = 6;

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, TAIL);

/** The same text gives the same id on every machine; what is too long keeps its beginning and gets a hash of the whole. */
export function idFrom(text: string): string {
  if (criterionId.safeParse(text).success) return text;
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  if (plain.length > LIMIT) return `${plain.slice(0, LIMIT - TAIL - 1).replace(/[._-]+$/, '')}-${shortHash(text)}`;
  return criterionId.safeParse(plain).success ? plain : `x-${shortHash(text)}`;
}

/** Each call gives an id that no call before has given. */
export function startIds(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const wanted = idFrom(text);
    let id = wanted;
    for (let at = 2; taken.has(id); at++) id = `${wanted.slice(0, LIMIT - `-${at}`.length)}-${at}`;
    taken.add(id);
    return id;
  };
}
