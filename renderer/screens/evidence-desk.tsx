// Evidence being taken in for one platform, in the session form and in a session that stands: files, rows, a list of them.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { foldText, holdsWords, searchWords } from '../../shared/base/search-text.ts';
import type { PlatformView } from '../../shared/contract/views.ts';
import { useHouse } from '../state/house.ts';
import {
  type Intake,
  type IntakeRow,
  MOST_ITEMS,
  originalsOf,
  reviseBy,
  type Standing,
  takeIn,
} from '../state/intake.ts';
import type { TakenIn } from '../state/uploads.ts';
import { useWords } from '../state/words.ts';
import { BulkBar } from './evidence-bulk.tsx';
import { EvidenceRows } from './evidence-fields.tsx';
import { EvidenceIntake } from './evidence-intake.tsx';
import { EvidenceList } from './evidence-list.tsx';

export type EvidenceDeskProps = {
  readonly intake: Intake;
  /** What it is made from is always what stands now, not what was drawn last. */
  readonly change: (next: (now: Intake) => Intake) => void;
  readonly standing: readonly Standing[];
  /** Items of the book that a row may be a revision of. */
  readonly held: PlatformView['evidence'];
  /** Codes of the criteria, where the set is known. */
  readonly known: readonly string[] | undefined;
  readonly errorAt: (key: number, place: string) => string | undefined;
  readonly placeOf: (key: number, place: string) => string;
};

const NONE: ReadonlySet<number> = new Set();

export function EvidenceDesk(props: EvidenceDeskProps): ReactNode {
  const { intake, change, standing, held, known, errorAt, placeOf } = props;
  const { t } = useWords();
  const { now: today } = useHouse();
  const [chosen, setChosen] = useState(NONE);
  const [filter, setFilter] = useState('');
  const latest = useRef(intake);
  useEffect(() => {
    latest.current = intake;
  }, [intake]);
  const put = (next: (rows: readonly IntakeRow[]) => readonly IntakeRow[]): void =>
    change((now) => ({ ...now, rows: next(now.rows) }));
  const taken = (files: readonly TakenIn[]): readonly (string | undefined)[] => {
    let same: ReturnType<typeof takeIn>['same'] = [];
    change((now) => {
      const took = takeIn(now, files, standing, today());
      same = took.same;
      latest.current = took.next;
      return took.next;
    });
    return same.map((each) => (each === undefined ? undefined : t('evidence.same', each)));
  };
  const patch = (keys: ReadonlySet<number>, part: (row: IntakeRow) => Partial<IntakeRow>): void =>
    put((rows) => rows.map((row) => (keys.has(row.key) ? { ...row, ...part(row) } : row)));
  const { rows } = intake;
  const originals = useMemo(() => originalsOf(rows, standing), [rows, standing]);
  const words = searchWords(filter);
  const isShown = ({ title, fileName, supplier, criteria }: IntakeRow): boolean =>
    words.length === 0 || holdsWords(foldText(`${title} ${fileName} ${supplier} ${criteria}`), words);
  return (
    <div className="stack tight" data-drop-around={true}>
      {rows.length < 2 ? null : (
        <BulkBar
          rows={rows.filter(isShown)}
          all={rows.length}
          filter={filter}
          onFilter={setFilter}
          chosen={chosen}
          onChosen={setChosen}
          onPatch={patch}
          onRemove={(keys) => {
            put((now) => now.filter(({ key }) => !keys.has(key)));
            setChosen(NONE);
          }}
        />
      )}
      <EvidenceRows
        items={rows}
        isShown={isShown}
        standing={standing}
        originals={originals}
        known={known}
        chosen={chosen}
        onChoose={(key, isOn) =>
          setChosen((now) => new Set(isOn ? [...now, key] : [...now].filter((each) => each !== key)))
        }
        onChange={(key, part) => patch(new Set([key]), () => part)}
        onRevise={(key, of) => put((now) => reviseBy(now, key, of, held))}
        onRemove={(key) => put((now) => now.filter((each) => each.key !== key))}
        errorAt={errorAt}
        placeOf={placeOf}
      />
      <EvidenceIntake taken={taken} room={() => MOST_ITEMS - latest.current.rows.length} most={MOST_ITEMS}>
        {rows.length === 0 ? null : <EvidenceList rows={rows} known={known} onApply={put} />}
      </EvidenceIntake>
    </div>
  );
}
