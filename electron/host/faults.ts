// Writes a fault into the log without any content, and gives it the short number that a screen shows.
import type { NumberFault } from './desk.ts';
import type { Surroundings } from './surroundings.ts';

const FRAMES = 3;
/** A line of a stack: function, file, line, column. */
const FRAME = /^\s+at .*[/\\(:][^\n]*:\d+:\d+\)?$/;
const NAME = /^[A-Za-z]{1,40}$/;

/** Where in our code, and nothing of the message: it stands at the head of a stack and may carry what somebody wrote. */
export function whereOf(error: Error): string {
  const stack = error.stack ?? '';
  const from = error.message === '' ? 0 : stack.indexOf(error.message);
  // A message that was changed after the stack was made cannot be told from the frames.
  if (from < 0) return '';
  return stack
    .slice(from + error.message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
    .join(' ');
}

export function openFaults({ now, log }: Pick<Surroundings, 'now' | 'log'>): NumberFault {
  let faults = 0;
  const known = new WeakMap<object, string>();
  return (error) => {
    const told = typeof error === 'object' && error !== null ? known.get(error) : undefined;
    if (told !== undefined) return told;
    faults += 1;
    const number = `${now().getTime().toString(36)}-${faults}`;
    if (typeof error === 'object' && error !== null) known.set(error, number);
    const isError = error instanceof Error;
    const kind = isError ? (NAME.test(error.name) ? error.name : 'Error') : typeof error;
    log.error('fault', { number, kind, at: isError ? whereOf(error) : '' });
    return number;
  };
}
