// One sentence for the whole of a checked file: it never says more than was checked, and never a plain 'valid'.
import type { FileWord } from '../../shared/contract/methods.ts';

type Words = { readonly vi: string; readonly en: string };

const DOES_NOT_HOLD: Words = {
  vi: 'Biên bản KHÔNG đạt kiểm tra; xem các điểm nêu dưới đây.',
  en: 'The minutes do NOT hold; see the points below.',
};
const OWN_WORDS: Readonly<Record<FileWord, Words>> = {
  holds: {
    vi: 'Biên bản nguyên vẹn, đủ chữ ký, mọi số liệu khớp với sổ. Chưa kiểm tra được tình trạng thu hồi của chứng thư.',
    en: 'The minutes are intact, fully signed, and every number agrees with the book. Revocation was not checked.',
  },
  untrusted: {
    vi: 'Biên bản nguyên vẹn và mọi số liệu khớp với sổ, nhưng chưa xác định được người ký: chứng thư không dẫn tới chứng thư gốc nào đã cho.',
    en: 'The minutes are intact and every number agrees with the book, but who signed is not established: no given root vouches for the certificates.',
  },
  unsigned: {
    vi: 'Biên bản chưa có chữ ký số nào nên chưa chứng minh được điều gì.',
    en: 'The minutes carry no digital signature and prove nothing yet.',
  },
  broken: DOES_NOT_HOLD,
  unreadable: DOES_NOT_HOLD,
};

const REHEARSAL: Readonly<Partial<Record<FileWord, Words>>> = {
  holds: {
    vi: 'tệp nguyên vẹn, đủ chữ ký thử, mọi số liệu khớp với sổ. Chưa kiểm tra được tình trạng thu hồi của chứng thư.',
    en: 'the file is intact, signed by way of trial, and every number agrees with the book. Revocation was not checked.',
  },
  untrusted: {
    vi: 'tệp nguyên vẹn, đủ chữ ký thử, mọi số liệu khớp với sổ; ký bằng chứng thư bịa nên không xác định người ký.',
    en: 'the file is intact, signed by way of trial, and every number agrees with the book; the certificates are invented, so who signed is not established.',
  },
};

/** Whatever else is found: minutes of a rehearsal are called that first. */
export function ownVerdict(word: FileWord, rehearsal: boolean): Words {
  if (!rehearsal) return OWN_WORDS[word];
  const { vi, en } = REHEARSAL[word] ?? OWN_WORDS[word];
  return {
    vi: `Biên bản DIỄN TẬP, không có giá trị pháp lý: ${vi}`,
    en: `Minutes of a REHEARSAL, without legal value: ${en}`,
  };
}

export const FOREIGN_WORDS: Readonly<Record<FileWord, Words>> = {
  holds: {
    vi: 'Các chữ ký nguyên vẹn. Chưa kiểm tra được tình trạng thu hồi của chứng thư.',
    en: 'The signatures are intact. Revocation was not checked.',
  },
  untrusted: {
    vi: 'Các chữ ký nguyên vẹn, nhưng chưa xác định được người ký: chứng thư không dẫn tới chứng thư gốc nào đã cho.',
    en: 'The signatures are intact, but who signed is not established: no given root vouches for the certificates.',
  },
  unsigned: {
    vi: 'Tệp PDF không có chữ ký số nào: không chứng minh được ai lập và nội dung có bị sửa hay không.',
    en: 'The PDF carries no digital signature: neither its author nor its integrity can be proved.',
  },
  broken: {
    vi: 'Tệp KHÔNG đạt kiểm tra; xem các điểm nêu dưới đây.',
    en: 'The file does NOT hold; see the points below.',
  },
  unreadable: {
    vi: 'Không kiểm tra được tệp này; không kết luận gì về nội dung và chữ ký của nó.',
    en: 'This file could not be checked; nothing is concluded about its content or its signatures.',
  },
};
