// The rules about the shape of one file: where it lies, how it opens, what it exports, how long it is.
import { isNamed, isNode, type Node, parse } from './syntax.ts';

/** Lines a file may have; catalogues of words are lists and may be longer. */
const longest = 400;
/** Lines from which a file is named as asking to be split. */
export const long = 300;

export const linesOf = (source: string): number => source.trimEnd().split('\n').length;
export const isCatalogue = (file: string): boolean => file.includes('/lang/');

/** The text of the comment a file opens with (after a #! line), empty without one. */
export function openingComment(source: string): string {
  const text = source.replace(/^#!.*\n/, '').trimStart();
  const block = /^\/\*+([\s\S]*?)\*\//.exec(text)?.[1];
  const lines = /^(?:\/\/.*(?:\n|$))+/.exec(text)?.[0];
  return (block ?? lines ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\/|\*)?\s?/, ''))
    .join(' ')
    .trim();
}

/** At least three words and a full stop: `Adds up what every step reported.` */
const opensWithSentence = (source: string): boolean => /^\S+\s+\S+\s+\S.*?[.?!](\s|$)/.test(openingComment(source));

const isReExport = (node: Node): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && isNode(node['source']));

const isDefaultExport = (node: Node): boolean =>
  node.type === 'ExportDefaultDeclaration' ||
  (node.type === 'ExportAllDeclaration' && isNamed(node['exported'], 'default')) ||
  (Array.isArray(node['specifiers']) &&
    node['specifiers'].some((each) => isNode(each) && isNamed(each['exported'], 'default')));

/** What a file breaks, as pairs of rule and sentence. */
export function* misshapen(file: string, source: string): Generator<[string, string]> {
  const [, , folder, ...deeper] = file.split('/');
  const isTooDeep = deeper.length > 1 || (deeper.length === 1 && folder !== 'migrations');
  if (isTooDeep) yield ['G10', 'a third level of folders, other than migrations/'];
  const body = parse(file, source)['body'];
  const statements = Array.isArray(body) ? body.filter(isNode) : [];
  const isBarrel = statements.length > 0 && statements.every(isReExport);
  if (isBarrel || /\/index\.tsx?$/.test(file)) yield ['G11', 'a file that only passes on what others export'];
  if (statements.some(isDefaultExport)) yield ['G11', 'a default export'];
  if (!opensWithSentence(source)) yield ['G12', 'does not open with a sentence that says what the file is for'];
  const lines = linesOf(source);
  if (lines > longest && !isCatalogue(file)) yield ['G13', `${lines} lines; at most ${longest}`];
}
