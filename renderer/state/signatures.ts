// The signatures of the minutes in their order: secretary, then the presiding person; of a hired unit's report one.
import { type SignerField, signerFieldsUnder } from '../../shared/book/signers.ts';
import type { SessionView } from '../../shared/contract/views.ts';

export type SignatureField = SignerField;

export const fieldsOf = ({ rules }: SessionView): readonly SignatureField[] => signerFieldsUnder(rules.body);

export const signedBy = (session: SessionView, field: SignatureField) =>
  session.minutes.file?.signatures.find((each) => each.field === field);

/** Whose turn it is; undefined once everybody has signed. */
export const nextField = (session: SessionView): SignatureField | undefined =>
  fieldsOf(session).find((field) => signedBy(session, field) === undefined);

/** Who is to sign there; undefined where the book names nobody yet. */
export const signerSeat = (session: SessionView, field: SignatureField): string | undefined =>
  field === 'ChuToa'
    ? session.meeting.presiding
    : session.seats.find(({ role }) => role === 'secretary' || role === 'administrative-secretary')?.seat;

/** One person reports for a unit: nobody signs as secretary or as the one who presides. */
export const isReport = ({ rules }: SessionView): boolean => rules.body === 'hired-unit';

/** By what words a signature goes: its field, or the unit it speaks for. */
export const signsAs = (session: SessionView, field: SignatureField): SignatureField | 'unit' =>
  isReport(session) ? 'unit' : field;
