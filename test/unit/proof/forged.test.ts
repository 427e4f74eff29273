// Files that somebody built anew and signed: as far as one gets without the keys of the members' devices.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dice } from '../../../electron/command/played-marks.ts';
import { rolledMarks } from '../../../electron/command/played-table.ts';
import { cutHeads } from '../../../electron/host/minutes-file.ts';
import { nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, openDevice } from '../../../electron/seal/node-keys.ts';
import { toBase64 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import { type Extract, extractOf } from '../../../shared/book/extract.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import type { Minutes } from '../../../shared/minutes/content.ts';
import { contentHash, minutesOf, writtenHash } from '../../../shared/minutes/minutes-of.ts';
import {
  type Authority,
  authority,
  bookOf,
  broken,
  type Checking,
  checking,
  type Finished,
  finished,
  sampleSet,
} from '../../helpers/played.ts';
import { type Fact, forged, type Paper, rewritten, runWith, understood, withRun } from './forgery.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let set: CriteriaSet;
let played: Finished;
/** Another meeting of people of the same names, with other marks. */
let another: Finished;
/** Certificates in the same names, from a root that the reader is made to trust too. */
let forger: Authority;
let proof: Checking;
let truth: { readonly minutes: Minutes; readonly extract: Extract; readonly date: Date };

async function truthOf(of: Finished): Promise<typeof truth> {
  const { state, opened, book } = await bookOf(of);
  const { written, cut } = state.minutes;
  if (written === undefined || cut === undefined) throw new Error('not cut');
  return {
    minutes: minutesOf({ state, opened, prose: written.prose }),
    extract: extractOf(book, cutHeads(state)),
    date: new Date(cut.origin.at),
  };
}

beforeAll(async () => {
  proof = checking();
  set = await sampleSet('toi-thieu-224');
  played = await finished({ set, members: 5 });
  another = await finished({ set, members: 5, marks: rolledMarks(set, dice(7)) });
  forger = await authority(played.form);
  truth = await truthOf(played);
});
afterAll(async () => {
  await proof?.renderer.close();
  await played?.close();
  await another?.close();
});

const paper = (more: Partial<Paper> = {}): Paper => ({
  minutes: truth.minutes,
  extract: JSON.stringify(truth.extract),
  date: truth.date,
  ...more,
});

/** Signed with the forger's certificates, whose root is trusted beside the true one. */
async function judge(given: Paper, by: Authority = forger): Promise<string> {
  const report = await proof.check(await forged(proof, given, by), played.authority.root, by.root);
  const what = broken(report);
  expect(report.holds).toBe(what === '');
  return what;
}

const withFact = (minutes: Minutes, name: string, value: string): Minutes => {
  let changed = 0;
  const fields = minutes.fields.map((field) => ({
    ...field,
    paragraphs: field.paragraphs.map((paragraph) => ({
      ...paragraph,
      parts: paragraph.parts.map((part) => {
        if (typeof part === 'string' || part.fact !== name) return part;
        changed += 1;
        return { ...part, value };
      }),
    })),
  }));
  if (changed === 0) throw new Error(`nothing says ${name}`);
  return { ...minutes, fields };
};

describe('the pages', () => {
  it('[VF8] the true words and the true book, signed by others of the same names, hold: names are all there is to compare', async () => {
    expect(await judge(paper())).toBe('');
  });

  it('[VF8] another number on the page over the true book is found, and shown', async () => {
    const minutes = withFact(truth.minutes, 'ballots.valid', '04');
    const what = await judge(paper({ minutes, content: canonical(truth.minutes as never) }));
    expect(what).toContain('The pages differ from the recount');
    expect(what).toContain('04');
    expect(what).not.toContain('embedded');
  });

  it('[VF8] another number on the page and in the embedded content alike', async () => {
    const what = await judge(paper({ minutes: withFact(truth.minutes, 'outcome', 'Đáp ứng vượt mức') }));
    expect(what).toContain('The embedded content differs from the recount');
    expect(what).toContain('The pages differ from the recount');
  });

  it('[VF8] one cell of the score table', async () => {
    const [scores, ...rest] = truth.minutes.appendices;
    const [table] = scores?.tables ?? [];
    if (!scores || !table) throw new Error('no score table');
    const rows = table.rows.map((row, at) =>
      at === 1 ? { ...row, cells: row.cells.map((cell) => (cell === 'Đ' ? 'K' : cell)) } : row,
    );
    const minutes = { ...truth.minutes, appendices: [{ ...scores, tables: [{ ...table, rows }] }, ...rest] };
    expect(await judge(paper({ minutes }))).toContain('The pages differ from the recount');
  });

  it('[VF8] only the embedded content differs', async () => {
    const content = canonical({ ...truth.minutes, subject: 'Họp khác' } as never);
    const what = await judge(paper({ content }));
    expect(what).toBe('The embedded content differs from the recount.');
  });

  it('[VF8] the extract of another meeting', async () => {
    const what = await judge(paper({ extract: JSON.stringify((await truthOf(another)).extract) }));
    expect(what).toContain('The pages differ from the recount');
    expect(what).toContain('The embedded content differs');
  });

  it.each([
    ['no extract, but the words for machines', { extract: undefined }],
    ['an extract that is no JSON', { extract: 'trích' }],
    ['an extract of nothing', { extract: '{}' }],
  ])('[VF9] a file that calls itself ours is not judged as a stranger’s: %s', async (_, change) => {
    expect(await judge(paper(change))).not.toBe('');
  });

  it('[VF9] with neither attachment it is a stranger’s file, and the report says what could not be checked', async () => {
    const pdf = await forged(proof, paper({ extract: undefined, content: null }), forger);
    const report = await proof.check(pdf, forger.root);
    expect(report.findings.map(({ en }) => en).join('\n')).toContain('nothing can be recounted');
    expect(report.verdict.en).not.toContain('every number');
  });
});

describe('another build of the application', () => {
  it('[VF14] lays out other bytes: compared word by word, and that is said', async () => {
    const pdf = await forged(proof, paper({ version: '0.0.9' }), forger);
    const report = await proof.check(pdf, forger.root);
    expect(broken(report)).toBe('');
    expect(report.findings.map(({ en }) => en).join('\n')).toContain('laid out by another build');
  });
});

describe('the signers', () => {
  it('[VF10] certificates of other people, under a trusted root', async () => {
    const strangers = await authority(played.form, ['Kẻ Thứ Ba', 'Người Thứ Tư']);
    const what = await judge(paper(), strangers);
    expect(what).toContain('signed by Kẻ Thứ Ba, but the book names Trần Thị Hưởng');
    expect(what).toContain('signed by Người Thứ Tư, but the book names');
  });

  it('[VF10] the two signers in each other’s place', async () => {
    const { ThuKy, ChuToa } = forger.signers;
    const what = await judge(paper(), { ...forger, signers: { ThuKy: ChuToa, ChuToa: ThuKy } });
    expect(what.match(/but the book names/g)).toHaveLength(2);
  });

  it('[VF2] the right names from a root that the reader does not trust', async () => {
    const report = await proof.check(await forged(proof, paper(), forger), played.authority.root);
    expect(broken(report)).toMatch(/no path to a given root/u);
  });
});

const changes: Readonly<Record<string, (body: string) => string>> = {
  // Another ciphertext of the same length: the mark in it cannot be chosen without the ballot's key.
  'ballot-cast': (body) =>
    body.replace(/("envelope":"[^"]{40})(.)/, (_, before, sign) => `${before}${sign === 'A' ? 'B' : 'A'}`),
  'vote-cast': (body) =>
    body.replace(/"choice":"(agree|disagree)"/, (_, was) => `"choice":"${was === 'agree' ? 'disagree' : 'agree'}"`),
  'evidence-added': (body) => body.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'ab'.repeat(32)}"`),
  'attendance-marked': (body) => body.replace('"excused"', '"present"').replace('"present"', '"absent"'),
};

