// A rehearsal inside the built window: pages laid out and signed by the bundles, every screen on the way without a complaint.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHASES } from '../../shared/contract/phases.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { toolOrSkip } from '../helpers/tools.ts';
import { onDesktop } from './launch.ts';
import { beginRehearsal, openRound, signedMinutes } from './rehearse.ts';
import { deskOver, granted, tempStage } from './stage.ts';

const run = promisify(execFile);
const command = resolve(import.meta.dirname, '../../electron/hoidong.mjs');
const MINUTE = 60_000;

/** Goes there by its address and waits until the screen stands. */
async function visit(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await page.locator('#main').getByRole('heading').first().waitFor({ timeout: PATIENCE });
  await page.waitForLoadState('networkidle');
}

onDesktop('minutes in the window', () => {
  test('[SH12] [SH13] the built window lays out and signs minutes that others verify, and no screen on the way breaks the policy', {
    timeout: 5 * MINUTE,
  }, async (context) => {
    const pdfsig = toolOrSkip(context, 'pdfsig');
    const { page, faults } = await tempStage();
    const desk = await deskOver(page);
    for (const place of ['#/', '#/new', '#/check', '#/settings', '#join']) await visit(page, place);
    const begun = await beginRehearsal(desk);
    await visit(page, `#/session/${begun.book}`);
    const round = await openRound(begun);
    await visit(page, `#/session/${begun.book}/score`);
    // A PDF of the evidence is drawn by its worker, in the page.
    const sha256 = await signedMinutes(begun, { ...round, codes: begun.codes });
    for (const phase of [...PHASES, 'log']) await visit(page, `#/session/${begun.book}/${phase}`);
    const { url } = granted(await desk.call('blob.open', { book: begun.book, sha256 }));
    const bytes = await page.evaluate(
      async (at) => Array.from(new Uint8Array(await (await fetch(at)).arrayBuffer())),
      url,
    );
    expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex')).toBe(sha256);
    const file = join(tempFolder('signed'), 'bien-ban.pdf');
    writeFileSync(file, Buffer.from(bytes));

    const told = await run(pdfsig, ['-nocert', file]);
    expect(told.stdout.match(/Signature is Valid/g)).toHaveLength(2);
    const verified = await run(process.execPath, [command, 'verify', file, '--json']).catch(
      (error: unknown) => error as { readonly stdout: string },
    );
    const report = JSON.parse(verified.stdout) as { readonly kind: string; readonly rehearsal: boolean };
    expect(report).toMatchObject({ kind: 'minutes', rehearsal: true });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect(faults).toEqual([]);
  });
});
