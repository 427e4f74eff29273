// A council of five with two platforms and a counting committee, set up before anybody comes, and who marks what.

import { linkTo, must } from '../../electron/command/played-table.ts';
import { librarySet, openHeadless } from '../../electron/headless.ts';
import { rehearsalMembers, rehearsalPlatform } from '../../electron/host/rehearsal-people.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { sampleSet, sessionForm } from '../helpers/played.ts';
import { makeFolder } from '../helpers/temp-folder.ts';

export const RULES: CouncilRules = {
  ...DEFAULT_RULES,
  id: 'rulebook-story',
  threshold: { comparator: 'more-than', numerator: 1, denominator: 2 },
  committee: 'three',
  rounds: { most: 2, change: 'reason-required' },
};

/** Chair, vice-chair, secretary at the desk, two reviewers. */
const MEMBERS = rehearsalMembers(5);
export const SEATS = ['chair', 'vice', 'desk', 'first', 'second'] as const;
export type Who = (typeof SEATS)[number];
export const nameOf = (who: Who): string => MEMBERS[SEATS.indexOf(who)]?.name ?? '';

const platforms = [rehearsalPlatform(1, []), rehearsalPlatform(2, [])];
export const [ONE, TWO] = platforms.map(({ name }) => name) as [string, string];

const set = await sampleSet('toi-thieu-224');
export const CRITERIA = criteriaOf(set).map(({ id }) => id);

/** On the first platform: the second reviewer and the vice-chair do not find the third criterion met. */
export const DOUBTED = CRITERIA[2] ?? '';
const DOUBTING: readonly Who[] = ['vice', 'second', 'chair'];
export const markOf = (who: Who, platform: string, criterion: string): 'met' | 'not-met' =>
  platform === ONE && criterion === DOUBTED && DOUBTING.includes(who) ? 'not-met' : 'met';

/** A folder with the session in it: a host started on it knows it. */
export async function givenSession(): Promise<{ readonly data: string; readonly subject: string }> {
  const data = makeFolder('rulebook');
  const log = { error: (what: string) => console.error(what), info: () => {} };
  const library = { sets: [librarySet(set)], leftOut: [] };
  const headless = must(await openHeadless({ data, log, now: () => new Date(), criteria: library }), 'open');
  const desk = linkTo(headless);
  must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk.enter');
  const form = { ...sessionForm(set, { members: 5 }, platforms), rules: RULES };
  must(await desk.call('session.create', form), 'session.create');
  await headless.close();
  return { data, subject: form.subject };
}
