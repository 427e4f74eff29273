// A council of three over the real host: the secretary at the desk, chair and member as pages in a real Chromium.
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type Headless, librarySet, openHeadless } from '../../electron/headless.ts';
import type { Author, Sheet } from '../../renderer/author/author.ts';
import { hostAuthor } from '../../renderer/author/host-author.ts';
import type { PollId } from '../../shared/base/ids.ts';
import { type Result, refuse } from '../../shared/base/result.ts';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { ServedPages } from '../browser/page-author-bundle.ts';
import type { Bench } from '../browser/page-author-page.ts';
import { SMALL_SET } from '../unit/author/recorder.ts';

/** A seat under the suite, wherever its key is held. */
export type Seated = {
  readonly seat: string;
  readonly act: <T = null>(name: keyof Author, ...args: readonly unknown[]) => Promise<Result<T>>;
  /** Begins to look at a sheet. */
  readonly look: (poll: string) => Promise<void>;
  readonly sheet: (poll: string) => Promise<Sheet | undefined>;
  /** Comes back as after a reload: nothing but what is durable is left. */
  readonly again: () => Promise<void>;
};

export type Council = Awaited<ReturnType<typeof openCouncil>>;

const ROLES = ['chair', 'secretary', 'member'] as const;
const quiet = { error: () => {}, info: () => {} };

/** A value or the refusal as an error: a step of the story, not what is under test. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function link({ host }: Headless): Client {
  const [near, far] = memoryLinks();
  serveLink(far, host, {
    id: randomBytes(16).toString('hex'),
    challenge: randomBytes(32),
    now: () => performance.now(),
    soon: setImmediate,
    note: () => {},
  });
  return openClient(near);
}

async function openPage(
  pages: ServedPages,
  headless: Headless,
  code: string,
): Promise<Seated & { readonly page: Page }> {
  const page = await (await pages.browser.newContext()).newPage();
  let client = link(headless);
  await page.exposeFunction('hostCall', async (method: never, input: never) => await client.call(method, input));
  await page.exposeFunction('hostBallot', async () => refuse('not-here'));
  const on = async <T>(name: keyof Bench, ...args: readonly unknown[]) =>
    (await page.evaluate(
      async ([which, all]) => {
        const { bench } = globalThis as unknown as { bench: Record<string, (...a: unknown[]) => unknown> };
        return await bench[which as string]?.(...(all as unknown[]));
      },
      [name, args] as const,
    )) as T;
  const load = async () => {
    await page.goto(pages.url, { waitUntil: 'load' });
    given(await on<Result<unknown>>('open'));
  };
  await load();
  const { book, seat } = given(await on<Result<{ book: string; seat: string }>>('join', code));
  await on('author', book, seat);
  return {
    page,
    seat,
    act: async (name, ...args) => await on('act', seat, name, ...args),
    look: async () => {},
    sheet: async (poll) => (await on<Sheet | null>('act', seat, 'sheet', poll)) ?? undefined,
    again: async () => {
      client.close();
      client = link(headless);
      await load();
      given(await on<Result<null>>('enter', book, seat));
      await on('author', book, seat);
      given(await on<Result<null>>('act', seat, 'resume'));
    },
  };
}

function atDesk(client: Client, book: string, seat: string): Seated {
  let author = hostAuthor(client, book, seat);
  let stops: (() => void)[] = [];
  const looking = new Set<string>();
  const look = async (poll: string) => {
    looking.add(poll);
    stops.push(author.onSheet(poll, () => {}));
    await until(
      async () => author.sheet(poll),
      (sheet) => sheet !== undefined,
    );
  };
  return {
    seat,
    act: async (name, ...args) => (await (author[name] as (...all: readonly unknown[]) => unknown)(...args)) as never,
    look,
    sheet: async (poll) => author.sheet(poll),
    again: async () => {
      for (const stop of stops) stop();
      stops = [];
      await author.close();
      author = hostAuthor(client, book, seat);
      for (const poll of looking) await look(poll);
    },
  };
}

/** Waits for what follows of itself: pushes, sending, counting. */
export async function until<T>(see: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let times = 0; ; times++) {
    const value = await see();
    if (holds(value) || times === 200) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** @param absent: the member has a page and is not in the room */
export async function openCouncil(
  pages: ServedPages,
  data: string,
  { rules = {}, absent = false }: { readonly rules?: Partial<CouncilRules>; readonly absent?: boolean } = {},
) {
  const criteria = { sets: [librarySet(SMALL_SET)], leftOut: [] };
  const headless = given(await openHeadless({ data, log: quiet, criteria }));
  const desk = link(headless);
  given(await desk.call('desk.enter', { token: headless.deskToken }));
  const person = (role: (typeof ROLES)[number], at: number) => ({ name: `Người ${at}`, position: '', unit: '', role });
  const { book } = given(
    await desk.call('session.create', {
      kind: 'session',
      subject: 'Đánh giá nền tảng',
      superior: '',
      council: 'Hội đồng',
      decision: { number: '1', date: '2026-11-23', body: 'Cơ quan' },
      place: 'Phòng họp',
      symbol: 'BB',
      criteria: criteria.sets[0]?.sha256 ?? '',
      thresholds: [],
      rules: { ...DEFAULT_RULES, ...rules },
      members: ROLES.map(person),
      platforms: [{ name: 'Nền tảng A', owner: 'Cơ quan', enterprise: '', address: '', evidence: [], measured: [] }],
    }),
  );
  let view: SessionView | undefined;
  desk.watch('session', { book }, (value) => {
    view = value.ok ? value.value : view;
  });
  const session = async (holds: (value: SessionView) => boolean = () => true): Promise<SessionView> => {
    const seen = await until(
      async () => view,
      (value) => value !== undefined && holds(value),
    );
    if (seen === undefined) throw new Error('no session');
    return seen;
  };
  const seatOf = (role: string) => view?.seats.find((seat) => seat.role === role)?.seat ?? '';
  await session();
  const codeFor = async (role: string) => given(await desk.call('seat.code', { book, seat: seatOf(role) })).code;
  const chair = await openPage(pages, headless, await codeFor('chair'));
  const member = await openPage(pages, headless, await codeFor('member'));
  const secretary = atDesk(desk, book, seatOf('secretary'));
  const all = [chair, secretary, member] as const;
  given(await desk.call('meeting.open', { book, presiding: chair.seat }));
  for (const { seat } of all) {
    const presence = absent && seat === member.seat ? 'excused' : 'present';
    given(await desk.call('attendance.mark', { book, seat, presence, note: '' }));
  }
  const platform = view?.platforms[0]?.platform ?? '';
  return {
    headless,
    desk,
    book,
    chair,
    secretary,
    member,
    all,
    platform,
    session,
    openRound: async (): Promise<PollId> => given(await desk.call('round.open', { book, platform })).poll as PollId,
    results: async (poll: string) => {
      let seen: unknown;
      const stop = desk.watch('results', { book }, (value) => {
        seen = value.ok ? value.value.platforms.find((at) => at.poll === poll) : undefined;
      });
      const found = await until(
        async () => seen,
        (value) => value !== undefined,
      );
      stop();
      return found as
        | { sheets: readonly { seat: string; valid: boolean; items: unknown; comment?: string }[] }
        | undefined;
    },
    close: async () => {
      desk.close();
      for (const { page } of [chair, member]) await page.context().close();
      await headless.close();
    },
  };
}
