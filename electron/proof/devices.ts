// Whether every device that speaks in a book proved that it holds its keys, and speaks for its own seat only.
import type { Book } from '../../shared/book/book.ts';
import type { State } from '../../shared/book/state.ts';
import type { Finding } from '../../shared/contract/methods.ts';
import { deviceFaults } from '../../shared/seal/check-devices.ts';
import { nodeSha256 } from '../seal/node-ciphers.ts';
import { nodeVerify } from '../seal/node-keys.ts';
import { findingsAbout } from './finding.ts';

const { broken, holds } = findingsAbout('book');

const WORDS = {
  'proof-false': [
    'Một thiết bị được gắn với thành viên mà không có bằng chứng giữ khóa.',
    'A device was bound to a seat without proof that it holds its key.',
  ],
  'consent-false': [
    'Một thiết bị mới được gắn với thành viên bằng một sự đồng ý giả.',
    'A new device was bound to a seat by a false consent.',
  ],
  'fork-false': [
    'Một chuỗi ghi bị dừng vì cho là bị ký hai cách, nhưng bằng chứng không đúng.',
    'A feed was stopped as signed in two ways, and the proof does not hold.',
  ],
} as const;

export async function deviceFindings(book: Book, state: State): Promise<readonly Finding[]> {
  const faults = (await deviceFaults(book, nodeSha256, nodeVerify)).map(({ code }) =>
    broken(WORDS[code][0], WORDS[code][1]),
  );
  const foreign = Object.values(state.feeds).some(({ key, seat }) => state.devices[key]?.seat !== seat);
  if (foreign)
    faults.push(
      broken(
        'Có mục do một khóa không thuộc thành viên nào ký.',
        'There are entries signed by a key that belongs to no seat.',
      ),
    );
  const count = Object.keys(state.devices).length;
  return [
    ...faults,
    ...(faults.length === 0
      ? [
          holds(
            `Khóa của ${count} thiết bị khớp với thành viên.`,
            `The keys of ${count} devices belong to their seats.`,
          ),
        ]
      : []),
  ];
}
