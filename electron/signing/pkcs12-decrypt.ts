// Opens the password-encrypted parts of a PKCS#12 file: PBES2 with AES or 3DES (RFC 8018), and the SHA-1 schemes of RFC 7292 appendix C.
import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { P12Signer } from '@libpdf/core';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Asn1, numberOf, octetsOf, oidOf, parts } from './der.ts';
import { bmpPassword, deriveKey, PURPOSE } from './pkcs12-kdf.ts';
import { CIPHERS, PBE, PRFS } from './pkcs12-oids.ts';

/** Hash rounds: OpenSSL takes 2 048, careful writers 600 000; a hostile file may ask for four thousand million. */
export const MAX_ROUNDS = 1_000_000;

export const roundsWithin = (rounds: number): Result<number> =>
  rounds <= MAX_ROUNDS ? ok(rounds) : refuse('pkcs12-too-many-rounds', { rounds, limit: MAX_ROUNDS });

const notSupported = (what: string): Result<never> => refuse('pkcs12-not-supported', { what });
const derive = promisify(pbkdf2);

function decipher(cipher: string, key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const stream = createDecipheriv(cipher, key, iv);
  return new Uint8Array(Buffer.concat([stream.update(encrypted), stream.final()]));
}

type Pbkdf2 = { salt: Uint8Array; rounds: number; prf: string };

/** PBKDF2-params ::= SEQUENCE { salt, iterationCount, keyLength OPTIONAL, prf DEFAULT hmacWithSHA1 }. */
function pbkdf2Params(kdf: Asn1 | undefined): Pbkdf2 | undefined {
  const [scheme, params] = parts(kdf);
  if (oidOf(scheme) !== PBE.pbkdf2) return undefined;
  const [salt, rounds, ...rest] = parts(params);
  const prf = rest.at(-1);
  const hash = prf instanceof asn1js.Sequence ? PRFS.get(oidOf(parts(prf)[0])) : 'sha1';
  return hash === undefined ? undefined : { salt: octetsOf(salt), rounds: numberOf(rounds), prf: hash };
}

async function openPbes2(
  params: Asn1 | undefined,
  encrypted: Uint8Array,
  password: string,
): Promise<Result<Uint8Array>> {
  const [kdf, encryption] = parts(params);
  const kdfParams = pbkdf2Params(kdf);
  const [cipherId, iv] = parts(encryption);
  const cipher = CIPHERS.get(oidOf(cipherId));
  if (kdfParams === undefined || cipher === undefined) return notSupported(oidOf(cipherId));
  const rounds = roundsWithin(kdfParams.rounds);
  if (!rounds.ok) return rounds;
  const key = await derive(Buffer.from(password, 'utf8'), kdfParams.salt, rounds.value, cipher[1], kdfParams.prf);
  return ok(decipher(cipher[0], key, octetsOf(iv), encrypted));
}

/**
 * RC2 stands in certificates of old files only, and neither Node's OpenSSL nor BoringSSL offers it: the PDF library
 * registers an engine with pkijs that does, the first time it is asked to open any file at all.
 */
async function openRc2(algorithm: Asn1, encrypted: Uint8Array, password: string): Promise<Result<Uint8Array>> {
  await P12Signer.create(new Uint8Array(), '').catch(() => undefined);
  const content = new pkijs.EncryptedContentInfo({
    contentType: '1.2.840.113549.1.7.1',
    contentEncryptionAlgorithm: new pkijs.AlgorithmIdentifier({ schema: algorithm }),
  });
  content.encryptedContent = new asn1js.OctetString({ valueHex: new Uint8Array(encrypted).buffer });
  const secret = new TextEncoder().encode(password);
  const opened = await pkijs
    .getCrypto(true)
    .decryptEncryptedContentInfo({ encryptedContentInfo: content, password: secret.buffer });
  return ok(new Uint8Array(opened));
}

/** The rounds a PBE AlgorithmIdentifier asks for; undefined if its scheme is unknown. */
export function pbeRounds(algorithm: Asn1): number | undefined {
  const [scheme, params] = parts(algorithm);
  const id = oidOf(scheme);
  if (id === PBE.pbes2) return pbkdf2Params(parts(params)[0])?.rounds;
  if (id === PBE.tripleDes || id === PBE.rc240 || id === PBE.rc2128) return numberOf(parts(params)[1]);
  return undefined;
}

/** Decrypts one EncryptedContentInfo's content. Throws on damage; refuses unknown schemes and hostile round counts. */
export async function openEncrypted(
  algorithm: Asn1,
  encrypted: Uint8Array,
  password: string,
): Promise<Result<Uint8Array>> {
  const [scheme, params] = parts(algorithm);
  const id = oidOf(scheme);
  const asked = pbeRounds(algorithm);
  if (asked === undefined) return notSupported(id);
  const iterations = roundsWithin(asked);
  if (!iterations.ok) return iterations;
  if (id === PBE.pbes2) return openPbes2(params, encrypted, password);
  if (id !== PBE.tripleDes) return openRc2(algorithm, encrypted, password);
  const secret = { password: bmpPassword(password), salt: octetsOf(parts(params)[0]), iterations: iterations.value };
  const key = deriveKey('sha1', PURPOSE.key, secret, 24);
  return ok(decipher('des-ede3-cbc', key, deriveKey('sha1', PURPOSE.iv, secret, 8), encrypted));
}
