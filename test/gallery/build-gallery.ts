// Bundles the gallery as the product's page is bundled: build-gallery.ts FOLDER
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, mergeConfig, type Plugin } from 'vite';
import { pageBuild } from '../../page-build.vite.ts';
import { pdfAssets } from '../../pdf-assets.vite.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const entry = fileURLToPath(new URL('../../renderer/main.tsx', import.meta.url));
const [out = ''] = process.argv.slice(2);

/** The style sheets of the product in the product's order, so that no list of them stands here too. */
const look: Plugin = {
  name: 'look',
  transformIndexHtml: {
    order: 'pre',
    handler: async () =>
      [...(await readFile(entry, 'utf8')).matchAll(/^import '\.\/(look\/[\w-]+\.css)';$/gm)].map(([, sheet = '']) => ({
        tag: 'link',
        attrs: { rel: 'stylesheet', href: path.relative(root, path.join(path.dirname(entry), sheet)) },
        injectTo: 'head' as const,
      })),
  },
};

await build(
  mergeConfig(
    { build: pageBuild },
    {
      root,
      configFile: false,
      base: './',
      logLevel: 'error',
      plugins: [react(), look, pdfAssets()],
      build: {
        outDir: out,
        emptyOutDir: true,
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: path.join(root, 'gallery.html'),
          // A screen that is being written does not keep the others from being looked at: the compiler is who refuses it.
          shimMissingExports: true,
        },
      },
    },
  ),
);
