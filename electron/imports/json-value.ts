// JSON text (RFC 8259) to a tree of texts with lines: numbers stay as written, doubled keys are refused.
import { under, type Value } from '../../shared/criteria/value.ts';
import { checkKey, type Plan, Stop, startPlan, stop, type Tree } from './value-tree.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

type Reader = { readonly text: string; at: number; line: number; readonly plan: Plan };

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) return undefined;
  reader.at += found.length;
  for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1)) reader.line += 1;
  return found;
}

function wrong(reader: Reader): never {
  const column = reader.at - reader.text.lastIndexOf('\n', reader.at - 1);
  return stop('json-syntax', '', reader.line, { column });
}

function skipTo(reader: Reader, sign?: string): boolean {
  take(reader, SPACE);
  if (sign === undefined) return true;
  if (reader.text[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

/** Finds the closing quote by hand (a pattern would keep millions of steps to go back to); JSON.parse judges the inside. */
function readText(reader: Reader): string {
  const { text, at: start } = reader;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  try {
    const read: unknown = JSON.parse(text.slice(start, end + 1));
    if (typeof read !== 'string') return wrong(reader);
    reader.at = end + 1;
    return read;
  } catch (error) {
    if (error instanceof Stop) throw error;
    return wrong(reader);
  }
}

function readList(reader: Reader, path: string, depth: number): Value {
  const items: Value[] = [];
  if (skipTo(reader, ']')) return items;
  do items.push(readValue(reader, under(path, items.length), depth + 1));
  while (skipTo(reader, ','));
  return skipTo(reader, ']') ? items : wrong(reader);
}

function readMap(reader: Reader, path: string, depth: number): Value {
  const map = new Map<string, Value>();
  if (skipTo(reader, '}')) return map;
  do {
    skipTo(reader);
    const line = reader.line;
    const key = readText(reader).normalize('NFC');
    const at = under(path, key);
    checkKey(map, key, at, line);
    if (!skipTo(reader, ':')) wrong(reader);
    map.set(key, readValue(reader, at, depth + 1));
  } while (skipTo(reader, ','));
  return skipTo(reader, '}') ? map : wrong(reader);
}

function readValue(reader: Reader, path: string, depth: number): Value {
  skipTo(reader);
  reader.plan.enter(path, reader.line, depth);
  if (skipTo(reader, '{')) return readMap(reader, path, depth);
  if (skipTo(reader, '[')) return readList(reader, path, depth);
  if (reader.text[reader.at] === '"') return readText(reader);
  const plain = take(reader, NUMBER) ?? take(reader, WORD) ?? wrong(reader);
  return plain === 'null' ? null : plain;
}

export function readJson(text: string): Tree {
  const reader: Reader = { text, at: 0, line: 1, plan: startPlan() };
  try {
    const value = readValue(reader, '', 1);
    skipTo(reader);
    if (reader.at < text.length) wrong(reader);
    return { ok: true, value, lines: reader.plan.lines };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problems: [error.problem] };
    throw error;
  }
}
