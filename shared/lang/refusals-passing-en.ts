// Refusals about passing the recording on, forks, and evidence that is asked back, in English; one missing does not compile.
import type { refusalsPassingVi } from './refusals-passing-vi.ts';

export const refusalsPassingEn = {
  'passing-malformed': 'The entry that passes the recording on is malformed and was not taken. The book is unchanged.',
  'passing-unsigned':
    'The passing of the recording carries a signature that does not hold, so it was not taken. The recording device is as before.',
  'passing-term':
    'This turn at recording does not follow turn {term}, which is in force. Synchronise and propose again; the book is unchanged.',
  'passing-device':
    'The machine that would record does not use the device bound to its seat. Bind the device first; the book is unchanged.',
  'passing-minority':
    '{agreed} keepers have agreed, {needed} are needed. The recording device is as before; wait for more to agree.',
  'passing-not-handed':
    'The recording device has not handed the recording to this machine for this turn. The book is unchanged.',
  'passing-same-device':
    'Only the very device that records may go on in this way. Another needs a handover, or the agreement of the keepers.',
  'passing-word':
    'A restored recording device goes on only when the chair agrees on a device of their own; where the chair records or never had a device, another keeper.',
  'passing-not-alone':
    'This book has devices of other seats, so the recording device cannot go on by its own word. The chair or the keepers must agree.',
  'passing-behind':
    'The recording has been passed on to turn {term}. This proposal comes from a machine that does not know it; synchronise and look again.',
  'cut-behind':
    'This proposal keeps entries up to {seq} only, and this machine has them up to {known}. Synchronise so that none is lost, then propose again.',
  'cut-unknown':
    'This machine does not have entry {seq} that the proposal names. Synchronise before agreeing; nothing was signed.',
  'not-a-keeper': 'This seat is not one of the keepers of the session and has no say in passing the recording on.',
  'agreed-to-another':
    'This keeper has agreed to another machine for turn {term}; each agrees once in a turn. Propose it for a later turn.',
  'recording-passed-twice':
    'Two machines took the recording over for turn {term}, because somebody agreed twice. Both are kept, and the book is read-only until more than half of the keepers choose one for a later turn.',
  'recording-feed-forked':
    'The recording device signed two different things from entry {seq} on. Both are kept as proof, and the book is read-only until the recording is passed on.',
  'recording-given-away':
    'This machine has handed the recording over and writes no more. If the other machine cannot take it, hand it to another.',
  'recording-unproved':
    'The passing of the recording at entry {seq} is not signed by more than half of the keepers as this machine knows them. No key leaves this device; tell the chair.',
  'continues-another': 'This feed goes on from a feed of another seat and was not taken.',
  'not-in-void-tail':
    'Nothing in the void part of the book shows that this poll was opened early, so it is not set aside for that.',
  'feed-unknown': 'Nothing of this feed has been ruled yet.',
  'feed-already-forked': 'This feed is already marked as signed in two ways; it is ruled no further.',
  'no-fork': 'The two copies of this feed agree; nothing contradicts.',
  'evidence-not-recalled': 'Members’ machines have not been asked to remove the evidence.',
  'evidence-already-removed': 'The machine of this seat has already said that it removed the evidence.',
} as const satisfies Readonly<Record<keyof typeof refusalsPassingVi, string>>;
