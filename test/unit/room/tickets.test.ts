// Tickets for bytes: how long they hold, for what, and for whom.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTickets } from '../../../electron/room/tickets.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

const hash = 'ab'.repeat(32);
const ticketOf = (url: string): string => new URL(url, 'http://x').searchParams.get('ticket') ?? '';

function tickets() {
  const clock = virtualClock(0);
  return { clock, ...openTickets({ now: clock.now, random: randomBytes }) };
}

test('[BY2] a ticket opens exactly its blob, again while it is in use, and not for a quarter of an hour', () => {
  const { clock, open, reading } = tickets();
  const ticket = ticketOf(open(hash, 'application/pdf', 'a.pdf', 'link-1'));
  expect(reading(ticket, hash)).toEqual({ sha256: hash, mediaType: 'application/pdf', fileName: 'a.pdf' });
  expect(reading(ticket, 'cd'.repeat(32))).toBeUndefined();
  expect(reading(`${ticket}A`, hash)).toBeUndefined();
  for (let minute = 0; minute < 15; minute++) {
    clock.advance(59_000);
    expect(reading(ticket, hash), `minute ${minute}`).toBeDefined();
  }
  clock.advance(15_000);
  expect(reading(ticket, hash)).toBeUndefined();
});

test('[BY2] a ticket nobody uses ends after a minute', () => {
  const { clock, open, reading, upload, uploading } = tickets();
  const [read, write] = [ticketOf(open(hash, 'text/plain', 'a', 'link-1')), ticketOf(upload(5, 'link-1'))];
  clock.advance(60_000);
  expect([reading(read, hash), uploading(write)]).toEqual([undefined, undefined]);
});

test('[BY3] a ticket has one purpose, and one to upload is used once', () => {
  const { open, reading, upload, uploading } = tickets();
  const [read, write] = [ticketOf(open(hash, 'text/plain', 'a', 'link-1')), ticketOf(upload(5, 'link-1'))];
  expect([reading(write, hash), uploading(read)]).toEqual([undefined, undefined]);
  expect([uploading(write), uploading(write)]).toEqual([{ maxBytes: 5 }, undefined]);
  expect(reading(read, hash)).toBeDefined();
});

test('[BY3] tickets of a peer are void when it leaves, those of others hold', () => {
  const { open, reading, revoke } = tickets();
  const [own, other] = [
    ticketOf(open(hash, 'text/plain', 'a', 'link-1')),
    ticketOf(open(hash, 'text/plain', 'a', 'link-2')),
  ];
  revoke('link-1');
  expect([reading(own, hash), reading(other, hash) !== undefined]).toEqual([undefined, true]);
});

test('[BY3] tickets carry 256 bits, never twice the same, and one peer cannot pile them up', () => {
  const { open, reading } = tickets();
  const other = ticketOf(open(hash, 'text/plain', 'a', 'link-2'));
  const many = Array.from({ length: 600 }, () => ticketOf(open(hash, 'text/plain', 'a', 'link-1')));
  expect(new Set(many).size).toBe(600);
  for (const ticket of many) expect(ticket).toMatch(/^[\w-]{43}$/);
  expect(many.filter((ticket) => reading(ticket, hash))).toHaveLength(500);
  expect(reading(other, hash)).toBeDefined();
});
