// Builds what runs (renderer, main, preload, the workers, the headless host), and tells Vitest what to run.
import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { englishApart } from './english-apart.vite.ts';
import { pageBuild } from './page-build.vite.ts';
import { pdfAssets } from './pdf-assets.vite.ts';
import { SlowestFirst } from './test/helpers/slowest-first.ts';

const node = [/^node:/, ...builtinModules];
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };
/** Vitest would leave one core free, on two half of the machine: but tests wait often, for disks, sockets and pages. */
const cores = Math.max(2, availableParallelism());
/** One group of projects after the other; in a group files run side by side, in the last one alone. */
const GROUPS = [cores + 1, 3, 1] as const;
const nodeProject = (name: string, group: 0 | 1 | 2, more: object = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    environment: 'node' as const,
    sequence: { groupOrder: group },
    maxWorkers: GROUPS[group],
    ...more,
  },
});

/** One file per entry: a worker or a preload cannot load chunks beside it. */
const bundle = (name: string, source: string, format: 'es' | 'cjs', external: (string | RegExp)[]) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: [] },
  build: {
    outDir: `../dist/${name}`,
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [name]: fileURLToPath(new URL(source, import.meta.url)) },
      external,
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js', codeSplitting: false },
    },
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfAssets(), englishApart()],
  build: { reportCompressedSize: false },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments))
        if (environment.name !== 'ssr') await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: { ...pageBuild, outDir: '../dist/renderer', emptyOutDir: true },
    },
    main: bundle('main', 'electron/main.ts', 'es', ['electron', 'better-sqlite3', 'pdfmake', ...node]),
    preload: bundle('preload', 'electron/preload.ts', 'cjs', ['electron']),
    headless: bundle('headless', 'electron/headless.ts', 'es', ['better-sqlite3', 'pdfmake', ...node]),
    storeWorker: bundle('store-worker', 'electron/store/store-worker.ts', 'es', ['better-sqlite3', ...node]),
    minutesWorker: bundle('minutes-worker', 'electron/minutes/minutes-worker.ts', 'es', ['pdfmake', ...node]),
    apartWorker: bundle('apart-worker', 'electron/signing/apart-worker.ts', 'es', node),
    readingWorker: bundle('reading-worker', 'electron/reading/reading-worker.ts', 'es', node),
    indexWorker: bundle('index-worker', 'electron/store/index-worker.ts', 'es', ['better-sqlite3', ...node]),
    importsWorker: bundle('imports-worker', 'electron/imports/imports-worker.ts', 'es', node),
  },
  test: {
    root: '.',
    sequence: { sequencer: SlowestFirst },
    projects: [
      nodeProject('unit', 0),
      nodeProject('contract', 0, { testTimeout: 30_000 }),
      nodeProject('browser', 1, patient),
      nodeProject('desktop', 1, patient),
      // What is timed has the machine for itself.
      nodeProject('speed', 2, patient),
      nodeProject('soak', 2, { ...patient, testTimeout: 3_600_000 }),
    ],
  },
});
