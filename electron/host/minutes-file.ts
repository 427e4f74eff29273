// The minutes as a file: written, cut, sealed once, and signed as increments, each a compare-and-swap.

import { canonical } from '../../shared/base/canonical.ts';
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { extractOf } from '../../shared/book/extract.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { type SignerField, signerFields } from '../../shared/book/signers.ts';
import { recordingHeads } from '../../shared/book/void-tail.ts';
import type { MinutesWork } from '../../shared/contract/views.ts';
import { minutesMissing, writtenHash } from '../../shared/minutes/minutes-of.ts';
import { signerSeats } from '../../shared/minutes/signatories.ts';
import { secretTexts } from '../../shared/seal/open-ballots.ts';
import type { RenderedMinutes } from '../minutes/render-minutes.ts';
import { attachmentsOf } from '../proof/attachments.ts';
import { certificateFacts } from '../signing/certificate-facts.ts';
import { openPkcs12 } from '../signing/pkcs12.ts';
import { reserveFields } from '../signing/reserve-fields.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import type { PdfSigner } from '../signing/signer.ts';
import { type LiveBook, rule } from './live-book.ts';
import { contentNow, minutesWith, newestFile, readProse, writtenNow } from './minutes-text.ts';
import { ruledHeads } from './rounds.ts';
import type { Surroundings } from './surroundings.ts';
import { readWholeBlob } from './whole-blob.ts';

export type SignatureField = SignerField;
export const PDF_LIMIT = 256 * 1024 * 1024;

export const keep = async (around: Surroundings, bytes: Uint8Array) =>
  await around.store.putBlob([bytes], { maxBytes: PDF_LIMIT });

/** Every recording feed as far as it counts, the present one first. */
const recorded = (live: LiveBook): readonly HeadRef[] => recordingHeads(live.state, live.book);

/** Fixes prose and numbers: what is read back and approved. */
export async function writeMinutes(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const missing = minutesMissing(live)[0];
  if (missing) return { ok: false, refusal: missing };
  const prose = await readProse(around, live);
  const sha256 = writtenHash(around.ciphers.sha256, minutesWith(live, prose));
  const facts = [...recorded(live), ...ruledHeads(live)];
  return await rule(around, live, [{ kind: 'minutes-written', body: { sha256, facts, prose } }]);
}

export const signerOf = (live: LiveBook, field: SignatureField): SeatId | undefined =>
  signerSeats(live.state).find((signer) => signer.field === field)?.seat;

/** The one rendering from which all signatures grow. Everything in it comes from the book up to the cut. */
export async function renderCut(
  around: Pick<Surroundings, 'minutes' | 'version'>,
  live: Pick<LiveBook, 'state' | 'opened' | 'book'>,
): Promise<Result<RenderedMinutes>> {
  const { cut, written } = live.state.minutes;
  if (cut === undefined || written === undefined) return refuse('minutes-not-cut');
  const minutes = minutesWith(live, written.prose);
  const extract = extractOf(live.book, cutHeads(live.state), secretTexts(live.state, live.opened));
  const attachments = attachmentsOf(canonical(minutes as never), JSON.stringify(extract));
  return await around.minutes.render({ minutes, attachments, date: new Date(cut.origin.at), version: around.version });
}

/** Heads as the cut names them, and the cut itself as the head of the feed that recorded then, which it names first. */
export function cutHeads(state: LiveBook['state']): readonly HeadRef[] {
  const { cut } = state.minutes;
  if (cut === undefined) return [];
  const [before, ...others] = cut.heads;
  return before === undefined ? [] : [...others, { feed: before.feed, seq: before.seq + 1, hash: cut.origin.entry }];
}

/** Is told each step as it begins, so that a screen can say what is under way. */
export type Told = (step: MinutesWork) => void;

/** Cut, rendering, reserved fields, `minutes-sealed`. A second call after a crash goes on where the first stopped. */
export async function sealMinutes(
  around: Surroundings,
  live: LiveBook,
  told: Told = () => {},
): Promise<Result<{ readonly sha256: string }>> {
  const { written } = live.state.minutes;
  if (written === undefined) return refuse('minutes-not-written');
  if (live.state.minutes.cut === undefined) {
    if (writtenNow(around, live) !== written.sha256) return refuse('minutes-stale');
    told('cutting');
    const cut = await cutMinutes(around, live);
    if (!cut.ok) return cut;
  }
  if (live.state.minutes.sealed) return ok({ sha256: live.state.minutes.sealed.sha256 });
  told('laying-out');
  const rendered = await renderCut(around, live);
  if (!rendered.ok) return rendered;
  told('reserving');
  const reserved = await reserveFields(rendered.value.pdf, rendered.value.boxes, { lockField: 'ChuToa' });
  told('keeping');
  const kept = await keep(around, reserved);
  if (!kept.ok) return kept;
  const sha256 = kept.value.sha256 as Hash;
  told('recording');
  const done = await rule(around, live, [{ kind: 'minutes-sealed', body: { sha256 } }]);
  return done.ok ? ok({ sha256 }) : done;
}

