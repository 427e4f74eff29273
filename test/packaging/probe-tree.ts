// Runs the packed application's parts from the folder it was taken out to: `node probe-tree.ts TREE DATA`, one JSON line.
// Alone in its process: everything it loads comes from that folder, the database's binary included.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as HeadlessBundle from '../../electron/headless.ts';
import type { RenderInput } from '../../electron/minutes/render-minutes.ts';
import { sampleAttachments, sampleMinutes } from '../unit/minutes/layout-sample.ts';
import { type Row, rowOf } from './row.ts';

const [tree = '', data = ''] = process.argv.slice(2);
const rows: Row[] = [];
const look = async (what: string, work: () => Promise<string>): Promise<void> => {
  rows.push(
    await work().then(
      (seen) => rowOf(what, [], seen),
      (fault: unknown) => rowOf(what, [fault instanceof Error ? fault.message : String(fault)], ''),
    ),
  );
};
const must = (holds: boolean, says: string): void => {
  if (!holds) throw new Error(says);
};

// Not packed, for nothing in a package could run it: the same bundle as the window's, less the window.
const bundle = pathToFileURL(path.join(tree, 'dist/headless/headless.js')).href;
const { openHeadless, openReader, openRenderer, places, readLibrary, readVersion }: typeof HeadlessBundle =
  await import(bundle);
const silent = { error: () => {}, info: () => {} };
let host: HeadlessBundle.Headless | undefined;

await look('host and database', async () => {
  const opened = await openHeadless({ data, log: silent, door: { port: 0 } });
  must(opened.ok, opened.ok ? '' : opened.refusal.code);
  if (opened.ok) host = opened.value;
  return `version ${await readVersion()}, a store in its worker, a door at ${host?.door?.origin}`;
});
await look('pages', async () => {
  const page = await fetch(`${host?.door?.origin}/`);
  const text = await page.text();
  const wanted = [...text.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  must(page.status === 200 && wanted.length >= 2, `the page answers ${page.status} and names ${wanted.length} files`);
  for (const file of wanted) {
    const { status } = await fetch(`${host?.door?.origin}/${file}`);
    must(status === 200, `${file} answers ${status}`);
  }
  return `the page and ${wanted.length} files that it names`;
});
await look('criteria', async () => {
  const { sets, leftOut } = await readLibrary(path.join(places.assets, 'criteria'));
  must(sets.length >= 2 && leftOut.length === 0, `${sets.length} sets, left out: ${leftOut.map(({ file }) => file)}`);
  return `${sets.length} sets`;
});
await look('minutes and signatures', async () => {
  const renderer = openRenderer();
  const reader = openReader();
  try {
    const date = new Date('2026-02-05T04:52:07Z');
    const input: RenderInput = {
      minutes: sampleMinutes({ members: 5, criteria: 30 }),
      attachments: sampleAttachments,
      date,
      version: await readVersion(),
    };
    const rendered = await renderer.render(input);
    must(rendered.ok, rendered.ok ? '' : rendered.refusal.code);
    if (!rendered.ok) return '';
    const { pdf } = rendered.value;
    const report = await reader.verify(pdf, { roots: [], at: date, strict: false });
    const words = await reader.words(pdf);
    must(words.ok && words.value.flat().join(' ').includes('BIÊN BẢN'), 'its words cannot be read back');
    return `${(pdf.length / 1e3).toFixed(0)} KB of PDF laid out, read back in a worker (${report.signatures.length} signatures)`;
  } finally {
    await renderer.close();
  }
});
await host?.close();
console.log(JSON.stringify(rows));
