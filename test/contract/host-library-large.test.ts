// A pack at its limit: a scanned decision as large as may be goes out with the set and is read within the limits of a file.
import { expect, test } from 'vitest';
import { PACK_LIMITS } from '../../shared/contract/set-pack.ts';
import { codeOf, deskOf, granted, room } from './host-room.ts';
import { DECISION, exportOf, readBytes, saved, upload } from './library-given.ts';

test('[LB19] a decision as large as a pack may carry goes out and comes back; a larger one is refused before', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const key = await saved(desk);
  const promulgate = async (size: number) => {
    const file = { sha256: await upload(at, new Uint8Array(size).fill(7)), name: 'a.tif' };
    return await desk.call('library.promulgate', { key, promulgation: DECISION, file });
  };
  expect(codeOf(await promulgate(PACK_LIMITS.decision + 1))).toBe('decision-file-too-large');
  granted(await promulgate(PACK_LIMITS.decision));
  const { bytes } = await exportOf(at, desk, key, 'pack');
  const there = await room();
  const other = await deskOf(there);
  const report = await readBytes(there, other, 'a.hdset', bytes);
  expect(report.findings.filter(({ code }) => code !== 'threshold-open').map(({ code }) => code)).toEqual([
    'pack-unsigned',
  ]);
  const sha256 = await upload(there, bytes);
  const kept = granted(await other.call('library.accept', { sha256, name: 'a.hdset' }));
  const record = granted(await other.call('library.open', { key: kept.key }));
  expect(record.decisionFile?.size).toBe(PACK_LIMITS.decision);
});
