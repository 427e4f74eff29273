// Files on their way to the host, outside of any screen: a few at a time, told together ten times a second at most.
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import { nameBearsSecretMark } from '../../shared/book/secret-mark.ts';
import type { Uploaded } from './house.ts';
import type { Sending } from './put-file.ts';

/** A file as it was given: `path` with the folders it lay in, where a folder was given. */
export type GivenFile = { readonly file: File; readonly path: string };
export type TakenIn = {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType?: string;
};
export type Upload = {
  readonly key: number;
  readonly path: string;
  readonly size: number;
  readonly sent: number;
  readonly step: 'waiting' | 'sending' | 'taken' | 'stopped' | 'refused' | 'told';
  readonly why?: Refusal;
  /** What is to be known of it, in words: where the same file already stands. */
  readonly told?: string;
};
export type UploadsNow = {
  /** Lines that matter: under way, refused, stopped, or with something to tell. */
  readonly lines: readonly Upload[];
  readonly waiting: readonly Upload[];
  /** Since nothing was under way. */
  readonly all: { readonly files: number; readonly bytes: number };
  readonly done: { readonly files: number; readonly bytes: number };
  readonly isRunning: boolean;
  readonly mayRetry: number;
  /** Files of the system itself that came with a folder and were left out. */
  readonly leftOut: number;
};
export type Uploads = {
  readonly now: () => UploadsNow;
  readonly onChange: (told: () => void) => () => void;
  readonly add: (files: readonly GivenFile[]) => void;
  readonly stop: (key: number) => void;
  readonly stopAll: () => void;
  readonly retry: () => void;
  /** Takes lines away that only tell something. */
  readonly dismiss: (keys: readonly number[]) => void;
};
export type UploadsGiven = {
  readonly upload: (file: Blob, name: string, sending?: Sending) => Promise<Result<Uploaded>>;
  /** The type that the bytes say; undefined where it could not be found out. */
  readonly look: (sha256: string) => Promise<string | undefined>;
  /** Takes files in, in the order in which they were given; says of each what is to be told, or nothing. */
  readonly taken: (files: readonly TakenIn[]) => readonly (string | undefined)[];
  /** How many more there is room for. */
  readonly room: () => number;
  readonly most: number;
  readonly later: (act: () => void, ms: number) => void;
};

