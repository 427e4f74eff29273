// The roll: each seat's presence, device, declaration and, at the desk, its one-time code.
import { type ReactNode, useState } from 'react';
import { ok } from '../../shared/base/result.ts';
import { PRESENCES, type Presence } from '../../shared/book/rulings.ts';
import type { SeatView, SessionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, useSession } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

export function RollCall(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { client } = useHouse();
  const isAtDesk = isDesk(session) && session.readOnly === undefined;
  const isOpen = session.meeting.openedAt !== undefined && session.meeting.closedAt === undefined;
  const uncalled = session.seats.filter((seat) => seat.presence === 'unknown');
  const callAll = async () => {
    for (const { seat } of uncalled) {
      const marked = await client.call('attendance.mark', { book: session.book, seat, presence: 'present', note: '' });
      if (!marked.ok) return marked;
    }
    return ok(null);
  };
  return (
    <div className="stack">
      {isAtDesk && isOpen && uncalled.length > 0 ? (
        <ActButton small={true} doing={t('attendance.title')} act={callAll}>
          {t('attendance.all')}
        </ActButton>
      ) : null}
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('attendance.member')}</th>
              <th scope="col">{t('attendance.presence')}</th>
              <th scope="col">{t('attendance.declared')}</th>
              <th scope="col">{t('attendance.device')}</th>
              {isAtDesk ? <th scope="col">{t('attendance.code')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {session.seats.map((seat) => (
              <SeatRow key={seat.seat} seat={seat} isAtDesk={isAtDesk} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function SeatRow({ seat, isAtDesk }: { readonly seat: SeatView; readonly isAtDesk: boolean }): ReactNode {
  const { t, clock } = useWords();
  const turns = seat.attendance.map(({ at, presence }) => `${clock(at)} ${t(`presence.${presence}`)}`);
  return (
    <tr>
      <th scope="row">
        {seat.name}
        <br />
        <span className="soft small">
          {[t(`role.${seat.role}`), seat.position, seat.unit].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>
        {isAtDesk ? <PresenceChoice seat={seat} /> : t(`presence.${seat.presence}`)}
        {turns.length > 1 ? <p className="soft small">{t('attendance.history', { list: turns.join('; ') })}</p> : null}
      </td>
      <td>
        <Declared seat={seat} />
      </td>
      <td>
        {seat.device === 'none' ? <span className="soft">{t('attendance.device.none')}</span> : null}
        {seat.device === 'host' ? t('attendance.device.host') : null}
        {seat.device === 'own' ? (
          <span>{t('attendance.device.own', { fingerprint: seat.fingerprint ?? '' })}</span>
        ) : null}
        {seat.device === 'own' ? (
          <p className="soft small">{t(seat.here ? 'attendance.here' : 'attendance.away')}</p>
        ) : null}
      </td>
      {isAtDesk ? (
        <td>
          <SeatCode seat={seat} />
        </td>
      ) : null}
    </tr>
  );
}

function PresenceChoice({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const act = useAct();
  const mark = (presence: Presence): void =>
    void act.run(() => client.call('attendance.mark', { book: session.book, seat: seat.seat, presence, note: '' }));
  return (
    <>
      <Choice
        hideLabel={true}
        label={t('attendance.presence.of', { name: seat.name })}
        value={seat.presence === 'unknown' ? '' : seat.presence}
        empty={t('presence.unknown')}
        options={PRESENCES.map((presence) => ({ value: presence, label: t(`presence.${presence}`) }))}
        onChange={mark}
        isDisabled={act.isBusy || session.meeting.openedAt === undefined || session.meeting.closedAt !== undefined}
      />
      {act.refused === undefined ? null : <Refused refusal={act.refused} />}
    </>
  );
}

const conflictsOf = (session: SessionView, seat: SeatView): readonly string[] =>
  session.platforms.filter(({ platform }) => seat.declared[platform] === true).map(({ name }) => name);

function Declared({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const isDone = session.platforms.every(({ platform }) => seat.declared[platform] !== undefined);
  const conflicts = conflictsOf(session, seat);
  return (
    <>
      {conflicts.map((name) => (
        <p key={name}>{t('attendance.declared.conflict', { name })}</p>
      ))}
      {!isDone ? <span className="soft">{t('attendance.declared.none')}</span> : null}
      {isDone && conflicts.length === 0 ? t('attendance.declared.clear') : null}
    </>
  );
}

function SeatCode({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [given, setGiven] = useState<{ readonly code: string; readonly url: string } | undefined>(undefined);
  const [device, setDevice] = useState('');
  if (seat.device === 'host') return null;
  // Used up as soon as another device speaks for the seat.
  const shown = device === (seat.fingerprint ?? '') ? given : undefined;
  const isFirst = shown === undefined && seat.device === 'none';
  return (
    <div className="stack tight">
      <ActButton
        small={true}
        doing={t('attendance.code')}
        label={t(isFirst ? 'attendance.code.make' : 'attendance.code.again', { name: seat.name })}
        act={() => client.call('seat.code', { book: session.book, seat: seat.seat })}
        onDone={(made) => {
          setGiven(made);
          setDevice(seat.fingerprint ?? '');
        }}
      >
        {t(isFirst ? 'attendance.code.first' : 'attendance.code.new')}
      </ActButton>
      {shown === undefined ? null : (
        <div role="status">
          <span className="unseen">{t('attendance.code.is', { name: seat.name })}</span>
          <strong className="code">{shown.code}</strong>
          <p className="soft small">{t('attendance.code.words', { url: shown.url })}</p>
        </div>
      )}
    </div>
  );
}
