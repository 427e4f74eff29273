// Reads a pack (.hdset): its shape, every hash, its signature, and the set in it by the one reader of sets.
import { createHash } from 'node:crypto';
import { fromUtf8, toHex, utf8 } from '../../shared/base/bytes.ts';
import { canonical, isCanonical } from '../../shared/base/canonical.ts';
import { isBase64 } from '../../shared/base/ids.ts';
import type { Consultation, PackSignature } from '../../shared/contract/criteria-library.ts';
import { PACK_FORMAT, PACK_LIMITS, packedBytes, type SetPack, setPack } from '../../shared/contract/set-pack.ts';
import { type CriteriaSet, criteriaSet } from '../../shared/criteria/criteria-set.ts';
import { clip, type Problem, problem } from '../../shared/criteria/finding.ts';
import { readSet } from '../../shared/criteria/read-set.ts';
import { TREE_LIMITS } from '../../shared/criteria/value.ts';
import { treeOfSet } from '../../shared/criteria/write-set.ts';
import { isBounded } from './bounded-json.ts';
import { checkPackSignature } from './pack-signature.ts';
import type { Reading } from './reading.ts';

export type PackTrust = {
  /** DER of the roots that the reader trusts; none: nobody is trusted, and that is said. */
  readonly roots: readonly Uint8Array[];
};

export type ReadPack = {
  /** Missing where anything is wrong: then nothing of the pack may be kept. */
  readonly pack?: {
    readonly set: CriteriaSet;
    readonly sha256: string;
    readonly consultations: readonly Consultation[];
    readonly decision?: { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };
    readonly signed?: { readonly cms: Uint8Array; readonly by: PackSignature };
  };
  readonly problems: readonly Problem[];
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const refused = (...problems: readonly Problem[]): ReadPack => ({ problems });
const broken = (why: string): ReadPack => refused(problem('pack-broken', '', { why }));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isExactly(text: string, value: unknown): boolean {
  try {
    return isCanonical(text, value);
  } catch {
    return false;
  }
}

/** The set in its exact text, or why it is none. What it says is judged by the reader of every other file. */
function setIn(text: string): ReturnType<typeof readSet> & { readonly isExact: boolean } {
  const none = { problems: [], leftOut: [], isExact: false };
  if (!isBounded(utf8(text), { depth: TREE_LIMITS.depth, marks: 2 * TREE_LIMITS.values })) return none;
  const given = criteriaSet.safeParse(parsed(text));
  // Half a surrogate pair passes the schema, and has no canonical text.
  if (!given.success || !isExactly(text, given.data)) return none;
  const read = readSet(treeOfSet(given.data));
  return { ...read, isExact: read.set === undefined || canonical(read.set) === text };
}

function scanOf({ manifest, scan }: SetPack, text: string): Uint8Array | 'none' | 'wrong' {
  const { decision } = manifest;
  if (decision === undefined || scan === undefined)
    return decision === undefined && scan === undefined ? 'none' : 'wrong';
  if (!isBase64(text)) return 'wrong';
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'));
  return bytes.length === decision.size && hashOf(bytes) === decision.sha256 ? bytes : 'wrong';
}

const SCAN = utf8(',"scan":"');

/**
 * The scanned decision, 43 MB of text, is taken out before the rest is parsed: a worker whose heap runs over takes the
 * process with it. Quotes inside of texts are escaped, so these bytes can only be the member itself.
 */
function cutScan(bytes: Uint8Array): { readonly head: Uint8Array; readonly scan: string } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = whole.indexOf(SCAN);
  const from = found + SCAN.length;
  const to = found < 0 ? -1 : whole.indexOf('"', from);
  if (to < 0) return { head: bytes, scan: '' };
  return {
    head: Buffer.concat([whole.subarray(0, from), whole.subarray(to)]),
    scan: whole.toString('latin1', from, to),
  };
}

/** `bytes`: without the scan. */
function shapeOf(bytes: Uint8Array): SetPack | Problem {
  const no = (why: string) => problem('pack-broken', '', { why });
  if (bytes.length > PACK_LIMITS.head)
    return problem('file-too-large', '', { bytes: bytes.length, limit: PACK_LIMITS.head });
  const format = /^\{"format":"([^"]{1,60})"/.exec(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))?.[1];
  if (format !== undefined && /^hoidong\/set-pack\/\d+$/.test(format) && format !== PACK_FORMAT)
    return problem('pack-newer', '', { format: clip(format) });
  if (!isBounded(bytes, PACK_LIMITS)) return no('structure');
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return no('text');
  }
  const pack = setPack.safeParse(parsed(text));
  if (!pack.success) return no(clip(pack.error.issues[0]?.path.join('.') || 'JSON'));
  return isExactly(text, pack.data) ? pack.data : no('canonical');
}

/**
 * Never throws and keeps nothing. Any one changed byte of a pack refuses it: the text is canonical, every part is under
 * the sum, the sum under the signature, and the signature is in strict form.
 */
export function readPack(bytes: Uint8Array, { roots }: PackTrust): ReadPack {
  if (bytes.length > PACK_LIMITS.bytes)
    return refused(problem('file-too-large', '', { bytes: bytes.length, limit: PACK_LIMITS.bytes }));
  const cut = cutScan(bytes);
  const pack = shapeOf(cut.head);
  if ('code' in pack) return refused(pack);
  const { manifest, sha256, signature } = pack;
  const packed = packedBytes(manifest);
  if (toHex(createHash('sha256').update(packed).digest()) !== sha256) return refused(problem('pack-changed', ''));
  const scan = scanOf(pack, cut.scan);
  if (scan === 'wrong' || hashOf(utf8(manifest.set)) !== manifest.setSha256)
    return refused(problem('pack-changed', ''));
  if ((signature === undefined) !== (manifest.signedAt === undefined))
    return refused(problem('pack-signature-broken', ''));
  const signed = checkPackSignature(packed, signature, manifest.signedAt ?? '', roots);
  if (signed.problems.some(({ severity }) => severity === 'error')) return refused(...signed.problems);
  const { set, problems, isExact } = setIn(manifest.set);
  if (!isExact) return broken('set');
  if (set === undefined) return refused(...problems, ...signed.problems);
  if (set.promulgation === undefined) return broken('promulgation');
  const { decision } = manifest;
  return {
    pack: {
      ...{ set, sha256: manifest.setSha256, consultations: manifest.consultations },
      ...(decision === undefined || scan === 'none'
        ? {}
        : { decision: { name: decision.name, sha256: decision.sha256, bytes: scan } }),
      ...(signed.by === undefined ? {} : { signed: { cms: signed.cms, by: signed.by } }),
    },
    problems: [...signed.problems, ...problems],
  };
}

/** A pack as any other file of criteria. Nobody's root is given here, so that nobody is called trusted. */
export function readPackFile(bytes: Uint8Array): Reading {
  const { pack, problems } = readPack(bytes, { roots: [] });
  if (pack === undefined) return { format: 'pack', ok: false, problems };
  const { set, signed, consultations } = pack;
  // What the set itself is warned of is said by its reader, which reads it once more.
  const warnings = problems.filter(({ code }) => code.startsWith('pack-'));
  return {
    ...{ format: 'pack', ok: true, value: treeOfSet(set), placeOf: () => ({}), warnings, leftOut: [] },
    beside: { consultations, ...(signed === undefined ? {} : { signature: signed.by }) },
  };
}
