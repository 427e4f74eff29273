// What the window remembers, and where it may stand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fittedBounds, LEAST } from '../../../electron/desk/fitted-bounds.ts';
import { openKeptState, readKept } from '../../../electron/desk/kept-state.ts';
import { seeded } from '../../helpers/seed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const FIRST = { maximized: false, language: 'vi', theme: 'system', port: 0 };
const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1600, y: 200, width: 1600, height: 860 };

describe('what is remembered', () => {
  test('[DK7] is there again at the next start', () => {
    const folder = tempFolder('window');
    expect(openKeptState(folder).now()).toEqual(FIRST);
    const bounds = { x: 10, y: 20, width: 1000, height: 700 };
    openKeptState(folder).change({ bounds, maximized: true, language: 'en', theme: 'dark', port: 40_000 });
    expect(openKeptState(folder).now()).toEqual({
      bounds,
      maximized: true,
      language: 'en',
      theme: 'dark',
      port: 40_000,
    });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test('[DK7] a folder that cannot be written loses nothing but the remembering', () => {
    const folder = join(tempFolder('window'), 'is-not-there');
    const state = openKeptState(folder);
    state.change({ language: 'en' });
    expect(state.now().language).toBe('en');
    expect(openKeptState(folder).now()).toEqual(FIRST);
  });

  test.each([
    '',
    'null',
    '[]',
    '{',
    '"x"',
    '{"bounds":5,"maximized":1,"language":"fr","theme":7,"port":"80"}',
    '{"bounds":{"x":0,"y":0,"width":-5,"height":600},"port":-4}',
    '{"bounds":{"x":0,"y":0,"width":1e99,"height":600},"port":70000}',
    '{"bounds":{"x":0.5,"y":0,"width":900,"height":600}}',
  ])('[DK7] %s is as at the first start', (text) => {
    expect(readKept(text)).toEqual(FIRST);
  });

  test('[DK7] a half-written file is not read', () => {
    const folder = tempFolder('window');
    openKeptState(folder).change({ port: 5_000 });
    writeFileSync(join(folder, 'window.json.new'), '{"port":');
    expect(openKeptState(folder).now().port).toBe(5_000);
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({ port: 5_000 });
  });
});

describe('where it stands', () => {
  test('[DK7] at first in the middle of the main screen', () => {
    expect(fittedBounds(undefined, [screen])).toEqual({ x: 320, y: 120, width: 1280, height: 800 });
  });

  test('[DK7] where it stood, on whichever screen that was', () => {
    const kept = { x: -1500, y: 300, width: 1200, height: 700 };
    expect(fittedBounds(kept, [screen, left])).toEqual(kept);
  });

  test('[DK7] on the main screen where its own is gone, or where its title would be out of reach', () => {
    const kept = { x: -1500, y: 300, width: 1200, height: 700 };
    expect(fittedBounds(kept, [screen])).toEqual({ x: 360, y: 170, width: 1200, height: 700 });
    for (const far of [
      { ...kept, x: 1900, y: 0 },
      { ...kept, x: 0, y: 1039 },
      { ...kept, x: 0, y: -5 },
    ])
      expect(fittedBounds(far, [screen])).toMatchObject({ x: 360, y: 170 });
  });

  test('[DK7] never larger than the screen, unless that is smaller than the least', () => {
    expect(fittedBounds({ x: 0, y: 0, width: 4_000, height: 3_000 }, [screen])).toEqual(screen);
    const small = { x: 0, y: 0, width: 800, height: 500 };
    expect(fittedBounds(undefined, [small])).toEqual({ x: 0, y: 0, ...LEAST });
    expect(fittedBounds(undefined, [])).toMatchObject({ x: 0, y: 0, width: 1280, height: 800 });
  });

  test('[DK7] whatever was kept, its title can be reached', () => {
    const random = seeded('window bounds');
    for (let round = 0; round < 2_000; round++) {
      const any = () => random.integer(-6_000, 6_000);
      const kept = { x: any(), y: any(), width: random.integer(1, 6_000), height: random.integer(1, 6_000) };
      const screens = [screen, left].slice(0, random.integer(1, 2));
      const at = fittedBounds(kept, screens);
      const isReached = screens.some(
        (area) =>
          at.x + at.width - 100 >= area.x &&
          at.x + 100 <= area.x + area.width &&
          at.y >= area.y &&
          at.y + 32 <= area.y + area.height,
      );
      expect([isReached, at.width >= LEAST.width, at.height >= LEAST.height]).toEqual([true, true, true]);
    }
  });
});
