// How many fsyncs a draft mark costs in the whole host, seen from outside by a system-call tracer; also the traced child.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkTo, must } from '../../electron/command/played-table.ts';
import { openRound } from '../../electron/host/rounds.ts';
import { findOnPath } from '../helpers/find-chromium.ts';
import { hostIn } from './host-in.ts';
import { declareAll, openMeeting } from './played-book.ts';

const DRAFTS = 10;
const SMALL = { members: 5, platforms: 1, rounds: 1, criteria: 10 };

async function saveDrafts(folder: string): Promise<void> {
  const headless = await hostIn(path.join(folder, 'traced'));
  const live = await openMeeting(headless, SMALL);
  const { around } = headless.host.desk;
  await declareAll(around, live);
  const { poll } = must(await openRound(around, live, Object.keys(live.state.platforms)[0] ?? ''), 'round');
  const desk = linkTo(headless);
  must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk');
  const marks = openSync(path.join(folder, 'marks'), 'w');
  writeSync(marks, '<drafts>');
  for (let at = 0; at < DRAFTS; at++) {
    const item = { mark: 'met' as const, remark: `lần ${at}` };
    must(await desk.call('draft.save', { book: live.id, poll, criterion: '1.1', item }), 'draft');
  }
  writeSync(marks, '</drafts>');
  closeSync(marks);
  await headless.close();
}

/** Fsyncs a draft, on the mean; undefined where there is no strace. Throws where a draft cost none at all. */
export function draftSyncs(folder: string): number | undefined {
  const strace = findOnPath('strace');
  if (strace === undefined) return undefined;
  const out = path.join(folder, 'trace');
  const child = fileURLToPath(import.meta.url);
  execFileSync(strace, ['-f', '-e', 'trace=fsync,fdatasync,write', '-o', out, process.execPath, child, folder]);
  const inside = readFileSync(out, 'utf8').split('<drafts>')[1]?.split('</drafts>')[0] ?? '';
  // A call interrupted by another thread's is printed twice; its end is `resumed`.
  const syncs = inside.split('\n').filter((line) => /\b(fsync|fdatasync)\(/.test(line) && !line.includes('resumed'));
  if (syncs.length < DRAFTS) throw new Error(`${DRAFTS} drafts, ${syncs.length} fsyncs`);
  return syncs.length / DRAFTS;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await saveDrafts(process.argv[2] ?? '');
