// Who signs, under which title: the secretary and the one who presided last; of a hired unit's report its one signer.
import type { SeatId } from '../base/ids.ts';
import { type SignerField, signerFields } from '../book/signers.ts';
import type { State } from '../book/state.ts';
import type { Signatory } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { recordingSeat } from './opening.ts';
import { nameOf } from './sentence.ts';

export type SignerSeat = { readonly field: SignerField; readonly seat: SeatId };

/** In the order of signing. The chair may have been passed on: whoever closed the meeting answers for its minutes. */
export function signerSeats(state: State): readonly SignerSeat[] {
  const seats = {
    ThuKy: recordingSeat(state)?.seat,
    ChuToa: state.meeting.presiding ?? state.meeting.opened?.presiding,
  };
  return signerFields(state).flatMap((field) => {
    const seat = seats[field];
    return seat === undefined ? [] : [{ field, seat }];
  });
}

const TITLES = { ThuKy: 'THƯ KÝ', ChuToa: 'CHỦ TỌA' } as const;

export function signatories(state: State): readonly Signatory[] {
  const seats = new Map(signerSeats(state).map(({ field, seat }) => [field, seat]));
  return signerFields(state).map((field) => {
    const seat = seats.get(field);
    const role = seat === undefined ? undefined : state.seats[seat]?.role;
    const name = seat === undefined ? '' : nameOf(state, seat);
    const words = role === undefined ? '' : evaluatorsIn(state).roles[role].toUpperCase();
    if (isOneReport(state)) return { field, title: words, role: '', name };
    return { field, title: TITLES[field], role: field === 'ChuToa' ? words : '', name };
  });
}
