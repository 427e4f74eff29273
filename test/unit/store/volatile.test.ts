// The store that simulations run on: what was acknowledged outlives a kill, the rest is there whole or not at all.
import { expect, onTestFinished, test } from 'vitest';
import { seeded } from '../../helpers/seed.ts';
import { removeFolder } from '../../helpers/temp-folder.ts';
import { copyDisk, type Disk, newDisk, volatileStore } from '../../helpers/volatile-store.ts';
import { bookOf, feedOf, granted, joined, runOf } from './samples.ts';

const book = bookOf('one');
const feed = feedOf('one');
const first = runOf({ feed, bodies: ['a', 'b'] });
const second = runOf({ feed, bodies: ['c'], after: first });

function disk(): Disk {
  const made = newDisk();
  onTestFinished(() => removeFolder(made.folder));
  return made;
}

test('[ST12] what was acknowledged is there after a kill; what waited is there whole or not at all', async () => {
  const random = seeded('volatile store');
  for (let turn = 0; turn < 50; turn++) {
    const made = disk();
    const { store, kill } = await volatileStore(made, setImmediate);
    granted(await store.append(book, [first]));
    const told: string[] = [];
    void store.append(book, [second]).then(() => told.push('entry'));
    void store.saveSetting('name', 'value').then(() => told.push('setting'));
    const reaches = random.chance(50);
    kill(reaches);
    await new Promise((done) => setImmediate(done));
    expect(told).toEqual([]);

    const { store: after } = await volatileStore(made, setImmediate);
    expect(await after.readBook(book)).toEqual([reaches ? joined(first, second) : first]);
    expect(await after.readSetting('name')).toBe(reaches ? 'value' : null);
  }
});

test('a copied disk stands as it stood, and goes its own way', async () => {
  const made = disk();
  const { store } = await volatileStore(made, setImmediate);
  granted(await store.append(book, [first]));
  const old = copyDisk(made);
  granted(await store.append(book, [second]));
  const { store: restored } = await volatileStore(old, setImmediate);
  expect(await restored.readBook(book)).toEqual([first]);
  expect(await store.readBook(book)).toEqual([joined(first, second)]);
});
