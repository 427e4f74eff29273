// The hash of what a criterion asks: the same text, kind and threshold is the same question, whatever its number or place.
import { toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Criterion } from './criteria-set.ts';

/** What a mark answers to. Guidance, evidence asked for, tags, weight and origin may change without changing the question. */
function questionOf(criterion: Criterion, inForce: string | null): object {
  const asked = { statement: criterion.statement.vi, kind: criterion.kind, conditions: criterion.appliesWhen ?? null };
  switch (criterion.kind) {
    case 'pass-fail':
      return asked;
    case 'measured': {
      const { unit, comparator, threshold, formula = null } = criterion;
      return { ...asked, unit, comparator, threshold: threshold ?? inForce, formula };
    }
    case 'points': {
      const { levels, pass } = criterion;
      return { ...asked, pass, levels: levels.map(({ points, name }) => ({ points, name: name.vi })) };
    }
  }
}

/**
 * SHA-256('hoidong/criterion/1\0' ‖ canonical text), hex. English is a translation and no part of it.
 * @param inForce the threshold that a session set where the set leaves it open: another one asks for something else
 */
export const criterionHash = (
  criterion: Criterion,
  sha256: (bytes: Uint8Array) => Uint8Array,
  inForce: string | null = null,
): string => {
  const question = questionOf(criterion, inForce) as Parameters<typeof canonical>[0];
  return toHex(sha256(utf8(`hoidong/criterion/1\0${canonical(question)}`)));
};
