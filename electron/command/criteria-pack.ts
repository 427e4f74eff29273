// `hoidong criteria pack FILE --out FILE.hdset`: a set in force as a pack, signed where a certificate file is given.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { PACK_LIMITS } from '../../shared/contract/set-pack.ts';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { manifestOf, signPack, writePack } from '../exports/write-pack.ts';
import { openImports, worded } from '../headless.ts';
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { openPkcs12 } from '../signing/pkcs12.ts';
import type { PdfSigner } from '../signing/signer.ts';
import { type ExitCode, type Output, refuseInput } from './command.ts';
import { type Given, WrongUsage } from './options.ts';

export const PACK_USAGE = 'criteria pack FILE [--p12 FILE --password-file FILE] --out FILE.hdset';
const SMALL = 1024 * 1024;

/** Refuses file-missing {file}, blob-too-large {maxBytes}. */
async function readWhole(file: string, maxBytes: number): Promise<Result<Uint8Array>> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return refuse('file-missing', { file: path.basename(file) });
  return found.size > maxBytes ? refuse('blob-too-large', { maxBytes }) : ok(new Uint8Array(await readFile(file)));
}

/** The password stands in a file of its own, on its first line: on a command line every program could read it. */
async function signerFrom(given: Given): Promise<Result<PdfSigner | undefined>> {
  const [file, passwordFile] = [given.values.get('p12'), given.values.get('password-file')];
  if (file === undefined && passwordFile === undefined) return ok(undefined);
  if (file === undefined || passwordFile === undefined) throw new WrongUsage(PACK_USAGE);
  const pkcs12 = await readWhole(file, SMALL);
  if (!pkcs12.ok) return pkcs12;
  const password = await readWhole(passwordFile, SMALL);
  if (!password.ok) return password;
  return await openPkcs12(pkcs12.value, Buffer.from(password.value).toString('utf8').split(/\r?\n/)[0] ?? '');
}

/** Consultations and the scanned decision are the library's; a file has none. Never writes over a file that is there. */
export async function packCriteria(given: Given, output: Output): Promise<ExitCode> {
  const [, file, ...more] = given.plain;
  const out = given.values.get('out');
  const language = LANGUAGES.find((each) => each === (given.values.get('lang') ?? 'vi'));
  if (file === undefined || more.length > 0 || out === undefined || given.values.has('to'))
    throw new WrongUsage(PACK_USAGE);
  if (language === undefined) throw new WrongUsage('--lang wants vi or en');
  const json = given.flags.has('json');
  const refused = (why: Parameters<typeof worded>[0]): ExitCode => refuseInput(output, json, why, worded(why));
  const signer = await signerFrom(given);
  if (!signer.ok) return refused(signer.refusal);
  const bytes = await readWhole(file, PACK_LIMITS.bytes);
  if (!bytes.ok) return refused(bytes.refusal);
  const read = await openImports().readCriteriaFile(bytes.value, path.basename(file));
  const report = reportCriteria(read);
  if (!read.ok) {
    if (json) output.out(`${JSON.stringify(report)}\n`);
    else output.err(`${printReport(report, language)}\n`);
    return 1;
  }
  const { set } = read.value;
  if (set.promulgation === undefined) return refused(refusal('set-not-promulgated'));
  if (set.sample) return refused(refusal('set-sample'));
  const signedAt = signer.value === undefined ? undefined : new Date().toISOString();
  const manifest = manifestOf({ set, consultations: [] }, signedAt);
  const signed = signer.value === undefined ? undefined : await signPack(manifest, signer.value);
  if (signed?.ok === false) return refused(signed.refusal);
  const pack = writePack(manifest, signed === undefined ? {} : { cms: signed.value });
  if (!pack.ok) return refused(pack.refusal);
  try {
    await writeFile(out, pack.value, { flag: 'wx' });
  } catch {
    return refused(refusal('file-not-written', { file: path.basename(out) }));
  }
  const sha256 = manifest.setSha256;
  output.out(json ? `${JSON.stringify({ ...report, file: out, sha256, signed: signed !== undefined })}\n` : `${out}\n`);
  return 0;
}
