// Who may call what, what a bad message does, and that faults tell nothing.
import { describe, expect, test } from 'vitest';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { CALL_LIMIT, MESSAGES, STRANGER_LIMIT, serveLink, WATCH_LIMIT } from '../../shared/contract/dispatcher.ts';
import type { Link } from '../../shared/contract/link.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { METHODS, type MethodName, type Who } from '../../shared/contract/methods.ts';
import { WATCHABLE } from '../../shared/contract/watchable.ts';
import { seeded } from '../helpers/seed.ts';
import { virtualClock } from '../helpers/virtual-clock.ts';
import { BOOK, type EchoHost, echoHost, KEY, OTHER_BOOK, SEAT, SIG, TOKEN } from './echo-host.ts';

type Open = EchoHost & {
  readonly link: Link;
  readonly texts: string[];
  readonly words: string[];
  readonly clock: ReturnType<typeof virtualClock>;
  readonly isClosed: () => boolean;
};

/** A link served by an echo host; its other end is raw. */
function served(echo: EchoHost = echoHost()): Open {
  const [near, far] = memoryLinks();
  const clock = virtualClock();
  const words: string[] = [];
  let closed = false;
  near.onClose(() => {
    closed = true;
  });
  serveLink(far, echo.host, {
    id: 'a-link',
    challenge: new Uint8Array(32).fill(7),
    now: clock.now,
    soon: setImmediate,
    note: (word) => words.push(word),
  });
  return { ...echo, link: near, texts: [], words, clock, isClosed: () => closed };
}

const settle = () => new Promise((done) => setTimeout(done, 5));

/** Sends raw texts and gives back what came. */
async function raw(open: Open, ...texts: readonly string[]): Promise<readonly string[]> {
  open.link.onText((text) => open.texts.push(text));
  for (const text of texts) open.link.send(text);
  await settle();
  return open.texts;
}

async function enter(client: Client, who: Who): Promise<void> {
  if (who === 'desk') expect(await client.call('desk.enter', { token: TOKEN })).toEqual({ ok: true, value: {} });
  if (who === 'seat') expect((await client.call('seat.return', { book: BOOK, key: KEY, sig: SIG })).ok).toBe(true);
  if (who === 'projector') expect((await client.call('projector.enter', { token: TOKEN })).ok).toBe(true);
}

/** What each may call besides nothing; written out, so that a slip in the contract is seen. */
const STRANGERS: readonly string[] = [
  'desk.enter',
  'seat.challenge',
  'seat.ask',
  'seat.join',
  'seat.return',
  'projector.enter',
  'shared.unlock',
  'shared.table',
  'shared.enter',
  'guest.join',
  'guest.return',
];
const SEATS: readonly string[] = [
  'evidence.plain',
  'evidence.search',
  'feed.append',
  'feed.tip',
  'recording.read',
  'ballot.read',
  'projector.point',
  'presence.report',
  'talk.lead',
  'talk.ask',
  'blob.open',
  'room.admit',
  'room.turn-away',
  'recording.resume-agree',
  'share.release',
  'draft.save',
  'draft.comment',
  'ballot.cast',
  'ballot.reopen',
  'interest.declare',
  'vote.cast',
  'reservation.make',
  'minutes.approve',
  'entry.confirm',
  'drafts.deposit',
  'drafts.fetch',
];
const DESK_NOT: readonly string[] = [
  ...STRANGERS,
  'feed.append',
  'feed.tip',
  'recording.read',
  'ballot.read',
  'drafts.deposit',
  'drafts.fetch',
];

const mayCall = (who: Who, method: string): boolean =>
  who === 'projector'
    ? false
    : who === 'stranger'
      ? STRANGERS.includes(method)
      : who === 'seat'
        ? SEATS.includes(method)
        : !DESK_NOT.includes(method);

/** Views of a seat; the desk has them all, a stranger none. */
const SEAT_VIEWS: readonly string[] = [
  'session',
  'criteria',
  'results',
  'draft',
  'count',
  'talk',
  'minutes',
  'log',
  'reading',
  'room',
  'recording',
];
const maySee = (who: Who, view: string): boolean =>
  who === 'desk' || (who === 'seat' && SEAT_VIEWS.includes(view)) || (who === 'projector' && view === 'projector');

const everybody: readonly Who[] = ['stranger', 'seat', 'projector', 'desk'];
const methodNames = Object.keys(METHODS) as MethodName[];

