// A whole meeting played through the real host, once for many tests: its book, its file in each state, and its signers.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { meetingClock } from '../../electron/command/meeting-clock.ts';
import { gather, hold } from '../../electron/command/played-meeting.ts';
import { sealAndSign, writeMinutes } from '../../electron/command/played-minutes.ts';
import { type Items, type Marks, type Meeting, must } from '../../electron/command/played-table.ts';
import { type Headless, librarySet, openHeadless, openRenderer, places, worded } from '../../electron/headless.ts';
import { PDF_LIMIT } from '../../electron/host/minutes-file.ts';
import { rehearsalMembers, rehearsalPlatform } from '../../electron/host/rehearsal-people.ts';
import { readWholeBlob } from '../../electron/host/whole-blob.ts';
import { readCriteriaFile } from '../../electron/imports/read-criteria-file.ts';
import type { MinutesRenderer } from '../../electron/minutes/minutes-renderer.ts';
import { verifyFile } from '../../electron/proof/verify-file.ts';
import type { ApartReader } from '../../electron/signing/read-apart.ts';
import { readAttachment, wordsOf } from '../../electron/signing/read-pdf.ts';
import { makeThrowAwayCertificates, type ThrowAwaySigner } from '../../electron/signing/throw-away-certificates.ts';
import { verifyPdf } from '../../electron/signing/verify-pdf.ts';
import type { FileReport, SessionForm } from '../../shared/contract/methods.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { makeFolder, removeFolder } from './temp-folder.ts';

export const start = new Date('2026-03-05T01:30:00.000Z');
export const afterwards = new Date('2026-03-06T01:30:00.000Z');

export async function sampleSet(file: 'mau-1230' | 'toi-thieu-224'): Promise<CriteriaSet> {
  const name = `${file}.yaml`;
  const read = readCriteriaFile(await readFile(path.join(places.assets, 'criteria', name)), name);
  if (!read.ok) throw new Error(`sample ${name} does not read`);
  return read.value.set;
}

/** Every criterion met, but those that carry one of the tags. */
export const marksBut =
  (set: CriteriaSet, ...tags: readonly string[]): Marks =>
  () =>
    Object.fromEntries(
      criteriaOf(set).map((criterion): [string, Items[string]] => [
        criterion.id,
        criterion.tags.some((tag) => tags.includes(tag)) ? { mark: 'not-met', remark: 'Chưa đạt.' } : { mark: 'met' },
      ]),
    );

export type MeetingWishes = {
  readonly set: CriteriaSet;
  readonly marks?: Marks;
  readonly members?: number;
  readonly platforms?: number;
  readonly kind?: SessionForm['kind'];
  readonly form?: (form: SessionForm) => SessionForm;
};

/** The form of a session with this set, its members from the rehearsal; what is left open in the set is decided by it. */
export const sessionForm = (
  set: CriteriaSet,
  { kind = 'session', members = 7 }: Pick<MeetingWishes, 'kind' | 'members'>,
  platforms: SessionForm['platforms'],
): SessionForm => ({
  kind,
  subject: 'Họp Hội đồng đánh giá nền tảng số',
  superior: 'CƠ QUAN MẪU',
  council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
  decision: { number: '12/QĐ-CQM', date: '2026-02-03', body: 'Cơ quan Mẫu' },
  place: 'Phòng họp số 2',
  symbol: 'BB-HĐĐG',
  criteria: librarySet(set).sha256 as SessionForm['criteria'],
  thresholds: criteriaOf(set).flatMap((criterion) =>
    criterion.kind === 'measured' && criterion.threshold === null
      ? [{ criterion: criterion.id, threshold: '60', source: 'Cơ quan chủ quản quy định.' }]
      : [],
  ),
  rules: DEFAULT_RULES,
  members: [...rehearsalMembers(members)],
  platforms,
});

async function formOf(headless: Headless, wishes: MeetingWishes): Promise<SessionForm> {
  const { set, platforms = 1 } = wishes;
  const kept = must(await headless.store.putBlob([Buffer.from('Số liệu mẫu')], { maxBytes: 100 }), 'putBlob');
  const evidence: SessionForm['platforms'][number]['evidence'] = [
    {
      sha256: kept.sha256 as SessionForm['criteria'],
      title: 'Số liệu vận hành',
      kind: 'public-data',
      supplier: 'Cơ quan chủ quản Mẫu',
      date: '2026-03-01',
      label: 'public',
      criteria: [],
    },
  ];
  const measured = criteriaOf(set).flatMap((criterion) =>
    criterion.kind === 'measured' ? [{ criterion: criterion.id, value: '60.5' }] : [],
  );
  const each = Array.from({ length: platforms }, (_, at) => ({ ...rehearsalPlatform(at + 1, measured), evidence }));
  const form = sessionForm(set, wishes, each);
  return wishes.form?.(form) ?? form;
}

