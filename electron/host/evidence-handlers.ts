// The desk's acts on evidence: many items into the book at once, new ones and newer revisions, or none of them.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import type { RulingWith } from '../../shared/book/rulings.ts';
import type { Platform } from '../../shared/book/state.ts';
import type { EvidenceMapping } from '../../shared/contract/evidence-methods.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { InputOf, OutputOf } from '../../shared/contract/methods.ts';
import { headingKey } from '../imports/sheet-mapping.ts';
import { sniffMediaType } from '../imports/sniff-media-type.ts';
import { blobBytes } from './blob-bytes.ts';
import { actsOf, type Desk } from './desk.ts';
import { evidenceRuling } from './evidence.ts';
import { evidenceMappings } from './kept-mappings.ts';
import { rule } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';
import { readWholeBlob } from './whole-blob.ts';

type Names = 'evidence.add-many' | 'evidence.look' | 'evidence.read-list';
type Item = InputOf<'evidence.add-many'>['items'][number];
/** A list of 500 rows is far smaller, bytes. */
const LIST_LIMIT = 20 * 1024 * 1024;
type Added = RulingWith<'evidence-added'>;

/** Where bytes already stand in a platform: a revision of an item, whichever. */
function standingAs(platform: Platform, sha256: string): number | undefined {
  const found = evidenceOf(platform).find(({ earlier = [], ...newest }) =>
    [newest, ...earlier].some((each) => (each.sha256 as string) === sha256),
  );
  return found?.number;
}

/** The same bytes are one item: as another one, or as a revision of another one, they would be counted twice. */
function sameRefusal(platform: Platform, items: readonly Item[]): Result<null> {
  const seen = new Set<string>();
  for (const { sha256, title } of items) {
    const number = standingAs(platform, sha256);
    if (number !== undefined) return refuse('evidence-same', { title, number });
    if (seen.has(sha256)) return refuse('evidence-twice', { title });
    seen.add(sha256);
  }
  const revised = items.flatMap(({ revises }) => (revises === undefined ? [] : [revises]));
  const twice = revised.find((each, at) => revised.indexOf(each) !== at);
  return twice === undefined
    ? ok(null)
    : refuse('evidence-revised-twice', { number: platform.evidence[twice]?.number ?? 0 });
}

/** Rulings in the order of the items; numbers follow the highest there is. */
async function addedRulings(
  around: Surroundings,
  platform: Platform,
  items: readonly Item[],
): Promise<Result<readonly Added[]>> {
  const rulings: Added[] = [];
  let number = Math.max(0, ...evidenceOf(platform).map((item) => item.number));
  for (const { revises, ...item } of items) {
    const standing = revises === undefined ? undefined : platform.evidence[revises];
    if (revises !== undefined && standing === undefined) return refuse('evidence-unknown', { title: item.title });
    if (standing === undefined) number += 1;
    const ruling = await evidenceRuling(around, platform.platform, standing?.number ?? number, item);
    if (!ruling.ok) return ruling;
    const { body } = ruling.value;
    rulings.push(
      standing === undefined
        ? ruling.value
        : {
            kind: 'evidence-added',
            body: { ...body, evidence: standing.evidence, revision: standing.revision + 1 },
          },
    );
  }
  return ok(rulings);
}

/** @param headings of the row that was taken for the head */
const keyOf = (headings: readonly string[]): string => headingKey({ rows: [[...headings]] }, 1);

/**
 * Reads a list of evidence apart. A mapping that was chosen is remembered for the next list with the same headings; one
 * that is remembered goes before a guess. Refuses blob-missing and blob-too-large.
 */
async function readList(
  { store, importer }: Pick<Surroundings, 'store' | 'importer'>,
  { sha256, name, mapping }: InputOf<'evidence.read-list'>,
): Promise<Result<OutputOf<'evidence.read-list'>>> {
  const whole = await readWholeBlob({ store }, sha256, LIST_LIMIT);
  if (!whole.ok) return whole;
  // The reader hands the bytes over to its own thread.
  const read = async (as?: EvidenceMapping) => await importer.readEvidenceList(new Uint8Array(whole.value), name, as);
  const list = await read(mapping);
  if (mapping !== undefined) {
    if (list.headings.length > 0) await evidenceMappings.remember(store, keyOf(list.headings), mapping);
    return ok(list);
  }
  if (list.mapped === 'template' || list.headings.length === 0) return ok(list);
  const known = await evidenceMappings.recall(store, keyOf(list.headings));
  if (known === undefined) return ok(list);
  // The sheet of a CSV bears the name of its file, and another one is brought in next time.
  const { sheet, headerRow } = list.mapping;
  return ok({ ...(await read({ ...known, sheet, headerRow })), mapped: 'remembered' });
}

export const evidenceHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  return {
    'evidence.look': async (_, { sha256 }) => {
      const size = await around.store.sizeOfBlob(sha256);
      if (size === undefined) return refuse('blob-missing', { sha256 });
      return ok({ mediaType: await sniffMediaType(blobBytes(around.store, sha256, size)), size });
    },
    'evidence.read-list': async (_, input) => await readList(around, input),
    'evidence.add-many': act(async (live, { platform: id, items }) => {
      const platform = live.state.platforms[id];
      if (platform === undefined) return refuse('platform-unknown');
      const isNew = sameRefusal(platform, items);
      if (!isNew.ok) return isNew;
      const rulings = await addedRulings(around, platform, items);
      if (!rulings.ok) return rulings;
      const written = await rule(around, live, rulings.value);
      const added = rulings.value.map(({ body: { evidence, number } }) => ({ evidence, number }));
      return written.ok ? ok<OutputOf<'evidence.add-many'>>({ added }) : written;
    }),
  };
};
