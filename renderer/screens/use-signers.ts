// Who signs the minutes, in which order: the secretary certifies, the presiding person locks.
import { useSession } from '../state/session.ts';
import { FIELDS, type SignatureField, signedBy } from '../state/signatures.ts';

export type SignerStand = {
  readonly field: SignatureField;
  /** Undefined where the book names nobody yet. */
  readonly seat: string | undefined;
  readonly signed: { readonly seat: string; readonly at: string } | undefined;
  /** Its turn has come: the file is there and whoever signs before has signed. */
  readonly isNext: boolean;
};

export function useSigners(): readonly SignerStand[] {
  const session = useSession();
  const secretary = session.seats.find(({ role }) => role === 'secretary' || role === 'administrative-secretary')?.seat;
  const seats: Readonly<Record<SignatureField, string | undefined>> = {
    ThuKy: secretary,
    ChuToa: session.meeting.presiding,
  };
  const first = FIELDS.find((field) => signedBy(session, field) === undefined);
  return FIELDS.map((field) => ({
    field,
    seat: signedBy(session, field)?.seat ?? seats[field],
    signed: signedBy(session, field),
    isNext: session.minutes.file !== undefined && field === first,
  }));
}
