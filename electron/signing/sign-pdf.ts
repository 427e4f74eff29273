// Signs a reserved field in two phases, so that the key may be anywhere: prepare gives what is to be signed, complete puts the value in.
import { createHash } from 'node:crypto';
import { PdfDict } from '@libpdf/core';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type SignatureAlgorithm, verifyWith } from './algorithms.ts';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { assembleCms, signedAttributes } from './cms.ts';
import { withLowS } from './ecdsa-value.ts';
import { loadForReading, loadForUpdate, saveIncrement } from './pdf-objects.ts';
import { BYTE_RANGE_PLACEHOLDER, type SignatureWords, signatureDictionary } from './signature-dictionary.ts';
import { type PdfSigner, type SignerIdentity, signingPath } from './signer.ts';
import { fieldToSign } from './signing-rules.ts';

export type SignOptions = SignatureWords & {
  readonly field: string;
  /** Certify the document (the secretary, first of all signers). */
  readonly certify?: boolean;
  /** A PDF of one page, of the size of the field's box, drawn into it. */
  readonly appearance?: Uint8Array;
};

/** A signature that lacks only its value. Plain data: it may travel to the machine that holds the key. */
export type PreparedSignature = {
  /** The whole file with zeros where the CMS will stand. */
  readonly pdf: Uint8Array;
  /** Offset of the first hex digit of /Contents, and its room in bytes of CMS. */
  readonly contentsAt: number;
  readonly contentsSize: number;
  /** SHA-256 of the file before this signature: the base on which `complete` may be accepted. */
  readonly baseSha256: string;
  /** DER of the signed attributes: what the key signs. */
  readonly tbs: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
};

/** Room is rounded up to this many bytes, and there is always some padding. */
const CONTENTS_STEP = 256;
const MAX_ECDSA_VALUE = 72;

/** Enough for the largest value of this key: all other lengths are known beforehand. */
function contentsSizeFor(
  [leaf, ...rest]: readonly [CertificateFacts, ...CertificateFacts[]],
  algorithm: SignatureAlgorithm,
) {
  const path = [leaf, ...rest].map(({ der }) => der);
  const bits = leaf.x509.publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const signature = new Uint8Array(algorithm === 'ecdsa-p256' ? MAX_ECDSA_VALUE : Math.ceil(bits / 8));
  const longest = assembleCms({ attributes: signedAttributes(new Uint8Array(32), path), signature, algorithm, path });
  return (Math.floor(longest.length / CONTENTS_STEP) + 1) * CONTENTS_STEP;
}

/** Finds the placeholders of one signature object in the increment and writes the real ByteRange over its own. */
function placeByteRange(pdf: Uint8Array, from: number, object: string, contentsSize: number): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const start = bytes.indexOf(`\n${object} obj\n`, from, 'latin1');
  const contents = `<${'00'.repeat(contentsSize)}>`;
  const open = bytes.indexOf(contents, start, 'latin1');
  const range = bytes.indexOf(BYTE_RANGE_PLACEHOLDER, start, 'latin1');
  if (start < 0 || open < 0 || range < 0 || range > open) throw new Error('signature placeholder not found');
  const end = open + contents.length;
  const text = `[0 ${open} ${end} ${bytes.length - end}`;
  bytes.write(`${text.padEnd(BYTE_RANGE_PLACEHOLDER.length - 1)}]`, range, 'latin1');
  return open + 1;
}

/** First phase. Refusals: the field or the certificate cannot sign. */
export async function prepareSignature(
  pdf: Uint8Array,
  identity: SignerIdentity,
  options: SignOptions,
): Promise<Result<PreparedSignature>> {
  const path = signingPath(identity);
  if (!path.ok) return path;
  const [leaf] = path.value;
  const document = await loadForUpdate(pdf);
  const certify = options.certify ?? false;
  const field = fieldToSign(document, options.field, certify);
  if (!field.ok) return field;
  const contentsSize = contentsSizeFor(path.value, identity.algorithm);
  const words = { name: leaf.name, ...options };
  const dict = field.value.dict;
  const ref = document.register(signatureDictionary(document, dict, words, { certify, contentsSize }));
  dict.set('V', ref);
  if (certify) document.getCatalog().set('Perms', PdfDict.of({ DocMDP: ref }));
  if (options.appearance !== undefined) {
    const stamp = await document.embedPage(await loadForReading(options.appearance), 0);
    dict.set('AP', PdfDict.of({ N: stamp.ref }));
  }
  const prepared = await saveIncrement(document, pdf);
  const contentsAt = placeByteRange(prepared, pdf.length - 1, `${ref.objectNumber} ${ref.generation}`, contentsSize);
  const digest = createHash('sha256')
    .update(prepared.subarray(0, contentsAt - 1))
    .update(prepared.subarray(contentsAt + contentsSize * 2 + 1))
    .digest();
  const certificates = path.value.map(({ der }) => der);
  return ok({
    pdf: prepared,
    contentsAt,
    contentsSize,
    baseSha256: createHash('sha256').update(pdf).digest('hex'),
    tbs: signedAttributes(digest, certificates),
    path: certificates,
    algorithm: identity.algorithm,
  });
}

/** Our one form of a value: DER with the lower s for ECDSA, as it is for RSA; undefined for what is no value at all. */
function ownForm(algorithm: SignatureAlgorithm, value: Uint8Array): Uint8Array | undefined {
  if (algorithm !== 'ecdsa-p256') return value;
  try {
    return withLowS(value);
  } catch {
    return undefined;
  }
}

/** Second phase. Refuses a value that the certificate's key did not make over these attributes. */
export function completeSignature(prepared: PreparedSignature, signature: Uint8Array): Result<Uint8Array> {
  const { path, algorithm, tbs, contentsAt, contentsSize } = prepared;
  const leaf = path[0] === undefined ? undefined : certificateFacts(path[0]);
  const value = ownForm(algorithm, signature);
  if (leaf === undefined || value === undefined || !verifyWith(leaf.x509.publicKey, algorithm, tbs, value))
    return refuse('signature-value-wrong', { name: leaf?.name ?? '' });
  const cms = assembleCms({ attributes: tbs, signature: value, algorithm, path });
  if (cms.length >= contentsSize) throw new Error('signature larger than its placeholder');
  const pdf = Buffer.from(prepared.pdf);
  pdf.write(Buffer.from(cms).toString('hex'), contentsAt, 'latin1');
  return ok(new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length));
}

/** Both phases with a key at hand: PAdES B-B (EN 319 142-1) over a reserved field, as one increment. */
export async function signPdf(pdf: Uint8Array, signer: PdfSigner, options: SignOptions): Promise<Result<Uint8Array>> {
  const prepared = await prepareSignature(pdf, signer, options);
  if (!prepared.ok) return prepared;
  return completeSignature(prepared.value, await signer.sign(prepared.value.tbs));
}
