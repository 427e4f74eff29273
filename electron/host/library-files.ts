// Files into the library and out of it: a dry run, what is kept of it, and the formats a set is written in.
import { toBase64 } from '../../shared/base/bytes.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type {
  CriteriaFileReport,
  FileFinding,
  LibraryRecord,
  SheetMapping,
  SheetPreview,
} from '../../shared/contract/criteria-library.ts';
import type { InputOf, OutputOf } from '../../shared/contract/methods.ts';
import { PACK_LIMITS } from '../../shared/contract/set-pack.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { type Problem, warning } from '../../shared/criteria/finding.ts';
import { draftOfSet } from '../../shared/criteria/set-draft.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import { exportName, exportSet } from '../exports/export-set.ts';
import { manifestOf, writePack } from '../exports/write-pack.ts';
import { writeCsv, writeXlsx } from '../exports/write-sheet.ts';
import { readPack } from '../imports/read-pack.ts';
import { headingKey } from '../imports/sheet-mapping.ts';
import { sniffMediaType } from '../imports/sniff-media-type.ts';
import { rootsFrom } from '../proof/roots.ts';
import { blobBytes } from './blob-bytes.ts';
import { criteriaMappings } from './kept-mappings.ts';
import type { CriteriaLibrary } from './library.ts';
import { isTaken, packPartsOf } from './library-acts.ts';
import type { FrozenSet, NewSet } from './library-store.ts';
import type { Surroundings } from './surroundings.ts';
import { readWholeBlob } from './whole-blob.ts';

type Given = InputOf<'library.read-file'>;
type Roots = readonly Uint8Array[];
type Read = { readonly report: CriteriaFileReport; readonly bytes: Uint8Array; readonly roots: Roots };

/** Undefined where nothing stands in that row, or it is beyond what is shown: all such rows would have one key. */
const keyOfRow = (sheet: SheetPreview, row: number): string | undefined =>
  sheet.rows[row - 1]?.some((cell) => cell.trim() !== '') === true ? headingKey(sheet, row) : undefined;

/** Under what a mapping of this sheet is remembered; undefined where it has no row of headings. */
function keyOf({ table }: CriteriaFileReport): string | undefined {
  const sheet = table?.sheets.find(({ name }) => name === table.mapping.sheet);
  return sheet === undefined ? undefined : keyOfRow(sheet, table?.mapping.headerRow ?? 0);
}

/** Looked for under every row: where nothing was guessed, only the one who chose knew which row has the headings. */
async function recalled({ store }: Surroundings, sheets: readonly SheetPreview[]): Promise<SheetMapping | undefined> {
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map((_, at) => ({ sheet: sheet.name, headerRow: at + 1, key: keyOfRow(sheet, at + 1) })),
  );
  const known = await criteriaMappings.recallAll(store);
  for (const { key, ...place } of rows) {
    const mapping = key === undefined ? undefined : known.get(key);
    // The sheet of a CSV bears the name of its file, and another one is brought in next time.
    if (mapping !== undefined) return { ...mapping, ...place };
  }
  return undefined;
}

/** The worker that read it knows no roots: whether one of those given vouches for the signer is looked at here. */
function trustedBy(report: CriteriaFileReport, bytes: Uint8Array, roots: Roots): CriteriaFileReport {
  const { set, signature, ...rest } = report;
  if (roots.length === 0 || set === undefined || signature === undefined) return report;
  const { pack, problems } = readPack(bytes, { roots });
  const told = { ...rest, findings: problems.map(worded) };
  return pack === undefined ? told : { ...told, set, signature: pack.signed?.by ?? signature };
}

