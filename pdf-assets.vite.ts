// Puts what pdf.js reads beside itself into the build: character maps, standard fonts, picture decoders.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Folder in the package, and which of its files; decoders without WebAssembly only, since the page's policy bars it. */
const FOLDERS: readonly (readonly [string, RegExp])[] = [
  ['cmaps', /\.bcmap$|^LICENSE/],
  // Not LiberationSans-*.ttf: those are under the GPL. Their places are taken by the machine's own sans-serif.
  ['standard_fonts', /\.pfb$|^LICENSE_FOXIT$/],
  ['wasm', /_nowasm_fallback\.js$|^LICENSE_(PDFJS_)?(JBIG2|OPENJPEG)$/],
];

/** For the client's build: files appear under `pdfjs/` with the names that pdf.js asks for. */
export function pdfAssets(): Plugin {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'pdf-assets',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const [folder, wanted] of FOLDERS)
        for (const file of readdirSync(path.join(home, folder)).filter((each) => wanted.test(each)))
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${file}`,
            source: readFileSync(path.join(home, folder, file)),
          });
    },
  };
}
