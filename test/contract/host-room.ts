// A small council round one real host: temp folder, real store, taps on every link, and what a form must hold.
import { onTestFinished } from 'vitest';
import { meetingClock } from '../../electron/command/meeting-clock.ts';
import { type Headless, type HeadlessOptions, librarySet, openHeadless } from '../../electron/headless.ts';
import type { Hash } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import type { Link } from '../../shared/contract/link.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const name = (vi: string) => ({ vi, en: vi });
const passFail = (id: string, notApplicable: boolean) => ({
  id,
  kind: 'pass-fail' as const,
  statement: name(`Tiêu chí ${id}`),
  tags: [],
  notApplicable,
});
const measured = (id: string, threshold: string | null) => ({
  id,
  kind: 'measured' as const,
  statement: name(`Tiêu chí ${id}`),
  tags: [],
  notApplicable: false,
  unit: '%',
  comparator: '>=' as const,
  threshold,
});

/** p1, p2 pass or fail (p2 may be not applicable); m1 with a threshold of its own, m2 left open. */
export const SET: CriteriaSet = {
  v: 1,
  id: 'nho',
  version: '1',
  sample: true,
  name: name('Bộ nhỏ'),
  legalBasis: [],
  outcomes: [
    { when: { is: 'all-met' }, outcome: 'all', name: name('Đạt') },
    { when: { is: 'otherwise' }, outcome: 'none', name: name('Không đạt') },
  ],
  groups: [
    {
      id: 'g',
      name: name('Nhóm'),
      criteria: [passFail('p1', false), passFail('p2', true), measured('m1', '95'), measured('m2', null)],
    },
  ],
};
export const CRITERIA = ['p1', 'p2', 'm1', 'm2'] as const;
const library = { sets: [librarySet(SET)], leftOut: [] };
export const SET_HASH = library.sets[0]?.sha256 as Hash;

export const ROLES = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member', 'member', 'observer'] as const;

/** Chair, secretary, vice-chair, reviewer, two members, an observer; one platform or more. */
export const formOf = (more: Partial<SessionForm> = {}, platforms = 1): SessionForm => ({
  kind: 'rehearsal',
  subject: 'Họp thử',
  superior: '',
  council: 'HỘI ĐỒNG THỬ',
  decision: { number: '1/QĐ', date: '2026-11-01', body: 'Cơ quan Mẫu' },
  place: 'Phòng 2',
  symbol: 'BB',
  criteria: SET_HASH,
  thresholds: [{ criterion: 'm2', threshold: '3', source: 'Tờ trình 4' }],
  rules: DEFAULT_RULES,
  members: ROLES.map((role, at) => ({
    name: `Người ${'Ẩn Bình Chi Dũng Êm Giang Hà'.split(' ')[at]}`,
    position: '',
    unit: '',
    role,
  })),
  platforms: Array.from({ length: platforms }, (_, at) => ({
    name: `Nền tảng ${at + 1}`,
    owner: '',
    enterprise: '',
    address: '',
    evidence: [],
    measured: [{ criterion: 'm1', value: '99' }],
  })),
  ...more,
});

/** A text that passed over a link, with who the link was to be. */
export type Said = { readonly link: string; readonly way: 'up' | 'down'; readonly text: string };
export type Room = {
  readonly folder: string;
  readonly headless: Headless;
  readonly log: string[];
  readonly said: Said[];
};

export const openRoom = async (folder: string, more: Partial<HeadlessOptions> = {}): Promise<Room> => {
  const log: string[] = [];
  const { now } = meetingClock(new Date(Date.UTC(2026, 10, 23, 1)));
  const line =
    (level: string) =>
    (what: string, params: object = {}) =>
      void log.push(`${level} ${what} ${JSON.stringify(params)}`);
  const headless = granted(
    await openHeadless({
      data: folder,
      log: { error: line('error'), info: line('info') },
      now,
      criteria: library,
      ...more,
    }),
  );
  return { folder, headless, log, said: [] };
};

/** Closed when the test is over; closing twice is nothing. */
export async function room(more: Partial<HeadlessOptions> = {}, folder = tempFolder('host')): Promise<Room> {
  const opened = await openRoom(folder, more);
  onTestFinished(async () => await opened.headless.close().catch(() => undefined));
  return opened;
}

let links = 0;
/** The page's end of a new link to the host; what passes is written down under `label`. */
export function linkTo({ headless, said }: Room, label: string): Link {
  const [near, far] = memoryLinks();
  links += 1;
  serveLink(far, headless.host, {
    id: `link ${links}`,
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    // Tests act at once where people take an hour.
    now: () => performance.now() * 1_000,
    soon: setImmediate,
    note: () => {},
  });
  return {
    ...near,
    send: (text) => {
      said.push({ link: label, way: 'up', text });
      near.send(text);
    },
    onText: (receive) =>
      near.onText((text) => {
        said.push({ link: label, way: 'down', text });
        receive(text);
      }),
  };
}

export const clientTo = (at: Room, label: string): Client => openClient(linkTo(at, label));

export async function deskOf(at: Room, label = 'desk'): Promise<Client> {
  const desk = clientTo(at, label);
  granted(await desk.call('desk.enter', { token: at.headless.deskToken }));
  return desk;
}

export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
}
/** The code of a refusal; `ok` where there was none. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);

/** The first value of a watch, refused or not. */
export const look = async <V extends ViewName>(
  client: Client,
  view: V,
  params: Views[V]['params'],
): Promise<Result<Views[V]['value']>> =>
  await new Promise((shown) => {
    const stop = client.watch(view, params, (value) => {
      queueMicrotask(() => stop());
      shown(value);
    });
  });
export const seen = async <V extends ViewName>(client: Client, view: V, params: Views[V]['params']) =>
  granted(await look(client, view, params));
