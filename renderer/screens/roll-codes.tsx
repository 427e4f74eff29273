// One-time codes of the seats: issued singly or for everybody, shown large under the member's row, used up when the seat is joined.
import { type ReactNode, useState } from 'react';
import { ok } from '../../shared/base/result.ts';
import type { SeatView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export type GivenCode = { readonly code: string; readonly url: string };

export function useAllCodes(put: (seat: string, given: GivenCode) => void) {
  const session = useSession();
  const { client } = useHouse();
  return async (seats: readonly SeatView[]) => {
    for (const seat of seats) {
      const made = await client.call('seat.code', { book: session.book, seat: seat.seat });
      if (!made.ok) return made;
      put(seat.seat, made.value);
    }
    return ok(null);
  };
}

export function CodeButton(props: {
  readonly seat: SeatView;
  readonly code: GivenCode | undefined;
  readonly onCode: (seat: string, given: GivenCode) => void;
}): ReactNode {
  const { seat, code, onCode } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const isFirst = code === undefined;
  return (
    <ActButton
      small={true}
      doing={t('attendance.code')}
      label={t(isFirst ? 'attendance.code.make' : 'attendance.code.again', { name: seat.name })}
      act={() => client.call('seat.code', { book: session.book, seat: seat.seat })}
      onDone={(made) => onCode(seat.seat, made)}
    >
      {t(isFirst ? 'attendance.code.first' : 'attendance.code.other')}
    </ActButton>
  );
}

/** Four and four: what is read aloud is heard in halves. */
const halves = (code: string): readonly string[] => [code.slice(0, 4), code.slice(4)];

export function CodeRow(props: {
  readonly seat: SeatView;
  readonly code: GivenCode;
  readonly columns: number;
  readonly onClose: () => void;
}): ReactNode {
  const { seat, code, columns, onClose } = props;
  const { t } = useWords();
  return (
    <tr className="code-row">
      <td colSpan={columns}>
        <div className="code-shown" role="status">
          <strong className="code">
            {halves(code.code).map((half, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the halves of a code have no other name
              <span key={at}>{half}</span>
            ))}
          </strong>
          <span className="breaks">
            <span className="strong">{t('attendance.code.is', { name: seat.name })}</span>
            <br />
            <span className="soft small">{t('attendance.code.words', { url: code.url })}</span>
          </span>
          <Button kind="quiet" small={true} label={t('roll.code.hide.of', { name: seat.name })} onPress={onClose}>
            {t('roll.code.hide')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

/** After too many wrong guesses everybody waits; the secretary, who sees the room, may end the wait. */
export function CodesUnlock(): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  const [isDone, setDone] = useState(false);
  return (
    <div className="row small">
      <span className="soft">{t(isDone ? 'roll.unlock.done' : 'roll.unlock.words')}</span>
      <ActButton
        kind="quiet"
        small={true}
        doing={t('roll.unlock')}
        act={() => client.call('codes.unlock', {})}
        onDone={() => setDone(true)}
      >
        {t('roll.unlock')}
      </ActButton>
    </div>
  );
}
