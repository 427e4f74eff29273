// The sentences of a council's life before and during the scoring, in English.
import type { councilVi } from './council-vi.ts';

export const councilEn = {
  // Quorum, and who could mend it
  'quorum.more': 'Members still needed: {count}.',
  'quorum.away': 'Not here: {names}.',
  'quorum.letter': "Here, but without the chair's letter of authorisation: {names}.",
  'quorum.platform.holds': 'quorum holds, {present} of {appointed} members are here, at least {needed} are needed.',
  'quorum.platform.fails': 'no quorum, {present} of {appointed} members are here, at least {needed} are needed.',
  'quorum.recused': 'Take no part and are on neither side of the count: {names}.',

  // Sittings
  'sitting.title': 'Sittings of this meeting',
  'sitting.number': 'Sitting {number}',
  'sitting.opened': '{day} at {time}, presided by {name}.',
  'sitting.ended': 'Adjourned {day} at {time}.',
  'sitting.adjourn': 'Adjourn, to go on in another sitting',
  'sitting.adjourn.words':
    'The roll is called anew in the next sitting. An open round has to be closed first; ballots and results stay as they are.',
  'sitting.adjourn.yes': 'Adjourn the meeting',
  'sitting.until.label': 'Goes on on',
  'sitting.until.hint': 'day/month/year; empty where no day is fixed yet',
  'sitting.note': 'Why it is adjourned, printed in the minutes',
  'sitting.adjourned': 'The meeting was adjourned at {time} on {day}.',
  'sitting.adjourned.words':
    'While it is adjourned no round is opened and nothing is voted on. What was recorded is safe.',
  'sitting.until': 'It goes on on {day}.',
  'sitting.until.none': 'No day is fixed yet.',
  'sitting.resume': 'Resume the meeting',
  'sitting.resume.words':
    'Opens another sitting of the same meeting: the roll is called anew, the quorum counted anew.',

  // Who presides
  'preside.title': 'Who presides, and by what letter',
  'preside.now': 'Presiding now: {name}.',
  'preside.to': 'Pass the chair to',
  'preside.pass': 'Pass the chair',
  'preside.nobody': 'Nobody else who may preside is here.',
  'preside.letter': "Cannot preside yet, the chair's letter of authorisation is not recorded: {names}.",
  'letter.record': "Record the chair's letter of authorisation",
  'letter.words':
    'A vice-chair with the letter presides in place of the chair and counts for the quorum. The minutes name the letter.',
  'letter.whom': 'Authorised',
  'letter.text': 'Letter of authorisation',
  'letter.text.hint': 'Number, date and extent, as the letter has them.',
  'letter.yes': 'Record it',
  'letter.of': 'Authorisation of {name}:',
  'letter.at': 'Recorded at {time} on {day}.',
  'letter.stands': 'In force.',
  'letter.ended': 'Ended at {time} on {day}.',
  'letter.holds': "Holds the chair's letter of authorisation",
  'letter.end': 'End the authorisation',
  'letter.end.of': 'End the authorisation of {name}',
  'letter.end.note': 'Why it ends',
  'letter.end.yes': 'End it now',

  // Replacing a member
  'replace.title': 'Replacing a member',
  'replace.words':
    'Between two sittings, by a decision of the authority. The new member takes the same role, joins with a code of their own and declares anew; former ballots stay as they are.',
  'replace.begin': 'Replace a member',
  'replace.sitting': 'The council is sitting. Members are replaced between two sittings: adjourn the meeting first.',
  'replace.whom': 'Who leaves',
  'replace.choose': 'choose a member',
  'replace.ground': 'On what ground',
  'replace.ground.hint': 'Number and date of the decision.',
  'replace.name': 'Full name of the new member',
  'replace.yes': 'Record the replacement',
  'replace.yes.of': 'Replace {name}',
  'replace.by': 'Has left the council; replaced by {name}',
  'replace.of': 'In place of {name}',
  'replace.gone': 'Has left the council',

  // Conflicts of interest, also in mid-meeting
  'declare.some': 'Yes, in some criteria only',
  'declare.some.which': '{name}: criteria not judged: {count}',
  'recusal.some': 'Does not judge criteria {criteria} of {name}',
  'recusal.later': 'Declare a conflict that has come up',
  'recusal.means.closed': 'The platform (or the criteria chosen) is closed to you on every device, at once.',
  'recusal.means.denominator': 'You leave the denominator and the quorum.',
  'recusal.means.ballot': 'A ballot you have cast in the open round is set aside, neither opened nor counted.',
  'recusal.means.time': 'The time of it stands in the book and in the minutes.',
  'recusal.means.final': 'Once a round has been opened it cannot be taken back.',
  'recusal.yes': 'Sign: I take no part',
  'recusal.closed': 'You take no part in the evaluation of {name}.',
  'recusal.closed.words':
    'Criteria, evidence and discussion of this platform are not shown on your device. Other platforms are not touched by it.',
  'recusal.record': 'Record a declaration for a member without a device',
  'recusal.record.words':
    'As the member says it, or as the signed paper has it. The book says that the secretary entered it, and when.',
  'recusal.record.whom': 'Declaration of',
  'recusal.record.later': 'A conflict that has come up, if there is one:',
  'recusal.record.none': 'This member has declared on everything.',
  'recusal.record.yes': 'Record the declaration of {name}',

  // Points
  'points.figure': 'Points',
  'points.unit': 'points',
  'points.of': '{points} points',
  'points.hint': 'Type 0-100, then Enter; ↑ ↓ change by 1, PageUp and PageDown by 10. Pass mark: {passMark}.',
  'points.wrong': 'Whole numbers from 0 to 100 only.',
  'points.weight': 'weight {weight} %',
  'points.cast.counts':
    '{scored} criteria with points, {notApplicable} Not applicable; weighted mean of those with points: {mean} (pass mark {passMark}).',

  // A further round
  'change.before': 'In round {round} I marked:',
  'change.before.none': 'Round {round}: I did not mark this criterion.',
  'change.is': 'changed since the round before',
  'change.reason': 'Why it changed since the round before',
  'change.reason.hint': 'Required by the rules. Enter: save and go on.',
  'change.reason.missing': 'The mark differs from the round before and no reason is given yet.',
  'change.reason.missing.short': 'Changed, no reason yet',
  'change.take': 'Keep round {round} for criteria not marked yet ({count})',
  'change.summary': 'Against round {round}: {count} of {all} criteria changed.',

  // What a round is
  'secrecy.open': 'Open scoring: the whole council sees your marks as soon as you submit.',
  'secrecy.secret': 'Secret ballot: no name stands on it; after the reveal nobody knows whose it was.',
  'secrecy.cast.open':
    'The sheet is sealed and opened at once: the whole council sees your marks from then on. Press Ctrl+Enter again to submit.',
  'secrecy.cast.secret':
    'The sheet is sealed on this device, carries no name and opens at the reveal only. It can be reopened until the round is closed. Press Ctrl+Enter again to submit.',
  'secrecy.done.open': 'Open scoring: the council has seen it. You may reopen and change it until the round is closed.',
  'recusal.criterion': 'You do not judge this criterion: you have declared a conflict of interest.',
  'recusal.criterion.short': 'Not judged by you',
  'issue.mine': 'You came after the round was opened and were issued no sheet.',
  'issue.mine.words': 'Ask the secretary to issue one. Meanwhile you can read criteria and evidence.',
  'issue.title': 'Came late and were issued no sheet: {names}.',
  'issue.to': 'Issue a sheet',
  'issue.to.of': 'Issue a sheet to {name}',
  'void.lost': 'The round is open, but the quorum for {name} is lost.',
  'void.lost.words':
    'Ballots that were cast stay sealed and whole. Once the quorum is back the round is closed as usual.',
  'void.close': 'The round cannot be closed: {why}',
  'void.begin': 'Void this round',
  'void.ask': 'Void round {round} of {name}?',
  'void.ask.words':
    'No ballot of this round is opened, nor any of the {count} already cast; the round does not count as held. The minutes say that it is void, and why. It cannot be undone.',
  'void.yes': 'Void it, open nothing',
  'void.no': 'Leave it',
  'void.was': 'Round {round}, opened at {time}, is void: there was no quorum. No ballot of it was opened.',

  // How a sheet came in
  'via.means.app': "The application on the member's device, which holds the key.",
  'via.means.page': "The member's browser made its own key; the recording device cannot read it before the reveal.",
  'via.means.guest': "The member's browser; the recording device keeps the key for it.",
  'via.means.shared': 'A device that goes round; each member has a key of their own.',
  'via.means.paper': 'Entered by another from a signed sheet of paper; counted once a second person has confirmed it.',
  'via.means.hands': 'Written down by another from raised hands.',
  'via.legend': 'How sheets came in',
} satisfies Record<keyof typeof councilVi, string>;
