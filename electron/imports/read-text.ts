// Texts that hold a tree, YAML or JSON: whose format it is is told by what stands in it.
import { isMap, type Value } from '../../shared/criteria/value.ts';
import { isBadge, readBadge } from './badge-criteria.ts';
import { isCiso, readCiso } from './ciso-library.ts';
import { decodeText } from './decode-text.ts';
import { readJson } from './json-value.ts';
import { isOscal, readOscal } from './oscal-catalog.ts';
import { asOurs, type Reading } from './reading.ts';
import type { Tree, WholeTree } from './value-tree.ts';
import { readYaml } from './yaml-value.ts';

/** A format of others: told by its structure, turned into the tree of ours. */
type Foreign = {
  readonly is: (root: ReadonlyMap<string, Value>) => boolean;
  readonly read: (tree: WholeTree) => Reading;
};

const FOREIGN: readonly Foreign[] = [
  { is: isOscal, read: readOscal },
  { is: isCiso, read: readCiso },
  { is: isBadge, read: readBadge },
];

function readTree(tree: Tree): Reading {
  const root = tree.ok && isMap(tree.value) ? tree.value : undefined;
  const foreign = root && FOREIGN.find(({ is }) => is(root));
  return tree.ok && foreign !== undefined ? foreign.read(tree) : asOurs(tree);
}

const readerOf =
  (read: (text: string) => Tree) =>
  (bytes: Uint8Array): Reading => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return { format: 'hoidong', ok: false, problems: [decoded.problem] };
    return readTree(read(decoded.text));
  };

/** Synchronous: shipped sets are read by these alone. */
export const TEXT_READERS = { yaml: readerOf(readYaml), json: readerOf(readJson) } as const;
