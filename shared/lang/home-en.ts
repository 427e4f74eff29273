// The sentences of home, joining, settings and the seat in a browser, in English.
import type { homeVi } from './home-vi.ts';

export const homeEn = {
  // Home
  'home.title': 'Desk',
  'home.sessions': 'Sessions',
  'home.empty':
    'There is no session on this device yet. Begin with a new one, or rehearse with invented data: a rehearsal can never be mistaken for a real session.',
  'home.doors': 'Begin',
  'home.new': 'New session',
  'home.new.words': 'Council, criteria set, platforms, evidence and rules.',
  'home.rehearse': 'Rehearsal',
  'home.rehearse.words': 'Seven seats, one platform and invented evidence; the minutes say REHEARSAL.',
  'home.rehearse.set': 'Criteria set to rehearse with',
  'home.rehearse.start': 'Begin the rehearsal',
  'home.join': 'Join a room',
  'home.join.words': 'With the one-time code from the secretary.',
  'home.check': 'Check a signed file',
  'home.check.words': 'Recompute every number and check every signature in minutes.',
  'home.opened': 'Set up on {date}',
  'home.at': 'At the step: {phase}',
  'home.stranger': 'This page does not know who you are',
  'home.stranger.words':
    'Members: join with the code of your seat. Secretary: open the page from the application on the recording device; its address carries the pass.',

  // Join
  'join.title': 'Join the room',
  'join.words':
    'Enter the one-time code from the secretary. This device makes the keys of the seat itself; they never leave it.',
  'join.code': 'Seat code',
  'join.code.hint': 'Letters and digits, capitals or not.',
  'join.ask': 'Continue',
  'join.found': 'This code is for the seat of',
  'join.yes': 'That is me, join',
  'join.no': 'That is not me',
  'join.no.words': 'The code was not used up. Ask the secretary for your own.',
  'join.working': 'Making keys and binding this device to the seat…',
  'join.returning': 'This device already holds a seat',
  'join.insecure':
    'This connection is not secure (no https). The page cannot make its own keys; use the https address from the secretary.',

  // Settings and help
  'settings.title': 'Settings',
  'settings.language.words': 'Each seat chooses its own; the minutes are always in Vietnamese.',
  'settings.theme.system': 'As the device',
  'settings.keys': 'Single keys on the scoring desk',
  'settings.keys.words':
    'The keys 1 2 3 0 J K E C R D act outside text fields only. Switch them off if your input method or screen reader needs them.',
  'settings.saved': 'Settings are kept on this device.',
  'help.title': 'Keys',
  'help.where': 'Single keys act outside text fields only. Esc takes you out of a text field.',
  'help.off': 'Single keys are switched off in Settings.',
  'help.1': 'Met, then the next criterion',
  'help.2': 'Not met, then the next criterion',
  'help.3': 'Not applicable, asks a reason in place',
  'help.0': 'Insufficient basis, then the next criterion',
  'help.jk': 'Next criterion, previous criterion',
  'help.e': 'Go to the evidence',
  'help.c': 'Cite the page in view',
  'help.r': 'Write a remark',
  'help.d': 'Matrix: order by disagreement',
  'help.cast': 'Submit the sheet',
  'help.undo': 'Undo the last mark',
  'help.find': 'Find a criterion, evidence, step',
  'help.help': 'Open or close this panel',
  'find.title': 'Find in the session',
  'find.label': 'Find a criterion, evidence or step',
  'find.empty': 'Nothing matches.',

  // A seat in this browser
  'join.sit': 'Sit down as {name}',
  'trust.doubt': 'This device does not believe what it was just shown of the record, so it gives no key. {why}',
  'trust.refused': 'The recording device did not admit: {what}. {why}',
  'trust.fleeting':
    'This browser may throw away what is kept (private window). Do not close the page before the reveal.',
  'trust.elsewhere': 'This seat is in use in another tab of this browser; here you can only look.',
  'trust.takeover': 'Use it here',
  'reveal.share': 'Give my key share for the sheet of {name}',
  'start.opening': 'Connecting to the recording device…',
  'start.failed': 'The page cannot start in this browser.',
  'trust.rehearsal': 'REHEARSAL – NO EFFECT',
} satisfies Record<keyof typeof homeVi, string>;
