// What the fuzz test does to files: to their bytes, their words, their tree, the parts of a workbook.
import { createHash } from 'node:crypto';
import { parse, stringify } from 'yaml';
import { writePack } from '../../../electron/exports/write-pack.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import type { Hash } from '../../../shared/base/ids.ts';
import type { PackManifest } from '../../../shared/contract/set-pack.ts';
import type { Random } from '../../helpers/seed.ts';
import type { Seed } from './fuzz-corpus.ts';
import { ODD_BYTES, ODD_VALUES, ODD_WORDS } from './fuzz-odd.ts';
import { type MadeEntry, madeZip } from './made-zip.ts';

type Damage = (seed: Seed, random: Random) => Uint8Array;
const under = (random: Random, length: number): number => random.integer(0, Math.max(0, length - 1));

function damageBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (bytes.length === 0) return other;
  const [at, to] = [under(random, bytes.length), under(random, bytes.length)].sort((a, b) => a - b) as [number, number];
  const joined = (...pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));
  switch (random.integer(0, 6)) {
    case 0:
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.integer(0, 7)));
    case 1:
      return bytes.with(at, random.integer(0, 255));
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return joined(bytes.subarray(0, at), Uint8Array.from(random.pick(ODD_BYTES)), bytes.subarray(at));
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(to));
    case 5:
      return joined(bytes.subarray(0, to), bytes.subarray(at));
    default:
      return joined(bytes.subarray(0, at), other.subarray(under(random, other.length)));
  }
}

function damageWords(text: string, random: Random): string {
  const rows = text.split(random.chance(70) ? '\n' : /(?<=[>,;{}])/);
  const glue = rows.length > 1 && text.includes(`${rows[0]}\n`) ? '\n' : '';
  const [one, two] = [under(random, rows.length), under(random, rows.length)];
  const at = under(random, text.length);
  switch (random.integer(0, 7)) {
    case 0:
      return text.slice(0, at) + random.pick(ODD_WORDS) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + random.integer(1, 30));
    case 2:
      return rows.toSpliced(one, random.integer(1, 3)).join(glue);
    case 3:
      return rows.toSpliced(two, 0, ...rows.slice(one, one + random.integer(1, 4))).join(glue);
    case 4:
      return rows
        .with(one, rows[two] ?? '')
        .with(two, rows[one] ?? '')
        .join(glue);
    case 5:
      return rows.with(one, `${' '.repeat(random.integer(1, 5))}${rows[one] ?? ''}`).join(glue);
    case 6: {
      const words = [...text.matchAll(/[\p{L}\p{N}_.-]+/gu)];
      const [first, second] = [words[under(random, words.length)], words[under(random, words.length)]];
      if (first === undefined || second === undefined) return text;
      return text.slice(0, first.index) + second[0] + text.slice(first.index + first[0].length);
    }
    default: {
      const found = /[\p{L}\p{N}_.-]+/u.exec(text.slice(at));
      if (found === null) return text;
      const start = at + found.index;
      return text.slice(0, start) + random.pick(ODD_WORDS) + text.slice(start + found[0].length);
    }
  }
}

type Spot = { readonly parent: Record<string | number, unknown>; readonly key: string | number };
function spotsIn(value: unknown, spots: Spot[] = []): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return spots;
  const parent = value as Spot['parent'];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  for (const key of keys) {
    spots.push({ parent, key });
    spotsIn(parent[key], spots);
  }
  return spots;
}

function damageTree(tree: unknown, random: Random): unknown {
  const copy = structuredClone(tree);
  const spots = spotsIn(copy);
  if (spots.length === 0) return random.pick(ODD_VALUES);
  const { parent, key } = random.pick(spots);
  const other = random.pick(spots);
  switch (random.integer(0, 5)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      parent[key] = structuredClone(random.pick(ODD_VALUES));
      break;
    case 2:
      parent[key] = structuredClone(other.parent[other.key]);
      break;
    case 3:
      if (Array.isArray(parent))
        parent.splice(Number(key), 0, ...Array.from({ length: random.integer(1, 30) }, () => parent[key]));
      else parent[String(other.key)] = parent[key];
      break;
    case 4:
      for (let depth = random.integer(1, 40); depth > 0; depth--)
        parent[key] = random.chance(50) ? [parent[key]] : { groups: parent[key] };
      break;
    default:
      if (typeof parent[key] === 'string') parent[key] = damageWords(parent[key], random);
      else parent[key] = String(parent[key]);
  }
  return copy;
}

