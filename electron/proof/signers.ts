// The signatures of a file in words a lawyer accepts, and the signers against the book.

import type { State } from '../../shared/book/state.ts';
import type { Finding } from '../../shared/contract/methods.ts';
import type { PdfReport, SignatureReport } from '../signing/report.ts';
import { REVOCATION_NOT_CHECKED, TIME_IS_CLAIMED } from '../signing/words.ts';
import { broken, holds, note } from './finding.ts';
import type { Worded } from './recount.ts';

const moment = (at: Date | undefined): string =>
  at === undefined ? '?' : at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false });

function signatureFindings(signature: SignatureReport, worded: Worded): readonly Finding[] {
  const who = signature.signer
    ? `${signature.signer.name}${signature.signer.organisation ? `, ${signature.signer.organisation}` : ''}`
    : '?';
  const findings: Finding[] = [];
  const name = `${signature.field}: ${who}`;
  findings.push(
    signature.intact
      ? holds(
          `${name}: chữ ký nguyên vẹn (${signature.algorithm}), số chứng thư ${signature.signer?.serial}, ký lúc ${moment(signature.claimedTime)}.`,
          `${name}: signature intact (${signature.algorithm}), certificate ${signature.signer?.serial}, signed at ${moment(signature.claimedTime)}.`,
        )
      : broken(`${name}: chữ ký đã bị thay đổi.`, `${name}: the signature is altered.`),
  );
  if (signature.trusted)
    findings.push(
      holds(
        `${name}: đường dẫn tin cậy: ${signature.path.join(' → ')}.`,
        `${name}: path to a given root: ${signature.path.join(' → ')}.`,
      ),
    );
  else
    findings.push(broken(`${name}: không có đường dẫn tới chứng thư gốc đã cho.`, `${name}: no path to a given root.`));
  for (const problem of signature.problems) {
    const { vi, en } = worded(problem);
    findings.push(broken(`${name}: ${vi}`, `${name}: ${en}`));
  }
  return findings;
}

export function pdfFindings(report: PdfReport, worded: Worded): readonly Finding[] {
  const findings = report.problems.map((problem) => {
    const { vi, en } = worded(problem);
    return broken(vi, en);
  });
  const signatures = report.signatures.flatMap((signature) => signatureFindings(signature, worded));
  const none =
    report.signatures.length === 0
      ? [broken('Tệp không có chữ ký số nào.', 'The file carries no digital signature.')]
      : [];
  const honest =
    report.signatures.length === 0 ? [] : [REVOCATION_NOT_CHECKED, TIME_IS_CLAIMED].map(({ vi, en }) => note(vi, en));
  const empty = report.emptyFields.map((field) =>
    broken(`Chưa đủ chữ ký: ô ${field} còn trống.`, `Not all have signed: field ${field} is empty.`),
  );
  return [...findings, ...none, ...signatures, ...empty, ...honest];
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A certificate that the book did not name before the cut is compared by the signer's name, and that is said. */
export function signerFindings(report: PdfReport, state: State): readonly Finding[] {
  return report.signatures.flatMap((signature): readonly Finding[] => {
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
