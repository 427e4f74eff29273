// A draft under the hand: tree and fields, outcomes, consultation, promulgation; every change kept, every step undone.
import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import type { LibraryRecord } from '../../shared/contract/criteria-library.ts';
import type { SetDraft } from '../../shared/criteria/set-draft.ts';
import { isTextPlace } from '../state/desk-keys.ts';
import {
  type Acted,
  type At,
  addCriterion,
  addGroup,
  criterionAt,
  duplicate,
  move,
  remove,
} from '../state/set-edits.ts';
import { changed, opened, redone, type SetForm, startForm, undone } from '../state/set-form.ts';
import type { Placed, SetTab } from '../state/set-places.ts';
import { problemsOf, rowKey, wordProblem } from '../state/set-problems.ts';
import { useSetKeeper } from '../state/set-record.ts';
import { type Edit, type Said, SetWorkProvider } from '../state/set-work.ts';
import { useKept } from '../state/use-keeper.ts';
import { useKeys } from '../state/use-keys.ts';
import { useWords, type Words } from '../state/words.ts';
import { goToPlace } from './form-place.tsx';
import { ConsultPart } from './set-consult.tsx';
import { SetFields } from './set-fields.tsx';
import { DraftHands, SetHead } from './set-head.tsx';
import { CriterionLook } from './set-look.tsx';
import { OutcomesPart } from './set-outcomes.tsx';
import { ProblemList } from './set-problems.tsx';
import { PromulgatePart } from './set-promulgate.tsx';
import { SetTree, type TreeAct } from './set-tree.tsx';

const ACTS: Readonly<Record<TreeAct, (draft: SetDraft, at: At) => Acted | undefined>> = {
  'add-group': addGroup,
  'add-criterion': addCriterion,
  duplicate,
  up: (draft, at) => move(draft, at, -1),
  down: (draft, at) => move(draft, at, 1),
  remove,
};
const NOTHING_SAID: Said = {};

const nameOf = (draft: SetDraft, at: At, { t }: Words): string => {
  if (at.is === 'set') return '';
  if (at.is === 'criterion') return t('set.criterion', { id: criterionAt(draft, at.key)?.id ?? '' });
  return t('set.group', { id: draft.groups.find(({ key }) => key === at.key)?.id ?? '' });
};

const focusRow = (): void => document.querySelector<HTMLElement>('.set-row[aria-current]')?.focus();
/** Into what is open: a row that was just added, or Enter on a row. */
const focusFields = (): void =>
  document.querySelector<HTMLElement>('.set-fields input:not([type="hidden"]), .set-fields textarea')?.focus();

