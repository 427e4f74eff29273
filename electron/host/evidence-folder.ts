// Takes the files of a folder in as evidence: for rehearsals and for a played meeting.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { Store } from '../store/open-store.ts';

export type EvidenceForms = SessionForm['platforms'][number]['evidence'];
type Named = Pick<EvidenceForms[number], 'title' | 'kind'>;

const MOST = 200;
const FILE_LIMIT = 2 * 1024 * 1024 * 1024;

/** The invented files that come with the application, by name. */
const SAMPLES: Readonly<Record<string, Named>> = {
  'bao-cao-van-hanh-dien-tap.pdf': { title: 'Báo cáo vận hành (diễn tập)', kind: 'agency-dossier' },
  'khao-sat-nguoi-dung-dien-tap.txt': { title: 'Khảo sát người dùng (diễn tập)', kind: 'survey' },
  'kiem-thu-tai-dien-tap.png': { title: 'Biểu đồ kiểm thử tải (diễn tập)', kind: 'test-result' },
};

const nameOf = (file: string): Named =>
  SAMPLES[file] ?? { title: cleanLine(file.replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ')), kind: 'public-data' };

/** In the order of their names, at most 200. Refuses `folder-missing {folder}` and what `putBlob` refuses. */
export async function takeEvidence(store: Store, folder: string, date: string): Promise<Result<EvidenceForms>> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (found === undefined) return refuse('folder-missing', { folder: path.basename(folder) });
  const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
  const evidence: EvidenceForms[number][] = [];
  for (const file of files.sort().slice(0, MOST)) {
    const kept = await store.putBlob(createReadStream(path.join(folder, file)), { maxBytes: FILE_LIMIT });
    if (!kept.ok) return kept;
    const sha256 = kept.value.sha256 as EvidenceForms[number]['sha256'];
    evidence.push({ sha256, ...nameOf(file), supplier: 'Cơ quan chủ quản Mẫu', date, label: 'public', criteria: [] });
  }
  return ok(evidence);
}
