// States of one criteria set: a large draft, errors, a consultation, what cannot be saved, frozen and shipped.
import { firstDraft } from '../../renderer/state/first-draft.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { LibraryRecord } from '../../shared/contract/criteria-library.ts';
import type { InputOf } from '../../shared/contract/methods.ts';
import { readSetDraft } from '../../shared/criteria/set-draft.ts';
import { hex, type State, type States } from './given.ts';
import {
  brokenDraft,
  CONSULTATIONS,
  draftRecord,
  fiveHundred,
  frozenRecord,
  givenDraft,
  shippedRecord,
} from './given-set.ts';

const SAVED = { key: hex(0x5e7, 16), savedAt: '2026-11-22T07:06:00.000Z' };
const opens = (record: LibraryRecord, answers: State['answers'] = {}): State => ({
  answers: {
    'library.open': () => ok(record),
    'library.save': () => ok(SAVED),
    'library.consult': () => ok({}),
    ...answers,
  },
});

/** What is saved is what is opened next, so that a whole way from the first word to the frozen set can be gone. */
function keeping(first: LibraryRecord): State {
  let record = first;
  return {
    answers: {
      'library.open': () => ok(record),
      'library.save': (input) => {
        record = { ...record, draft: (input as InputOf<'library.save'>).draft };
        return ok(SAVED);
      },
      'library.consult': (input) => {
        record = { ...record, consultations: (input as InputOf<'library.consult'>).consultations };
        return ok({});
      },
      'library.promulgate': (input) => {
        const { promulgation } = input as InputOf<'library.promulgate'>;
        const { set } = readSetDraft(record.draft ?? firstDraft());
        if (set === undefined) return refuse('set-unsound', { count: 1 });
        const row = { ...record.row, state: 'promulgated' as const, sha256: '4f8c'.repeat(16), promulgation };
        record = { row, set: { ...set, promulgation }, consultations: record.consultations };
        return ok({ ...SAVED, sha256: '4f8c'.repeat(16) });
      },
    },
  };
}

export const setStates: States = {
  'set-kept': keeping(draftRecord(firstDraft())),
  'set-new': opens(draftRecord(firstDraft())),
  'set-draft': opens(draftRecord(givenDraft())),
  'set-500': opens(draftRecord(fiveHundred())),
  'set-broken': opens(draftRecord(brokenDraft())),
  'set-consulted': opens(draftRecord(givenDraft(24), CONSULTATIONS)),
  'set-unsaved': opens(draftRecord(givenDraft(24)), { 'library.save': () => refuse('store-full') }),
  'set-frozen': opens(frozenRecord(false)),
  'set-signed': opens(frozenRecord(true)),
  'set-shipped': opens(shippedRecord()),
  'set-unknown': { answers: { 'library.open': () => refuse('set-unknown') } },
};
