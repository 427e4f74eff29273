// Who holds shares, who is issued a ballot, and that nobody is a holder of their own.
import { expect, test } from 'vitest';
import {
  entitledSeats,
  holderSeats,
  holdersOf,
  quorumIn,
  thresholdOf,
  undeclaredSeats,
} from '../../../shared/book/seating.ts';
import type { State } from '../../../shared/book/state.ts';
import { council, NAMES, PLATFORM, seatOf, stateOf } from '../format/given.ts';
import { changed } from './cases.ts';

const whole = stateOf(council());
const nameOf = (seat: string) => NAMES.find((name) => seatOf(name) === seat) ?? seat;
const without = (...names: string[]) =>
  changed(whole, (copy) => {
    for (const name of names) delete copy.seats[seatOf(name)]?.device;
  });
const holders = (state: State, author: string) =>
  holdersOf(state, { holders: [...holderSeats(state)] }, seatOf(author)).map(({ seat }) => nameOf(seat));

test.each([
  ['an', 'chair secretary'],
  ['chair', 'secretary an'],
  ['secretary', 'chair an'],
])('[B15] the shares of a ballot of %s are held by %s', (author, expected) => {
  expect(holders(whole, author).join(' ')).toBe(expected);
});

test.each([
  ['chair', 'chi', 'secretary an'],
  ['chair secretary', 'chi', 'an bình'],
  ['chair secretary', 'an', 'bình chi'],
])('[B15] without a device of %s the ballot of %s is held by %s', (gone, author, expected) => {
  expect(holders(without(...gone.split(' ')), author).join(' ')).toBe(expected);
});

test('[B15] where there are not two besides the author there is no share at all', () => {
  const two = without('an', 'bình', 'chi');
  expect(holderSeats(two).map(nameOf)).toEqual(['chair', 'secretary']);
  expect(holders(two, 'chair')).toEqual([]);
  expect(holders(two, 'an')).toEqual(['chair', 'secretary']);
  expect(holders(without(...NAMES), 'an')).toEqual([]);
});

test('[B15] who is not there holds nothing, and rules without shares have no holders', () => {
  const away = changed(whole, (copy) => Object.assign(copy.seats[seatOf('chair')] ?? {}, { presence: 'left' }));
  expect(holderSeats(away).map(nameOf)).toEqual(['secretary', 'an', 'bình']);
  const none = changed(whole, (copy) => Object.assign(copy.opened?.rules ?? {}, { shares: 'none' }));
  expect(holderSeats(none)).toEqual([]);
});

test('[B15] a seat whose device is gone since the round was opened is passed over', () => {
  const poll = { holders: [...holderSeats(whole)] };
  expect(holdersOf(without('chair'), poll, seatOf('chi')).map(({ seat }) => nameOf(seat))).toEqual(['secretary', 'an']);
  expect(holdersOf(without('chair', 'an'), poll, seatOf('chi'))).toEqual([]);
});

test('[B16] a ballot is issued to who votes, attends, has declared and is not recused, in the order of the table', () => {
  const with_ = (name: string, more: object) =>
    changed(whole, (copy) => Object.assign(copy.seats[seatOf(name)] ?? {}, more));
  expect(entitledSeats(whole, PLATFORM).map(nameOf)).toEqual([...NAMES]);
  for (const more of [
    { role: 'observer' },
    { role: 'invited' },
    { role: 'administrative-secretary' },
    { presence: 'absent' },
    { presence: 'excused' },
    { presence: 'left' },
  ])
    expect(entitledSeats(with_('an', more), PLATFORM).map(nameOf), JSON.stringify(more)).toEqual([
      'chair',
      'secretary',
      'bình',
      'chi',
    ]);
  expect(entitledSeats(with_('an', { presence: 'online' }), PLATFORM)).toHaveLength(5);
  expect(
    entitledSeats(with_('an', { order: 9 }), PLATFORM)
      .map(nameOf)
      .at(-1),
  ).toBe('an');
  const undeclared = changed(whole, (copy) => delete copy.declarations[seatOf('an')]);
  expect([entitledSeats(undeclared, PLATFORM).length, undeclaredSeats(undeclared, PLATFORM).map(nameOf)]).toEqual([
    4,
    ['an'],
  ]);
  const recused = changed(whole, (copy) =>
    Object.assign(copy.declarations[seatOf('an')]?.[PLATFORM] ?? {}, { conflict: true }),
  );
  expect(entitledSeats(recused, PLATFORM)).toHaveLength(4);
  expect([
    quorumIn(whole, PLATFORM)?.appointed,
    quorumIn(recused, PLATFORM)?.appointed,
    quorumIn(recused)?.appointed,
  ]).toEqual([5, 4, 5]);
  expect(quorumIn(changed(whole, (copy) => delete copy.opened))).toBeUndefined();
});

test('[B16] the threshold of the set stands before the session\u2019s, and null is judged by hand', () => {
  const origin = { entry: '' as never, at: '' };
  const state = changed(whole, (copy) =>
    Object.assign(copy.thresholds, {
      a: { threshold: '2', source: '', origin },
      b: { threshold: null, source: '', origin },
    }),
  );
  expect(thresholdOf(state, { id: 'a', threshold: '1' })).toBe('1');
  expect(thresholdOf(state, { id: 'a', threshold: null })).toBe('2');
  expect(thresholdOf(state, { id: 'b', threshold: null })).toBeNull();
  expect(thresholdOf(state, { id: 'toString', threshold: null })).toBeNull();
});