describe('who may call what', () => {
  test.each(everybody)('[CT1] as %s, only its own methods get as far as being read', async (who) => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, who);
    const before = open.calls.length;
    for (const method of methodNames) {
      // No method takes null, so one that is let in says so, and none gets to the host.
      const answer = await client.call(method, null as never);
      expect(answer, method).toMatchObject({
        ok: false,
        refusal: mayCall(who, method)
          ? { code: 'bad-input', params: { name: method, where: '' } }
          : { code: 'not-allowed', params: { name: method, who } },
      });
    }
    expect(open.calls.length).toBe(before);
  });

  test.each(everybody)('[CT1] as %s, only its own views can be watched', async (who) => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, who);
    for (const view of Object.keys(WATCHABLE) as (keyof typeof WATCHABLE)[]) {
      const allowed = maySee(who, view);
      const answer = await new Promise((done) => client.watch(view, null as never, done));
      expect(answer, view).toMatchObject({ ok: false, refusal: { code: allowed ? 'bad-input' : 'not-allowed' } });
    }
    // One that is added says here who may see it.
    expect(Object.keys(WATCHABLE)).toHaveLength(16);
    expect(open.watching.size).toBe(0);
  });

  test('[CT2] a seat reaches its own book and no other, and is not told whether there is one', async () => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, 'seat');
    const tip = (book: string) => client.call('feed.tip', { book, feed: '0'.repeat(32) });
    expect((await tip(BOOK)).ok).toBe(true);
    expect(await tip(OTHER_BOOK)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    const seen = await new Promise((done) => client.watch('session', { book: OTHER_BOOK }, done));
    expect(seen).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    expect(open.watching.size).toBe(0);
  });

  test('[CT1] names that every object has are no methods and no views', async () => {
    const open = served();
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
    const texts = await raw(
      open,
      ...names.map((call, at) => JSON.stringify({ id: at + 1, call, input: {} })),
      ...names.map((view, at) => JSON.stringify({ watch: at + 50, view, params: {} })),
    );
    const codes = texts.map((text) => JSON.parse(text).refusal.code);
    expect(codes.sort()).toEqual([...names.map(() => 'unknown-method'), ...names.map(() => 'unknown-view')]);
    expect(open.calls).toEqual([]);
  });

  test('[CT3] a link becomes somebody once, however many enterings it sends at the same moment', async () => {
    const slowly = async (
      peer: { become: (who: { who: 'seat'; book: string; seat: string }) => boolean },
      input: never,
    ) => {
      await settle();
      const { book } = input as { book: string };
      return { ok: true as const, value: peer.become({ who: 'seat', book, seat: SEAT }) };
    };
    const open = served(echoHost({ 'seat.return': slowly }));
    const client = openClient(open.link);
    const answers = await Promise.all([
      client.call('seat.return', { book: BOOK, key: KEY, sig: SIG }),
      client.call('seat.return', { book: OTHER_BOOK, key: KEY, sig: SIG }),
      client.call('desk.enter', { token: TOKEN }),
      client.call('feed.tip', { book: BOOK, feed: '0'.repeat(32) }),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, false, true]);
    expect([...open.peers].map((peer) => peer.identity)).toEqual([{ who: 'seat', book: BOOK, seat: SEAT }]);
  });

  test('[CT3] entering a link that has closed meanwhile holds nothing, and the end is told once', async () => {
    const became: boolean[] = [];
    const open = served(
      echoHost({
        'seat.return': async (peer) => {
          await settle();
          became.push(peer.become({ who: 'desk' }));
          return { ok: true, value: {} };
        },
      }),
    );
    const client = openClient(open.link);
    const answer = client.call('seat.return', { book: BOOK, key: KEY, sig: SIG });
    await Promise.resolve();
    client.close();
    expect(await answer).toEqual({ ok: false, refusal: { code: 'link-lost', params: {} } });
    await settle();
    await settle();
    expect(became).toEqual([false]);
    expect(open.gone).toEqual([{ who: 'stranger' }]);
  });
});

