// The built renderer as answers: only files that were in the folder when it was opened, by their exact paths.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Answer, plainAnswer } from './asked.ts';
import { pageHeaders } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};

/** Answers a path as a URL has it, decoded. */
export type Page = (path: string) => Promise<Answer>;

/** Vite puts eight characters of the content's hash into the names under assets/; such a name never changes meaning. */
const HASHED = /^\/assets\/.*-[\w-]{8}\.\w+$/;

/** The path of a request target, decoded once; undefined for what no page of ours asks for. */
export function pathIn(target: string): string | undefined {
  const [path = ''] = target.split('?', 1);
  if (!path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Puts every file below a folder into the list. One level at a time: inside a packed application the recursive reading
 * of Electron's `fs` takes folders for files.
 */
async function listFiles(folder: string, path: string, files: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const at = join(folder, entry.name);
    if (entry.isDirectory()) await listFiles(at, `${path}${entry.name}/`, files);
    else if (entry.isFile()) files.set(`${path}${entry.name}`, at);
  }
}

/**
 * Opens a folder; links in it are not followed. Refuses
 * `renderer-missing` where there is no index.html.
 */
export async function openStaticFiles(folder: string): Promise<Result<Page>> {
  // What is not in this list is not served, so no spelling of a path leads out of the folder.
  const files = new Map<string, string>();
  await listFiles(folder, '/', files);
  const index = files.get('/index.html');
  if (index === undefined) return refuse('renderer-missing');
  files.set('/', index);

  return ok(async (path) => {
    const file = files.get(path);
    if (file === undefined) return plainAnswer(404, 'not found');
    const body = await readFile(file);
    const headers = {
      ...pageHeaders,
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-store',
    };
    return { status: 200, headers, body };
  });
}