/** The reader hands the bytes over to its own thread, so each reading gets its own. Refuses roots-unreadable. */
async function readFile(around: Surroundings, given: Given): Promise<Result<Read>> {
  const { store, importer } = around;
  const { sha256, name, mapping } = given;
  const trusted = rootsFrom(given.roots ?? '');
  if (!trusted.ok) return trusted;
  const roots = trusted.value;
  const whole = await readWholeBlob({ store }, sha256, PACK_LIMITS.bytes);
  if (!whole.ok) return whole;
  const bytes = whole.value;
  const read = async (as?: SheetMapping) => await importer.readCriteria(new Uint8Array(bytes), name, as);
  const report = trustedBy(await read(mapping), bytes, roots);
  if (mapping !== undefined || report.table?.mapped !== 'guessed') return ok({ report, bytes, roots });
  const known = await recalled(around, report.table.sheets);
  if (known === undefined) return ok({ report, bytes, roots });
  const again = await read(known);
  const table = again.table && { ...again.table, mapped: 'remembered' as const };
  return ok({ report: { ...again, ...(table ? { table } : {}) }, bytes, roots });
}

/** A dry run: nothing is kept. Refuses blob-missing, blob-too-large. */
export async function lookAt(
  around: Surroundings,
  library: CriteriaLibrary,
  given: Given,
): Promise<Result<CriteriaFileReport>> {
  const read = await readFile(around, given);
  if (!read.ok) return read;
  const { report } = read.value;
  if (report.set === undefined) return ok(report);
  const sha256 = library.hashOf(report.set);
  const known = await library.keyOf(sha256);
  return ok({ ...report, sha256, ...(known === undefined ? {} : { known }) });
}

/** What a pack brings besides its set, its decision kept as a file. */
async function packed(around: Surroundings, { bytes, roots }: Read): Promise<Result<Partial<FrozenSet>>> {
  const { pack } = readPack(bytes, { roots });
  const { decision, signed, consultations = [] } = pack ?? {};
  const kept = decision && (await around.store.putBlob([decision.bytes], { maxBytes: PACK_LIMITS.decision }));
  if (kept?.ok === false) return kept;
  const file = decision && { sha256: decision.sha256, name: decision.name, size: decision.bytes.length };
  return ok({
    consultations: [...consultations],
    ...(file === undefined ? {} : { decisionFile: file }),
    ...(signed === undefined ? {} : { signed: { cms: toBase64(signed.cms), own: false, by: signed.by } }),
  });
}

/**
 * Reads it again and keeps it: frozen where it carries its promulgation, else a draft. What is there already is not kept
 * twice. Refuses set-file-refused {file, count}, set-version-taken, set-sample (a sample that says it is in force), and
 * what the store refuses.
 */
export async function accept(
  around: Surroundings,
  library: CriteriaLibrary,
  given: Given,
): Promise<Result<OutputOf<'library.accept'>>> {
  const read = await readFile(around, given);
  if (!read.ok) return read;
  const { report } = read.value;
  const { set, format, findings, file } = report;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (set === undefined || format === undefined)
    return refuse('set-file-refused', { file, count: Math.max(1, errors) });
  if (set.sample && set.promulgation !== undefined) return refuse('set-sample');
  const known = await library.keyOf(library.hashOf(set));
  if (known !== undefined) return ok({ key: known, savedAt: (await library.kept.read(known))?.savedAt ?? '' });
  const beside = format === 'pack' ? await packed(around, read.value) : ok<Partial<FrozenSet>>({ consultations: [] });
  if (!beside.ok) return beside;
  const made = await library.kept.add(async (there): Promise<Result<NewSet>> => {
    if (set.promulgation === undefined)
      return ok({ state: 'draft', from: format, consultations: [], draft: draftOfSet(set) });
    if (isTaken(there, set)) return refuse('set-version-taken', { id: set.id, version: set.version });
    return ok({ consultations: [], ...beside.value, state: 'promulgated', from: format, set });
  });
  if (!made.ok) return made;
  const key = keyOf(report);
  if (given.mapping !== undefined && key !== undefined)
    await criteriaMappings.remember(around.store, key, given.mapping);
  return ok({ key: made.value.key, savedAt: made.value.savedAt });
}

