// What verification tells: facts about the file and each signature, and problems as codes with parameters.
import type { Refusal } from '../../shared/base/result.ts';
import type { AlgorithmName } from './check-algorithm.ts';
import type { Change } from './later-changes.ts';

export type SignerReport = {
  readonly name: string;
  readonly organisation: string | undefined;
  readonly subjectId: string | undefined;
  readonly issuer: string;
  /** Serial number of the certificate, upper-case hex. */
  readonly serial: string;
  readonly certificateSha256: string;
  readonly validFrom: Date;
  readonly validTo: Date;
};

export type SignatureReport = {
  readonly field: string;
  readonly signer: SignerReport | undefined;
  readonly algorithm: AlgorithmName | undefined;
  readonly digest: string | undefined;
  /** /M: what the signing machine's clock said; nothing proves it. */
  readonly claimedTime: Date | undefined;
  readonly reason: string | undefined;
  readonly location: string | undefined;
  readonly covers: 'whole-file' | 'revision' | 'unknown';
  /** The covered bytes are those that were signed, by the key of the certificate named. */
  readonly intact: boolean;
  /** A path to a given root whose certificates were all in their period at the claimed time. */
  readonly trusted: boolean;
  /** Names from the signer upwards, as far as the path was found. */
  readonly path: readonly string[];
  readonly validAtClaimedTime: boolean;
  /** Offline: said to every reader, never hidden (Circular 15/2025/TT-BKHCN). */
  readonly revocation: 'not-checked';
  /** DocMDP level of a certification (ISO 32000-2, 12.8.2.2). */
  readonly certifies: number | undefined;
  /** Nothing may follow this signature. */
  readonly locks: boolean;
  readonly laterChanges: readonly Change[];
  readonly problems: readonly Refusal[];
  /** True but not wrong: to be shown beside the verdict. */
  readonly notes: readonly Refusal[];
};

export type PdfReport = {
  readonly strict: boolean;
  /** Of the whole file. */
  readonly sha256: string;
  readonly bytes: number;
  /** By the end of what they cover, the first signer first. */
  readonly signatures: readonly SignatureReport[];
  /** Reserved fields nobody has signed. */
  readonly emptyFields: readonly string[];
  /** Of the file as a whole. */
  readonly problems: readonly Refusal[];
  /** At least one signature, all intact and trusted, no problem anywhere. Revocation remains unchecked. */
  readonly accepted: boolean;
};