export function DraftPart(props: {
  readonly record: LibraryRecord;
  readonly draft: SetDraft;
  readonly onFrozen: () => void;
}): ReactNode {
  const { record, onFrozen } = props;
  const words = useWords();
  const { t } = words;
  const [form, setForm] = useState<SetForm>(() =>
    startForm({ draft: props.draft, consultations: record.consultations }),
  );
  const keeper = useSetKeeper(record.row.key, form.doc);
  const kept = useKept(keeper);
  const [tab, setTab] = useState<SetTab>('content');
  const [isListed, setListed] = useState(false);
  const [fresh, setFresh] = useState<number | undefined>(props.draft.id === '' ? 0 : undefined);
  const [said, setSaid] = useState('');
  const soon = useAfterDrawing();
  const latest = useRef(form);
  const put = useCallback(
    (next: (form: SetForm) => SetForm): void => {
      const was = latest.current;
      latest.current = next(was);
      setForm(latest.current);
      if (latest.current.doc !== was.doc) keeper.keep(latest.current.doc);
    },
    [keeper],
  );
  const edit: Edit = useCallback(
    (next, how) =>
      put((now) => {
        const draft = next(now.doc.draft);
        return changed(now, draft === now.doc.draft ? now.doc : { ...now.doc, draft }, how);
      }),
    [put],
  );
  const open = useCallback(
    (at: At): void => {
      put((now) => opened(now, at));
      setFresh((now) => (now === rowKey(at) ? now : undefined));
    },
    [put],
  );
  const act = (name: TreeAct): void => {
    const was = latest.current;
    const acted = ACTS[name](was.doc.draft, was.at);
    if (acted === undefined) return;
    put((now) => changed(now, { ...now.doc, draft: acted.draft }, { at: acted.at }));
    const isNew = name === 'add-group' || name === 'add-criterion';
    if (isNew) setFresh(rowKey(acted.at));
    if (name === 'remove') setSaid(t('set.removed', { what: nameOf(was.doc.draft, was.at, words) }));
    else if (name === 'up' || name === 'down') setSaid(movedWords(acted, words));
    else setSaid('');
    soon(isNew || name === 'duplicate' ? focusFields : focusRow);
  };
  const step = useCallback(
    (turn: (form: SetForm) => SetForm): boolean => {
      const was = latest.current;
      put(turn);
      setSaid('');
      return latest.current !== was;
    },
    [put],
  );
  useKeys(({ act: name }) => name === 'undo' && step(undone));
  useRedo(() => step(redone));

  // Reading the whole set takes some milliseconds: keys go first.
  const quiet = useDeferredValue(form.doc.draft);
  const problems = useMemo(() => problemsOf(quiet, fresh), [quiet, fresh]);
  const work = useMemo(() => {
    const at = new Map<string, Said>();
    for (const { place, problem } of problems.all) {
      const now = at.get(place) ?? {};
      const sentence = wordProblem(problem, quiet, words);
      at.set(place, problem.severity === 'error' ? { error: sentence, ...now } : { warning: sentence, ...now });
    }
    return (place: string): Said => at.get(place) ?? NOTHING_SAID;
  }, [problems, quiet, words]);
  const goTo = ({ tab: where, at, place }: Placed): void => {
    setTab(where);
    open(at);
    soon(() => goToPlace(place));
  };
  const flush = async (): Promise<Result<unknown>> => {
    await keeper.flush();
    const now = keeper.now();
    return now.word === 'refused' ? { ok: false, refusal: now.why } : ok(null);
  };
  const { draft, consultations } = form.doc;
  const criterion = form.at.is === 'criterion' ? criterionAt(draft, form.at.key) : undefined;
  return (
    <SetWorkProvider value={{ draft, edit, said: work }}>
      <div className="set">
        <SetHead row={record.row} draft={draft} tab={tab} onTab={setTab}>
          <DraftHands
            kept={kept}
            canUndo={form.past.length > 0}
            canRedo={form.future.length > 0}
            onUndo={() => step(undone)}
            onRedo={() => step(redone)}
            errors={problems.errors}
            warnings={problems.all.length - problems.errors}
            isListed={isListed}
            onList={() => {
              setFresh(undefined);
              setListed((now) => !now);
            }}
          />
        </SetHead>
        <div className="set-said row small">
          <p role="status">{said}</p>
          {said === '' ? null : (
            <button type="button" className="link" onClick={() => step(undone)}>
              {t('set.undo')}
            </button>
          )}
        </div>
        {isListed && problems.all.length > 0 ? <ProblemList all={problems.all} draft={quiet} onGo={goTo} /> : null}
        {tab === 'content' ? (
          <div className="set-body">
            <SetTree
              groups={draft.groups}
              at={form.at}
              errors={problems.byRow}
              onAct={act}
              onGo={open}
              onEnter={() => soon(focusFields)}
            />
            <div className="set-fields">
              <SetFields at={form.at} />
              {criterion === undefined ? null : (
                <section className="set-part" aria-labelledby="set-look">
                  <h3 id="set-look">{t('set.look')}</h3>
                  <CriterionLook criterion={criterion} />
                </section>
              )}
            </div>
          </div>
        ) : (
          <div className="set-rest">
            {tab === 'outcomes' ? <OutcomesPart /> : null}
            {tab === 'consult' ? (
              <ConsultPart
                consultations={consultations}
                onChange={(next, mark) => put((now) => changed(now, next(now.doc), mark === undefined ? {} : { mark }))}
              />
            ) : null}
            {tab === 'promulgate' ? (
              <PromulgatePart
                keyOf={record.row.key}
                version={draft.version}
                errors={problems.errors}
                isSample={draft.sample}
                flush={flush}
                onErrors={() => {
                  setFresh(undefined);
                  setListed(true);
                }}
                onDone={onFrozen}
              />
            ) : null}
          </div>
        )}
      </div>
    </SetWorkProvider>
  );
}

function movedWords({ draft, at }: Acted, words: Words): string {
  const group =
    at.is === 'criterion' ? draft.groups.find(({ criteria }) => criteria.some(({ key }) => key === at.key)) : undefined;
  const rows: readonly { readonly key: number }[] = group?.criteria ?? draft.groups;
  const place = rows.findIndex(({ key }) => at.is !== 'set' && key === at.key) + 1;
  return words.t('set.moved', { what: nameOf(draft, at, words), place });
}

/** Moves the focus as soon as what it goes to is drawn, and never later: by then somebody types elsewhere. */
function useAfterDrawing(): (act: () => void) => void {
  const wish = useRef<(() => void) | undefined>(undefined);
  const [, draw] = useState(0);
  useLayoutEffect(() => {
    const act = wish.current;
    wish.current = undefined;
    act?.();
  });
  return useCallback((act) => {
    wish.current = act;
    draw((turn) => turn + 1);
  }, []);
}

/** Ctrl+Y and Ctrl+Shift+Z, outside text fields: there the field's own steps hold. */
function useRedo(onRedo: () => boolean): void {
  const now = useRef(onRedo);
  useEffect(() => {
    now.current = onRedo;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'y' && !event.shiftKey) || (key === 'z' && event.shiftKey);
      if (isRedo && !isTextPlace(event.target) && now.current()) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
