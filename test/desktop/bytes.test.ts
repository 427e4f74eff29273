// Files in the window: read in stretches with a ticket, brought in, and saved where a person says.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { eventually } from './eventually.ts';
import { onDesktop, onStandIn } from './launch.ts';
import { beginRehearsal, sessionOf } from './rehearse.ts';
import { clientOver, deskOver, granted, openStage, type Stage } from './stage.ts';

const SIZE = 5_000_000;

onDesktop('files in the window', () => {
  const data = makeFolder('bytes');
  let stage: Stage;
  let page: Page;
  let desk: Client;
  let book: string;
  let sha256: string;
  beforeAll(async () => {
    stage = await openStage(data);
    ({ page } = stage);
    desk = await deskOver(page);
    const begun = await beginRehearsal(desk);
    ({ book } = begun);
    const { platforms } = await sessionOf(begun);
    sha256 = platforms[0]?.evidence[0]?.sha256 ?? '';
  });
  afterAll(async () => {
    await stage.close();
    removeFolder(data);
  });

  const addressOf = async (): Promise<string> => granted(await desk.call('blob.open', { book, sha256 })).url;
  /** Status, bytes and the headers that say which. */
  const get = async (url: string, range?: string) =>
    await page.evaluate(
      async ([at, part]) => {
        const answer = await fetch(at, part === undefined ? {} : { headers: { range: part } });
        const bytes = Array.from(new Uint8Array(await answer.arrayBuffer()));
        return {
          status: answer.status,
          bytes,
          range: answer.headers.get('content-range'),
          policy: answer.headers.get('content-security-policy'),
        };
      },
      [url, range] as const,
    );

  test('[SH14] a file is read whole and in stretches over the own scheme', async () => {
    const url = await addressOf();
    const whole = await get(url);
    expect(whole.status).toBe(200);
    expect(createHash('sha256').update(Buffer.from(whole.bytes)).digest('hex')).toBe(sha256);
    expect(whole.policy).toContain('sandbox');
    const part = await get(url, 'bytes=3-9');
    expect(part).toMatchObject({
      status: 206,
      range: `bytes 3-9/${whole.bytes.length}`,
      bytes: whole.bytes.slice(3, 10),
    });
    expect((await get(url, `bytes=${whole.bytes.length}-`)).status).toBe(416);
  });

  test('[SH14] a wrong ticket, another file’s, none, or one of a link that has ended opens nothing', async () => {
    const url = await addressOf();
    const [path = '', ticket = ''] = url.split('?ticket=');
    expect((await get(`${path}?ticket=${ticket.slice(0, -2)}AA`)).status).toBe(403);
    expect((await get(path)).status).toBe(403);
    expect((await get(`/blob/${'ab'.repeat(32)}?ticket=${ticket}`)).status).toBe(403);
    const token = await page.evaluate(() => sessionStorage.getItem('hoidong.desk') ?? '');
    const other = await clientOver(page);
    granted(await other.call('desk.enter', { token }));
    const theirs = granted(await other.call('blob.open', { book, sha256 })).url;
    expect((await get(theirs)).status).toBe(200);
    other.close();
    await eventually(async () => (await get(theirs)).status).toBe(403);
  });

  test('[SH14] a file of megabytes is brought in once, by its ticket only', async () => {
    const { url } = granted(await desk.call('upload.open', { size: SIZE }));
    const put = async (at: string) =>
      await page.evaluate(
        async ([to, size]) => {
          const file = new File([new Uint8Array(size).map((_, index) => index % 251)], 'minh chứng.pdf', {
            type: 'application/pdf',
          });
          const answer = await fetch(to, { method: 'PUT', body: file });
          return { status: answer.status, told: await answer.text() };
        },
        [at, SIZE] as const,
      );
    const expected = createHash('sha256')
      .update(new Uint8Array(SIZE).map((_, index) => index % 251))
      .digest('hex');
    const taken = await put(url);
    expect([taken.status, JSON.parse(taken.told)]).toEqual([200, { sha256: expected, size: SIZE }]);
    expect((await put(url)).status).toBe(403);
    expect((await put('/upload?ticket=none')).status).toBe(403);
  });

  /** Answers the next dialog for saving: with a place, or not at all. */
  const answerDialog = async (path: string): Promise<void> => {
    await stage.app.evaluate(({ session }, to) => {
      session.defaultSession.once('will-download', (_event, item) => {
        const told: string[] = [item.getFilename()];
        Object.assign(globalThis, { download: told });
        item.once('done', (_ended, state) => told.push(state));
        if (to === '') item.cancel();
        else item.setSavePath(to);
      });
    }, path);
  };
  const told = async () => await stage.app.evaluate(() => Reflect.get(globalThis, 'download') as readonly string[]);
  const saveByLink = async (url: string, name: string): Promise<void> =>
    await page.evaluate(
      ([href, download]) => {
        const link = Object.assign(document.createElement('a'), { href, download, textContent: 'save' });
        document.body.append(link);
        link.click();
        link.remove();
      },
      [url, name] as const,
    );

  test('[SH15] a file is saved whole where the person says, under a name that every system takes', async () => {
    const place = join(makeFolder('saved'), 'tài liệu.pdf');
    await answerDialog(place);
    await saveByLink(await addressOf(), 'tai-lieu.pdf');
    await eventually(async () => (await told()).at(-1)).toBe('completed');
    expect(createHash('sha256').update(readFileSync(place)).digest('hex')).toBe(sha256);
    removeFolder(join(place, '..'));
  });

  onStandIn(() => {
    test('[SH15] a saving that is broken off leaves no part behind', async () => {
      const folder = makeFolder('saved');
      await stage.app.evaluate(
        ({ session }, to) => {
          session.defaultSession.once('will-download', (_event, item) => {
            const seenSoFar: string[] = [];
            Object.assign(globalThis, { download: seenSoFar });
            item.setSavePath(to);
            item.once('updated', () => item.cancel());
            item.once('done', (_ended, state) => seenSoFar.push(state));
          });
        },
        join(folder, 'tài liệu.pdf'),
      );
      await saveByLink(await addressOf(), 'tai-lieu.pdf');
      await eventually(async () => (await told()).at(-1)).toBe('cancelled');
      await eventually(() => readdirSync(folder)).toEqual([]);
      removeFolder(folder);
    });
  });

  test('[SH15] a dialog that is cancelled saves nothing, and the page goes on', async () => {
    const folder = makeFolder('saved');
    await answerDialog('');
    await saveByLink(await addressOf(), 'tai-lieu.pdf');
    await eventually(async () => (await told()).at(-1)).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, 'tai-lieu.pdf'))).toBe(false);
    expect((await get(await addressOf())).status).toBe(200);
    removeFolder(folder);
  });
});
