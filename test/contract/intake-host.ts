// A host in a process of its own that takes evidence in through its real door, and tells how much memory it holds.
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { deskOf, formOf, granted, openRoom, seen } from './host-room.ts';

export type ItemForm = SessionForm['platforms'][number]['evidence'][number];
export type Asked =
  | { readonly id: number; readonly do: 'address'; readonly size: number }
  | { readonly id: number; readonly do: 'add'; readonly items: readonly ItemForm[] }
  | { readonly id: number; readonly do: 'memory' }
  | { readonly id: number; readonly do: 'close' };
export type Told = { readonly id: number; readonly value: unknown };
export type Ready = { readonly origin: string; readonly book: string; readonly platform: string };

const [, , folder = '', renderer = '', given = ''] = process.argv;
const at = await openRoom(folder, { door: { port: 0, renderer } });
const desk: Client = await deskOf(at);
const book = given === '' ? granted(await desk.call('session.create', formOf())).book : given;
const platform = (await seen(desk, 'session', { book })).platforms[0]?.platform ?? '';

const rss = (): number => process.memoryUsage.rss();
const first = rss();
let most = first;
setInterval(() => {
  most = Math.max(most, rss());
}, 10).unref();

async function answer(asked: Asked): Promise<unknown> {
  if (asked.do === 'address') return granted(await desk.call('upload.open', { size: asked.size })).url;
  if (asked.do === 'add')
    return await desk.call('evidence.add-many', { book, platform, items: [...asked.items] as never });
  if (asked.do === 'memory') return { first, most: Math.max(most, rss()) };
  await at.headless.close();
  return null;
}

process.on('message', (asked: Asked) => {
  void answer(asked).then((value) => {
    process.send?.({ id: asked.id, value } satisfies Told, () => {
      if (asked.do === 'close') process.exit(0);
    });
  });
});
// Nobody is left to work for.
process.on('disconnect', () => process.exit(1));
process.send?.({ origin: at.headless.door?.origin ?? '', book, platform } satisfies Ready);