export type Council = {
  readonly headless: Headless;
  readonly meeting: Meeting;
  readonly form: SessionForm;
  readonly close: () => Promise<void>;
};

/** A session with its members at their devices, before the roll call; the caller closes it. */
export async function council(wishes: MeetingWishes): Promise<Council> {
  const data = makeFolder('played');
  const clock = meetingClock(start);
  const library = { sets: [librarySet(wishes.set)], leftOut: [] };
  const log = { error: (what: string) => console.error(what), info: () => {} };
  const headless = must(await openHeadless({ data, log, now: clock.now, criteria: library }), 'open');
  const close = async (): Promise<void> => {
    await headless.close();
    removeFolder(data);
  };
  try {
    const form = await formOf(headless, wishes);
    const meeting = await gather(headless, form, { clock, marks: wishes.marks ?? marksBut(wishes.set) });
    return { headless, meeting, form, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export type Signers = { readonly ThuKy: ThrowAwaySigner; readonly ChuToa: ThrowAwaySigner };
export type Authority = { readonly root: Uint8Array; readonly rootPem: string; readonly signers: Signers };

/** Throw-away certificates: of the secretary and the chair of the form, or of anybody named. */
export async function authority(
  form: Pick<SessionForm, 'members'>,
  names?: readonly [string, string],
): Promise<Authority> {
  const named = ['secretary', 'chair'].map((role) => form.members.find((member) => member.role === role)?.name ?? '');
  const [thuKy = '', chuToa = ''] = names ?? named;
  const { signers, root, rootPem } = await makeThrowAwayCertificates(
    [
      { name: thuKy, organisation: 'Cơ quan Mẫu', key: 'rsa3072' },
      { name: chuToa, organisation: 'Cơ quan Mẫu', key: 'p256' },
    ],
    { at: start, random: (length) => new Uint8Array(randomBytes(length)) },
  );
  const [ThuKy, ChuToa] = signers;
  if (!ThuKy || !ChuToa) throw new Error('no signers');
  return { root, rootPem, signers: { ThuKy, ChuToa } };
}

export const bookOf = async ({ headless, meeting }: Pick<Council, 'headless' | 'meeting'>) =>
  must(await headless.host.desk.books.open(meeting.book as never), 'book');

export async function fileOf({ headless }: Pick<Council, 'headless'>, sha256: string): Promise<Uint8Array> {
  return must(await readWholeBlob({ store: headless.store }, sha256 as never, PDF_LIMIT), 'file');
}

export type Finished = Council & {
  readonly authority: Authority;
  /** Reserved fields, nobody has signed. */
  readonly sealed: Uint8Array;
  /** The secretary only. */
  readonly half: Uint8Array;
  readonly pdf: Uint8Array;
};

/** The whole meeting, to the chair's signature. */
export async function finished(wishes: MeetingWishes): Promise<Finished> {
  const began = await council(wishes);
  try {
    await hold(began.meeting);
    await writeMinutes(began.meeting);
    const signing = await authority(began.form);
    const last = await sealAndSign(began.meeting, signing.signers);
    const { minutes } = (await bookOf(began)).state;
    const [sealed, half, pdf] = await Promise.all(
      [minutes.sealed?.sha256 ?? '', minutes.signatures[0]?.after ?? '', last].map((hash) => fileOf(began, hash)),
    );
    if (!sealed || !half || !pdf) throw new Error('a version of the file is missing');
    return { ...began, authority: signing, sealed, half, pdf };
  } catch (error) {
    await began.close();
    throw error;
  }
}

export type Checking = {
  readonly renderer: MinutesRenderer;
  readonly check: (pdf: Uint8Array, ...roots: readonly Uint8Array[]) => Promise<FileReport>;
};

/** `verifyFile` as the command line calls it, with one renderer for many files. */
/** Hundreds of changed files are read in this process; that files from outside are read apart is tested with the reader. */
const hereReader: ApartReader = { verify: verifyPdf, words: wordsOf, attachment: readAttachment };

export function checking(): Checking {
  const renderer = openRenderer();
  return {
    renderer,
    check: (pdf, ...roots) =>
      verifyFile(pdf, { roots, at: afterwards, minutes: renderer, reader: hereReader, version: '0.1.0', worded }),
  };
}

/** What breaks a file, in English, one sentence a line. */
export const broken = ({ findings }: FileReport): string =>
  findings
    .filter(({ level }) => level === 'broken')
    .map(({ en }) => en)
    .join('\n');