/** The most the host takes of one file (electron/host, `upload.open`), bytes. */
export const FILE_LIMIT = 2 * 1024 * 1024 * 1024;
const LANES = 3;
/** Bytes under way at once, but for a file that is larger by itself: the window's own way holds a file whole for a moment. */
const UNDER_WAY = 64 * 1024 * 1024;
const TELL = 100;
const SYSTEM = /^(\.ds_store|thumbs\.db|desktop\.ini|\.~lock\..*#|~\$.*|\._.*)$/i;
const LASTING: ReadonlySet<string> = new Set([
  'evidence-empty',
  'evidence-too-large',
  'evidence-name-secret',
  'blob-too-large',
]);

type Held = Upload & { readonly file: File; readonly stop: AbortController; readonly came?: TakenIn };

export const baseOf = (path: string): string => path.split('/').at(-1) ?? path;

/** Why it is not even sent. */
function refusedAtOnce({ file, path }: GivenFile): Refusal | undefined {
  if (nameBearsSecretMark(path)) return refusal('evidence-name-secret', { name: path });
  if (file.size === 0) return refusal('evidence-empty', { name: path });
  return file.size > FILE_LIMIT ? refusal('evidence-too-large', { name: path }) : undefined;
}

/** A file that went away since it was chosen is told from a line that broke. */
const isReadable = async (file: File): Promise<boolean> =>
  await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

export function openUploads(given: UploadsGiven): Uploads {
  let held: readonly Held[] = [];
  let last = 0;
  let leftOut = 0;
  let shown: UploadsNow | undefined;
  let isDue = false;
  let running = 0;
  const listeners = new Set<() => void>();

  const tell = (): void => {
    if (isDue) return;
    isDue = true;
    given.later(() => {
      isDue = false;
      handOver();
      shown = undefined;
      for (const told of listeners) told();
    }, TELL);
  };
  const put = (key: number, part: Partial<Held>): void => {
    held = held.map((each) => (each.key === key ? { ...each, ...part } : each));
    tell();
  };
  const isGoing = ({ step }: Upload): boolean => step === 'waiting' || step === 'sending';

  /**
   * Those that have come, as far as nothing before them is still under way: numbers follow the order of the choice. Many
   * at once, because a form is drawn anew for each time.
   */
  function handOver(): void {
    const until = held.findIndex(isGoing);
    const before = until < 0 ? held : held.slice(0, until);
    const come = before.flatMap((each) =>
      each.step === 'taken' && each.came ? [{ key: each.key, came: each.came }] : [],
    );
    if (come.length === 0) return;
    const told = new Map(given.taken(come.map(({ came }) => came)).map((words, at) => [come[at]?.key, words]));
    held = held.map((each): Held => {
      if (!told.has(each.key)) return each;
      const { came: _, ...rest } = each;
      const words = told.get(each.key);
      return words === undefined ? rest : { ...rest, step: 'told', told: words };
    });
  }

  async function send({ key, file, path, stop }: Held): Promise<void> {
    const name = baseOf(path);
    const sent = (await isReadable(file))
      ? await given
          .upload(file, name, {
            signal: stop.signal,
            onSent: (bytes) => put(key, { sent: Math.min(bytes, file.size) }),
          })
          .catch(() => undefined)
      : ({ ok: false, refusal: refusal('evidence-unreadable', { name: path }) } as const);
    if (stop.signal.aborted) return;
    if (sent === undefined || !sent.ok)
      return put(key, { step: 'refused', why: sent?.refusal ?? refusal('upload-failed', { name: path }) });
    const { sha256, size } = sent.value;
    const mediaType = await given.look(sha256).catch(() => undefined);
    if (stop.signal.aborted) return;
    const came = { name, path, size, sha256, ...(mediaType === undefined ? {} : { mediaType }) };
    put(key, { step: 'taken', sent: size, came });
  }

  function run(): void {
    while (running < LANES) {
      const next = held.find(({ step }) => step === 'waiting');
      const bytes = held.filter(({ step }) => step === 'sending').reduce((sum, { size }) => sum + size, 0);
      if (next === undefined || (running > 0 && bytes + next.size > UNDER_WAY)) return;
      running += 1;
      put(next.key, { step: 'sending' });
      void send(next).finally(() => {
        running -= 1;
        tell();
        run();
      });
    }
  }

  function add(files: readonly GivenFile[]): void {
    const wanted = files.filter(({ path }) => !SYSTEM.test(baseOf(path)));
    // A new batch begins: what is done with is counted no more.
    if (!held.some(isGoing)) {
      held = held.filter(({ step }) => step !== 'taken');
      leftOut = 0;
    }
    leftOut += files.length - wanted.length;
    let room = given.room() - held.filter(isGoing).length;
    const tooMany = refusal('evidence-too-many', { most: given.most, count: Math.max(0, wanted.length - room) });
    const lines = wanted.flatMap((each): Held[] => {
      const why = refusedAtOnce(each);
      if (why === undefined && room <= 0) return [];
      room -= why === undefined ? 1 : 0;
      last += 1;
      const line = {
        key: last,
        path: each.path.normalize('NFC'),
        size: each.file.size,
        sent: 0,
        file: each.file,
        stop: new AbortController(),
      };
      return [why === undefined ? { ...line, step: 'waiting' } : { ...line, step: 'refused', why }];
    });
    held = [...held, ...lines];
    if (lines.length < wanted.length && wanted[lines.length] !== undefined) {
      last += 1;
      const file = wanted[lines.length]?.file as File;
      held = [
        ...held,
        { key: last, path: '…', size: 0, sent: 0, file, stop: new AbortController(), step: 'refused', why: tooMany },
      ];
    }
    tell();
    run();
  }

  function stop(keys: readonly number[]): void {
    const wanted = new Set(keys);
    for (const each of held) if (wanted.has(each.key)) each.stop.abort();
    held = held.map((each) => (wanted.has(each.key) && isGoing(each) ? { ...each, step: 'stopped' } : each));
    tell();
  }

  const mayRetry = ({ step, why, path }: Held): boolean =>
    path !== '…' && (step === 'stopped' || (step === 'refused' && !LASTING.has(why?.code ?? '')));

  function state(): UploadsNow {
    const counted = held.filter(({ step }) => step !== 'stopped' && step !== 'refused');
    const done = counted.filter((each) => !isGoing(each));
    const bytes = (list: readonly Held[], of: (each: Held) => number): number =>
      list.reduce((sum, each) => sum + of(each), 0);
    return {
      lines: held.filter(({ step }) => step !== 'waiting' && step !== 'taken'),
      waiting: held.filter(({ step }) => step === 'waiting'),
      all: { files: counted.length, bytes: bytes(counted, ({ size }) => size) },
      done: { files: done.length, bytes: bytes(counted, (each) => (isGoing(each) ? each.sent : each.size)) },
      isRunning: held.some(isGoing),
      mayRetry: held.filter(mayRetry).length,
      leftOut,
    };
  }

  return {
    now: () => {
      shown ??= state();
      return shown;
    },
    onChange: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    add,
    stop: (key) => stop([key]),
    stopAll: () => stop(held.filter(isGoing).map(({ key }) => key)),
    retry: () => {
      held = held.map((each): Held => {
        if (!mayRetry(each)) return each;
        const { why: _, ...rest } = each;
        return { ...rest, step: 'waiting', sent: 0, stop: new AbortController() };
      });
      tell();
      run();
    },
    dismiss: (keys) => {
      const gone = new Set(keys);
      held = held.filter((each) => isGoing(each) || !gone.has(each.key));
      tell();
    },
  };
}
