// What stands on the wall, taken from the invented session as the host would take it.

import { PHASES } from '../../shared/contract/phases.ts';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import type { ResultsView, SessionView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { givenSet } from './given-criteria.ts';

/** The third criterion is the one that is pointed at. */
const POINTED = 2;

export function givenWall(session: SessionView, results: ResultsView): ProjectorView {
  const set = givenSet(session.criteria.count);
  const criterion = criteriaOf(set)[POINTED];
  const platform = session.platforms[0];
  const poll = session.polls[0];
  const result = results.platforms[0]?.result;
  const isCounted = poll?.step === 'counted';
  const conclusion = platform?.conclusion;
  const entitled = poll?.sheets.filter(({ state }) => state !== 'not-entitled') ?? [];
  const verdicts = result?.criteria ?? [];
  return {
    book: session.book,
    kind: session.kind,
    sample: session.criteria.sample,
    subject: session.subject,
    council: session.council,
    phase: session.phase,
    quorum: { holds: true, present: 6, appointed: session.seats.length, needed: session.quorum.needed },
    joined: session.seats.filter(({ device }) => device !== 'none').length,
    seats: session.seats.length,
    ...(platform === undefined ? {} : { platform: { name: platform.name, number: 1, of: session.platforms.length } }),
    ...(poll === undefined
      ? {}
      : {
          round: {
            number: poll.round,
            step: poll.step,
            cast: entitled.filter(({ state }) => state !== 'working').length,
            entitled: entitled.length,
          },
        }),
    ...(criterion === undefined || poll === undefined
      ? {}
      : {
          criterion: {
            id: criterion.id,
            number: POINTED + 1,
            of: session.criteria.count,
            group: set.groups[0]?.name ?? { vi: '', en: '' },
            statement: criterion.statement,
            ...(isCounted && verdicts[POINTED] !== undefined ? { result: verdicts[POINTED] } : {}),
          },
        }),
    ...(isCounted && result !== undefined
      ? {
          outcome: {
            name: result.outcome.name,
            met: verdicts.filter(({ verdict }) => verdict === 'met').length,
            notMet: verdicts.filter(({ verdict }) => verdict === 'not-met').length,
            leftOut: verdicts.filter(({ verdict }) => verdict === 'left-out').length,
          },
        }
      : {}),
    ...(conclusion === undefined || PHASES.indexOf(session.phase) < PHASES.indexOf('conclusion')
      ? {}
      : { conclusion: { text: conclusion.text, cast: 3, entitled: 5, passed: conclusion.passed } }),
  };
}
