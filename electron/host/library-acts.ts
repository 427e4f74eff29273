// What is done to the agency's own sets: written, copied, sent out for consultation, put in force, signed, discarded.
import { toBase64 } from '../../shared/base/bytes.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine, cleanText, isNfc } from '../../shared/base/text.ts';
import { bearsSecretMark } from '../../shared/book/secret-mark.ts';
import type { Consultation } from '../../shared/contract/criteria-library.ts';
import type { InputOf } from '../../shared/contract/methods.ts';
import { PACK_LIMITS, packedBytes } from '../../shared/contract/set-pack.ts';
import { type CriteriaSet, promulgation as isPromulgation } from '../../shared/criteria/criteria-set.ts';
import { draftOfSet, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { manifestOf, signPack } from '../exports/write-pack.ts';
import { checkPackSignature } from '../imports/pack-signature.ts';
import { openPkcs12 } from '../signing/pkcs12.ts';
import type { CriteriaLibrary } from './library.ts';
import type { FrozenSet, KeptDraft, KeptSet, NewSet } from './library-store.ts';
import type { Surroundings } from './surroundings.ts';

type Saved = { readonly key: string; readonly savedAt: string };
const saved = (result: Result<KeptSet>): Result<Saved> =>
  result.ok ? ok({ key: result.value.key, savedAt: result.value.savedAt }) : result;

/** What stands in a frozen set is for ever; a shipped one is nobody's to change. */
const draftOnly = (library: CriteriaLibrary, key: string, make: (was: KeptDraft, there: There) => Promise<Made>) =>
  library.kept.change(key, async (was, there) =>
    was.state === 'draft' ? await make(was, there) : refuse('set-frozen', { version: was.set.version }),
  );
type There = readonly KeptSet[];
type Made = Result<NewSet>;

/** Shipped sets have the key of their hash: one is told from a key that names nothing. */
const ownOnly = (around: Surroundings, key: string): Result<null> =>
  around.library.sets.some(({ sha256 }) => sha256 === key) ? refuse('set-shipped') : ok(null);

const fresh = ({ v: _v, key: _key, savedAt: _at, ...rest }: KeptDraft): Omit<KeptDraft, 'v' | 'key' | 'savedAt'> =>
  rest;

export async function saveDraft(
  around: Surroundings,
  library: CriteriaLibrary,
  { key, draft }: InputOf<'library.save'>,
): Promise<Result<Saved>> {
  if (key === undefined)
    return saved(await library.kept.add(async () => ok({ state: 'draft', from: 'written', consultations: [], draft })));
  const own = ownOnly(around, key);
  if (!own.ok) return own;
  return saved(await draftOnly(library, key, async (was) => ok({ ...fresh(was), draft })));
}

/** Of a version; room for the number that grows. */
const HEAD = 30;

/** The last number in it, one higher; where there is none, `-2` after it. What is taken is passed over. */
export function nextVersion(version: string, taken: ReadonlySet<string>): string {
  const [, before = version, number, after = ''] = /^(.*?)(\d{1,15})(\D*)$/s.exec(version) ?? [];
  const head = number === undefined ? `${before.slice(0, HEAD)}-` : before.slice(0, HEAD);
  for (let next = Number(number ?? 1) + 1; ; next++) {
    const said = `${head}${next}${after.slice(0, HEAD - head.length)}`;
    if (!taken.has(said)) return said;
  }
}

const idOf = (kept: KeptSet): Pick<SetDraft, 'id' | 'version'> => (kept.state === 'draft' ? kept.draft : kept.set);

/** A draft of the next version of the same id. Refuses set-unknown. */
export async function copySet(
  around: Surroundings,
  library: CriteriaLibrary,
  { key }: InputOf<'library.copy'>,
): Promise<Result<Saved>> {
  const opened = await library.open(key);
  if (!opened.ok) return opened;
  const { draft, set } = opened.value;
  const source = draft ?? (set === undefined ? undefined : draftOfSet(set));
  if (source === undefined) return refuse('set-unknown');
  const { id, version } = source;
  return saved(
    await library.kept.add(async (there) => {
      const all = [...there.map(idOf), ...around.library.sets.map((each) => each.set)];
      const taken = new Set(all.filter((each) => each.id === id).map((each) => each.version));
      const copy = { ...source, version: nextVersion(version, taken) };
      return ok({ state: 'draft', from: 'written', consultations: [], draft: copy, basedOn: { key, version } });
    }),
  );
}

const isDate = (text: string): boolean => text === '' || isPromulgation.shape.date.safeParse(text).success;

function cleanConsultation(given: Consultation): Consultation {
  const { key, body, letter, answer, handled } = given;
  const [sentOn, answeredOn] = [given.sentOn.trim(), given.answeredOn.trim()];
  return {
    ...{ key, sentOn, answeredOn, body: cleanLine(body).toWellFormed(), letter: cleanLine(letter).toWellFormed() },
    ...{ answer: cleanText(answer).toWellFormed(), handled: cleanText(handled).toWellFormed() },
  };
}

/** Refuses consultation-body-missing {number}, consultation-date-wrong {number}, set-frozen. */
export async function consult(
  around: Surroundings,
  library: CriteriaLibrary,
  { key, consultations }: InputOf<'library.consult'>,
): Promise<Result<Record<string, never>>> {
  const own = ownOnly(around, key);
  if (!own.ok) return own;
  const clean = consultations.map(cleanConsultation);
  const nameless = clean.findIndex(({ body }) => body === '');
  if (nameless >= 0) return refuse('consultation-body-missing', { number: nameless + 1 });
  const undated = clean.findIndex(({ sentOn, answeredOn }) => !isDate(sentOn) || !isDate(answeredOn));
  if (undated >= 0) return refuse('consultation-date-wrong', { number: undated + 1 });
  const changed = await draftOnly(library, key, async (was) => ok({ ...fresh(was), consultations: clean }));
  return changed.ok ? ok({}) : changed;
}

/** The scanned decision, as it was uploaded: of a size that a pack can carry, and open to everybody. */
async function decisionFile(
  around: Surroundings,
  file: InputOf<'library.promulgate'>['file'],
): Promise<Result<FrozenSet['decisionFile']>> {
  if (file === undefined) return ok(undefined);
  const name = cleanLine(file.name).toWellFormed();
  if (bearsSecretMark(name)) return refuse('evidence-secret', { title: name });
  const size = await around.store.sizeOfBlob(file.sha256);
  if (size === undefined) return refuse('decision-file-missing');
  if (size > PACK_LIMITS.decision)
    return refuse('decision-file-too-large', { mebibytes: PACK_LIMITS.decision / 1024 / 1024 });
  return ok({ sha256: file.sha256, name: name === '' ? 'quyet-dinh' : name, size });
}

/** Two texts under one id and version would be two laws of one name. */
export const isTaken = (there: readonly KeptSet[], { id, version }: CriteriaSet): boolean =>
  there.some((each) => each.state === 'promulgated' && each.set.id === id && each.set.version === version);

/**
 * Freezes a draft. The decision goes into the set and so into its hash. Refuses set-unsound {count}, set-sample,
 * set-version-taken {id, version}, promulgation-incomplete, and what `decisionFile` refuses.
 */
export async function promulgate(
  around: Surroundings,
  library: CriteriaLibrary,
  { key, promulgation, file }: InputOf<'library.promulgate'>,
): Promise<Result<Saved & { readonly sha256: string }>> {
  const own = ownOnly(around, key);
  if (!own.ok) return own;
  const clean = { ...promulgation, number: cleanLine(promulgation.number), body: cleanLine(promulgation.body) };
  const decided = isPromulgation.safeParse(clean);
  if (!decided.success || ![clean.number, clean.body].every((text) => text.isWellFormed() && isNfc(text)))
    return refuse('promulgation-incomplete');
  const attached = await decisionFile(around, file);
  if (!attached.ok) return attached;
  let sha256 = '';
  const changed = await draftOnly(library, key, async (was, there): Promise<Made> => {
    const sound = library.soundOf(was);
    if (sound === undefined) return refuse('set-unsound', { count: library.errorsOf(was) });
    if (sound.set.sample) return refuse('set-sample');
    const { id, version } = sound.set;
    if (isTaken(there, sound.set)) return refuse('set-version-taken', { id, version });
    const set: CriteriaSet = { ...sound.set, promulgation: decided.data };
    sha256 = library.hashOf(set);
    const { draft: _, ...rest } = fresh(was);
    return ok({
      ...rest,
      ...{ state: 'promulgated', set },
      ...(attached.value === undefined ? {} : { decisionFile: attached.value }),
    });
  });
  const result = saved(changed);
  return result.ok ? ok({ ...result.value, sha256 }) : result;
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64url'));

/**
 * Signs what a pack of it will carry; key file and password are used for this one act and kept nowhere. Refuses
 * set-not-promulgated, set-signed-by-others {name}, and what PKCS#12 and certificate refuse.
 */
export async function signSet(
  around: Surroundings,
  library: CriteriaLibrary,
  { key, pkcs12, password }: InputOf<'library.sign'>,
): Promise<Result<Record<string, never>>> {
  const own = ownOnly(around, key);
  if (!own.ok) return own;
  const before = await library.kept.read(key);
  if (before === undefined) return refuse('set-unknown');
  if (before.state === 'draft') return refuse('set-not-promulgated');
  const signer = await openPkcs12(bytesOf(pkcs12), password);
  if (!signer.ok) return signer;
  const changed = await library.kept.change(key, async (was): Promise<Made> => {
    if (was.state === 'draft') return refuse('set-not-promulgated');
    if (was.signed?.own === false) return refuse('set-signed-by-others', { name: was.signed.by.name });
    const signedAt = around.now().toISOString();
    const manifest = manifestOf(packPartsOf(was), signedAt);
    const cms = await signPack(manifest, signer.value);
    if (!cms.ok) return cms;
    const text = toBase64(cms.value);
    const { by } = checkPackSignature(packedBytes(manifest), text, signedAt, []);
    if (by === undefined) return refuse('signature-value-wrong', { name: '' });
    const { v: _v, key: _key, savedAt: _at, ...rest } = was;
    return ok({ ...rest, signed: { cms: text, own: true, by } });
  });
  return changed.ok ? ok({}) : changed;
}

export const packPartsOf = ({ set, consultations, decisionFile: file }: FrozenSet) => ({
  ...{ set, consultations },
  ...(file === undefined ? {} : { decision: file }),
});
