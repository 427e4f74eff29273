// `hoidong demo --out DIR`: the same host plays a meeting of invented people and writes minutes that two of them signed.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { wholeBook } from '../../shared/book/extract.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { consoleLog, librarySet, openHeadless, places, readLibrary, worded } from '../headless.ts';
import { type EvidenceForms, takeEvidence } from '../host/evidence-folder.ts';
import { PDF_LIMIT } from '../host/minutes-file.ts';
import { rehearsalMembers, rehearsalPlatform } from '../host/rehearsal-people.ts';
import type { Library } from '../host/surroundings.ts';
import { readWholeBlob } from '../host/whole-blob.ts';
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { readCriteriaFile } from '../imports/read-criteria-file.ts';
import { readRulesFile } from '../imports/rules-file.ts';
import { printRulesReport, reportRules } from '../imports/rules-report.ts';
import { nodeCiphers } from '../seal/node-ciphers.ts';
import { makeThrowAwayCertificates } from '../signing/throw-away-certificates.ts';
import { type Command, type ExitCode, type Output, refuseInput } from './command.ts';
import { meetingClock } from './meeting-clock.ts';
import { type Given, WrongUsage, wholeNumber } from './options.ts';
import { type Dice, dice } from './played-marks.ts';
import { type Played, playMeeting } from './played-minutes.ts';
import { must, rolledMarks } from './played-table.ts';

/** One set, by its file; or the six-group sample. Prints what is wrong with a file and where. */
async function chooseSet(file: string | undefined, output: Output): Promise<Library | undefined> {
  const library = await readLibrary(path.join(places.assets, 'criteria'));
  if (file === undefined) return { ...library, sets: library.sets.filter(({ set }) => set.id === 'mau-1230') };
  const read = readCriteriaFile(await readFile(file), path.basename(file));
  if (!read.ok) {
    output.err(printReport(reportCriteria(read), 'vi'));
    return undefined;
  }
  return { sets: [librarySet(read.value.set)], leftOut: [] };
}

/** Values near the threshold, so that a seed decides on which side: tenths, as integers. */
function measuredFor(set: CriteriaSet, roll: Dice): SessionForm['platforms'][number]['measured'] {
  return criteriaOf(set).flatMap((criterion) => {
    if (criterion.kind !== 'measured') return [];
    const tenths = Number.parseInt(criterion.threshold ?? '99', 10) * 10 - 10 + roll(40);
    // What is counted comes in whole numbers; a share may have tenths.
    if (criterion.unit !== '%') return [{ criterion: criterion.id, value: `${Math.max(0, Math.floor(tenths / 10))}` }];
    const capped = Math.min(tenths, 1_000);
    return [{ criterion: criterion.id, value: `${Math.floor(capped / 10)}.${capped % 10}` }];
  });
}