type Written = OutputOf<'library.export'>;
const MEDIA: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};
const worded = (found: Problem): FileFinding => ({
  ...found,
  vi: wordFinding(found, 'vi'),
  en: wordFinding(found, 'en'),
});

/** Lies in the store till the next sweep, under an address of its own. */
async function offered(
  around: Surroundings,
  link: string,
  bytes: Uint8Array,
  name: string,
  left: readonly Problem[] = [],
): Promise<Result<Written>> {
  const kept = await around.store.putBlob([bytes], { maxBytes: PACK_LIMITS.bytes, loose: around.now() });
  if (!kept.ok) return kept;
  const mediaType = MEDIA[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return ok({ url: around.addresses.open(kept.value.sha256, mediaType, name, link), name, left: left.map(worded) });
}

/** A record, with an address for its decision where the file is still here. Refuses set-unknown. */
export async function opened(
  around: Surroundings,
  library: CriteriaLibrary,
  link: string,
  key: string,
): Promise<Result<LibraryRecord>> {
  const record = await library.open(key);
  if (!record.ok || record.value.decisionFile === undefined) return record;
  const { decisionFile } = record.value;
  const { sha256, name } = decisionFile;
  const size = await around.store.sizeOfBlob(sha256);
  if (size === undefined) return record;
  const mediaType = await sniffMediaType(blobBytes(around.store, sha256, size));
  const url = around.addresses.open(sha256, mediaType, name, link);
  return ok({ ...record.value, decisionFile: { ...decisionFile, url } });
}

async function packOf(around: Surroundings, frozen: FrozenSet): Promise<Result<Uint8Array>> {
  const { decisionFile, signed } = frozen;
  const scan =
    decisionFile === undefined ? undefined : await readWholeBlob(around, decisionFile.sha256, PACK_LIMITS.decision);
  if (scan?.ok === false) return scan;
  return writePack(manifestOf(packPartsOf(frozen), signed?.by.signedAt), {
    ...(scan === undefined ? {} : { scan: scan.value }),
    ...(signed === undefined ? {} : { cms: new Uint8Array(Buffer.from(signed.cms, 'base64url')) }),
  });
}

/** Refuses set-unknown, set-unsound {count}, set-not-promulgated, pack-too-large. */
export async function exported(
  around: Surroundings,
  library: CriteriaLibrary,
  link: string,
  { key, format }: InputOf<'library.export'>,
): Promise<Result<Written>> {
  const opened = await library.open(key);
  if (!opened.ok) return opened;
  const { set, row, consultations, decisionFile } = opened.value;
  if (set === undefined) return refuse('set-unsound', { count: row.errors });
  if (format !== 'pack') {
    const { bytes, left } = await exportSet(set, format, { language: 'vi', now: around.now().toISOString() });
    const isMore = consultations.length > 0 || decisionFile !== undefined;
    const all = isMore ? [...left, warning('pack-decision-left', '')] : left;
    return await offered(around, link, bytes, exportName(set, format), all);
  }
  const frozen = await library.kept.read(key);
  if (frozen?.state !== 'promulgated') return refuse('set-not-promulgated');
  const pack = await packOf(around, frozen);
  return pack.ok ? await offered(around, link, pack.value, packName(set)) : pack;
}
const packName = (set: CriteriaSet): string => exportName(set, 'json').replace(/\.json$/, '.hdset');

export async function template(
  around: Surroundings,
  link: string,
  { format, language }: InputOf<'library.template'>,
): Promise<Result<OutputOf<'library.template'>>> {
  const write = format === 'xlsx' ? writeXlsx : writeCsv;
  const { bytes } = await write(undefined, language);
  const name = language === 'vi' ? `mau-bo-tieu-chi.${format}` : `criteria-set-template.${format}`;
  const given = await offered(around, link, bytes, name);
  return given.ok ? ok({ url: given.value.url, name }) : given;
}
