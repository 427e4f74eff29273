// Evidence as it enters a book: hash, size and sniffed type of what was uploaded, never what a name claims.
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { RulingWith } from '../../shared/book/rulings.ts';
import { bearsSecretMark } from '../../shared/book/secret-mark.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { sniffMediaType } from '../imports/sniff-media-type.ts';
import { blobBytes } from './blob-bytes.ts';
import { newId } from './fresh.ts';
import type { Surroundings } from './surroundings.ts';

/** Refuses evidence-not-uploaded, evidence-title-missing, evidence-secret. */
export async function evidenceRuling(
  around: Surroundings,
  platform: string,
  number: number,
  item: SessionForm['platforms'][number]['evidence'][number],
): Promise<Result<RulingWith<'evidence-added'>>> {
  const title = cleanLine(item.title);
  if (title === '') return refuse('evidence-title-missing', { number });
  if (bearsSecretMark(title)) return refuse('evidence-secret', { title });
  const size = await around.store.sizeOfBlob(item.sha256);
  if (size === undefined) return refuse('evidence-not-uploaded', { title });
  const mediaType = await sniffMediaType(blobBytes(around.store, item.sha256, size));
  return ok({
    kind: 'evidence-added',
    body: {
      evidence: newId(around),
      platform,
      revision: 1,
      number,
      sha256: item.sha256 as Hash,
      size,
      mediaType,
      title,
      kind: item.kind,
      supplier: cleanLine(item.supplier),
      date: item.date,
      label: item.label,
      criteria: [...item.criteria],
    },
  });
}
