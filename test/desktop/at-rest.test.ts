// What lies on the disk: covered under a key that the system keeps, or an honest word that it is not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { onDesktop, onStandIn } from './launch.ts';
import { beginRehearsal, openRound } from './rehearse.ts';
import { deskOver, granted, openStage, seen } from './stage.ts';

/** ASCII, so that it is found in UTF-8 and UTF-16 alike. */
const SECRET = { remark: 'zqremarkqz-4711', prose: 'zqproseqz-4712', form: 'zqformqz-4713' } as const;

/** Which secrets any file of the folder holds in clear. */
function foundIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const isIn = (text: string): boolean =>
    texts.some((bytes) => bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le')));
  return Object.values(SECRET).filter(isIn);
}

/** A draft with a remark, prose, a form half filled in; gives what the window says of this machine. */
async function writeSecrets(page: Page) {
  const desk = await deskOver(page);
  const begun = await beginRehearsal(desk);
  const { book, codes } = begun;
  const { poll } = await openRound(begun);
  const item = { mark: 'met' as const, remark: SECRET.remark };
  granted(await desk.call('draft.save', { book, poll, criterion: codes[0] ?? '', item }));
  const { prose } = await seen(desk, 'minutes', { book });
  granted(await desk.call('prose.save', { book, prose: { ...prose, discussion: SECRET.prose } }));
  return await seen(desk, 'shell', {});
}

onDesktop('at rest', () => {
  onStandIn(() => {
    test.each([
      ['gnome_libsecret', undefined],
      ['none', 'no-key-store'],
      ['basic_text', 'weak-key-store'],
    ])('[SH10] with the key store %s drafts and texts are covered, or it is said why not', async (keyring, why) => {
      const data = makeFolder('rest');
      onTestFinished(() => removeFolder(data));
      const stage = await openStage(data, { STANDIN_KEYRING: keyring });
      onTestFinished(stage.close);
      const shell = await writeSecrets(stage.page);
      await stage.close();
      expect(shell.covered).toBe(why === undefined);
      expect(shell.worries.map(({ code, params }) => [code, params['keystore']])).toEqual(
        why === undefined ? [] : [['data-not-covered', why]],
      );
      // Where it is not covered it lies there in clear: else this would look in the wrong place.
      expect(foundIn(data)).toEqual(why === undefined ? [] : [SECRET.remark, SECRET.prose]);
      expect(stage.printed()).not.toMatch(/zq\w+qz/);
    });
  });
});
