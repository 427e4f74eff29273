// Compares the list of rules with the ids that test titles carry.
import type { Sources } from './imports.ts';
import { isNode, type Node, parse, textOf, walk } from './syntax.ts';

export type Rule = { readonly id: string; readonly sentence: string; readonly source: string };
export type Title = { readonly file: string; readonly text: string; readonly runs: boolean };

const id = /^[A-Z]{1,3}\d+[a-z]?$/;

/** The rows of `| ID | sentence | source |`; everything else in the text is prose. A malformed row is a fault. */
export function rulesIn(markdown: string): Rule[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const [, ruleId = '', sentence = '', source = ''] = cells;
    if (cells.length !== 5 || !id.test(ruleId) || !/[.]$/.test(sentence) || source === '')
      throw new Error(`not a row \`| ID | One sentence. | source |\`: ${row}`);
    return { id: ruleId, sentence, source };
  });
}

/** `test.skip`, `describe.todo` and the like prove nothing. */
const isIdle = (callee: unknown): boolean => {
  if (!isNode(callee)) return false;
  const property = callee['property'];
  const name = isNode(property) ? property['name'] : undefined;
  return name === 'skip' || name === 'todo' || isIdle(callee['object']);
};

/** The text of a title, also of a template with holes (a hole reads as a space). */
function titleText(node: Node): string | undefined {
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return textOf(node);
  return node['quasis'].map((part) => part?.value?.cooked ?? '').join(' ');
}

/** Every call `something('title', …, more)`, whatever the wrapper is called: test, describe, test.each(…), planted. */
export function titlesIn(sources: Sources): Title[] {
  const titles: Title[] = [];
  for (const [file, source] of sources)
    for (const { node } of walk(parse(file, source))) {
      if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) continue;
      const [first, second] = node['arguments'];
      const text = isNode(first) ? titleText(first) : undefined;
      const idle = isIdle(node['callee']);
      // A call with nothing but a text is no test, unless it is a todo.
      if (text !== undefined && (idle || isNode(second))) titles.push({ file, text, runs: !idle });
    }
  return titles;
}

/** The ids at the start of a title: `[S3] …`, `[S3] [S4] …`, `[S3, S4] …`. */
export function idsOf(title: string): string[] {
  const start = /^(?:\s*\[[A-Z]{1,3}\d+[a-z]?(?:,\s*[A-Z]{1,3}\d+[a-z]?)*\])+/.exec(title)?.[0] ?? '';
  return [...start.matchAll(/[A-Z]{1,3}\d+[a-z]?/g)].map(([found]) => found);
}

/** What does not match, in sentences; empty when every rule has a test and every id is a rule. */
export function mismatches(rules: readonly Rule[], titles: readonly Title[]): string[] {
  const known = new Set(rules.map((rule) => rule.id));
  const proved = new Set(titles.filter((title) => title.runs).flatMap((title) => idsOf(title.text)));
  const strange = (title: Title) => idsOf(title.text).filter((found) => !known.has(found));
  const unknown = new Set(
    titles.flatMap((title) => strange(title).map((found) => `${title.file} names the unknown rule ${found}`)),
  );
  const twice = rules.filter((rule, index) => rules.findIndex((other) => other.id === rule.id) !== index);
  return [
    ...twice.map((rule) => `rule ${rule.id} is listed twice`),
    ...rules.filter((rule) => !proved.has(rule.id)).map((rule) => `rule ${rule.id} has no test: ${rule.sentence}`),
    ...unknown,
  ];
}