const changing =
  (kind: string) =>
  (fact: Fact): string => {
    if (fact.kind !== kind) return fact.body;
    const body = changes[kind]?.(fact.body) ?? '';
    if (body === fact.body || body === '') throw new Error(`${kind} was not changed: ${fact.body.slice(0, 200)}`);
    return body;
  };

describe.each(Object.keys(changes))('the book: %s changed', (kind) => {
  it('[VF11] its body only: the device’s signature no longer fits', async () => {
    const { book } = await bookOf(played);
    const extract = withRun(truth.extract, await rewritten(book, runWith(truth.extract, kind), changing(kind)));
    expect(await judge(paper({ extract: JSON.stringify(extract) }))).toContain('Proof extract:');
  });

  it('[VF11] chained again and signed with another key', async () => {
    const { book } = await bookOf(played);
    const { sign } = openDevice(newDeviceSecret());
    const run = await rewritten(book, runWith(truth.extract, kind), changing(kind), { by: sign });
    expect(await judge(paper({ extract: JSON.stringify(withRun(truth.extract, run)) }))).toContain('Proof extract:');
  });

  it('[VF11] the feed given to a key of the forger’s from its first entry on', async () => {
    const { book } = await bookOf(played);
    const device = openDevice(newDeviceSecret());
    const run = await rewritten(book, runWith(truth.extract, kind), changing(kind), {
      key: toBase64(device.key),
      by: device.sign,
    });
    const extract = withRun(truth.extract, run);
    const minutes = (await understood(extract))?.minutes ?? truth.minutes;
    expect(await judge(paper({ minutes, extract: JSON.stringify(extract) }))).not.toBe('');
  });
});

