// Reads a file of council rules somebody brings, YAML or JSON: the rules whole, or everything that is wrong with its line.
import { z } from 'zod';
import { type CouncilRules, councilRules, rulesConflicts } from '../../shared/council/rules.ts';
import { clip, problem } from '../../shared/criteria/finding.ts';
import type { Value } from '../../shared/criteria/value.ts';
import { conflictWords } from '../../shared/lang/rules-words.ts';
import { decodeText } from './decode-text.ts';
import { readJson } from './json-value.ts';
import { readAs, type SchemaNode } from './rules-value.ts';
import { type RulesProblem, rulesProblem, rulesWarning } from './rules-words.ts';
import { lineOf, type Tree } from './value-tree.ts';
import { readYaml } from './yaml-value.ts';

export type RulesFinding = RulesProblem & { readonly file: string };
/** `findings` of rules that were read are warnings. */
export type RulesFile =
  | { readonly ok: true; readonly rules: CouncilRules; readonly findings: readonly RulesFinding[] }
  | { readonly ok: false; readonly findings: readonly RulesFinding[] };

/** Bytes; the shipped files have a few thousand. */
export const RULES_FILE_LIMIT = 100 * 1024;
const FINDING_LIMIT = 100;

/** The published JSON Schema of the rules (`assets/schema/council-rules.schema.json`); it cannot say what goes together. */
export const RULES_SCHEMA: SchemaNode = z.toJSONSchema(councilRules);

type Judged = { readonly rules: CouncilRules | undefined; readonly problems: readonly RulesProblem[] };

/** What the tree says, item by item; what does not go together is told once every item can be used. */
function judge(tree: Value): Judged {
  const { value, problems } = readAs(RULES_SCHEMA, tree, '');
  if (problems.some(({ severity }) => severity === 'error')) return { rules: undefined, problems };
  const read = councilRules.safeParse(value);
  if (read.success) return { rules: read.data, problems };
  const conflicts = rulesConflicts(value as CouncilRules).map((conflict) =>
    rulesProblem('rules-conflict', conflict.path.join('.'), {
      with: conflict.with.join('.'),
      vi: conflictWords(conflict, 'vi'),
      en: conflictWords(conflict, 'en'),
    }),
  );
  const others = read.error.issues
    .filter(({ code }) => code !== 'custom')
    .map(({ path, message }) => rulesProblem('rule-invalid', path.join('.'), { why: clip(message) }));
  return { rules: undefined, problems: [...problems, ...conflicts, ...others] };
}

/** By the ending of the name: a file is never tried as one format and then as another. */
function readerOf(fileName: string): ((text: string) => Tree) | undefined {
  if (/\.ya?ml$/i.test(fileName)) return readYaml;
  return /\.json$/i.test(fileName) ? readJson : undefined;
}

/**
 * `bytes` at most 100 KiB of UTF-8; `fileName` with its ending. Any error refuses the file as a whole: rules with one
 * of them missing would be other rules. Nothing is kept by reading.
 */
export function readRulesFile(bytes: Uint8Array, fileName: string): RulesFile {
  const file = clip(fileName);
  const refused = (...found: readonly RulesProblem[]): RulesFile => ({
    ok: false,
    findings: found.map((each) => ({ ...each, file })),
  });
  const read = readerOf(fileName);
  if (read === undefined) return refused(problem('file-kind-unknown', ''));
  if (bytes.length > RULES_FILE_LIMIT)
    return refused(problem('file-too-large', '', { bytes: bytes.length, limit: RULES_FILE_LIMIT }));
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded.problem);
  const tree = read(decoded.text);
  if (!tree.ok) return refused(...tree.problems);
  const { rules, problems } = judge(tree.value);
  const findings = placed(problems, tree.lines).map((each) => ({ ...each, file }));
  return rules === undefined ? { ok: false, findings } : { ok: true, rules, findings };
}

/** Errors first, in the order of the lines, so that the limit never hides one behind warnings. */
function placed(problems: readonly RulesProblem[], lines: ReadonlyMap<string, number>): readonly RulesProblem[] {
  const found = problems
    .map((each): RulesProblem => {
      const line = each.line ?? lineOf(lines, each.path);
      return line === undefined ? each : { ...each, line };
    })
    .sort((a, b) => a.severity.localeCompare(b.severity) || (a.line ?? 0) - (b.line ?? 0));
  const told = found.slice(0, FINDING_LIMIT);
  const more = found.length - told.length;
  return more === 0 ? told : [...told, { ...rulesWarning('rules-cut', ''), params: { count: more } }];
}
