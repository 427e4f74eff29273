// The worker that renders: the caller's thread stays free, a job can be cancelled, and a dead worker is replaced.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type MinutesRenderer,
  openMinutesRenderer,
  type RendererOptions,
} from '../../../electron/minutes/minutes-renderer.ts';
import { sampleMinutes } from './layout-sample.ts';
import { date, fonts, inputOf, printed } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const worker = new URL('../../../electron/minutes/minutes-worker.ts', import.meta.url);
const small = inputOf(sampleMinutes({ members: 3, criteria: 2 }));
const large = inputOf(sampleMinutes({ members: 15, criteria: 120 }));
const stamp = {
  width: 196,
  height: 66,
  title: 'Ký số bởi',
  name: 'Trần Quốc Khánh',
  unit: '',
  time: '…',
  serial: '1',
  rehearsal: false,
  date,
};

const toClose: (() => unknown)[] = [];
const open = (options: Partial<RendererOptions> = {}): MinutesRenderer => {
  const renderer = openMinutesRenderer({ worker, fonts, ...options });
  toClose.push(renderer.close);
  return renderer;
};
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** A worker with another program, to see what the renderer makes of its behaviour. */
function otherWorker(program: string): URL {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoidong-worker-'));
  toClose.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'worker.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  return pathToFileURL(file);
}

describe('renderer', () => {
  it('[MP11] gives the bytes that the same code gives here, and refusals as values', async () => {
    const renderer = open();
    const [minutes, mark, refused] = await Promise.all([
      renderer.render(small),
      renderer.stamp(stamp),
      renderer.render({ ...small, minutes: { ...small.minutes, subject: '✓' } }),
    ]);
    if (!minutes.ok || !mark.ok) throw new Error('refused');
    const here = await printed(small.minutes);
    expect(Buffer.from(minutes.value.pdf).equals(here.pdf)).toBe(true);
    expect(minutes.value.boxes).toEqual(here.boxes);
    expect(Buffer.from(mark.value.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'glyph-missing' } });
  });

  it('[MP11] the layout never holds the event loop of the caller', async () => {
    const renderer = open();
    await renderer.render(small);
    let [last, longest] = [performance.now(), 0];
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    await renderer.render(large);
    const took = performance.now() - began;
    clearInterval(timer);
    expect(longest).toBeLessThan(took / 2);
  });

  it('[MP11] a running job is cancelled, those that wait are done', async () => {
    const renderer = open();
    const cancel = new AbortController();
    const running = renderer.render(large, { signal: cancel.signal });
    const waiting = renderer.render(small);
    setTimeout(() => cancel.abort(), 50);
    expect(await running).toEqual({ ok: false, refusal: { code: 'render-cancelled', params: {} } });
    expect((await waiting).ok).toBe(true);
  });

  it('[MP11] a waiting job is cancelled without harm to the running one', async () => {
    const renderer = open();
    const cancel = new AbortController();
    const running = renderer.render(small);
    const waiting = renderer.render(large, { signal: cancel.signal });
    cancel.abort();
    expect(await waiting).toMatchObject({ ok: false, refusal: { code: 'render-cancelled' } });
    expect((await running).ok).toBe(true);
    expect(await renderer.render(small, { signal: cancel.signal })).toMatchObject({
      ok: false,
      refusal: { code: 'render-cancelled' },
    });
  });

  it('[MP11] a worker that dies refuses its job and the next one gets a new worker', async () => {
    // Dies at the first job of its life, each time: every call must come back, none may hang.
    const renderer = open({ worker: otherWorker(`parentPort.on('message', () => process.exit(3));`) });
    const stopped = { ok: false, refusal: { code: 'renderer-stopped', params: {} } };
    expect(await Promise.all([renderer.render(small), renderer.render(small)])).toEqual([stopped, stopped]);
    expect(await renderer.stamp(stamp)).toEqual(stopped);
  });

  it('[MP11] a worker that throws outside of a job is an outage as well', async () => {
    const renderer = open({
      worker: otherWorker(`parentPort.on('message', () => setTimeout(() => { throw new Error('lost'); }, 1));`),
    });
    expect(await renderer.render(small)).toMatchObject({ ok: false, refusal: { code: 'renderer-stopped' } });
  });

  it('[MP11] a file that is no worker is an outage, not a crash', async () => {
    const renderer = open({ worker: new URL('file:///nowhere/worker.js') });
    expect(await renderer.render(small)).toMatchObject({ ok: false, refusal: { code: 'renderer-stopped' } });
  });

  it('[MP11] a job that takes too long is ended and says so', async () => {
    const renderer = open({ timeLimit: 1000, worker: otherWorker(`parentPort.on('message', () => { for (;;); });`) });
    expect(await renderer.render(small)).toEqual({
      ok: false,
      refusal: { code: 'render-timeout', params: { seconds: 1 } },
    });
  });

  it('[MP11] a fault in the worker rejects, and the worker goes on', async () => {
    const renderer = open();
    await expect(renderer.stamp({ ...stamp, width: 1 })).rejects.toThrow('no room');
    expect((await renderer.stamp(stamp)).ok).toBe(true);
  });

  it('[MP11] after closing everything is refused', async () => {
    const renderer = open();
    const running = renderer.render(large);
    const waiting = renderer.render(small);
    await renderer.close();
    for (const one of [running, waiting, renderer.render(small)])
      expect(await one).toMatchObject({ ok: false, refusal: { code: 'renderer-stopped' } });
  });
});