async function cutMinutes(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const named = signerSeats(live.state).map(
    ({ field, seat }): Ruling => ({ kind: 'signer-named', body: { seat, field } }),
  );
  const ready = await rule(around, live, named);
  if (!ready.ok) return ready;
  const content = contentNow(around, live);
  if (content === undefined) return refuse('minutes-not-written');
  return await rule(around, live, [
    { kind: 'minutes-cut', body: { content, heads: [...recorded(live), ...ruledHeads(live)] } },
  ]);
}

type StampWords = { readonly title: string; readonly reason: string };
const WORDS: Readonly<Record<SignatureField, StampWords>> = {
  ThuKy: { title: 'Thư ký ký số', reason: 'Thư ký ghi biên bản' },
  ChuToa: { title: 'Chủ tọa ký số', reason: 'Chủ tọa xác nhận biên bản' },
};
const REPORT: StampWords = { title: 'Đại diện đơn vị ký số', reason: 'Đại diện đơn vị đánh giá xác nhận báo cáo' };

/** One signer alone signs a report, not minutes (rules `body`). */
const wordsFor = ({ state }: LiveBook, field: SignatureField): StampWords =>
  signerFields(state).length === 1 ? REPORT : WORDS[field];

const two = (value: number) => String(value).padStart(2, '0');
/** '05/02/2026 11:52:07 +07:00' */
function claimedTime(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  const day = `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`;
  return `${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} +07:00`;
}

async function stampFor(
  around: Surroundings,
  live: LiveBook,
  field: SignatureField,
  signer: PdfSigner,
  at: Date,
  box: readonly number[],
) {
  const facts = certificateFacts(signer.certificate);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  return await around.minutes.stamp({
    width: x1 - x0,
    height: y1 - y0,
    title: wordsFor(live, field).title,
    name: facts?.name ?? '',
    unit: facts?.organisation ?? '',
    time: claimedTime(at),
    serial: facts?.serial ?? '',
    rehearsal: live.state.opened?.bookKind === 'rehearsal',
    date: at,
  });
}

/**
 * In the order of the fields: the first signature certifies, the chair's (or the only one) locks. The newest file only,
 * and its hash names what was signed.
 */
export async function signMinutes(
  around: Surroundings,
  live: LiveBook,
  field: SignatureField,
  signer: PdfSigner,
  told: Told = () => {},
): Promise<Result<{ readonly sha256: string }>> {
  const before = newestFile(live.state);
  const seat = signerOf(live, field);
  const fields = signerFields(live.state);
  if (!fields.includes(field)) return refuse('signature-field-missing', { field });
  if (before === undefined || seat === undefined) return refuse('minutes-not-sealed');
  const signed = live.state.minutes.signatures.map((signature) => signature.field);
  if (signed.includes(field)) return refuse('signature-field-taken', { field });
  if (fields.slice(0, fields.indexOf(field)).some((earlier) => !signed.includes(earlier)))
    return refuse('secretary-signs-first');
  told('laying-out');
  const rendered = await renderCut(around, live);
  if (!rendered.ok) return rendered;
  told('stamping');
  const box = rendered.value.boxes.find((candidate) => candidate.field === field);
  const at = around.now();
  const appearance = box && (await stampFor(around, live, field, signer, at, box.rect));
  if (appearance && !appearance.ok) return appearance;
  told('signing');
  const file = await readWholeBlob(around, before, PDF_LIMIT);
  if (!file.ok) return file;
  const name = certificateFacts(signer.certificate)?.name;
  const result = await signPdf(file.value, signer, {
    field,
    certify: field === fields[0],
    reason: wordsFor(live, field).reason,
    date: at,
    ...(name === undefined ? {} : { name }),
    ...(appearance ? { appearance: appearance.value } : {}),
  });
  if (!result.ok) return result;
  told('keeping');
  const kept = await keep(around, result.value);
  if (!kept.ok) return kept;
  const after = kept.value.sha256 as Hash;
  told('recording');
  const certificate = Buffer.from(around.ciphers.sha256(signer.certificate)).toString('hex') as Hash;
  const body = { before, after, field, signer: seat, certificate, via: 'app' as const };
  const done = await rule(around, live, [{ kind: 'signature-added', body }]);
  return done.ok ? ok({ sha256: after }) : done;
}

/** The PKCS#12 file and its password are used for this one signature and kept nowhere. */
export async function signWithPkcs12(
  around: Surroundings,
  live: LiveBook,
  field: SignatureField,
  pkcs12: Uint8Array,
  password: string,
  told: Told = () => {},
) {
  const signer = await openPkcs12(pkcs12, password);
  return signer.ok ? await signMinutes(around, live, field, signer.value, told) : signer;
}
