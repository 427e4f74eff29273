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
} satisfies Record<keyof typeof councilVi, string>;
