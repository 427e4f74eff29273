// Keeps the English sentences out of what the page loads first: most pages never show them, and half of the words are theirs.
import type { Plugin } from 'vite';

const APART = /^\.\/(screens|refusals)-en\.ts$/;
const STAND_IN = '\0hoidong-english/';

/**
 * For the client's build: where `shared/lang/say.ts` takes its English tables from, it gets empty ones, which
 * `renderer/state/english.ts` fills from the real files, in a chunk of their own, before English is shown.
 */
export function englishApart(): Plugin {
  return {
    name: 'english-apart',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    resolveId(source, importer) {
      const part = APART.exec(source)?.[1];
      const isSay = importer?.replaceAll('\\', '/').endsWith('/shared/lang/say.ts') === true;
      return part === undefined || !isSay ? null : `${STAND_IN}${part}`;
    },
    load(id) {
      if (!id.startsWith(STAND_IN)) return null;
      return `export const ${id.slice(STAND_IN.length)}En = {};`;
    },
  };
}
