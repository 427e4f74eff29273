// Which bytes a Range header means (RFC 9110 section 14).
import { expect, test } from 'vitest';
import { rangeOf } from '../../../electron/room/byte-range.ts';

const part = (start: number, end: number) => ({ start, end });

test.each([
  [undefined, 10, 'whole'],
  ['bytes=0-9', 10, part(0, 9)],
  ['bytes=0-0', 10, part(0, 0)],
  ['bytes=9-9', 10, part(9, 9)],
  ['bytes=3-', 10, part(3, 9)],
  ['bytes=3-99', 10, part(3, 9)],
  ['bytes= 3-4', 10, part(3, 4)],
  ['bytes=-3', 10, part(7, 9)],
  ['bytes=-99', 10, part(0, 9)],
  ['bytes=10-', 10, 'outside'],
  ['bytes=10-20', 10, 'outside'],
  ['bytes=-0', 10, 'outside'],
  ['bytes=0-', 0, 'outside'],
  ['bytes=-1', 0, 'outside'],
  // Not understood, so ignored.
  ['bytes=4-3', 10, 'whole'],
  ['bytes=-', 10, 'whole'],
  ['bytes=0-1,3-4', 10, 'whole'],
  ['lines=0-1', 10, 'whole'],
  ['bytes=a-b', 10, 'whole'],
  ['bytes=--1', 10, 'whole'],
  ['bytes=0x1-2', 10, 'whole'],
  ['bytes=99999999999999999999-', 10, 'whole'],
  ['', 10, 'whole'],
])('[BY1] %s of %i bytes', (header, size, meant) => {
  expect(rangeOf(header, size)).toEqual(meant);
});
