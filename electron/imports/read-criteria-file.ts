// Reads a criteria file somebody brings, YAML or JSON: a whole set, or everything that is wrong with its places.
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { clip, type Finding, problem, warning } from '../../shared/criteria/finding.ts';
import { readSet } from '../../shared/criteria/read-set.ts';
import { decodeText, type LineProblem } from './decode-text.ts';
import { readJson } from './json-value.ts';
import { lineOf, type Tree } from './value-tree.ts';
import { readYaml } from './yaml-value.ts';

export type CriteriaFile =
  | {
      readonly ok: true;
      readonly value: {
        readonly set: CriteriaSet;
        readonly warnings: readonly Finding[];
        /** Paths in the file that the set does not keep. */
        readonly leftOut: readonly string[];
      };
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const FINDING_LIMIT = 200;

function inFile(
  found: readonly LineProblem[],
  file: string,
  lines: ReadonlyMap<string, number> = new Map(),
): readonly Finding[] {
  const told = found.slice(0, FINDING_LIMIT).map((each): Finding => {
    const line = each.line ?? lineOf(lines, each.path);
    return { ...each, file, ...(line === undefined ? {} : { line }) };
  });
  const more = found.length - told.length;
  return more > 0 ? [...told, { ...warning('findings-cut', '', { count: more }), file }] : told;
}

/** By the ending of the name: a file is never tried as one format and then as another. */
function readerOf(fileName: string): ((text: string) => Tree) | undefined {
  if (/\.ya?ml$/i.test(fileName)) return readYaml;
  if (/\.json$/i.test(fileName)) return readJson;
  return undefined;
}

/**
 * `bytes` at most 8 MiB of UTF-8; `fileName` with its ending. Errors refuse the file as a whole: a set with a part
 * missing would be another set. Nothing is kept on this machine by reading.
 */
export function readCriteriaFile(bytes: Uint8Array, fileName: string): CriteriaFile {
  const file = clip(fileName);
  const refuseWith = (...found: readonly LineProblem[]): CriteriaFile => ({ ok: false, findings: inFile(found, file) });
  const read = readerOf(fileName);
  if (read === undefined) return refuseWith(problem('file-kind-unknown', ''));
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuseWith(decoded.problem);
  const tree = read(decoded.text);
  if (!tree.ok) return refuseWith(...tree.problems);
  const { set, problems, leftOut } = readSet(tree.value);
  const findings = inFile(sorted(problems), file, tree.lines);
  return set === undefined ? { ok: false, findings } : { ok: true, value: { set, warnings: findings, leftOut } };
}

/** Errors first, so that the limit never hides one behind warnings. */
const sorted = (found: readonly LineProblem[]): readonly LineProblem[] => [
  ...found.filter(({ severity }) => severity === 'error'),
  ...found.filter(({ severity }) => severity === 'warning'),
];
