// What the window remembers between two starts: where it stood, its language and background, the door's port.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { THEMES, type Theme } from '../../shared/contract/shell-view.ts';
import { LANGUAGES, type Language } from '../../shared/lang/say.ts';

/** In pixels of the system, which count across all screens. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Kept = {
  readonly bounds?: Bounds;
  readonly maximized: boolean;
  readonly language: Language;
  readonly theme: Theme;
  /** 0: none yet. The same one again, so that a browser on this machine finds the seat that it holds. */
  readonly port: number;
};

const FIRST: Kept = { maximized: false, language: 'vi', theme: 'system', port: 0 };

const whole = (value: unknown, most: number): number | undefined =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) <= most ? Number(value) : undefined;

function boundsIn(value: unknown): Bounds | undefined {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => whole(given[name], 100_000));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** Whatever cannot be read is as at the first start. */
export function readKept(text: string): Kept {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return FIRST;
  }
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const bounds = boundsIn(given['bounds']);
  const port = whole(given['port'], 65_535) ?? 0;
  return {
    ...(bounds === undefined ? {} : { bounds }),
    maximized: given['maximized'] === true,
    language: LANGUAGES.find((each) => each === given['language']) ?? FIRST.language,
    theme: THEMES.find((each) => each === given['theme']) ?? FIRST.theme,
    port: Math.max(0, port),
  };
}

export type KeptState = { readonly now: () => Kept; readonly change: (change: Partial<Kept>) => void };

/** Remembered in one small file; where it cannot be written, nothing but the remembering is lost. */
export function openKeptState(folder: string): KeptState {
  const file = path.join(folder, 'window.json');
  const read = (): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  let kept = readKept(read());
  return {
    now: () => kept,
    change: (change) => {
      const text = JSON.stringify({ ...kept, ...change });
      if (text === JSON.stringify(kept)) return;
      kept = { ...kept, ...change };
      try {
        // Renamed into place: a stop in the middle leaves the old one.
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      } catch {
        // The next start is as the one before.
      }
    },
  };
}