describe('whoever holds the recording device', () => {
  // The strongest single hand: it has the true key of the recording feed, but not those of the other members' devices.
  // It changes the roll call, chains and signs the feed again, and makes written minutes and cut agree with it.
  it('[VF12] cannot rewrite the roll call: what the members saw, and what they approved, is another recording', async () => {
    const { book, held } = await bookOf(played);
    const recording = [...held.values()].find(({ role }) => role === 'recording');
    if (recording === undefined) throw new Error('not recording here');
    const run = runWith(truth.extract, 'attendance-marked');
    const fixes: Record<string, (body: string) => string> = {
      'attendance-marked': (body) => body.replace('"presence":"excused"', '"presence":"present"'),
    };
    const again = async (): Promise<Extract> =>
      withRun(
        truth.extract,
        await rewritten(book, run, ({ kind, body }) => fixes[kind]?.(body) ?? body, { by: recording.device.sign }),
      );
    const first = await understood(await again());
    if (first === undefined) throw new Error('the forged recording does not read');
    const written = writtenHash(nodeSha256, first.minutes);
    fixes['minutes-written'] = (body) => body.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${written}"`);
    const second = await understood(await again());
    if (second === undefined) throw new Error('the forged minutes do not read');
    const content = contentHash(nodeSha256, second.minutes);
    fixes['minutes-cut'] = (body) => body.replace(/"content":"[0-9a-f]{64}"/, `"content":"${content}"`);
    const extract = await again();
    const last = await understood(extract);
    if (last === undefined) throw new Error('the forged cut does not read');
    expect(JSON.stringify(last.minutes)).not.toBe(JSON.stringify(truth.minutes));
    // Signed with the true certificates even: secretary and chair lend their hands.
    const what = await judge(paper({ minutes: last.minutes, extract: JSON.stringify(extract) }), played.authority);
    expect(what).toContain('seen-elsewhere');
  });
});

describe('a wholly new book', () => {
  it('[VF13] by people with the same names under an unknown root: no path, and it does not hold', async () => {
    const report = await proof.check(another.pdf, played.authority.root);
    expect(report.holds).toBe(false);
    expect(broken(report)).toMatch(/ThuKy: .*no path to a given root/u);
  });

  /*
   * The limit, said plainly: somebody who writes a whole book with keys of their own, in the members' names, and signs
   * it with certificates in the signers' names under a root that the reader trusts, gets a file that holds. Device keys
   * are bound to people by the meeting, not by a certificate, so a file alone proves that it agrees with ITS book, and
   * who signed. What gives the forgery away lies outside the file: the agency's own book has another id, and that id
   * stands small at the foot of every page and in the embedded content.
   */
  it('[VF13] under a trusted root it holds as what it is: minutes of another book, whose mark is on every page', async () => {
    const report = await proof.check(another.pdf, another.authority.root);
    expect(report.holds).toBe(true);
    const other = await truthOf(another);
    expect(other.minutes.mark).not.toBe(truth.minutes.mark);
    expect(other.extract.book.startsWith(other.minutes.mark)).toBe(true);
  });
});
