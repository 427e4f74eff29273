// Reads an entry as a fact: a ruling or a statement of a kind we know, or says why not.
import { canonical, isCanonical } from '../base/canonical.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import type { Entry } from './entry.ts';
import { type Head, readHead } from './head.ts';
import { RULINGS, type Ruling, type RulingKind } from './rulings.ts';
import { STATEMENTS, type Statement, type StatementKind } from './statements.ts';

/** A withheld or erased body leaves the head and nothing else. */
export type Fact =
  | { readonly head: Head; readonly hash: Entry['hash']; readonly withheld: true }
  | { readonly head: Head; readonly hash: Entry['hash']; readonly withheld: false; readonly fact: Ruling | Statement };

const isRuling = (kind: string): kind is RulingKind => Object.hasOwn(RULINGS, kind);
const isStatement = (kind: string): kind is StatementKind => Object.hasOwn(STATEMENTS, kind);
export const isPersonal = (kind: string): boolean => {
  const schema = isRuling(kind) ? RULINGS[kind] : isStatement(kind) ? STATEMENTS[kind] : undefined;
  return schema !== undefined && '_salt' in schema.shape;
};

/**
 * Refuses `fact-unknown` (a kind from a newer version: the book becomes read-only) and `body-malformed`. Bodies are
 * canonical JSON, so two readers never see two bodies in one text.
 */
export function readFact(entry: Entry): Result<Fact> {
  const head = readHead(entry.head);
  if (!head.ok) return head;
  const { kind, feed, seq } = head.value;
  if (entry.body === null) return ok({ head: head.value, hash: entry.hash, withheld: true });
  const fact = readBody(kind, entry.body);
  if (!fact.ok) return refuse(fact.refusal.code, { ...fact.refusal.params, kind, feed, seq });
  return ok({ head: head.value, hash: entry.hash, withheld: false, fact: fact.value });
}

/** The body of a fact by itself: what `readFact` would read. */
export function readBody(kind: string, text: string): Result<Ruling | Statement> {
  const schema = isRuling(kind) ? RULINGS[kind] : isStatement(kind) ? STATEMENTS[kind] : undefined;
  if (schema === undefined) return refuse('fact-unknown', { kind });
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!isCanonical(text, value)) return refuse('body-malformed', { why: 'canonical' });
  } catch {
    return refuse('body-malformed', { why: 'json' });
  }
  const body = schema.safeParse(value);
  if (!body.success) {
    const issue = body.error.issues[0];
    return refuse('body-malformed', { why: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.slice(0, 200) });
  }
  return ok({ kind, body: body.data } as Ruling | Statement);
}

/** The exact text of a fact's body. */
export const writeBody = (body: Ruling['body'] | Statement['body']): string =>
  canonical(body as Parameters<typeof canonical>[0]);
