// Whether the recording was passed on by those who may, from what a device that does not fold has checked itself.
import type { SeatId } from '../base/ids.ts';
import type { FeedLog } from '../book/book.ts';
import type { Head } from '../book/head.ts';
import type { RulingOf } from '../book/rulings.ts';
import { type CheckedRecording, deviceOf } from './checked-recording.ts';

type Word = { readonly seat: SeatId; readonly key: string };

/** The one proved device of a seat that sits: who was bound twice, or without proof, has no say. */
const speaks = (checked: CheckedRecording, { seat, key }: Word): boolean => {
  const device = deviceOf(checked, seat);
  const isOne = device?.proved === true && !checked.doubled.has(seat);
  return isOne && device.key === key && checked.seats.get(seat)?.replaced !== true;
};

const nowOf = (checked: CheckedRecording, seat: SeatId): SeatId => {
  const by = checked.seats.get(seat)?.by;
  return by === undefined || by === seat ? seat : nowOf(checked, by);
};

const keepersOf = (checked: CheckedRecording): readonly SeatId[] => [
  ...new Set(checked.keepers.map((seat) => nowOf(checked, seat))),
];

const hadDevice = ({ devices }: CheckedRecording, seat: SeatId): boolean =>
  [...devices.values()].some((device) => device.seat === seat);

/** As `passingRefusal` of the book, by what is known at the cut. Signatures were checked with the run. */
export function mayPass(
  cut: CheckedRecording,
  { feed, seat, key }: Head,
  { term, ground, bound, from }: RulingOf<'recording-passed'>,
  former: FeedLog,
): boolean {
  if (key === undefined || term <= cut.term || (ground.of !== 'takeover' && term !== cut.term + 1)) return false;
  const keepers = keepersOf(cut);
  const isDevice = bound === undefined ? speaks(cut, { seat, key }) : keepers.includes(seat) && !cut.devices.has(key);
  if (!isDevice || (bound !== undefined && ground.of !== 'takeover')) return false;
  if (ground.of === 'takeover') {
    const agreed = keepers.filter((keeper) => ground.agreed.some((word) => word.seat === keeper && speaks(cut, word)));
    return agreed.length * 2 > keepers.length;
  }
  if (ground.of === 'handover') {
    const { handed } = cut;
    const isTo = handed?.feed === feed && handed.seat === seat && handed.key === key && handed.term === term;
    return isTo && handed.hash === from.hash;
  }
  if (key !== former.key || seat !== cut.recorder) return false;
  if (ground.of === 'resumed') return speaks(cut, ground.word) && mayLetResume(cut, keepers, ground.word.seat);
  // Alone it has nobody to give a key to; a page that reads this is a device of another seat.
  return false;
}

function mayLetResume(cut: CheckedRecording, keepers: readonly SeatId[], seat: SeatId): boolean {
  if (seat === cut.recorder) return false;
  const chair = cut.chair === undefined ? undefined : nowOf(cut, cut.chair);
  if (chair !== undefined && chair !== cut.recorder && hadDevice(cut, chair)) return seat === chair;
  return keepers.includes(seat);
}
