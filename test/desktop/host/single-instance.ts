// One instance of a data folder: a second one hands over its arguments through a socket and leaves.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

type Handed = { readonly argv: string[]; readonly cwd: string };
export type Lock = { readonly release: () => void };

const isAlive = (pidFile: string): boolean => {
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
  } catch {
    return false;
  }
};

/** A folder is an atomic lock; one whose owner has gone is taken over. Undefined where another instance lives. */
export function takeLock(userData: string, onSecond: (handed: Handed) => void): Lock | undefined {
  const key = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `standin-${key}`);
  const [pidFile, socketFile] = [join(folder, 'pid'), join(folder, 's')];
  try {
    mkdirSync(folder);
  } catch {
    if (isAlive(pidFile)) {
      const handed: Handed = { argv: process.argv, cwd: process.cwd() };
      connect(socketFile)
        .on('error', () => {})
        .end(JSON.stringify(handed));
      return undefined;
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  writeFileSync(pidFile, String(process.pid));
  const server = createServer((socket) => {
    text(socket).then(
      (told) => onSecond(JSON.parse(told) as Handed),
      () => {},
    );
  });
  server.listen(socketFile).unref();
  const release = (): void => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { release };
}
