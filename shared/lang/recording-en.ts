// The sentences of who records and how that is passed on, in English.
import type { recordingVi } from './recording-vi.ts';

export const recordingEn = {
  'recording.title': 'Recording device',
  'recording.words':
    'One machine records, all others receive. If it fails, the keepers together pass the recording on to another machine.',
  'recording.stand': 'As it is now',
  'recording.who': 'Records now',
  'recording.who.here': '{name}, on this very machine',
  'recording.who.there': 'the machine of {name}',
  'recording.link': 'Link',
  'recording.link.here': 'it is this machine',
  'recording.link.linked': 'connected',
  'recording.link.lost': 'not seen since {time} on {date}',
  'recording.link.lost.unknown': 'not seen',
  'recording.link.never': 'never connected to this machine',
  'recording.keepers': 'Keepers, who may pass it on',
  'recording.term': 'Passed on',
  'recording.term.none': 'never',
  'recording.term.nth': '{count} times',
  'recording.lost.wait':
    'Go on working: drafts and cast ballots are kept on this machine and go by themselves when the recording device is seen again. If it is broken for good, a keeper ({names}) opens this page on their own machine to propose taking over.',

  // Taking over
  'takeover.title': 'Let this machine record instead',
  'takeover.when':
    'Only when the recording device is broken or cannot be waited for. If it only lost the network for a while, wait: nothing is lost.',
  'takeover.kept': 'Stays',
  'takeover.kept.entries':
    'Every entry that this machine or one within reach has received: the application asks each machine and takes the longest.',
  'takeover.kept.ballots': 'Ballots that were admitted, sealed as they are; everybody’s drafts on their own machines.',
  'takeover.void': 'Becomes void',
  'takeover.void.words':
    'What the old machine wrote after that last common entry. It is kept to be looked at, does not count, and is never merged silently.',
  'takeover.again': 'Must be done again',
  'takeover.again.poll': 'A round or vote that the old machine revealed, or of which a key got out, in the void part.',
  'takeover.again.guests':
    'Those in a browser join the room again with a new code. Installed applications come by themselves, without codes.',
  'takeover.again.hand':
    'The secretary’s work in that part (roll call, conclusion…), where still needed, is entered again.',
  'takeover.need': 'More than half of the {count} keepers must agree, each on their own machine.',
  'takeover.propose': 'Propose that this machine records',
  'takeover.propose.doing': 'asking the machines within reach and making the proposal',
  'takeover.proposal': 'Proposal: the machine of {name} records',
  'takeover.proposal.resume': 'Proposal: the machine of {name} goes on recording after its data were restored',
  'takeover.signed': 'What is signed',
  'takeover.signed.by': 'The recording device will be',
  'takeover.signed.term': 'Passing number',
  'takeover.signed.cut': 'Last entry that stays',
  'takeover.signed.cut.at': 'entry {seq}, hash',
  'takeover.signed.id': 'Mark of the proposal',
  'takeover.signed.compare': 'This mark must be the same on every machine that agrees.',
  'takeover.agreed.count': '{done} so far, {needed} of {count} keepers are needed.',
  'takeover.agreed.resume': '{done} so far, {needed} must agree.',
  'takeover.keeper': 'Keeper',
  'takeover.keeper.state': 'Answer',
  'takeover.keeper.agreed': 'agreed',
  'takeover.keeper.reachable': 'not yet, the machine is within reach',
  'takeover.keeper.away': 'not yet, the machine is not seen',
  'takeover.short':
    'Not enough yet, nor would be with the machines within reach. Bring another keeper’s machine into the room, or exchange data packages.',
  'takeover.agree': 'Agree and sign',
  'takeover.agree.doing': 'signing the agreement',
  'takeover.agree.words':
    'Each signs once for one passing, and it cannot be taken back. If the old recording device only lost the network for a while, do not sign.',
  'takeover.agreed.mine': 'You have agreed.',
  'takeover.withdraw': 'Withdraw the proposal',
  'takeover.withdraw.doing': 'withdrawing the proposal',
  'takeover.finish': 'Begin recording on this machine',
  'takeover.finish.doing': 'taking over the recording',
  'takeover.finish.words':
    'From the press on this machine records. The old one, coming back, is told and cannot go on recording.',

  // Handing over
  'handover.title': 'Hand the recording over',
  'handover.words':
    'When this machine must leave the room or its battery runs low. The receiving machine has the whole book; nothing becomes void, no round is held again.',
  'handover.to': 'Hand over to the machine of',
  'handover.empty': 'Choose who receives',
  'handover.none':
    'No machine has the whole book yet. It must be an installed application that has joined a seat, is connected and has a whole copy.',
  'handover.begin': 'Hand the recording over…',
  'handover.sure':
    'This machine stops recording at the press; from then on {name} conducts the steps. To record here again, {name} must hand it back.',
  'handover.do': 'Hand over to {name}',
  'handover.doing': 'handing over the recording',

  // The old machine, coming back
  'tail.title': 'This machine recorded before',
  'tail.calm':
    'While this machine was away, the keepers passed the recording on to the machine of {name}. Nothing was deleted.',
  'tail.rows':
    '{count} entries that this machine wrote after the passing are void. They stand here to be looked at; what is still needed is entered again on the recording device.',
  'tail.none': 'This machine wrote nothing after the passing, so nothing is void.',
  'tail.seq': 'Entry',
  'tail.at': 'At',
  'tail.kind': 'What',
  'tail.do': 'What to do',
  'tail.hash': 'Hash',
  'tail.do.none': 'Nothing: the seats send again by themselves.',
  'tail.do.hand': 'See whether the recording device has it; if not, enter it again.',
  'tail.do.round': 'The round goes by the book of the recording device; where it says again, hold it again.',
  'tail.do.file': 'Add the file again on the recording device if it is not there.',
  'tail.do.minutes': 'Write and approve again on the recording device.',
  'tail.seen': 'I have seen them',
  'tail.seen.doing': 'noting that they were seen',
  'tail.seen.already': 'Seen. The entries are still kept: {count}.',

  // Polls held again
  'spoiled.title': 'Rounds to be held again',
  'spoiled.words':
    'The old machine revealed, or a key got out, in the void part. Somebody may have known ballots before the round was closed, so it cannot be used and is opened again from the beginning.',
  'spoiled.round': '{name}, round {round}',
  'spoiled.conclusion': 'vote on the conclusion on {name}',
  'spoiled.election': 'election of the counting committee',
  'spoiled.other': 'a poll',

  // After a restore
  'restored.title': 'The data folder was restored or copied',
  'restored.words':
    'This machine may have written entries that the restored data do not have. So that there are never two entries of one number, it does not go on where it was but begins a new feed that names the last entry it knows.',
  'restored.chair':
    'To go on recording takes the signature of this machine and the chair’s word on the chair’s machine. If the book has one device only, this machine’s signature is enough, and the minutes print that.',
  'restored.resume': 'Ask to go on recording',
  'restored.resume.doing': 'making the proposal to go on',
  'restored.member': 'Your own work on this machine goes on.',

  // The only copy
  'onlycopy.title': 'This book is on this machine only',
  'onlycopy.words': 'If the machine breaks or is lost, so is the session. Two ways to a second copy:',
  'onlycopy.room': 'Let another machine into the room',
  'onlycopy.room.words':
    'A member’s machine with the application receives the whole book by itself and keeps it up to date.',
  'onlycopy.package': 'Write a data package',
  'onlycopy.package.words':
    'To a USB stick, encrypted; it is a copy of that moment, so write it again after each important step.',

  // What happened
  'passings.title': 'How it was passed on',
  'passings.none': 'Never.',
  'passings.term': 'Nr.',
  'passings.from': 'From',
  'passings.to': 'To',
  'passings.ground': 'How',
  'passings.agreed': 'Who agreed',
  'passings.agreed.none': 'nobody needed to',
  'passings.ground.taken-over': 'taken over',
  'passings.ground.handed-over': 'handed over',
  'passings.ground.resumed': 'went on after a restore',

  // The strip over a session
  'strip.label': 'Recording',
  'strip.see': 'See and decide',
  'strip.later': 'Later',
  'strip.lost': 'The recording device of {name} has not been seen since {time}. Your work is kept on this machine.',
  'strip.lost.unknown': 'The recording device of {name} is not seen. Your work is kept on this machine.',
  'strip.lost.keeper':
    'The recording device of {name} has not been seen since {time}. If it is broken, this machine can record instead.',
  'strip.lost.keeper.unknown':
    'The recording device of {name} is not seen. If it is broken, this machine can record instead.',
  'strip.asked': 'The machine of {name} asks to record. Your answer is needed.',
  'strip.proposed': 'The machine of {name} asks to record: {done} of the {needed} needed agree so far.',
  'strip.finish': 'Enough have agreed. This machine can begin to record.',
  'strip.tail':
    'The recording went on to the machine of {name}. {count} entries that this machine wrote afterwards are void.',
  'strip.tail.none': 'The recording went on to the machine of {name}. Nothing is void.',
  'strip.spoiled': 'To be held again: {what}.',
  'strip.restored': 'The data on this machine were restored or copied. It cannot go on recording yet.',
  'strip.only': 'This book is on this machine only. A second copy is wise.',
} as const satisfies Record<keyof typeof recordingVi, string>;