/** Also with shares said twice: YAML then writes anchors, which are refused; rarely, so that the rest is reached. */
function writtenAgain(form: Seed['form'], tree: unknown, random: Random): string {
  if (form === 'json' || random.chance(20)) return JSON.stringify(tree, null, random.integer(0, 2));
  return stringify(tree, { aliasDuplicateObjects: random.chance(5), lineWidth: random.pick([0, 40, 80]) });
}

function parsedOf({ bytes, form }: Seed): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return form !== 'yaml' ? JSON.parse(text) : parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function damageParts(parts: ReadonlyMap<string, string>, random: Random): Uint8Array {
  const names = [...parts.keys()];
  const hurt = new Set(Array.from({ length: random.integer(1, 2) }, () => random.pick(names)));
  const entries = names.flatMap((name): readonly MadeEntry[] => {
    const text = parts.get(name) ?? '';
    if (!hurt.has(name)) return [{ name, text }];
    switch (random.integer(0, 9)) {
      case 0:
        return [];
      case 1:
        return [
          { name, text, says: random.pick([{ size: 1 }, { crc: 7 }, { flags: 1 }, { method: 0 }, { size: 9e8 }]) },
        ];
      case 2:
        return [{ name: damageWords(name, random), text }];
      case 3:
        return [{ name, text: parts.get(random.pick(names)) ?? '' }];
      default: {
        let damaged = text;
        for (let times = random.integer(1, 4); times > 0; times--) damaged = damageWords(damaged, random);
        return [{ name, text: damaged }];
      }
    }
  });
  return madeZip(entries, random.chance(97) ? entries.length : random.integer(0, 50));
}

/** Manifest or set damaged, and every sum right again: else a pack is refused before anything in it is looked at. */
const inPack: Damage = (seed, random) => {
  const { manifest } = parsedOf(seed) as { readonly manifest: PackManifest };
  try {
    if (random.chance(30)) return bytesOfPack(damageTree(manifest, random) as PackManifest);
    const set = canonical(damageTree(JSON.parse(manifest.set), random) as never);
    return bytesOfPack({ ...manifest, set, setSha256: createHash('sha256').update(utf8(set)).digest('hex') as Hash });
  } catch {
    // No canonical text can be written of it.
    return inWords(seed, random);
  }
};
function bytesOfPack(manifest: PackManifest): Uint8Array {
  const pack = writePack(manifest);
  if (!pack.ok) throw new Error(pack.refusal.code);
  return pack.value;
}

const inTree: Damage = (seed, random) => {
  const tree = parsedOf(seed);
  let damaged = damageTree(tree, random);
  for (let times = random.integer(0, 2); times > 0; times--) damaged = damageTree(damaged, random);
  return utf8(writtenAgain(seed.form, damaged, random).toWellFormed());
};
const inWords: Damage = ({ bytes }, random) => {
  let text = Buffer.from(bytes).toString('utf8');
  for (let times = random.integer(1, 4); times > 0; times--) text = damageWords(text, random);
  return utf8(text.toWellFormed());
};

/** One file out of a sound one, the same for the same randomness. */
export function damagedFile(seed: Seed, random: Random, other: Seed): Uint8Array {
  const kind = random.integer(0, 9);
  if (kind < 2) {
    let bytes = seed.bytes.slice();
    for (let times = random.integer(1, 5); times > 0; times--) bytes = damageBytes(bytes, random, other.bytes).slice();
    return bytes;
  }
  if (seed.form === 'pack') return (kind < 4 ? inWords : inPack)(seed, random);
  if (seed.parts !== undefined) return damageParts(seed.parts, random);
  return kind < 6 && seed.form !== 'csv' ? inTree(seed, random) : inWords(seed, random);
}
