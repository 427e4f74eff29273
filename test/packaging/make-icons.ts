// Draws assets/build/icon.svg in Chromium and writes the icons that the packer takes: `node test/packaging/make-icons.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/steps.ts';
import { icnsOf, icoOf, type Picture } from './icon-files.ts';

const folder = path.join(root, 'assets/build');
const svg = readFileSync(path.join(folder, 'icon.svg')).toString('base64');
const browser = await openBrowser();
const page = await browser.newPage();
const draw = async (side: number): Promise<Picture> => {
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;width:${side}px;height:${side}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate(async (image: HTMLImageElement) => await image.decode());
  return { side, png: await page.screenshot({ omitBackground: true }) };
};
const pictures: Picture[] = [];
for (const side of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pictures.push(await draw(side));
await browser.close();
const of = (...sides: readonly number[]): Picture[] => pictures.filter(({ side }) => sides.includes(side));
writeFileSync(path.join(folder, 'icon.png'), of(512)[0]?.png ?? '');
writeFileSync(path.join(folder, 'icon.ico'), icoOf(of(16, 24, 32, 48, 64, 128, 256)));
writeFileSync(path.join(folder, 'icon.icns'), icnsOf(of(32, 64, 128, 256, 512, 1024)));
console.log(`icon.png, icon.ico, icon.icns in ${folder}`);
