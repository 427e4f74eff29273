// The two source texts that go into every new document of a window.
import { makeBridge } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { pageWorld } from './page-world.ts';
import { type PreloadFacts, preloadWorld } from './preload-world.ts';

/** @param preload the CommonJS text of the app's preload, unmodified, and its path for stack traces */
export function injectedSources(
  token: string,
  preload: { readonly text: string; readonly path: string },
  facts: PreloadFacts,
): { readonly page: string; readonly preload: string } {
  const secret = JSON.stringify(token);
  const body = `function (require, module, exports, process) {${preload.text}\n}`;
  return {
    page: `(${pageWorld})(${secret}, ${makeBridge});`,
    preload: `(${preloadWorld})(${secret}, ${makeBridge}, ${makeCodec}, ${body}, ${JSON.stringify(facts)});\n//# sourceURL=${preload.path}`,
  };
}
