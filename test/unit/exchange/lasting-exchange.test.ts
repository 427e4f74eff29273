// Dialling again: growing pauses, an end where trying cannot help, and at once when somebody asks.
import { expect, test } from 'vitest';
import type { Exchange } from '../../../electron/exchange/exchange.ts';
import type { ExchangeState } from '../../../electron/exchange/exchange-state.ts';
import { Barred, lastingExchange } from '../../../electron/exchange/lasting-exchange.ts';
import { refusal } from '../../../shared/base/result.ts';
import type { Link } from '../../../shared/contract/link.ts';
import { memoryLinks } from '../../../shared/contract/memory-link.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

const turn = async () => {
  for (let at = 0; at < 10; at++) await new Promise((done) => setImmediate(done));
};

/** An exchange that is whatever a test says it is. */
function saying(link: Link) {
  let state: ExchangeState = { word: 'greeting', heardAt: 0, books: [], files: { onWay: [], waiting: 0 }, refused: [] };
  const listeners = new Set<() => void>();
  const exchange: Exchange = {
    state: () => state,
    onState: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    want: () => {},
    tell: () => {},
    offer: () => {},
    close: () => link.close(),
  };
  return {
    exchange,
    become: (more: Partial<ExchangeState>) => {
      state = { ...state, ...more };
      for (const told of listeners) told();
    },
  };
}

function dialling(answers: readonly ('nobody' | 'barred' | 'link')[]) {
  const clock = virtualClock();
  const began = clock.now();
  const dialled: number[] = [];
  const links: { readonly link: Link; readonly become: (more: Partial<ExchangeState>) => void }[] = [];
  const lasting = lastingExchange({
    after: clock.after,
    connect: async () => {
      const answer = answers[dialled.length] ?? 'nobody';
      dialled.push(clock.now() - began);
      if (answer === 'barred') throw new Barred(refusal('exchange-unproved'));
      if (answer === 'nobody') throw new Error('nobody there');
      return memoryLinks()[0];
    },
    open: (link) => {
      const { exchange, become } = saying(link);
      links.push({ link, become });
      return exchange;
    },
  });
  return { clock, dialled, links, lasting };
}

test('[XC16] pauses grow from half a second to ten, and begin anew after a link', async () => {
  const { clock, dialled, links, lasting } = dialling(['nobody', 'nobody', 'nobody', 'link']);
  await turn();
  for (const pause of [500, 1_000, 2_000]) {
    expect(lasting.state().word).toBe('lost');
    clock.advance(pause - 1);
    await turn();
    clock.advance(1);
    await turn();
  }
  expect(dialled).toEqual([0, 500, 1_500, 3_500]);
  links[0]?.become({ word: 'linked' });
  expect([lasting.state().word, lasting.current() !== undefined]).toEqual(['linked', true]);
  links[0]?.link.close();
  await turn();
  expect([lasting.state().word, lasting.current()]).toEqual(['lost', undefined]);
  clock.advance(500);
  await turn();
  expect(dialled).toHaveLength(5);
  lasting.close();
});

test('[XC16] another version or another certificate is not dialled again until somebody asks', async () => {
  const { clock, dialled, links, lasting } = dialling(['link', 'barred', 'nobody']);
  await turn();
  links[0]?.become({ word: 'ended', why: refusal('exchange-newer', { theirs: '2', own: '1' }) });
  links[0]?.link.close();
  await turn();
  expect(lasting.state()).toMatchObject({ word: 'refused', why: { code: 'exchange-newer' } });
  clock.advance(60_000);
  await turn();
  expect(dialled).toHaveLength(1);
  lasting.retry();
  await turn();
  expect([dialled.length, lasting.state()]).toMatchObject([2, { word: 'refused', why: { code: 'exchange-unproved' } }]);
  lasting.retry();
  await turn();
  expect([dialled.length, lasting.state().word]).toEqual([3, 'lost']);
  // And while it waits, at once.
  lasting.retry();
  await turn();
  expect(dialled).toHaveLength(4);
  lasting.close();
  clock.advance(60_000);
  await turn();
  expect(dialled).toHaveLength(4);
});
