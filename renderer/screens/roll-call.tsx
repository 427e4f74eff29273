// The roll: each seat's presence with its times, device and declaration; at the desk the one-time codes, large, in a row of their own.
import { Fragment, type ReactNode, useState } from 'react';
import { ok } from '../../shared/base/result.ts';
import type { SeatView, SessionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, isSitting, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { CodeButton, CodeRow, CodesUnlock, type GivenCode, useAllCodes } from './roll-codes.tsx';
import { PresenceButtons, PresenceKeys } from './roll-presence.tsx';

export function RollCall(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { client } = useHouse();
  const [codes, setCodes] = useState<Readonly<Record<string, GivenCode>>>({});
  const atDesk = isDesk(session) && session.readOnly === undefined;
  const isOpen = isSitting(session);
  const sitting = session.seats.filter((seat) => seat.replacedBy === undefined);
  const uncalled = sitting.filter((seat) => seat.presence === 'unknown');
  const empty = sitting.filter((seat) => seat.device === 'none');
  const put = (seat: string, given: GivenCode | undefined): void =>
    setCodes(({ [seat]: _, ...others }) => (given === undefined ? others : { ...others, [seat]: given }));
  const issueAll = useAllCodes(put);
  const callAll = async () => {
    for (const { seat } of uncalled) {
      const marked = await client.call('attendance.mark', { book: session.book, seat, presence: 'present', note: '' });
      if (!marked.ok) return marked;
    }
    return ok(null);
  };
  const mayCallAll = isOpen && uncalled.length > 0;
  const mayIssueAll = empty.length > 1 && session.meeting.closedAt === undefined;
  const columns = session.meeting.openedAt === undefined ? 3 : 4;
  return (
    <div className="stack">
      {atDesk && (mayCallAll || mayIssueAll) ? (
        <div className="row">
          {mayCallAll ? (
            <ActButton small={true} doing={t('attendance.title')} act={callAll}>
              {t('attendance.all')}
            </ActButton>
          ) : null}
          {mayIssueAll ? (
            <ActButton small={true} doing={t('attendance.code')} act={() => issueAll(empty)}>
              {t('roll.codes.all', { count: empty.length })}
            </ActButton>
          ) : null}
        </div>
      ) : null}
      {atDesk && isOpen ? <PresenceKeys /> : null}
      <div className="wide">
        <table className="roll">
          <thead>
            <tr>
              <th scope="col">{t('attendance.member')}</th>
              {session.meeting.openedAt === undefined ? null : <th scope="col">{t('attendance.presence')}</th>}
              <th scope="col">{t('attendance.declared')}</th>
              <th scope="col">{t('attendance.device')}</th>
            </tr>
          </thead>
          <tbody>
            {session.seats.map((seat) => {
              const code = codes[seat.seat];
              return (
                <Fragment key={seat.seat}>
                  <SeatRow seat={seat} atDesk={atDesk} isOpen={isOpen} code={code} onCode={put} />
                  {atDesk && code !== undefined && seat.device === 'none' ? (
                    <CodeRow seat={seat} code={code} columns={columns} onClose={() => put(seat.seat, undefined)} />
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {atDesk && empty.length > 0 && session.meeting.closedAt === undefined ? <CodesUnlock /> : null}
    </div>
  );
}

function SeatRow(props: {
  readonly seat: SeatView;
  readonly atDesk: boolean;
  readonly isOpen: boolean;
  readonly code: GivenCode | undefined;
  readonly onCode: (seat: string, given: GivenCode) => void;
}): ReactNode {
  const { seat, atDesk, isOpen, code, onCode } = props;
  const session = useSession();
  const { t } = useWords();
  const isMine = session.me.seat === seat.seat;
  const isGone = seat.replacedBy !== undefined;
  const before = session.seats.find((each) => each.replacedBy === seat.seat);
  return (
    <tr className={isMine ? 'mine' : isGone ? 'gone' : undefined}>
      <th scope="row">
        <span className="breaks">{seat.name}</span>{' '}
        {isMine ? <span className="soft small">({t('roll.me')})</span> : null}
        <br />
        <span className="soft small">
          {[t(`role.${seat.role}`), seat.position, seat.unit].filter(Boolean).join(' · ')}
        </span>
        {isGone ? <p className="small">{t('replace.by', { name: nameOf(session, seat.replacedBy) })}</p> : null}
        {before === undefined ? null : <p className="soft small">{t('replace.of', { name: before.name })}</p>}
        {seat.authorised ? <p className="small">{t('letter.holds')}</p> : null}
      </th>
      {session.meeting.openedAt === undefined ? null : (
        <td>
          {atDesk && isOpen && !isGone ? (
            <PresenceButtons seat={seat} />
          ) : (
            <p className={seat.presence === 'unknown' ? 'soft' : undefined}>
              {t(isGone ? 'replace.gone' : `presence.${seat.presence}`)}
            </p>
          )}
          <Times seat={seat} />
        </td>
      )}
      <td>
        <Declared seat={seat} />
      </td>
      <td>
        <Device seat={seat} />
        {atDesk && seat.device === 'none' && !isGone ? <CodeButton seat={seat} code={code} onCode={onCode} /> : null}
      </td>
    </tr>
  );
}

/** When somebody came and went, as it will stand in the minutes; by sittings where there was more than one. */
function Times({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  const last = seat.attendance.at(-1);
  if (last === undefined) return null;
  const turn = ({ at, presence, note }: SeatView['attendance'][number]): string =>
    [clock(at), t(`presence.short.${presence}`), note === '' ? '' : `(${note})`].filter(Boolean).join(' ');
  if (session.sittings.length > 1)
    return session.sittings.map(({ openedAt }, at) => {
      const next = session.sittings[at + 1]?.openedAt;
      const turns = seat.attendance.filter((each) => each.at >= openedAt && (next === undefined || each.at < next));
      return turns.length === 0 ? null : (
        <p key={openedAt} className="soft small">
          {t('sitting.number', { number: at + 1 })}: {turns.map(turn).join('; ')}
        </p>
      );
    });
  return (
    <p className="soft small">
      {seat.attendance.length > 1
        ? t('attendance.history', { list: seat.attendance.map(turn).join('; ') })
        : t('roll.at', { time: clock(last.at) })}
      {seat.attendance.length === 1 && last.note !== '' ? ` (${last.note})` : ''}
    </p>
  );
}

function Device({ seat }: { readonly seat: SeatView }): ReactNode {
  const { t } = useWords();
  if (seat.device === 'none') return <span className="soft">{t('attendance.device.none')}</span>;
  if (seat.device === 'host') return t('attendance.device.host');
  return (
    <>
      <span className={seat.here ? 'joined here' : 'joined'}>
        {t(seat.here ? 'attendance.here' : 'attendance.away')}
      </span>
      <br />
      <span className="soft fingerprint" title={t('roll.key')}>
        <span className="unseen">{t('roll.key')}</span> {seat.fingerprint}
      </span>
    </>
  );
}

const conflictsOf = (session: SessionView, seat: SeatView): readonly string[] =>
  session.platforms.filter(({ platform }) => seat.declared[platform] === true).map(({ name }) => name);

function Declared({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  if (!seat.votes) return <span className="soft">{t('declare.no.vote')}</span>;
  const left = session.platforms.filter(({ platform }) => seat.declared[platform] === undefined).length;
  const conflicts = conflictsOf(session, seat);
  const partly = session.platforms.filter(({ platform }) => (seat.barred[platform] ?? []).length > 0);
  const all = session.platforms.length;
  return (
    <>
      {conflicts.map((name) => (
        <p key={name}>{t('attendance.declared.conflict', { name })}</p>
      ))}
      {partly.map(({ platform, name }) => (
        <p key={platform}>{t('recusal.some', { name, criteria: (seat.barred[platform] ?? []).join(', ') })}</p>
      ))}
      {left === all ? <span className="waiting">{t('attendance.declared.none')}</span> : null}
      {left > 0 && left < all ? (
        <span className="waiting">{t('declare.partly', { done: all - left, all })}</span>
      ) : null}
      {left === 0 && conflicts.length === 0 && partly.length === 0 ? t('attendance.declared.clear') : null}
    </>
  );
}
