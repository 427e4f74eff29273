// Reads damaged files one after the other and says of each whether the answer was one that may be given.

import { isDeepStrictEqual } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { type CriteriaFile, readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { readEvidenceList } from '../../../electron/imports/read-evidence-list.ts';
import { checkSet } from '../../../shared/criteria/check-set.ts';
import { type CriteriaSet, criteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { readSet } from '../../../shared/criteria/read-set.ts';
import { treeOfSet } from '../../../shared/criteria/write-set.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import type { FuzzJob, FuzzReply } from './fuzz-imports.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get in
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const badText = (text: string): boolean =>
  !text.isWellFormed() || text.normalize('NFC') !== text || FORBIDDEN.test(text);

function wrongWithSet(set: CriteriaSet): readonly string[] {
  const errors = checkSet(set).filter(({ severity }) => severity === 'error');
  const again = readSet(treeOfSet(set));
  return [
    ...(criteriaSet.safeParse(set).success ? [] : ['the schema refuses the set']),
    ...errors.map(({ code }) => `checkSet: ${code}`),
    ...textsIn(set)
      .filter(badText)
      .map((text) => `a text in the set: ${JSON.stringify(text.slice(0, 60))}`),
    ...(isDeepStrictEqual(again.set, set)
      ? []
      : [`written and read again: ${again.problems[0]?.code ?? 'another set'}`]),
  ];
}

function wrongWith(read: CriteriaFile): readonly string[] {
  const findings = read.ok ? read.value.warnings : read.findings;
  const hasError = findings.some(({ severity }) => severity === 'error');
  const said = findings.map((each) => `${wordFinding(each, 'vi')} ${wordFinding(each, 'en')}`);
  return [
    ...(read.ok ? wrongWithSet(read.value.set) : []),
    ...(hasError === read.ok ? ['errors and a set, or neither'] : []),
    ...(findings.some(({ code }) => code === 'set-invalid') ? ['only the schema found it'] : []),
    ...(said.every((text) => text.isWellFormed()) ? [] : ['half a character in a sentence']),
    ...(said.join().length < 400_000 ? [] : ['sentences without end']),
  ];
}

async function judge({ as, name, bytes }: FuzzJob): Promise<Pick<FuzzReply, 'wrong' | 'ended'>> {
  if (as === 'evidence') {
    const list = await readEvidenceList(bytes, name);
    const texts = textsIn(list.rows).filter((text) => !text.isWellFormed() || FORBIDDEN.test(text));
    return {
      ended: list.rows.length > 0 ? 'read' : 'refused',
      wrong: texts.map((text) => `in a row: ${JSON.stringify(text)}`),
    };
  }
  const read = await readAnyCriteriaFile(bytes, { fileName: name });
  return { ended: read.ok ? 'read' : (read.findings[0]?.code ?? 'refused'), wrong: wrongWith(read) };
}

parentPort?.on('message', async (job: FuzzJob) => {
  const before = process.threadCpuUsage();
  let judged: Pick<FuzzReply, 'wrong' | 'ended'>;
  try {
    judged = await judge(job);
  } catch (error) {
    judged = { ended: 'thrown', wrong: [`thrown: ${error instanceof Error ? error.stack : String(error)}`] };
  }
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage({ ...judged, milliseconds: (user + system) / 1_000 } satisfies FuzzReply);
});
