// The signatures of a file in words a lawyer accepts, and the signers against the book.

import type { State } from '../../shared/book/state.ts';
import type { Finding, SignatureFacts } from '../../shared/contract/methods.ts';
import type { PdfReport, SignatureReport } from '../signing/report.ts';
import { REVOCATION_NOT_CHECKED, TIME_IS_CLAIMED } from '../signing/words.ts';
import { findingsAbout } from './finding.ts';
import type { Worded } from './recount.ts';

const moment = (at: Date | undefined): string =>
  at === undefined ? '?' : at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false });

export const signatureFacts = ({ signatures }: PdfReport): readonly SignatureFacts[] =>
  signatures.map(({ field, signer, claimedTime, algorithm, reason, intact, trusted, path }) => ({
    field,
    name: signer?.name ?? '',
    organisation: signer?.organisation ?? '',
    issuer: signer?.issuer ?? '',
    serial: signer?.serial ?? '',
    validFrom: signer?.validFrom.toISOString() ?? '',
    validTo: signer?.validTo.toISOString() ?? '',
    claimedTime: claimedTime?.toISOString() ?? '',
    algorithm: algorithm ?? '',
    reason: reason ?? '',
    intact,
    trusted,
    path,
  }));

const nameIn = ({ signer }: SignatureReport): string =>
  signer ? `${signer.name}${signer.organisation ? `, ${signer.organisation}` : ''}` : '?';

/** Whether a root vouches for the signer is a question of its own: the reader may not have given any. */
function pathFindings(signature: SignatureReport, name: string): readonly Finding[] {
  const { holds, broken } = findingsAbout('roots', signature.field);
  const path = signature.path.join(' → ');
  return signature.trusted
    ? [holds(`${name}: đường dẫn tin cậy: ${path}.`, `${name}: path to a given root: ${path}.`)]
    : [broken(`${name}: không có đường dẫn tới chứng thư gốc đã cho.`, `${name}: no path to a given root.`)];
}

function signatureFindings(signature: SignatureReport, worded: Worded): readonly Finding[] {
  const { holds, note, broken } = findingsAbout('signature', signature.field);
  const roots = findingsAbout('roots', signature.field);
  const name = `${signature.field}: ${nameIn(signature)}`;
  const intact = signature.intact
    ? holds(
        `${name}: chữ ký nguyên vẹn (${signature.algorithm}), số chứng thư ${signature.signer?.serial}, ký lúc ${moment(signature.claimedTime)}.`,
        `${name}: signature intact (${signature.algorithm}), certificate ${signature.signer?.serial}, signed at ${moment(signature.claimedTime)}.`,
      )
    : broken(`${name}: chữ ký đã bị thay đổi.`, `${name}: the signature is altered.`);
  const problems = signature.problems.map((problem) => {
    const { vi, en } = worded(problem);
    const say = problem.code === 'root-not-trusted' ? roots.broken : broken;
    return say(`${name}: ${vi}`, `${name}: ${en}`);
  });
  const notes = [...signature.notes, ...signature.laterChanges.filter(({ code }) => MERELY.has(code))].map((each) => {
    const { vi, en } = worded(each);
    return note(`${name}: ${vi}`, `${name}: ${en}`);
  });
  return [intact, ...pathFindings(signature, name), ...problems, ...notes];
}

/** What signing itself does to a file after an earlier signature; every other change is among the problems. */
const MERELY: ReadonlySet<string> = new Set(['field-signed', 'signature-field-added', 'validation-data-added']);

/** Nothing of it could be looked at: no verdict on its content or its signatures is possible. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'not-a-pdf',
  'pdf-damaged',
  'pdf-encrypted',
  'pdf-too-large',
  'pdf-too-complex',
]);
export const isUnreadable = ({ problems }: PdfReport): boolean => problems.some(({ code }) => UNREADABLE.has(code));

export function pdfFindings(report: PdfReport, worded: Worded): readonly Finding[] {
  const file = findingsAbout('file');
  const { signatures, emptyFields } = report;
  const problems = report.problems.map((problem) => {
    const { vi, en } = worded(problem);
    return file.broken(vi, en);
  });
  const isWhole =
    signatures.length > 0 &&
    problems.length === 0 &&
    signatures.every(({ intact, laterChanges }) => intact && laterChanges.every(({ code }) => MERELY.has(code)));
  const isTorn = signatures.length > 0 && problems.length === 0 && !isWhole;
  const whole = isWhole
    ? [
        file.holds(
          'Nội dung chưa bị sửa sau khi ký; chữ ký cuối cùng phủ toàn bộ tệp.',
          'The content was not altered after signing; the last signature covers the whole file.',
        ),
      ]
    : isTorn
      ? [
          file.broken(
            'Tệp không còn nguyên như lúc ký; xem từng chữ ký dưới đây.',
            'The file is no longer as it was signed; see each signature below.',
          ),
        ]
      : [];
  const none =
    signatures.length === 0 && !isUnreadable(report)
      ? [file.broken('Tệp không có chữ ký số nào.', 'The file carries no digital signature.')]
      : [];
  const who = findingsAbout('signature');
  const empty = emptyFields.map((field) =>
    who.broken(`Chưa đủ chữ ký: ô ${field} còn trống.`, `Not all have signed: field ${field} is empty.`),
  );
  const honest =
    signatures.length === 0
      ? []
      : [
          findingsAbout('roots').note(REVOCATION_NOT_CHECKED.vi, REVOCATION_NOT_CHECKED.en),
          who.note(TIME_IS_CLAIMED.vi, TIME_IS_CLAIMED.en),
        ];
  const known = new Set(none.map(({ vi }) => vi));
  return [
    ...problems.filter(({ vi }) => !known.has(vi)),
    ...none,
    ...whole,
    ...signatures.flatMap((signature) => signatureFindings(signature, worded)),
    ...empty,
    ...honest,
  ];
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A certificate that the book did not name before the cut is compared by the signer's name, and that is said. */
export function signerFindings(report: PdfReport, state: State): readonly Finding[] {
  return report.signatures.flatMap((signature): readonly Finding[] => {
    const { holds, note, broken } = findingsAbout('signature', signature.field);
    const named = state.minutes.signers[signature.field];
    const name = named && state.persons[named.seat]?.name;
    if (named === undefined || name === undefined || signature.signer === undefined)
      return [
        broken(
          `${signature.field}: sổ không chỉ định người ký ô này.`,
          `${signature.field}: the book names no signer for this field.`,
        ),
      ];
    if (named.certificate !== undefined)
      return named.certificate === signature.signer.certificateSha256
        ? [
            holds(
              `${signature.field}: đúng chứng thư đã nêu trong sổ.`,
              `${signature.field}: the certificate that the book names.`,
            ),
          ]
        : [
            broken(
              `${signature.field}: không phải chứng thư đã nêu trong sổ.`,
              `${signature.field}: not the certificate that the book names.`,
            ),
          ];
    return plain(signature.signer.name) === plain(name)
      ? [
          note(
            `${signature.field}: tên trên chứng thư trùng với ${name} trong sổ (sổ không nêu trước chứng thư, nên chỉ so theo tên).`,
            `${signature.field}: the certificate's name agrees with ${name} in the book (compared by name only, no certificate was named beforehand).`,
          ),
        ]
      : [
          broken(
            `${signature.field}: chứng thư của ${signature.signer.name}, trong khi sổ chỉ định ${name}.`,
            `${signature.field}: signed by ${signature.signer.name}, but the book names ${name}.`,
          ),
        ];
  });
}
