// Behaves like the Electron binary: `electron [--inspect=0] [--remote-debugging-port=0] <app folder>` runs that app.
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const isDriven = args.some((each) => each.startsWith('--inspect'));
if (isDriven) inspector.open(0, '127.0.0.1');
process.env['STANDIN_APP'] = path.resolve(args.find((each) => !each.startsWith('-')) ?? '.');

const module = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: module, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
});

const { app } = await import('./app.ts');
const { appPath, manifest } = await import('./place.ts');
const { startChromium } = await import('./chromium.ts');
const { endAll, hasBrowser, isEnding, unlockProfile } = await import('./started.ts');
const { takeDownloads } = await import('./downloads.ts');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
process.on('uncaughtException', (error) => {
  console.error(error);
  app.exit(1);
});

// Playwright holds `ready` back until it listens; real Electron is given a loader for that.
const held = Promise.withResolvers<void>();
Object.assign(globalThis, { __playwright_run: () => held.resolve() });
if (!isDriven) held.resolve();

Object.assign(process.versions, { electron: '45.4.1-on-chromium' });
await import(pathToFileURL(path.join(appPath, manifest.main)).href);
if (!isEnding()) {
  const profile = path.join(app.getPath('sessionData'), 'Chromium');
  unlockProfile(profile);
  const started = await startChromium(profile, process.env['STANDIN_HEADED'] !== '1');
  started.child.once('exit', () => void endAll(1));
  const { product } = await started.cdp.root.send('Browser.getVersion');
  Object.assign(process.versions, { chrome: product.split('/')[1] ?? '' });
  hasBrowser(started);
  await takeDownloads();
  process.stderr.write(`DevTools listening on ${started.endpoint}\n`);
  await held.promise;
  app.becomeReady();
}
