// The two signatures of the minutes, in their order: secretary, then the presiding person.
import type { SessionView } from '../../shared/contract/views.ts';

export const FIELDS = ['ThuKy', 'ChuToa'] as const;
export type SignatureField = (typeof FIELDS)[number];

export const signedBy = (session: SessionView, field: SignatureField) =>
  session.minutes.file?.signatures.find((each) => each.field === field);
