// What is ready and what is missing before a meeting is opened, line by line, each with where it is mended.
import type { SessionView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { adviceWords } from './advice-words.ts';
import { isUnpromulgated, votingSeats } from './session.ts';
import type { Words } from './words.ts';

export type Ready = {
  readonly id: string;
  /** `stop`: the meeting cannot be opened. `wait`: still to be done. `note`: worth knowing. */
  readonly stand: 'done' | 'wait' | 'note' | 'stop';
  readonly words: string;
  readonly mend?: 'edit' | 'attendance';
};

function evidenceLines(session: SessionView, { t }: Words): readonly Ready[] {
  const count = session.platforms.reduce((sum, platform) => sum + platform.evidence.length, 0);
  const bare = session.platforms.filter(({ evidence }) => evidence.length === 0);
  if (bare.length === 0) return [{ id: 'evidence', stand: 'done', words: t('ready.evidence', { count }) }];
  const names = bare.map(({ name }) => name).join('; ');
  return [{ id: 'evidence', stand: 'wait', words: t('ready.evidence.none', { names }) }];
}

function measuredLines(session: SessionView, set: CriteriaSet | undefined, { t }: Words): readonly Ready[] {
  const measured = set === undefined ? [] : criteriaOf(set).filter(({ kind }) => kind === 'measured');
  if (measured.length === 0) return [];
  const left = session.platforms.reduce(
    (sum, platform) => sum + measured.filter(({ id }) => platform.measured[id] === undefined).length,
    0,
  );
  const all = measured.length * session.platforms.length;
  return [
    left === 0
      ? { id: 'measured', stand: 'done', words: t('ready.measured', { count: all }) }
      : { id: 'measured', stand: 'wait', words: t('ready.measured.left', { count: left, all }) },
  ];
}

/** What the rules advise of a council: its number, its vice-chairs, its reviewers. They warn and bar nothing. */
function councilSize(session: SessionView, words: Words): readonly Ready[] {
  const { t } = words;
  const voting = votingSeats(session);
  const count = voting.length;
  if (session.rules.body === 'hired-unit') return [];
  const warned = adviceWords(
    words,
    session.rules,
    voting.map(({ role }) => role),
  );
  return warned.length === 0
    ? [{ id: 'council', stand: 'done', words: t('council.size.fits', { count }) }]
    : warned.map((text, at) => ({ id: `council-${at}`, stand: 'note', words: text, mend: 'edit' }));
}

function councilLines(session: SessionView, words: Words): readonly Ready[] {
  const { t } = words;
  const voting = votingSeats(session);
  const sitting = session.seats.filter(({ replacedBy }) => replacedBy === undefined);
  const joined = sitting.filter(({ device }) => device !== 'none').length;
  const undeclared = voting.filter((seat) =>
    session.platforms.some(({ platform }) => seat.declared[platform] === undefined),
  ).length;
  const conflicts = voting.filter((seat) => Object.values(seat.declared).includes(true)).length;
  return [
    ...councilSize(session, words),
    joined === sitting.length
      ? { id: 'joined', stand: 'done', words: t('ready.joined', { count: joined }) }
      : {
          id: 'joined',
          stand: 'wait',
          words: t('ready.joined.left', { joined, all: sitting.length }),
          mend: 'attendance',
        },
    undeclared === 0
      ? { id: 'declared', stand: 'done', words: t('ready.declared', { count: voting.length, conflicts }) }
      : {
          id: 'declared',
          stand: 'wait',
          words: t('ready.declared.left', { left: undeclared, all: voting.length }),
          mend: 'attendance',
        },
  ];
}

function setLine({ criteria }: SessionView, { t }: Words): Ready {
  const { count } = criteria;
  if (criteria.sample) return { id: 'set', stand: 'note', words: t('ready.set.sample', { count }), mend: 'edit' };
  if (isUnpromulgated(criteria))
    return { id: 'set', stand: 'note', words: t('ready.set.unpromulgated', { count }), mend: 'edit' };
  return { id: 'set', stand: 'done', words: t('ready.set', { count }) };
}

export function readiness(session: SessionView, set: CriteriaSet | undefined, words: Words): readonly Ready[] {
  const { say } = words;
  const open = session.possible?.openMeeting;
  const opening: readonly Ready[] =
    open === undefined || open.possible ? [] : [{ id: 'opening', stand: 'stop', words: say(open.why), mend: 'edit' }];
  return [
    ...opening,
    setLine(session, words),
    ...councilLines(session, words),
    ...evidenceLines(session, words),
    ...measuredLines(session, set, words),
  ];
}