describe('what comes in', () => {
  test('[CT4] bad input is refused with its place, and content does not come back', async () => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, 'desk');
    const input = {
      book: BOOK,
      declared: [
        { platform: SEAT, conflict: false },
        { platform: 'xx-SECRET', conflict: true },
      ],
    };
    expect(await client.call('interest.declare', input)).toEqual({
      ok: false,
      refusal: { code: 'bad-input', params: { name: 'interest.declare', where: 'declared.1.platform', why: 'custom' } },
    });
    const more = { book: BOOK, ...JSON.parse('{"__proto__":{"SECRET":1},"SECRET":2}') };
    const answer = await client.call('round.open', more as never);
    expect(answer).toMatchObject({ refusal: { code: 'bad-input' } });
    expect(JSON.stringify(answer)).not.toContain('SECRET');
    expect(open.calls.map((call) => call.method)).toEqual(['desk.enter']);
  });

  test('[CT5] a fault carries its number and nothing else, and the link serves on', async () => {
    const open = served(
      echoHost({
        'round.open': () => Promise.reject(new Error('mark of Nguyễn Văn SECRET')),
        'round.close': () => {
          throw new Error('SECRET at once');
        },
        'round.reveal': async () => ({ ok: true, value: { SECRET: 1n } }),
      }),
    );
    const client = openClient(open.link);
    await enter(client, 'desk');
    const faults = [
      await client.call('round.open', { book: BOOK, platform: SEAT }),
      await client.call('round.close', { book: BOOK, poll: SEAT }),
      await client.call('round.reveal', { book: BOOK, poll: SEAT }),
    ];
    expect(faults).toEqual(
      ['1', '2', '3'].map((number) => ({ ok: false, refusal: { code: 'fault', params: { number } } })),
    );
    expect(open.faults).toHaveLength(3);
    expect((await client.call('criteria.list', {})).ok).toBe(true);
  });

  test('[CT5] a view that faults is refused with its number', async () => {
    const echo = echoHost();
    const host = {
      ...echo.host,
      watch: () => {
        throw new Error('SECRET');
      },
    };
    const open = served({ ...echo, host });
    const client = openClient(open.link);
    await enter(client, 'desk');
    const seen = await new Promise((done) => client.watch('home', {}, done));
    expect(seen).toEqual({ ok: false, refusal: { code: 'fault', params: { number: '1' } } });
  });

  test('[CT5] a value that cannot be written is a fault of its view, not of the link', async () => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, 'desk');
    open.change('home', { cards: 1n });
    const seen = await new Promise((done) => client.watch('home', {}, done));
    expect(seen).toEqual({ ok: false, refusal: { code: 'fault', params: { number: '1' } } });
    expect(client.state).toBe('open');
  });

  test.each([
    ['no JSON', '{"id":1,'],
    ['no object', '7'],
    ['nothing known', '{"hello":1}'],
    ['a call and a watch at once', '{"id":1,"call":"seat.challenge","input":{},"watch":2}'],
    ['a number that is none', '{"id":0,"call":"seat.challenge","input":{}}'],
    ['a fraction', '{"id":1.5,"call":"seat.challenge","input":{}}'],
    ['a name without end', JSON.stringify({ id: 1, call: 'x'.repeat(61), input: {} })],
    ['very deep', '['.repeat(4_000)],
  ])('[CT6] %s ends the link with a word', async (_what, text) => {
    const open = served();
    await raw(open, text);
    expect([open.isClosed(), open.words, open.gone.length]).toEqual([true, ['malformed'], 1]);
  });

  test('[CT6] a stranger may not write long texts, and nobody may write too long ones', async () => {
    const stranger = served();
    await raw(stranger, JSON.stringify({ id: 1, call: 'desk.enter', input: { token: 'x'.repeat(STRANGER_LIMIT) } }));
    expect(stranger.words).toEqual(['too-long']);

    const open = served();
    const client = openClient(open.link);
    await enter(client, 'desk');
    const text = 'x'.repeat(MESSAGE_LIMIT);
    // The client says so before it sends: the link stands.
    const answer = await client.call('opinion.record', { book: BOOK, platform: SEAT, seat: SEAT, text });
    expect(answer).toEqual({ ok: false, refusal: { code: 'message-too-long', params: { most: MESSAGE_LIMIT } } });
    open.link.send(JSON.stringify({ id: 900, call: 'opinion.record', input: text }));
    await settle();
    expect([client.state, open.words]).toEqual(['closed', ['too-long']]);
  });

  test('[CT7] too many calls at once are refused, the others are answered', async () => {
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const open = served(echoHost({ 'criteria.list': () => held.then(() => ({ ok: true, value: {} })) }));
    const client = openClient(open.link);
    await enter(client, 'desk');
    const answers = Array.from({ length: CALL_LIMIT + 3 }, () => client.call('criteria.list', {}));
    await settle();
    release();
    const codes = (await Promise.all(answers)).map((answer) => (answer.ok ? 'done' : answer.refusal.code));
    expect(codes.filter((code) => code === 'done')).toHaveLength(CALL_LIMIT);
    expect(codes.slice(CALL_LIMIT)).toEqual(['too-many-calls', 'too-many-calls', 'too-many-calls']);
    expect((await client.call('criteria.list', {})).ok).toBe(true);
  });

  test('[CT7] too many watches, or a number used twice, end the link', async () => {
    const many = served();
    const client = openClient(many.link);
    await enter(client, 'desk');
    for (let at = 0; at <= WATCH_LIMIT; at++) client.watch('home', {}, () => {});
    await settle();
    expect([client.state, many.words, many.watching.size]).toEqual(['closed', ['too-many-watches'], 0]);

    const twice = served();
    const watch = '{"watch":5,"view":"home","params":{}}';
    await raw(twice, `{"id":1,"call":"desk.enter","input":{"token":"${TOKEN}"}}`, watch, watch);
    expect([twice.words, twice.watching.size]).toEqual([['number-in-use'], 0]);
  });

  test('[CT7] who writes faster than allowed is put out; who keeps to it never is', async () => {
    const flood = served();
    await raw(flood, ...Array.from({ length: MESSAGES.atOnce + 1 }, () => '{"unwatch":1}'));
    expect(flood.words).toEqual(['too-fast']);

    const steady = served();
    for (let second = 0; second < 20; second++) {
      await raw(steady, ...Array.from({ length: MESSAGES.perSecond }, () => '{"unwatch":1}'));
      steady.clock.advance(1_000);
      // A clock set back by the user takes nothing away.
      if (second === 10) steady.clock.set(0);
    }
    expect([steady.isClosed(), steady.words]).toEqual([false, []]);
  });

  test('[CT6] whatever texts come, the host answers or ends the link and never throws', async () => {
    const random = seeded('texts on a link');
    const valid = [
      { id: 1, call: 'desk.enter', input: { token: TOKEN } },
      { id: 2, call: 'round.open', input: { book: BOOK, platform: SEAT } },
      { watch: 3, view: 'home', params: {} },
      { unwatch: 3 },
    ].map((message) => JSON.stringify(message));
    const mutate = (text: string): string => {
      const at = random.integer(0, text.length);
      const junk = random.pick([
        '',
        '"',
        '{',
        '}',
        '[',
        '\u0000',
        'null',
        '-1',
        '1e999',
        '\ud800',
        '"__proto__":{},',
        'ậ',
      ]);
      return text.slice(0, at) + junk + text.slice(at + random.integer(0, 3));
    };
    for (let round = 0; round < 400; round++) {
      const open = served();
      await raw(
        open,
        ...Array.from({ length: 4 }, () => (random.chance(70) ? mutate(random.pick(valid)) : random.pick(valid))),
      );
      expect(open.faults).toEqual([]);
      expect(open.words.length).toBe(open.isClosed() ? 1 : 0);
      for (const text of open.texts) expect(JSON.parse(text)).toBeTypeOf('object');
      open.link.close();
    }
  });
});

