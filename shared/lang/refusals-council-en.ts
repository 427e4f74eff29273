// Refusals of the rule book in English; one that is missing does not compile.
import type { refusalsCouncilVi } from './refusals-council-vi.ts';

export const refusalsCouncilEn = {
  // Sheets
  'mark-of-another-scale':
    'Criterion {criterion} carries a mark that is not of this session’s scale. Mark it again on the right scale.',
  'points-wrong': 'Points for criterion {criterion} must be a whole number from 0 to 100. The other criteria are kept.',
  'change-reason-missing':
    'Criterion {criterion} differs from the round before without a reason. Write the reason, or mark it as before.',
  'criterion-recused':
    'This seat does not judge criterion {criterion}, for a conflict of interest. Leave it out; the other criteria are kept.',

  // Paper
  'photo-not-a-picture':
    'This file is not a photo of the sheet (JPEG, PNG, WebP or PDF, not used elsewhere in this session). Nothing was entered; choose the photo again.',
  'photo-of-secret-ballot':
    'A secret ballot takes no photo: it would show the number of the sheet and the handwriting. Nothing was entered; leave the photo out and enter again.',
  'paper-not-issued': 'No numbered paper sheet was issued to this member in this round. Issue one before entering it.',
  'paper-not-confirmed':
    'A paper sheet was entered and nobody else has compared it yet. Sheets that were not compared are not counted.',
  'paper-number-taken': 'Paper sheet number {number} is used, or this member already has a paper sheet in this round.',
  'photo-attached': 'This sheet already has its photo. The photo that is there is kept.',

  // Written opinions
  'opinion-marks-barred':
    'The rules of this session take no marks with a written opinion. Its words can still be sent.',
  'already-revealed': 'The sheets on this platform are revealed, so marks with a written opinion are taken no more.',

  // Conflict of interest
  'recused-here': 'This member takes no part in the evaluation of this platform, for a conflict of interest.',
  'blob-of-closed-platform':
    'This file belongs to a platform you take no part in, for a conflict of interest, so it is not opened. Files of the other platforms open as before.',
  'recusal-by-criterion-barred':
    'The rules of this session know recusal from a whole platform only, not from single criteria. Nothing was recorded.',
  'recusal-too-late': 'The conclusion on {platform} has been put, so nobody can be recused any more. Tell the chair.',

  // Rounds and votes
  'round-differs': 'The next round on this platform is round {round}. Load the page anew and open the round.',
  'rounds-exhausted': 'The rules allow {most} rounds at most, and this platform has had them.',
  'conclusion-standing': 'The conclusion on {platform} has been put, so no further round is opened.',
  'already-issued': 'This member has been issued a ballot in this round.',
  'poll-voided': 'This round or vote is void because the quorum did not hold. Open it again once it does.',
  'quorum-holds': 'The quorum holds at this moment, so it cannot be voided. Close it in the usual way.',
  'reviewers-absent': 'Reviewers who must still be present: {more}.',
  'vote-by-devices': 'This is done on each member’s device, not by raised hands.',
  'vote-by-hands': 'This vote is by raised hands. The secretary counts them in the room and records the count.',
  'vote-differs': 'The way of voting is not the one of this session’s rules. Nothing was opened; load the page anew.',
  'vote-is-secret': 'This vote is secret. Put in a sealed paper on the voting screen.',
  'hands-differ':
    'Counted: {raised}; present and entitled to vote: {present}. Nothing was recorded; count again, with those who abstain.',
  'hands-not-counted': 'The raised hands have not been recorded. Record how many agree, disagree and abstain.',

  // The counting committee
  'committee-barred': 'The rules of this session know no counting committee.',
  'committee-elected': 'The counting committee has been elected.',
  'committee-malformed': 'A counting committee is three different members, and its head is one of them.',
  'committee-missing': 'No counting committee has been elected. The rules ask for it before the first round.',
  'not-of-the-committee': 'Only members of the counting committee report a count.',
  'count-already-agreed': 'The counting minutes of this round stand; the count cannot be changed any more.',
  'count-lines-differ': 'The count does not follow the criteria of the set (at {criterion}). Nothing was recorded.',
  'count-not-agreed':
    'The counting committee has not come to one count of this round. The result is shown once its minutes stand.',
  'count-reports-missing': 'Two members of the counting committee must each report a count of their own.',
  'counts-differ':
    'The two counts differ in {count} figures, so the counting minutes cannot be made. The ballots are safe; both count again.',
  'count-differs-from-ballots':
    'The two counts are equal but differ from the opened ballots in {count} figures. The ballots are safe; count again.',

  // Sittings and who presides
  'meeting-adjourned': 'The meeting is adjourned. Resume it and call the roll again.',
  'minutes-while-adjourned': 'The meeting is adjourned, so no minutes can be written. Resume it and finish it first.',
  'minutes-while-voting':
    'A round or a vote is not finished, so no minutes can be written. Close it and count it first.',
  'meeting-not-adjourned': 'The meeting is not adjourned, so there is nothing to resume.',
  'day-malformed': '"{text}" is not a day. Give the day of the next sitting, or leave it empty if it is not known.',
  'may-not-preside': 'Only the chair, or a vice-chair with a written authorisation in force, may preside.',
  'authorisation-barred': 'The rules of this session do not let a vice-chair stand in for the chair.',
  'not-a-vice-chair': 'Only a vice-chair can be authorised to preside.',
  'already-authorised': 'This vice-chair already holds an authorisation in force.',
  'not-authorised': 'This vice-chair holds no authorisation in force.',
  'letter-missing': 'The letter of authorisation is missing: its number, its date and what it says.',

  // A member replaced
  'declaration-twice': '{platform} is declared on twice in one sending. Send it again, each platform once.',
  'presiding-hand-differs':
    'The presiding person’s choice does not fit: it is recorded only of one who may vote here and whose hand is among those counted. Count again.',
  'ballot-seen': 'In open scoring everybody has seen this sheet, so it is not set aside any more. Count the sheets.',
  'device-in-use':
    'This seat has a ballot in the round under way, and the key that opens it is on this device. Count first, then remove the device.',
  'seat-replaced': 'This member was replaced and is no longer of the council. What was recorded before is safe.',
  'replaced-in-sitting': 'A member is replaced only before the meeting is opened or while it is adjourned.',
  'recorder-stays':
    'Whoever keeps the recording device cannot be replaced. Pass the recording to another machine first.',
  'ground-missing': 'The ground of the replacement is missing (number and date of the decision).',
  'name-missing': 'The name of the new member is missing.',

  // Setting a session up
  'form-hired-unit-one':
    'A hired unit has exactly one person who signs its report (role chair), and at most an administrative secretary who does not vote. Voting now: {count}.',
} as const satisfies Readonly<Record<keyof typeof refusalsCouncilVi, string>>;
