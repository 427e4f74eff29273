// States of one criteria set: a large draft, errors, a consultation, what cannot be saved, frozen and shipped.
import { firstDraft } from '../../renderer/state/first-draft.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { LibraryRecord } from '../../shared/contract/criteria-library.ts';
import { hex, type State, type States } from './given.ts';
import { brokenDraft, CONSULTATIONS, draftRecord, frozenRecord, givenDraft, shippedRecord } from './given-set.ts';

const SAVED = { key: hex(0x5e7, 16), savedAt: '2026-11-22T07:06:00.000Z' };
const opens = (record: LibraryRecord, answers: State['answers'] = {}): State => ({
  answers: {
    'library.open': () => ok(record),
    'library.save': () => ok(SAVED),
    'library.consult': () => ok({}),
    ...answers,
  },
});

export const setStates: States = {
  'set-new': opens(draftRecord(firstDraft())),
  'set-draft': opens(draftRecord(givenDraft())),
  'set-500': opens(draftRecord(givenDraft(500))),
  'set-broken': opens(draftRecord(brokenDraft())),
  'set-consulted': opens(draftRecord(givenDraft(24), CONSULTATIONS)),
  'set-unsaved': opens(draftRecord(givenDraft(24)), { 'library.save': () => refuse('store-full') }),
  'set-frozen': opens(frozenRecord(false)),
  'set-signed': opens(frozenRecord(true)),
  'set-shipped': opens(shippedRecord()),
  'set-unknown': { answers: { 'library.open': () => refuse('set-unknown') } },
};
