// The sentences of help and of the guided rehearsal, in English.
import type { guideVi } from './guide-vi.ts';

export const guideEn = {
  'guide.label': 'Guide of the rehearsal',
  'guide.count': 'Step {at} of {all}',
  'guide.less': 'Fold',
  'guide.more': 'Show the guide',
  'guide.go': 'Take me there',
  'guide.go.screen': 'Go to {screen}',
  'guide.fill': 'Fill in the rest by the sample',
  'guide.marked': '{done} of {all} marked.',
  'guide.waiting': 'Waiting for {count}: {names}.',
  'guide.barred': 'Not possible yet: {why}',

  'guide.prepare': 'Preparing the session',
  'guide.prepare.why':
    'In a real session the secretary first enters the decision that set up the council, its members, the criteria set, dossiers and evidence. Here all of it is ready and invented; you sit as the secretary-member, the other six are played by this machine.',
  'guide.attendance': 'Roll call',
  'guide.attendance.why':
    'A meeting is valid only with the quorum of the rules, somebody presiding and a secretary. Arrivals and leavings go into the minutes.',
  'guide.interest': 'Declarations on conflicts of interest',
  'guide.interest.why':
    'Every member declares before scoring. Who has a conflict of interest on a platform is issued no sheet for it.',
  'guide.score': 'Scoring and casting',
  'guide.score.why':
    'Everybody scores alone, with the evidence beside. Before the reveal nobody sees what another marked, only who is done.',
  'guide.reveal': 'Closing the round and the reveal',
  'guide.reveal.why':
    'First closed, then revealed: once closed, no sheet comes in any more; at the reveal the sheets are opened and the whole council sees one table.',
  'guide.discuss': 'Discussion and conclusion',
  'guide.discuss.why':
    'The table shows where opinions differ, to be discussed. The council proposes; recognition is for the competent authority.',
  'guide.vote': 'Vote on the conclusion',
  'guide.vote.why':
    'The vote is on the very words put forward. Who disagrees may reserve the opinion; it goes into the minutes word for word.',
  'guide.minutes': 'Minutes',
  'guide.minutes.why':
    'Figures come from the book and are locked; the secretary writes prose only. Everybody present reads them back and approves before the meeting closes.',
  'guide.sign': 'Closing and signing',
  'guide.sign.why':
    'The final file is made once; nothing in it is replaced afterwards. In a real session secretary and chair sign with certificates of their own; here they are invented, by way of trial.',
  'guide.end': 'The rehearsal is done',

  'guide.do.open': 'Look over what was prepared, then open the meeting.',
  'guide.do.call': 'Mark everybody present.',
  'guide.do.declare': 'Choose your answer and send it. The others declare by themselves.',
  'guide.do.declare-wait': 'Wait for the members’ declarations.',
  'guide.do.round': 'Open the round.',
  'guide.do.mark': 'Mark three criteria yourself: key 1 is met, 2 is not met.',
  'guide.do.fill': 'Go on marking, or have the rest filled in by the sample (in a rehearsal only).',
  'guide.do.cast': 'Cast your sheet: Ctrl+Enter, look again, Ctrl+Enter once more.',
  'guide.do.cast-wait': 'Your sheet is sealed. Wait for the members’ sheets.',
  'guide.do.close': 'All sheets are in. Close the round.',
  'guide.do.reveal': 'Reveal the result.',
  'guide.do.keys-wait': 'Wait until the devices have opened their sheets.',
  'guide.do.put': 'Look at the table, then put a conclusion to the council.',
  'guide.do.vote-open': 'Open the vote.',
  'guide.do.vote': 'Choose and send your vote.',
  'guide.do.vote-wait': 'Wait for the members’ votes.',
  'guide.do.vote-close': 'Everybody has voted. Close the vote.',
  'guide.do.write': 'Add prose if you like, then put the minutes to the council.',
  'guide.do.rewrite': 'The book has grown since the minutes were written. Put them to the council again.',
  'guide.do.approve': 'Read the minutes back and approve them.',
  'guide.do.approve-wait': 'Wait for the members’ approvals.',
  'guide.do.end': 'Everybody has approved. Close the meeting.',
  'guide.do.seal': 'Make the final file.',
  'guide.do.sign-secretary': 'Sign by way of trial as the secretary.',
  'guide.do.sign-chair': 'Sign by way of trial for the invented chair.',

  'guide.made': 'What you have made',
  'guide.made.file':
    'Minutes as a PDF with two trial signatures, appendices and a proof extract; every page says DIỄN TẬP (rehearsal). Save it right below.',
  'guide.made.book': 'A book of everything that was done, each entry signed by the seat that did it.',
  'guide.made.check': 'A file that can be checked: open “Check a signed file” and choose the file you saved.',
  'guide.differs': 'In a real session',
  'guide.differs.devices':
    'every member sits at a device of their own and joins with a one-time code; this machine speaks for nobody else;',
  'guide.differs.fill': 'there is no filling in by the sample, and nobody casts for another;',
  'guide.differs.sign': 'everybody signs with their own certificate; invented ones are refused;',
  'guide.differs.set': 'the criteria set is one that was promulgated, not a sample;',
  'guide.differs.value':
    'the minutes do not say DIỄN TẬP. Rehearse as often as you like: books of rehearsals stay apart.',

  'help.title': 'Help',
  'help.off': 'Single keys are switched off in Settings.',
  'help.contents': 'Contents',
  'help.search': 'Search the help',
  'help.none': 'No page has these words.',
  'help.found': '{count} pages have these words.',
  'help.opening': 'Opening help from this machine…',
  'help.failed': 'The help pages on this machine could not be read. Load the page anew.',
} satisfies Record<keyof typeof guideVi, string>;
