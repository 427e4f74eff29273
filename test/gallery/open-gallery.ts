// Builds the gallery and serves it under the product's own policy, with the files behind its evidence and minutes.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fontsIn, openFaces } from '../../electron/minutes/fonts.ts';
import { renderMinutes } from '../../electron/minutes/render-minutes.ts';
import { PAGE_POLICY } from '../../electron/room/security-headers.ts';
import { FILE_OF, MINUTES_FILES } from './given-evidence.ts';
import { givenContent } from './given-minutes.ts';
import { VIEWER_FILES } from './given-viewer.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2' };
const run = promisify(execFile);
const builder = fileURLToPath(new URL('build-gallery.ts', import.meta.url));
const assets = fileURLToPath(new URL('../../assets/', import.meta.url));

async function minutesPdf(): Promise<Uint8Array> {
  const made = await renderMinutes(
    { minutes: givenContent, attachments: [], date: new Date('2026-11-23T04:50:00.000Z'), version: '0.1.0' },
    openFaces(fontsIn(assets)),
  );
  if (!made.ok) throw new Error(`the given minutes cannot be printed: ${made.refusal.code}`);
  return made.value.pdf;
}

type File = { readonly bytes: Uint8Array; readonly type: string };

async function evidenceFile(sha256: string, minutes: Uint8Array): Promise<File> {
  if (MINUTES_FILES.some((each) => each === sha256)) return { bytes: minutes, type: 'application/pdf' };
  const made = VIEWER_FILES.get(sha256);
  if (made !== undefined) return { bytes: made.bytes(), type: made.mediaType };
  const known = FILE_OF.get(sha256);
  if (known === undefined) throw new Error(`no such file: ${sha256}`);
  const bytes = known.file === '' ? new Uint8Array() : await readFile(path.join(assets, 'evidence', known.file));
  return { bytes, type: known.mediaType };
}

export type Gallery = {
  /** Ends in `gallery.html`. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/**
 * In a process of its own: where tests run, a bundler sees their environment and gives other code than the product's.
 * Rejects with what the bundler said.
 */
async function buildApart(out: string): Promise<void> {
  const { VITEST: _, VITEST_MODE: __, ...env } = process.env;
  await run(process.execPath, [builder, out], { env: { ...env, NODE_ENV: 'production' } });
}

/** Takes some seconds, most of them for the bundle; `close` leaves nothing behind. */
export async function openGallery(): Promise<Gallery> {
  const out = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  const [minutes] = await Promise.all([minutesPdf(), buildApart(out)]);
  const serve = async (pathname: string): Promise<File> => {
    const evidence = /^\/evidence\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    if (evidence !== undefined) return evidenceFile(evidence, minutes);
    const bytes = await readFile(path.join(out, path.normalize(pathname)));
    return { bytes, type: TYPES[path.extname(pathname)] ?? 'text/javascript' };
  };
  const server = createServer((request, response) => {
    serve(new URL(request.url ?? '/', 'http://x').pathname).then(
      ({ bytes, type }) =>
        response
          // A page that is opened a hundred times compiles its scripts once.
          .writeHead(200, {
            'content-type': type,
            'cache-control': 'max-age=3600',
            'content-security-policy': PAGE_POLICY,
          })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/gallery.html`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(out, { recursive: true, force: true });
    },
  };
}
