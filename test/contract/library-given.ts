// A small set of an agency's own, files brought to the library and taken from it, and somebody who can sign.

import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { makeThrowAwayCertificates } from '../../electron/signing/throw-away-certificates.ts';
import type { Hash } from '../../shared/base/ids.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { ExportFormat } from '../../shared/contract/criteria-library.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { draftOfSet, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { formOf, granted, type Room, SET } from './host-room.ts';

/** The criteria of the room's own set, so that its sheets fit; not a sample, and no threshold left open. */
export const OWN: CriteriaSet = {
  ...SET,
  id: 'cuc-a',
  version: '1.0',
  sample: false,
  name: { vi: 'Bộ tiêu chí của Cục A', en: 'Criteria of Department A' },
};
export const DRAFT: SetDraft = draftOfSet(OWN);
export const DECISION = { number: '15/QĐ-CA', date: '2026-11-20', body: 'Cục A' };
export const UNSOUND: SetDraft = { ...DRAFT, groups: [], name: { vi: '', en: '' } };

export const upload = async ({ headless }: Room, bytes: Uint8Array | string): Promise<Hash> => {
  const source = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { sha256 } = granted(await headless.store.putBlob([source], { maxBytes: 2 ** 26, loose: new Date() }));
  return sha256 as Hash;
};

export async function fileAt({ headless }: Room, url: string): Promise<Uint8Array> {
  const sha256 = /^\/blob\/([0-9a-f]{64})\?ticket=/.exec(url)?.[1] ?? '';
  const { stream } = granted(await headless.store.openBlob(sha256));
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

export const saved = async (desk: Client, draft: SetDraft = DRAFT): Promise<string> =>
  granted(await desk.call('library.save', { draft })).key;
export const inForce = async (desk: Client, draft: SetDraft = DRAFT, promulgation = DECISION) => {
  const key = await saved(desk, draft);
  return granted(await desk.call('library.promulgate', { key, promulgation }));
};
export const rowOf = async (desk: Client, key: string) =>
  granted(await desk.call('library.list', {})).rows.find((row) => row.key === key);
export const own = async (desk: Client) =>
  granted(await desk.call('library.list', {})).rows.filter(({ state }) => state !== 'shipped');

export async function exportOf(at: Room, desk: Client, key: string, format: ExportFormat) {
  const written = granted(await desk.call('library.export', { key, format }));
  return { ...written, bytes: await fileAt(at, written.url) };
}

export const readBytes = async (at: Room, desk: Client, name: string, bytes: Uint8Array | string, roots?: string) =>
  granted(
    await desk.call('library.read-file', {
      ...{ sha256: await upload(at, bytes), name },
      ...(roots === undefined ? {} : { roots }),
    }),
  );

/** Good from the day before the room's own clock. */
export async function signerNamed(
  name: string,
  key: 'p256' | 'rsa3072' = 'p256',
  at = new Date('2026-11-22T00:00:00Z'),
) {
  const person = { name, organisation: 'Cục A', key };
  const made = await makeThrowAwayCertificates([person], { at, random: nodeCiphers.random });
  const [signer] = made.signers;
  if (signer === undefined) throw new Error('nobody can sign');
  const pkcs12 = Buffer.from(signer.pkcs12).toString('base64url');
  return { pkcs12, password: signer.password, rootPem: made.rootPem };
}

export const sessionOn = (sha256: string, more: Partial<SessionForm> = {}): SessionForm =>
  formOf({ criteria: sha256 as Hash, kind: 'session', ...more });
