// Checks any file: minutes of ours with everything in them, books, and honestly also files that others signed.
import { fromUtf8 } from '../../shared/base/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import type { Book } from '../../shared/book/book.ts';
import { readExtract } from '../../shared/book/extract.ts';
import type { FileReport, FileWord, Finding } from '../../shared/contract/methods.ts';
import type { MinutesRenderer } from '../minutes/minutes-renderer.ts';
import { nodeSha256 } from '../seal/node-ciphers.ts';
import { nodeVerify } from '../seal/node-keys.ts';
import type { ApartReader } from '../signing/read-apart.ts';
import type { PdfReport } from '../signing/report.ts';
import { attachmentsOf, CONTENT_NAME, EXTRACT_NAME } from './attachments.ts';
import { breaks, findingsAbout, lacksRootsOnly } from './finding.ts';
import { pageFindings } from './pages.ts';
import { recount, sameContent, type Worded } from './recount.ts';
import { isUnreadable, pdfFindings, signatureFacts, signerFindings } from './signers.ts';
import { FOREIGN_WORDS, ownVerdict } from './verdicts.ts';

const { broken, holds, note } = findingsAbout('book');

export type VerifyAround = {
  /** DER of the roots that the reader trusts. */
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
  readonly minutes: Pick<MinutesRenderer, 'render'>;
  /** Reads PDFs from outside with limits on time and memory. */
  readonly reader: ApartReader;
  readonly version: string;
  readonly worded: Worded;
};

const ATTACHMENT_LIMIT = 64 * 1024 * 1024;

type Judged = Pick<FileReport, 'kind' | 'word' | 'rehearsal' | 'verdict' | 'signatures' | 'findings'>;

const wordOf = (findings: readonly Finding[], signatures: PdfReport): FileWord => {
  if (isUnreadable(signatures)) return 'unreadable';
  if (signatures.signatures.length === 0) return 'unsigned';
  if (!breaks(findings)) return 'holds';
  return lacksRootsOnly(findings) ? 'untrusted' : 'broken';
};

async function text({ reader }: VerifyAround, pdf: Uint8Array, name: string): Promise<Result<string>> {
  const read = await reader.attachment(pdf, name, { maxBytes: ATTACHMENT_LIMIT });
  if (!read.ok) return read;
  try {
    return ok(fromUtf8(read.value));
  } catch {
    return refuse('attachment-damaged', { name });
  }
}

/**
 * A stranger's file has no extract, and nothing that calls itself the words of our minutes. One that has either and yet
 * no readable extract is not judged as a stranger's, or false minutes would pass for a signed letter.
 */
const isStrange = (extract: Result<string>, content: Result<string>): boolean =>
  !extract.ok && !CLAIMING.has(extract.refusal.code) && !(content.ok && content.value.includes('hoidong/minutes/'));
const CLAIMING: ReadonlySet<string> = new Set(['attachment-damaged', 'attachment-changed', 'attachment-too-large']);

/** The cut is the last entry of the extract, and nothing of the recording feed lies behind it. */
function cutFindings(book: Book, state: NonNullable<Awaited<ReturnType<typeof recount>>>['state']): readonly Finding[] {
  const { cut } = state.minutes;
  const last = book.feeds.get(state.recording.feed)?.entries.at(-1)?.hash;
  if (cut === undefined || cut.origin.entry !== last)
    return [
      broken('Bản trích không kết thúc ở điểm chốt biên bản.', 'The extract does not end at the cut of the minutes.'),
    ];
  const named = cut.heads.every(({ feed, seq, hash }) => book.feeds.get(feed)?.entries[seq - 1]?.hash === hash);
  return named
    ? []
    : [broken('Bản trích thiếu mục mà điểm chốt nêu.', 'The extract lacks entries that the cut names.')];
}

/** A file that is no longer what was signed: nothing else in it is worth the recount, which costs seconds. */
const isAltered = ({ problems, signatures }: PdfReport): boolean =>
  problems.some(({ code }) => code !== 'no-signature') || signatures.some(({ intact }) => !intact);

const NOT_RECOUNTED = note(
  'Vì tệp đã bị thay đổi, số liệu trong tệp không được tính lại.',
  'Because the file is altered, its numbers were not recounted.',
);

async function ownMinutes(
  pdf: Uint8Array,
  given: Result<string>,
  content: Result<string>,
  around: VerifyAround,
): Promise<Judged> {
  const signatures = await around.reader.verify(pdf, { roots: around.roots, at: around.at, strict: true });
  const { findings, rehearsal } = await minutesFindings(pdf, given, content, around, signatures);
  const word = wordOf(findings, signatures);
  const verdict = ownVerdict(word, rehearsal);
  return { kind: 'minutes', word, rehearsal, verdict, signatures: signatureFacts(signatures), findings };
}

