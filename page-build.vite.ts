// How pages are bundled, the product's and the gallery's alike.
import type { BuildEnvironmentOptions } from 'vite';

export const pageBuild: BuildEnvironmentOptions = {
  target: 'chrome146',
  modulePreload: false,
  assetsInlineLimit: 0,
  // zod runs with the word never to compile before the first schema of any chunk is made.
  rolldownOptions: {
    output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|state\/jitless/ }] } },
  },
};