describe('what goes out', () => {
  test('[CT8] an answer never overtakes the views that its call changed', async () => {
    const echo: EchoHost = echoHost({
      'round.open': async () => {
        echo.change('home', { cards: ['after'] });
        return { ok: true, value: {} };
      },
    });
    const open = served(echo);
    const client = openClient(open.link);
    await enter(client, 'desk');
    const seen: unknown[] = [];
    client.watch('home', {}, (value) => seen.push(value.ok && value.value.cards));
    await client.call('round.open', { book: BOOK, platform: SEAT });
    expect(seen).toEqual([['after']]);
  });

  test('[CT8] what a stopped watch still pushes reaches nobody, not even who took its number again', async () => {
    const open = served();
    const watch = '{"watch":5,"view":"home","params":{}}';
    await raw(open, `{"id":1,"call":"desk.enter","input":{"token":"${TOKEN}"}}`, watch);
    const [late] = open.watching;
    const before = open.texts.length;
    open.link.send('{"unwatch":5}');
    await settle();
    expect(open.watching.size).toBe(0);
    late?.push({ ok: true, value: 'late' as never });
    await settle();
    expect(open.texts.length).toBe(before);
    open.link.send(watch);
    await settle();
    late?.push({ ok: true, value: 'late' as never });
    open.change('home', { cards: ['new'] });
    late?.push({ ok: true, value: 'late' as never });
    await settle();
    expect(open.texts.slice(before)).toEqual(['{"watch":5,"value":{"cards":["new"]}}']);
  });

  test('[CT9] when the link closes its watches stop and the host is told who left', async () => {
    const open = served();
    const client = openClient(open.link);
    await enter(client, 'seat');
    client.watch('session', { book: BOOK }, () => {});
    await settle();
    expect(open.watching.size).toBe(1);
    client.close();
    await settle();
    expect([open.watching.size, open.gone]).toEqual([0, [{ who: 'seat', book: BOOK, seat: SEAT }]]);
  });
});
