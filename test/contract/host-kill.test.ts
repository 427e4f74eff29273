// The host killed at any moment while it is worked: nothing it acknowledged is lost, and the meeting goes on.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../helpers/seed.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { faultsIn, killRounds } from './host-kill.ts';
import { inRound, pageCast } from './host-meeting.ts';
import { room } from './host-room.ts';

test('[K1] what a killed host acknowledged is there: chains, signatures, drafts, keys of every ballot; the meeting goes on', async () => {
  const folder = join(tempFolder('kill'), 'data');
  mkdirSync(folder);
  const { acknowledged, faults, sheets } = await killRounds(folder, 8, seeded('host kill'));
  console.log(`${acknowledged} acknowledgements over 8 kills`);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(20);
  expect(sheets).toBe(5);
}, 180_000);

test('[K1] the comparison finds what is not there', async () => {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  const kept = await pageCast(meeting, 3, poll);
  const entry = 'ab'.repeat(32);
  const task = { folder: at.folder, book: meeting.book, poll, seats: meeting.seats, pages: [], from: 0 };
  const lines = [
    `cast 3 ${kept.entry} ${kept.commit} 00`,
    `cast 3 ${kept.entry} ${entry} 00`,
    `cast 1 ${kept.entry}`,
    `cast 3 ${entry} ${entry} 00`,
    `reopen 3 ${kept.entry}`,
    'draft p1 7',
  ];
  const faults = await faultsIn(at.headless.store, task, lines);
  expect(faults.map((fault) => fault.split(' ').slice(0, 2).join(' '))).toEqual([
    'changed: cast',
    'lost: cast',
    'lost: cast',
    'lost: reopen',
    'lost: draft',
  ]);
  expect(await faultsIn(at.headless.store, task, lines.slice(0, 1))).toEqual([]);
});