async function minutesFindings(
  pdf: Uint8Array,
  given: Result<string>,
  content: Result<string>,
  around: VerifyAround,
  signatures: PdfReport,
): Promise<{ readonly findings: readonly Finding[]; readonly rehearsal: boolean }> {
  const findings: Finding[] = [...pdfFindings(signatures, around.worded)];
  const only = (...more: readonly Finding[]) => ({ findings: [...findings, ...more], rehearsal: false });
  if (isAltered(signatures)) return only(NOT_RECOUNTED);
  const unreadable = (refused: Refusal) => {
    const { vi, en } = around.worded(refused);
    return only(broken(`Bản trích chứng minh: ${vi}`, `Proof extract: ${en}`));
  };
  if (!given.ok) return unreadable(given.refusal);
  const book = await readExtract(given.value, nodeSha256, nodeVerify);
  if (!book.ok) return unreadable(book.refusal);
  const recounted = await recount(book.value, around.worded);
  if (recounted === undefined || recounted.minutes === undefined)
    return only(broken('Bản trích không chứa biên bản.', 'The extract holds no minutes.'));
  const { state, minutes } = recounted;
  findings.push(...recounted.findings, ...cutFindings(book.value, state));
  findings.push(
    content.ok && sameContent(content.value, minutes)
      ? holds(
          'Nội dung đính kèm trùng với số liệu tính lại từ sổ.',
          'The embedded content agrees with the recount of the book.',
        )
      : broken('Nội dung đính kèm khác với số liệu tính lại.', 'The embedded content differs from the recount.'),
  );
  const attachments = attachmentsOf(content.ok ? content.value : '', given.value);
  const date = new Date(state.minutes.cut?.origin.at ?? 0);
  findings.push(...(await pageFindings(pdf, minutes, around, { attachments, date, version: around.version })));
  findings.push(...signerFindings(signatures, state));
  const rehearsal = state.opened?.bookKind === 'rehearsal';
  if (rehearsal)
    findings.push(
      note('Đây là biên bản DIỄN TẬP, không có giá trị.', 'These are minutes of a REHEARSAL, without any value.'),
    );
  return { findings, rehearsal };
}

async function bookFile(source: string, around: VerifyAround): Promise<Judged> {
  const findings = await bookFindings(source, around);
  const stands = !breaks(findings);
  const verdict = stands
    ? { vi: 'Sổ nguyên vẹn và khớp khi tính lại.', en: 'The book is intact and agrees with its recount.' }
    : { vi: 'Sổ KHÔNG đạt kiểm tra.', en: 'The book does NOT hold.' };
  return { kind: 'book', word: stands ? 'holds' : 'broken', rehearsal: false, verdict, signatures: [], findings };
}

async function bookFindings(source: string, around: VerifyAround): Promise<readonly Finding[]> {
  const book = await readExtract(source, nodeSha256, nodeVerify);
  if (!book.ok) {
    const { vi, en } = around.worded(book.refusal);
    return [broken(vi, en)];
  }
  const recounted = await recount(book.value, around.worded);
  if (recounted === undefined) return [broken('Sổ không mở được.', 'The book cannot be opened.')];
  const chains = holds(
    `Chuỗi mục và chữ ký của ${book.value.feeds.size} luồng ghi đều khớp.`,
    `Chains and signatures of ${book.value.feeds.size} feeds hold.`,
  );
  return [chains, ...recounted.findings];
}

async function foreignPdf(pdf: Uint8Array, around: VerifyAround): Promise<Judged> {
  const signatures = await around.reader.verify(pdf, { roots: around.roots, at: around.at, strict: false });
  const findings = [
    note(
      'Đây không phải biên bản do phần mềm này lập: chỉ kiểm tra được chữ ký, không tính lại được số liệu.',
      'Not minutes of this application: only signatures can be checked, nothing can be recounted.',
    ),
    ...pdfFindings(signatures, around.worded),
  ];
  const word = wordOf(findings, signatures);
  const facts = signatureFacts(signatures);
  return { kind: 'pdf', word, rehearsal: false, verdict: FOREIGN_WORDS[word], signatures: facts, findings };
}

const UNKNOWN_FILE: Judged = {
  kind: 'other',
  word: 'unreadable',
  rehearsal: false,
  verdict: { vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
  signatures: [],
  findings: [
    findingsAbout('file').broken(
      'Tệp không phải PDF, cũng không phải sổ của phần mềm này.',
      'The file is neither a PDF nor a book of this application.',
    ),
  ],
};

/** Every book and extract of ours says so at its head (shared/book/extract.ts); without it a text is anybody's. */
const BOOK_MARK = 'hoidong/extract/';
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

async function judge(bytes: Uint8Array, around: VerifyAround): Promise<Judged> {
  if (isPdf(bytes)) {
    const extract = await text(around, bytes, EXTRACT_NAME);
    const content = await text(around, bytes, CONTENT_NAME);
    return isStrange(extract, content)
      ? await foreignPdf(bytes, around)
      : await ownMinutes(bytes, extract, content, around);
  }
  try {
    const source = fromUtf8(bytes);
    return source.includes(BOOK_MARK) ? await bookFile(source, around) : UNKNOWN_FILE;
  } catch {
    return UNKNOWN_FILE;
  }
}

/** Never throws for any bytes: whatever a file is, the answer is a report. */
export async function verifyFile(bytes: Uint8Array, around: VerifyAround): Promise<FileReport> {
  const judged = await judge(bytes, around);
  const sha256 = Buffer.from(nodeSha256(bytes)).toString('hex');
  return { holds: judged.word === 'holds', sha256, size: bytes.length, ...judged };
}
