// How each ballot was made, sealed and opened, and on which devices: what could have been read before its time.
import { seatsInOrder } from '../book/seating.ts';
import type { Poll, SealedBallot, Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import { decidingPoll } from '../results/session-result.ts';
import type { Row, Table } from './content.ts';
import { evaluatorsIn } from './evaluators.ts';
import { column } from './score-table.ts';
import { listed, memberSeats, nameOf } from './sentence.ts';
import { groundWords, VIA_WORDS } from './vietnamese.ts';

/** Of a sheet of paper its number, and the two who entered it; of a secret one no number, which the sheet itself bears. */
function madeIn(state: State, poll: Poll, { via, seat, by, confirmedBy, photo }: SealedBallot): string {
  const number = poll.secrecy === 'secret' ? undefined : poll.paper[seat]?.number;
  if (via !== 'paper') return VIA_WORDS[via];
  const sheet = number === undefined ? VIA_WORDS[via] : `${VIA_WORDS[via]} số ${number}`;
  const entered = `${nameOf(state, by)} nhập${confirmedBy === undefined ? '' : `, ${nameOf(state, confirmedBy)} đối chiếu`}`;
  return `${sheet}; ${entered}${photo === undefined ? '' : '; có ảnh chụp phiếu'}`;
}

function openedBy(poll: Poll, { key, status, code }: SealedBallot): string {
  // Keys of secret ballots do not go into the extract, from which every word here must come again.
  if (poll.secrecy === 'secret' && status === 'counted') return 'Bỏ phiếu kín; không nêu theo tên';
  if (key !== undefined) return poll.secrecy === 'open' ? 'Công khai, ngay khi nộp' : 'Bằng khóa của thành viên';
  return status === 'counted' ? 'Bằng hai phần khóa' : groundWords(code ?? status);
}

const sealRow = (state: State, poll: Poll, seat: Seat): readonly Row[] =>
  Object.values(poll.ballots)
    .filter((ballot) => ballot.seat === seat.seat && ballot.status !== 'superseded')
    .map((ballot) => {
      const held =
        ballot.shares.length === 2
          ? listed(ballot.shares.map(({ holder }) => nameOf(state, holder)))
          : 'Không có; chỉ thiết bị của thành viên mở được';
      return { cells: [nameOf(state, seat.seat), madeIn(state, poll, ballot), held, openedBy(poll, ballot)] };
    });

export const sealTables = (state: State): readonly Table[] =>
  Object.values(state.platforms).flatMap((platform): readonly Table[] => {
    const poll = decidingPoll(state, platform.platform);
    if (poll === undefined) return [];
    return [
      {
        caption: `Niêm phong phiếu: ${platform.name}`,
        columns: [
          column(evaluatorsIn(state).people, 'text', 'left'),
          column('Nơi lập phiếu', 'short', 'left'),
          column('Hai người giữ phần khóa', 'short', 'left'),
          column('Mở phiếu', 'short', 'left'),
        ],
        rows: memberSeats(state).flatMap((seat) => sealRow(state, poll, seat)),
      },
    ];
  });

export const deviceTable = (state: State): Table => ({
  caption: 'Thiết bị đã dùng',
  columns: [
    column(evaluatorsIn(state).people, 'text', 'left'),
    column('Vai trò', 'short', 'left'),
    column('Khóa công khai của thiết bị', 'hash', 'left'),
  ],
  rows: seatsInOrder(state).flatMap((seat) =>
    Object.values(state.devices)
      .filter((device) => device.seat === seat.seat && votes(seat.role))
      .map((device) => ({
        cells: [
          nameOf(state, seat.seat),
          evaluatorsIn(state).roles[seat.role],
          `${device.key}${device.unbound ? ' (đã gỡ)' : ''}`,
        ],
      })),
  ),
});
