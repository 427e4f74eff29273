// The recount: the extract folded again, every ballot opened again, every printed number compared.
import { canonical } from '../../shared/base/canonical.ts';
import type { Refusal } from '../../shared/base/result.ts';
import { audit } from '../../shared/book/audit.ts';
import type { Book } from '../../shared/book/book.ts';
import type { State } from '../../shared/book/state.ts';
import type { Finding } from '../../shared/contract/methods.ts';
import type { Minutes } from '../../shared/minutes/content.ts';
import { contentHash, minutesOf, writtenHash } from '../../shared/minutes/minutes-of.ts';
import { countFaults, openBallots } from '../../shared/seal/open-ballots.ts';
import type { Opened } from '../../shared/seal/opened.ts';
import { nodeCiphers, nodeSha256 } from '../seal/node-ciphers.ts';
import { deviceFindings } from './devices.ts';
import { findingsAbout } from './finding.ts';

const { broken, holds, note } = findingsAbout('book');

export type Recounted = {
  readonly state: State;
  readonly opened: Opened;
  /** What the pages must say; undefined where the book has no written minutes. */
  readonly minutes?: Minutes;
  readonly findings: readonly Finding[];
};

/** How a refusal is worded is the caller's affair. */
export type Worded = (refusal: Refusal) => { readonly vi: string; readonly en: string };

const COUNT_WORDS = {
  'count-differs': [
    'Các phiếu mở ra không khớp với lần kiểm phiếu trong cuộc họp.',
    'The opened ballots differ from those counted in the meeting.',
  ],
  'count-unopened': ['Có phiếu được tính mà không mở được.', 'There are counted ballots that cannot be opened.'],
} as const;

function countFindings(state: State, opened: Opened): readonly Finding[] {
  const faults = countFaults(nodeSha256, state, opened).map(({ code }) =>
    broken(COUNT_WORDS[code][0], COUNT_WORDS[code][1]),
  );
  if (faults.length > 0) return faults;
  return opened.size === 0
    ? []
    : [holds(`Đã mở lại và đếm lại ${opened.size} phiếu.`, `${opened.size} ballots opened again and recounted.`)];
}

/**
 * Ballots of secret polls carry no name in an extract: their texts are counted again, and who wrote which is for whoever
 * holds the whole book. Texts of a poll that was not secret, or not counted, belong to nothing.
 */
function secretFindings({ texts }: Book, { polls }: State): readonly Finding[] {
  if (texts === undefined) return [];
  const stray = [...texts.keys()].some(
    (poll) => polls[poll]?.secrecy !== 'secret' || polls[poll].counted === undefined,
  );
  if (stray)
    return [
      broken(
        'Bản trích kèm phiếu của một cuộc bỏ phiếu không phải bỏ phiếu kín hoặc chưa kiểm.',
        'The extract brings ballots of a poll that was not secret or was not counted.',
      ),
    ];
  return [
    note(
      'Bỏ phiếu kín: số phiếu và nội dung phiếu đã được đếm lại, nhưng bản trích không nêu ai bỏ phiếu nào. Muốn kiểm tra điều đó phải có sổ đầy đủ của cơ quan.',
      'Secret ballots: their number and content were recounted, but the extract does not say who cast which. To verify authorship the agency\u2019s whole book is needed.',
    ),
  ];
}

function contentFindings(state: State, minutes: Minutes): readonly Finding[] {
  const { written, cut } = state.minutes;
  const findings: Finding[] = [];
  if (written?.sha256 !== writtenHash(nodeSha256, minutes))
    findings.push(
      broken(
        'Số liệu tính lại khác với biên bản đã được thông qua.',
        'The recount differs from the minutes that were approved.',
      ),
    );
  if (cut?.content !== contentHash(nodeSha256, minutes))
    findings.push(
      broken('Nội dung tính lại khác với nội dung đã chốt.', 'The recount differs from the content that was fixed.'),
    );
  return findings;
}

/** Chains and signatures have been checked when the book was read; this judges what the book says. */
export async function recount(book: Book, worded: Worded): Promise<Recounted | undefined> {
  const { state, deviations } = audit(book, nodeSha256);
  if (state === undefined) return undefined;
  const findings: Finding[] = [];
  if (state.readOnly) {
    const { vi, en } = worded(state.readOnly);
    findings.push(broken(`Sổ không đọc được hết: ${vi}`, `The book cannot be read to its end: ${en}`));
  }
  for (const { kind, what, rule } of deviations) {
    const { vi, en } = rule ? worded(rule) : { vi: '', en: '' };
    findings.push(
      broken(
        `Máy ghi sổ đã làm khác quy tắc (${kind}, ${what}): ${vi}`,
        `The recording device deviated from the rules (${kind}, ${what}): ${en}`,
      ),
    );
  }
  findings.push(...(await deviceFindings(book, state)));
  const opened = await openBallots(nodeCiphers, state, book);
  findings.push(...countFindings(state, opened), ...secretFindings(book, state));
  const { written } = state.minutes;
  if (written === undefined) return { state, opened, findings };
  const minutes = minutesOf({ state, opened, prose: written.prose });
  findings.push(...contentFindings(state, minutes));
  return { state, opened, minutes, findings };
}

/** The embedded content, as text, against the recount. */
export const sameContent = (embedded: string, minutes: Minutes): boolean => embedded === canonical(minutes as never);
