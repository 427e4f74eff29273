// The form that a book was made of, as the book now stands: to be edited, or to give its council to another session.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import { seatsInOrder } from '../../shared/book/seating.ts';
import type { Platform } from '../../shared/book/state.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { LiveBook } from './live-book.ts';

const platformForm = (platform: Platform): EditedForm['platforms'][number] => ({
  platform: platform.platform,
  name: platform.name,
  owner: platform.owner,
  enterprise: platform.enterprise,
  address: platform.address,
  evidence: evidenceOf(platform).map(({ evidence, sha256, title, kind, supplier, date, label, criteria }) => ({
    evidence,
    sha256,
    title,
    kind,
    supplier,
    date,
    label,
    criteria: [...criteria],
  })),
  measured: Object.entries(platform.measured).map(([criterion, { value }]) => ({ criterion, value })),
});

/** Undefined where the book lacks its opening, description or set. */
export function formOf({ state }: Pick<LiveBook, 'state'>): EditedForm | undefined {
  const { opened, described, criteria } = state;
  if (opened === undefined || described === undefined || criteria === undefined) return undefined;
  const { subject, superior, council, decision, place, symbol } = described;
  const open = criteriaOf(criteria.set).filter((each) => each.kind === 'measured' && each.threshold === null);
  return {
    kind: opened.bookKind,
    subject,
    superior,
    council,
    decision,
    place,
    symbol,
    criteria: criteria.sha256,
    thresholds: open.flatMap(({ id }) => {
      const set = state.thresholds[id];
      return set === undefined ? [] : [{ criterion: id, threshold: set.threshold, source: set.source }];
    }),
    rules: opened.rules,
    members: seatsInOrder(state).map(({ seat, role }) => {
      const person = state.persons[seat];
      return { seat, name: person?.name ?? '', position: person?.position ?? '', unit: person?.unit ?? '', role };
    }),
    platforms: Object.values(state.platforms).map(platformForm),
  };
}

/** Refuses `rehearsal-no-source`: invented people never sit in a real council. */
export function giveForm(live: LiveBook, as: 'edit' | 'council'): Result<OutputOf<'session.form'>> {
  const form = formOf(live);
  if (form === undefined) return refuse('book-not-open');
  if (as === 'council' && form.kind === 'rehearsal') return refuse('rehearsal-no-source');
  const items = Object.values(live.state.platforms).flatMap(({ evidence }) => Object.values(evidence));
  return ok({ form, sizes: Object.fromEntries(items.map(({ sha256, size }) => [sha256, size])) });
}
