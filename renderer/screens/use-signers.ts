// Who signs the minutes, in which order: the secretary certifies, the presiding person locks; one signer does both.
import { useSession } from '../state/session.ts';
import { fieldsOf, nextField, type SignatureField, signedBy, signerSeat } from '../state/signatures.ts';

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
  const next = nextField(session);
  return fieldsOf(session).map((field) => ({
    field,
    seat: signedBy(session, field)?.seat ?? signerSeat(session, field),
    signed: signedBy(session, field),
    isNext: session.minutes.file !== undefined && field === next,
  }));
}
