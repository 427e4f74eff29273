// Adds evidence to a platform of a session that stands: files go in, each is described, then they enter the book.
import { type ReactNode, useRef, useState } from 'react';
import { ok } from '../../shared/base/result.ts';
import type { PlatformView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { evidenceErrors } from '../state/form-errors.ts';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { contractEvidence, type EvidenceForm, newEvidence } from '../state/session-form.ts';
import type { TakenIn } from '../state/uploads.ts';
import { useWords } from '../state/words.ts';
import { EvidenceRows } from './evidence-fields.tsx';
import { EvidenceIntake } from './evidence-intake.tsx';

export function AddEvidence(props: { readonly platform: PlatformView; readonly known: readonly string[] }): ReactNode {
  const { platform, known } = props;
  const session = useSession();
  const { client, now } = useHouse();
  const { t } = useWords();
  const [items, setItems] = useState<readonly EvidenceForm[]>([]);
  /** What stands on the screen now, for files that come in one after the other. */
  const latest = useRef(items);
  const put = (next: readonly EvidenceForm[]): void => {
    latest.current = next;
    setItems(next);
  };
  const drop = (key: number): void => put(latest.current.filter((each) => each.key !== key));
  const taken = (file: TakenIn): string | undefined => {
    const all = [...platform.evidence, ...latest.current.map((each, at) => ({ ...each, number: first + at }))];
    const same = all.find(({ sha256 }) => sha256 === file.sha256);
    if (same !== undefined) return t('evidence.same', { number: same.number, title: same.title });
    const last = latest.current.at(-1);
    put([...latest.current, newEvidence((last?.key ?? 0) + 1, file, file.sha256, now(), last)]);
    return undefined;
  };
  const first = platform.evidence.length + 1;
  const codes = known.length === 0 ? undefined : known;
  const errors = new Map(items.map((item) => [item.key, evidenceErrors(item, codes)]));
  const errorAt = (key: number, place: string): string | undefined => {
    const error = errors.get(key)?.get(place);
    return error === undefined ? undefined : t(`error.${error}`);
  };
  /** One after the other, so that each keeps its number; what is in stays in where a later one is refused. */
  const addAll = async () => {
    for (const item of items) {
      const { evidence: _, ...form } = contractEvidence(item);
      const added = await client.call('evidence.add-many', {
        book: session.book,
        platform: platform.platform,
        items: [form],
      });
      if (!added.ok) return added;
      drop(item.key);
    }
    return ok(null);
  };
  return (
    <div className="stack tight">
      <EvidenceRows
        items={items}
        first={first}
        known={codes}
        onChange={(key, part) => put(latest.current.map((each) => (each.key === key ? { ...each, ...part } : each)))}
        onRemove={drop}
        errorAt={errorAt}
        placeOf={(key, place) => `add.${platform.platform}.${key}.${place}`}
      />
      {items.length === 0 ? null : (
        <ActButton
          kind="main"
          doing={t('evidence.adding')}
          isDisabled={[...errors.values()].some(({ size }) => size > 0)}
          act={addAll}
        >
          {t('evidence.add', { count: items.length })}
        </ActButton>
      )}
      <EvidenceIntake onTaken={taken} />
    </div>
  );
}
