// Looks for planted words wherever they could have gone: texts, files byte by byte, and the rows of every table.
import { cpSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tempFolder } from '../helpers/temp-folder.ts';

/** The digits of base64 that no neighbouring byte has a part in, for each of the three places a text may begin at. */
const inBase64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return [core, core.replaceAll('-', '+').replaceAll('_', '/')];
  });

/** How bytes may stand in a file or a text: as they are, as UTF-16, in hex, in base64. */
export function formsOf(secret: string | Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(secret);
  const forms = [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('hex').toUpperCase())];
  if (typeof secret === 'string')
    forms.push(
      Buffer.from(secret, 'utf16le'),
      Buffer.from(JSON.stringify(secret).slice(1, -1)),
      Buffer.from(secret.normalize('NFD')),
    );
  return [...forms, ...inBase64(bytes).map((text) => Buffer.from(text))];
}

export type Secrets = ReadonlyMap<string, string | Uint8Array>;
/** Forms of secrets that were looked for before: many texts are searched for the same ones. */
const known = new WeakMap<Secrets, readonly (readonly [string, readonly Buffer[]])[]>();

/** Which of the named secrets stand in these bytes. */
export function tracesIn(bytes: Uint8Array | string, secrets: Secrets): string[] {
  const forms = known.get(secrets) ?? [...secrets].map(([name, secret]) => [name, formsOf(secret)] as const);
  known.set(secrets, forms);
  const where = Buffer.from(bytes);
  return forms.flatMap(([name, each]) => (each.some((form) => where.includes(form)) ? [name] : []));
}

/** @param but a folder in it that is left out */
export function filesIn(folder: string, but?: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => but === undefined || !name.startsWith(but))
      .map((name) => join(folder, name))
      // What is a link, or gone since it was listed, holds nothing.
      .filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true)
  );
}

/** `file name: secret` for every file of a folder that holds one, the write-ahead files too. */
export const tracesInFiles = (folder: string, secrets: Secrets, but?: string): string[] =>
  filesIn(folder, but).flatMap((file) =>
    tracesIn(readFileSync(file), secrets).map((name) => `${file.slice(folder.length + 1)}: ${name}`),
  );

/** `table: secret` for every row of every table that holds one, read from a copy. */
export function tracesInTables(folder: string, secrets: Secrets, but?: string): string[] {
  const copy = tempFolder('copy');
  const left = but === undefined ? undefined : join(folder, but);
  cpSync(folder, copy, { recursive: true, filter: (file) => left === undefined || !file.startsWith(left) });
  const found = new Set<string>();
  for (const file of filesIn(copy).filter((name) => name.endsWith('.db'))) {
    const db = new DatabaseSync(file);
    for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()) {
      for (const row of db.prepare(`SELECT * FROM ${name}`).all())
        for (const value of Object.values(row))
          if (typeof value === 'string' || value instanceof Uint8Array)
            for (const trace of tracesIn(value, secrets)) found.add(`${name}: ${trace}`);
    }
    db.close();
  }
  return [...found].sort();
}
