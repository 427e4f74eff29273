// What the rule book adds to the session as every seat may see it: sittings, letters, elections, remarks.
import { isAdjourned } from '../../shared/book/sitting.ts';
import type { Election, State } from '../../shared/book/state.ts';
import type { ElectionView } from '../../shared/contract/council-views.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { electionResult } from '../../shared/results/conclusion-result.ts';
import type { Closed } from './closed-platforms.ts';
import type { LiveBook } from './live-book.ts';
import { countIn } from './view-platforms.ts';

type Added = Pick<SessionView, 'sittings' | 'adjourned' | 'authorisations' | 'elections' | 'committee' | 'remarks'>;

export function electionView({ state, opened }: Pick<LiveBook, 'state' | 'opened'>, put: Election): ElectionView {
  const { election, members, head, sha256, poll } = put;
  const result = electionResult(state, opened, put);
  return {
    election,
    members,
    head,
    sha256,
    ...(poll === undefined ? {} : { poll }),
    passed: result?.passed ?? null,
    ...countIn(result),
  };
}

/** What is withheld has no place to be shown at. */
const remarksIn = (state: State, closed: Closed): SessionView['remarks'] =>
  Object.values(state.remarks).flatMap(({ seat, platform, criterion, text, origin }) =>
    platform === undefined || text === undefined || closed.has(platform)
      ? []
      : [
          {
            seat,
            platform,
            ...(criterion === undefined ? {} : { criterion }),
            text,
            at: origin.at,
            entry: origin.entry,
          },
        ],
  );

export function bookView(live: Pick<LiveBook, 'state' | 'opened'>, closed: Closed): Added {
  const { state } = live;
  return {
    sittings: state.meeting.sittings.map(({ opened, presiding, adjourned }) => ({
      openedAt: opened.at,
      presiding,
      ...(adjourned === undefined
        ? {}
        : { adjourned: { at: adjourned.at, until: adjourned.until, note: adjourned.note } }),
    })),
    adjourned: isAdjourned(state),
    authorisations: state.authorisations.map(({ seat, letter, at, ended }) => ({
      seat,
      letter,
      at,
      ...(ended === undefined ? {} : { endedAt: ended.at }),
    })),
    elections: Object.values(state.elections).map((election) => electionView(live, election)),
    ...(state.committee ? { committee: { members: state.committee.members, head: state.committee.head } } : {}),
    remarks: remarksIn(state, closed),
  };
}
