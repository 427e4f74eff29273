// A fault in the log: where it was, a number, and never a word of what it was about.
import { expect, test } from 'vitest';
import { openFaults, whereOf } from '../../../electron/host/faults.ts';

const SECRET = 'HƯƠU-CAO-CỔ-7431';
const opened = () => {
  const lines: string[] = [];
  const log = {
    error: (what: string, more = {}) => void lines.push(`${what} ${JSON.stringify(more)}`),
    info: () => undefined,
  };
  return { lines, fault: openFaults({ now: () => new Date(0), log }) };
};

test('[L5] what is logged of a fault says where, and nothing of the message', () => {
  const { lines, fault } = opened();
  const raised = [
    new Error(SECRET),
    new TypeError(`a\n    at ${SECRET} (/x.ts:1:1)\n${SECRET}`),
    Object.assign(new Error(''), { message: SECRET }),
    Object.assign(new Error('x'), { name: SECRET }),
    Object.assign(new Error('x'), { stack: `Error: ${SECRET}\n at` }),
    new Error('', { cause: SECRET }),
    SECRET,
    7,
    undefined,
  ];
  for (const error of raised) expect(fault(error)).toMatch(/^0-\d+$/);
  expect(lines).toHaveLength(raised.length);
  expect(lines.join('\n')).not.toContain('HƯƠU');
  expect(lines[0]).toContain('faults.test.ts');
  expect(lines[1]).toContain('"kind":"TypeError"');
});

test('[L5] one error has one number, however often it is told', () => {
  const { lines, fault } = opened();
  const error = new Error('x');
  expect(fault(error)).toBe(fault(error));
  expect(fault(new Error('x'))).not.toBe(fault(error));
  expect(lines).toHaveLength(2);
});

test('[L5] frames of our code are named, three at most', () => {
  const deep = (left: number): Error => (left === 0 ? new Error('deep') : deep(left - 1));
  expect(whereOf(deep(9)).match(/\bat /g)).toHaveLength(3);
  expect(whereOf(Object.assign(new Error('x'), { stack: undefined }))).toBe('');
});
