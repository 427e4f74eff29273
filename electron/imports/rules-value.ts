// A tree of texts to rules, along their published JSON Schema: numbers and yes-or-no read, everything wrong with its path.
import type { z } from 'zod';
import { clip } from '../../shared/criteria/finding.ts';
import { isMap, under, type Value } from '../../shared/criteria/value.ts';
import { nearest } from './near-word.ts';
import { type RulesProblem, rulesProblem, rulesWarning } from './rules-words.ts';

/** A node of the JSON Schema (draft 2020-12) that zod gives for the rules. */
export type SchemaNode = z.core.JSONSchema.BaseSchema;
type Read = { readonly value: unknown; readonly problems: readonly RulesProblem[] };

const bad = (found: RulesProblem): Read => ({ value: undefined, problems: [found] });
const good = (value: unknown): Read => ({ value, problems: [] });
const missing = (path: string): Read => bad(rulesProblem('rule-missing', path, { key: path.split('.').at(-1) ?? '' }));

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const nodesOf = (nodes: readonly unknown[] | undefined): readonly SchemaNode[] => (nodes ?? []) as SchemaNode[];

/** `value` as `schema` wants it; undefined wherever something is wrong, with what and where. */
export function readAs(schema: SchemaNode, value: Value, path: string): Read {
  const { oneOf, anyOf } = schema;
  if (oneOf !== undefined) return readOneOf(nodesOf(oneOf), value, path);
  if (anyOf !== undefined) {
    if (value === null) return good(null);
    const [other] = nodesOf(anyOf).filter(({ type }) => type !== 'null');
    return other === undefined ? missing(path) : readAs(other, value, path);
  }
  // Only a text of which the schema wants no length may be empty; nothing at all is never meant.
  const isEmptyText = value === '' && schema.type === 'string' && !schema.enum && schema.minLength === undefined;
  if (value === null || (value === '' && !isEmptyText)) return missing(path);
  if (schema.type === 'object') return readObject(schema, value, path);
  if (typeof value !== 'string') return bad(rulesProblem('rule-text-wanted', path));
  if (schema.type === 'boolean') return readChoice(['true', 'false'], value, path, (text) => text === 'true');
  if (schema.type === 'integer' || schema.type === 'number') return readWhole(schema, value, path);
  const choices = schema.const === undefined ? schema.enum : [schema.const];
  return choices === undefined ? readWords(schema, value, path) : readChoice(choices.map(String), value, path, String);
}

function readObject({ properties = {} }: SchemaNode, value: Value, path: string): Read {
  if (!isMap(value)) return bad(rulesProblem('rule-group-wanted', path, { keys: Object.keys(properties).join(', ') }));
  const known = Object.keys(properties);
  const unknown = [...value.keys()].filter((key) => !known.includes(key));
  const problems = unknown.map((key) => {
    const free = known.filter((each) => !value.has(each));
    const near = nearest(key, free) ?? '';
    const params = { key: clip(key), near, keys: known.join(', ') };
    return rulesProblem(near === '' ? 'rule-unknown' : 'rule-unknown-near', under(path, key), params);
  });
  const taken = new Set(problems.map(({ params }) => params.near));
  const read = known.map((key) => {
    const at = under(path, key);
    const given = value.get(key);
    const found = readAs((properties[key] ?? {}) as SchemaNode, given ?? null, at);
    // What only misses its name is told once.
    return [key, taken.has(key) && given === undefined ? good(undefined) : found] as const;
  });
  return {
    value: Object.fromEntries(read.map(([key, each]) => [key, each.value])),
    problems: [...problems, ...read.flatMap(([, each]) => each.problems)],
  };
}

/** Objects told apart by one constant member, which zod calls the discriminator. */
function readOneOf(options: readonly SchemaNode[], value: Value, path: string): Read {
  const tags = options.map(({ properties = {} }) =>
    Object.entries(properties).flatMap(([key, node]) => {
      const { const: is } = node as SchemaNode;
      return is === undefined ? [] : [{ key, is: String(is) }];
    }),
  );
  const [{ key = '' } = {}] = tags[0] ?? [];
  const choices = tags.flatMap((each) => each.map(({ is }) => is));
  if (!isMap(value)) return bad(rulesProblem('rule-group-wanted', path, { keys: key }));
  const at = under(path, key);
  const given = value.get(key) ?? null;
  if (given === null || typeof given !== 'string' || given === '') return missing(at);
  const chosen = options[choices.indexOf(given)];
  return chosen === undefined ? readChoice(choices, given, at, String) : readAs(chosen, value, path);
}

function readChoice(choices: readonly string[], text: string, path: string, as: (text: string) => unknown): Read {
  if (choices.includes(text)) return good(as(text));
  const near = nearest(text, choices) ?? '';
  const params = { given: clip(text), choices: choices.join(', '), near };
  return bad(rulesProblem(near === '' ? 'rule-choice' : 'rule-choice-near', path, params));
}

function readWhole({ const: only, minimum, maximum }: SchemaNode, text: string, path: string): Read {
  const least = typeof only === 'number' ? only : (minimum ?? 0);
  const most = typeof only === 'number' ? only : (maximum ?? Number.MAX_SAFE_INTEGER);
  const value = Number(text);
  const isWhole = /^-?(0|[1-9]\d{0,9})$/.test(text) && value >= least && value <= most;
  return isWhole ? good(value) : bad(rulesProblem('rule-number', path, { given: clip(text), least, most }));
}

function readWords({ maxLength }: SchemaNode, given: string, path: string): Read {
  if (!given.isWellFormed()) return bad(rulesProblem('rule-text-broken', path));
  const text = given.normalize('NFC').trim();
  if (CONTROL.test(text)) return bad(rulesProblem('rule-text-hidden', path));
  if (maxLength !== undefined && text.length > maxLength)
    return bad(rulesProblem('rule-text-long', path, { length: text.length, limit: maxLength }));
  const composed = given === given.normalize('NFC');
  return { value: text, problems: composed ? [] : [rulesWarning('rule-text-composed', path)] };
}
