// What changed between two contents of the same minutes, sentence by sentence: for who approved the older one.
import { type Minutes, type Paragraph, type Part, textOf } from './content.ts';

export type ChangedFact = { readonly fact: string; readonly before: string; readonly after: string };

/** A sentence that says something else now; one that is new has no `before`, one that is gone no `after`. */
export type ChangedSentence = {
  /** Stable name of the paragraph, or `appendix-II`. */
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** Values that differ, where the sentence kept its form; empty where it was built anew. */
  readonly facts: readonly ChangedFact[];
};

type Fact = Exclude<Part, string>;
const factsOf = ({ parts }: Paragraph): readonly Fact[] =>
  parts.filter((part): part is Fact => typeof part !== 'string');

function changedFacts(before: Paragraph, after: Paragraph): readonly ChangedFact[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  if (old.length !== now.length || old.some(({ fact }, at) => fact !== now[at]?.fact)) return [];
  return old.flatMap(({ fact, value }, at) => {
    const other = now[at]?.value ?? '';
    return other === value ? [] : [{ fact, before: value, after: other }];
  });
}

/** The last line of a list ends in a full stop, the others in a semicolon: that one came after is no change of this one. */
const withoutStop = (text: string): string => text.replace(/[.;]$/u, '');

const paragraphsOf = ({ fields }: Minutes): ReadonlyMap<string, Paragraph> =>
  new Map(fields.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => [paragraph.id, paragraph])));

const appendicesOf = ({ appendices }: Minutes): ReadonlyMap<string, string> =>
  new Map(appendices.map((appendix) => [`appendix-${appendix.number}`, JSON.stringify(appendix)]));

/**
 * In the order of the newer content, what is gone last. The closing sentence is left out as it is from what is
 * approved; of an appendix only that it differs is said.
 */
export function changesBetween(before: Minutes, after: Minutes): readonly ChangedSentence[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const changes: ChangedSentence[] = [];
  for (const [id, paragraph] of now) {
    const was = old.get(id);
    const [textWas, textNow] = [was === undefined ? '' : textOf(was), textOf(paragraph)];
    if (withoutStop(textWas) !== withoutStop(textNow))
      changes.push({ id, before: textWas, after: textNow, facts: was ? changedFacts(was, paragraph) : [] });
  }
  for (const [id, paragraph] of old)
    if (!now.has(id)) changes.push({ id, before: textOf(paragraph), after: '', facts: [] });
  const [tablesWas, tablesNow] = [appendicesOf(before), appendicesOf(after)];
  for (const id of new Set([...tablesWas.keys(), ...tablesNow.keys()]))
    if (tablesWas.get(id) !== tablesNow.get(id)) changes.push({ id, before: '', after: '', facts: [] });
  return changes;
}
