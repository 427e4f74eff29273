// The guide of a rehearsal: a quiet strip that says what a step is for, what to do next, and leads there when asked.
import { type ReactNode, useState } from 'react';
import type { Phase } from '../../shared/contract/phases.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Author } from '../author/author.ts';
import { type Guided, guidedBy, OWN_MARKS, STEPS } from '../state/guide-steps.ts';
import { controlWords, focusOn } from '../state/guide-target.ts';
import { go } from '../state/route.ts';
import { nameOf, platformAtHand, roundOf } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { markedIn, unfinished, useWorkingSheet, type WorkingSheet } from '../state/use-sheet.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { GuideEnd } from './guide-end.tsx';
import { KeySign } from './key-sign.tsx';

type Props = { readonly session: SessionView; readonly shown: Phase | 'log'; readonly author: Author | undefined };

const later = (next: () => void): void => void setTimeout(next, 50);

/** My sheet of the open round, and what the sample would mark where I have not. */
function useOwnSheet({ session, author }: Props) {
  const criteria = useView('criteria', { book: session.book });
  const platform = platformAtHand(session);
  const poll = platform === undefined ? undefined : roundOf(session, platform.platform);
  const working = useWorkingSheet(author, poll?.step === 'open' ? poll.poll : undefined);
  if (criteria?.ok !== true || working.sheet === undefined) return undefined;
  const { set } = criteria.value;
  const errors = unfinished(set, working.draft, { scale: session.rules.scale, barred: [] });
  const fill = (): void => {
    for (const { id } of criteriaOf(set))
      if (errors.has(id)) {
        const item = working.draft.items[id] ?? {};
        working.saveItem(id, { ...item, mark: platform?.measured[id]?.satisfied === false ? 'not-met' : 'met' });
      }
  };
  const isCast = working.sheet.step !== 'working' && working.sheet.step !== 'refused';
  return { marked: markedIn(working.draft), left: errors.size, isCast, fill, working };
}

/** A rehearsal may also be set up by hand and held with colleagues: there nobody is invented, and nothing is guided. */
const isPlayed = ({ kind, me, seats }: SessionView): boolean =>
  kind === 'rehearsal' && me.as === 'desk' && seats.some(({ seat, device }) => seat !== me.seat && device === 'host');

/** Nothing outside a played rehearsal, and nothing for who does not sit at the desk. */
export const GuideStrip = (props: Props): ReactNode => (isPlayed(props.session) ? <Strip {...props} /> : null);

function Strip(props: Props): ReactNode {
  const { session, shown } = props;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(true);
  const own = useOwnSheet(props);
  const guided = guidedBy(session, own);
  const lead = (): void => {
    if (guided === undefined) return;
    if (guided.screen !== shown) go({ at: 'session', book: session.book, phase: guided.screen });
    focusOn(controlWords(guided.act, session, t), later);
  };
  useKeys(({ act }) => {
    if (act !== 'guide' || guided === undefined) return false;
    lead();
    return true;
  });
  const at = guided === undefined ? STEPS.length : STEPS.indexOf(guided.step) + 1;
  return (
    <section className="guide" aria-label={t('guide.label')}>
      <div className="guide-head">
        <span className="guide-count">{t('guide.count', { at, all: STEPS.length })}</span>
        <progress max={STEPS.length} value={guided === undefined ? at : at - 1} aria-label={t('guide.label')} />
        <strong className="guide-name">{guided === undefined ? t('guide.end') : t(`guide.${guided.step}`)}</strong>
        <Button kind="quiet" small={true} expanded={isOpen} onPress={() => setOpen((now) => !now)}>
          {t(isOpen ? 'guide.less' : 'guide.more')}
        </Button>
      </div>
      {isOpen && guided !== undefined ? <p className="guide-why">{t(`guide.${guided.step}.why`)}</p> : null}
      {guided === undefined ? (
        isOpen ? (
          <GuideEnd session={session} />
        ) : null
      ) : (
        <Next session={session} shown={shown} guided={guided} own={own} onLead={lead} />
      )}
    </section>
  );
}

function Next(props: {
  readonly session: SessionView;
  readonly shown: Phase | 'log';
  readonly guided: Guided;
  readonly own: { readonly marked: number; readonly fill: () => void; readonly working: WorkingSheet } | undefined;
  readonly onLead: () => void;
}): ReactNode {
  const { session, shown, guided, own, onLead } = props;
  const { t, say } = useWords();
  const names = guided.waiting.map((seat) => nameOf(session, seat)).join(', ');
  const isElsewhere = guided.screen !== shown;
  const where = isElsewhere ? t('guide.go.screen', { screen: t(`phase.${guided.screen}`) }) : t('guide.go');
  const hasControl = guided.act !== 'fill' && controlWords(guided.act, session, t) !== undefined;
  return (
    <div className="guide-next">
      {/* Marks are counted outside the live words: three keys in a row are not read out three times. */}
      <p role="status">
        {t(`guide.do.${guided.act}`)}
        {guided.barred === undefined ? null : ` ${t('guide.barred', { why: say(guided.barred) })}`}
      </p>
      {guided.act === 'mark' ? (
        <span className="soft">{t('guide.marked', { done: own?.marked ?? 0, all: OWN_MARKS })}</span>
      ) : null}
      {guided.waiting.length === 0 ? null : (
        <span className="soft">{t('guide.waiting', { count: guided.waiting.length, names })}</span>
      )}
      {guided.act === 'fill' && own !== undefined ? (
        <Button small={true} kind="main" isDisabled={own.working.isSaving} onPress={own.fill}>
          {t('guide.fill')}
        </Button>
      ) : null}
      {isElsewhere || hasControl ? (
        <Button small={true} label={where} onPress={onLead}>
          {where}
          <KeySign keys="G" />
        </Button>
      ) : null}
    </div>
  );
}