/** How each kind of body is called, and how many sit in it where nobody says. */
const BODIES = {
  council: { subject: 'Họp Hội đồng đánh giá', council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ', members: 7 },
  'expert-group': { subject: 'Họp Tổ chuyên gia đánh giá', council: 'TỔ CHUYÊN GIA ĐÁNH GIÁ NỀN TẢNG SỐ', members: 3 },
  'hired-unit': { subject: 'Đánh giá', council: 'TRUNG TÂM KIỂM ĐỊNH MẪU', members: 1 },
} as const;

/** A small group has a head, a secretary and members; beside a hired unit an administrative secretary records. */
function membersFor(rules: CouncilRules, count: number): SessionForm['members'] {
  const all = rehearsalMembers(rules.body === 'hired-unit' ? 2 : count);
  const roles = {
    'hired-unit': ['chair', 'administrative-secretary'],
    'expert-group': ['chair', 'secretary'],
  } as const;
  if (rules.body === 'council') return [...all];
  const named = roles[rules.body];
  return all.map((member, at) => ({ ...member, role: named[at] ?? 'member' }));
}

/** The rules of a file, or the usual ones. Prints what is wrong with the file, with its line. */
async function chooseRules(file: string | undefined, output: Output): Promise<CouncilRules | undefined> {
  if (file === undefined) return DEFAULT_RULES;
  const report = reportRules(readRulesFile(await readFile(file), path.basename(file)));
  if (report.ok) return report.rules;
  output.err(`${printRulesReport(report, 'vi')}\n${printRulesReport(report, 'en')}\n`);
  return undefined;
}

function formFor(
  set: CriteriaSet,
  sha256: string,
  evidence: EvidenceForms,
  rules: CouncilRules,
  members: number,
  platforms: number,
  date: string,
  roll: Dice,
): SessionForm {
  const who = BODIES[rules.body];
  return {
    kind: 'rehearsal',
    subject: `${who.subject} ${platforms > 1 ? 'các nền tảng số' : 'nền tảng số'} (diễn tập)`,
    superior: 'CƠ QUAN MẪU',
    council: who.council,
    decision: { number: '12/QĐ-CQM', date, body: 'Cơ quan Mẫu' },
    place: 'Phòng họp số 2, trụ sở Cơ quan Mẫu',
    symbol: 'BB-HĐĐG',
    criteria: sha256 as SessionForm['criteria'],
    thresholds: criteriaOf(set).flatMap((criterion) =>
      criterion.kind === 'measured' && criterion.threshold === null
        ? [{ criterion: criterion.id, threshold: '99', source: 'Cơ quan chủ quản Mẫu quy định cho buổi diễn tập' }]
        : [],
    ),
    rules,
    members: [...membersFor(rules, members)],
    platforms: Array.from({ length: platforms }, (_, at) => ({
      ...rehearsalPlatform(at + 1, measuredFor(set, roll)),
      evidence,
    })),
  };
}

function tell(output: Output, { session }: Played, folder: string): void {
  const outcomes = session.platforms.map(({ name, conclusion }) => `  ${name}: ${conclusion?.text ?? '?'}`);
  const names = new Map(session.seats.map(({ seat, name }) => [seat, name]));
  const signatures =
    session.minutes.file?.signatures.map(({ field, seat, at }) => `  ${field}: ${names.get(seat)} (${at})`) ?? [];
  const file = path.join(folder, 'bien-ban.pdf');
  const roots = path.join(folder, 'roots.pem');
  output.out(
    [
      'Kết luận / outcome:',
      ...outcomes,
      'Chữ ký / signatures (chứng thư diễn tập / rehearsal certificates):',
      ...signatures,
      'Kiểm tra / to check:',
      `  npm run -s hoidong -- verify ${file} --roots ${roots}`,
      `  pdfsig ${file}    qpdf --check ${file}    pdffonts ${file}`,
      '',
    ].join('\n'),
  );
}

async function play(
  given: Given,
  output: Output,
  library: Library,
  rules: CouncilRules,
  data: string,
): Promise<ExitCode> {
  const folder = path.resolve(given.values.get('out') ?? '');
  const members = wholeNumber(
    given,
    'members',
    BODIES[rules.body].members,
    rules.body === 'council' ? [5, 40] : [1, 40],
  );
  const rounds = wholeNumber(given, 'rounds', 1, [1, 9]);
  const platforms = wholeNumber(given, 'platforms', 1, [1, 20]);
  const roll = dice(wholeNumber(given, 'seed', 1, [0, 999_999_999]));
  // Three and a half hours ago, so that the played meeting lies in the past.
  const clock = meetingClock(new Date(Math.floor((Date.now() - 12_600_000) / 60_000) * 60_000));
  const log = consoleLog((line) => line.startsWith('error') && output.err(`${line}\n`));
  const headless = must(await openHeadless({ data, log, now: clock.now, criteria: library }), 'open');
  try {
    const date = clock.now().toISOString().slice(0, 10);
    const evidence = await takeEvidence(
      headless.store,
      given.values.get('evidence') ?? path.join(places.assets, 'evidence'),
      date,
    );
    if (!evidence.ok) return refuseInput(output, false, evidence.refusal as Refusal, worded(evidence.refusal));
    const [chosen] = library.sets;
    if (chosen === undefined) throw new Error('no criteria set');
    const form = formFor(chosen.set, chosen.sha256, evidence.value, rules, members, platforms, date, roll);
    const writing = form.members.find(({ role }) => role === 'secretary' || role === 'administrative-secretary');
    const [secretary, chair] = [writing, form.members.find(({ role }) => role === 'chair')];
    const made = await makeThrowAwayCertificates(
      [
        { name: secretary?.name ?? '', organisation: secretary?.unit ?? '', key: 'rsa3072' },
        { name: chair?.name ?? '', organisation: chair?.unit ?? '', key: 'p256' },
      ],
      { at: clock.now(), random: nodeCiphers.random },
    );
    const [ThuKy, ChuToa] = made.signers;
    if (ThuKy === undefined || ChuToa === undefined) throw new Error('no signers');
    const played = await playMeeting(headless, form, {
      clock,
      marks: rolledMarks(chosen.set, roll, rules.scale),
      rounds,
      signers: { ThuKy, ChuToa },
    });
    const file = must(await readWholeBlob({ store: headless.store }, played.file, PDF_LIMIT), 'file');
    const live = must(await headless.host.desk.books.open(played.book), 'book');
    await writeFile(path.join(folder, 'bien-ban.pdf'), file);
    await writeFile(path.join(folder, 'roots.pem'), made.rootPem);
    await writeFile(path.join(folder, 'book.json'), JSON.stringify(wholeBook(live.book)));
    tell(output, played, given.values.get('out') ?? '');
    return 0;
  } finally {
    await headless.close();
  }
}

export const demo: Command = {
  spec: {
    usage:
      'demo --out DIR [--set FILE] [--rules FILE] [--members N] [--platforms N] [--rounds N] [--seed N] [--evidence DIR]',
    help: [
      '--out        nơi ghi bien-ban.pdf, roots.pem, book.json / where to write them',
      '--set        tệp bộ tiêu chí (mặc định: mẫu sáu nhóm) / criteria file (the six-group sample)',
      '--rules      tệp quy tắc của Hội đồng (mặc định: đếm theo từng tiêu chí) / rules of the council (per criterion)',
      '--members    số thành viên, 5 đến 40 / members (7)',
      '--rounds     số vòng chấm ở nền tảng thứ nhất, trong giới hạn của quy tắc / rounds on the first platform (1)',
      '--platforms  số nền tảng, 1 đến 20 / platforms (1)',
      '--seed       hạt giống của các mức đánh giá / seed of the marks (1)',
      '--evidence   thư mục minh chứng / folder of evidence (three invented files)',
    ],
    values: ['out', 'set', 'rules', 'members', 'platforms', 'rounds', 'seed', 'evidence'],
    plain: [0, 0],
  },
  run: async (given, output) => {
    if (given.values.get('out') === undefined) throw new WrongUsage('--out wants a folder');
    for (const file of [given.values.get('set'), given.values.get('rules')])
      if (file !== undefined && (await readFile(file).catch(() => undefined)) === undefined) {
        const missing = refusal('file-missing', { file: path.basename(file) });
        return refuseInput(output, false, missing, worded(missing));
      }
    const library = await chooseSet(given.values.get('set'), output);
    const rules = await chooseRules(given.values.get('rules'), output);
    if (library === undefined || rules === undefined) return 1;
    // Before anything is played: a place where nothing can be written is known at once.
    await mkdir(path.resolve(given.values.get('out') ?? ''), { recursive: true });
    const data = await mkdtemp(path.join(tmpdir(), 'hoidong-demo-'));
    try {
      return await play(given, output, library, rules, data);
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  },
};
