// The one browser of the stand-in, for whoever waits for it; and the end of everything.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from './chromium.ts';

const promise = Promise.withResolvers<Browser>();
const atEnd: (() => void)[] = [];
let isStopping = false;

export const browser: Promise<Browser> = promise.promise;
export const hasBrowser = promise.resolve;
export const isEnding = (): boolean => isStopping;
/** Runs before the process ends, whatever ends it. */
export const beforeEnd = (run: () => void): void => void atEnd.push(run);

/** How long the browser may take to say goodbye, ms. */
const GOODBYE = 2000;

/** Closes the browser, then the process. */
export async function endAll(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const run of atEnd) run();
  const open = await Promise.race([browser, wait(500, undefined)]);
  if (open) {
    const { child, cdp } = open;
    const left = new Promise<void>((ok) => {
      if (child.exitCode !== null) ok();
      else child.once('exit', () => ok());
    });
    await Promise.race([cdp.root.send('Browser.close').catch(() => {}), wait(GOODBYE)]);
    await Promise.race([left, wait(GOODBYE)]);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
  process.exit(code);
}

/** A browser that was killed leaves a lock in its profile that would keep the next one out. */
export const unlockProfile = (profile: string): void => {
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, name), { force: true });
};
