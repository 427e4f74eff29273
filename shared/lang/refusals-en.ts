// Every refusal in English; one that is missing does not compile.
import type { RefusalCode } from './refusals-vi.ts';

export const refusalsEn = {
  // Ballots and marks
  'mark-missing': 'Criterion {criterion} has no mark yet. Choose one; the other criteria are kept as they are.',
  'mark-insufficient':
    'Criterion {criterion} stands at "Insufficient basis". A sheet to be submitted needs Met, Not met or Not applicable.',
  'mark-unknown': 'Criterion {criterion} carries a mark that is not known. Mark it again.',
  'reason-missing': 'Criterion {criterion} is "Not applicable" without a reason. Write the reason below the mark.',
  'not-applicable-barred':
    'The criteria set does not allow "Not applicable" for criterion {criterion}. Choose Met or Not met.',
  'criterion-unknown': 'The criteria set of this session has no criterion {criterion}.',
  'remark-too-long':
    'The remark or reason is longer than {limit} characters. Shorten it; what was typed is still on the screen.',
  'ballot-malformed':
    'The opened sheet is not well formed ({why}) and so is invalid. The other sheets are not affected.',
  'ballot-by-proxy': 'A sheet cannot be submitted on behalf of this member.',
  'ballot-not-standing': 'There is no standing sheet to reopen.',
  'ballot-standing':
    'You already have a standing sheet in this round. To change it, reopen it before the round is closed.',
  'ballot-not-counted': "This sheet is not on the round's list of sheets to be counted.",
  'not-your-ballot': 'This is not your sheet. Nothing was changed.',
  'commit-seen': 'This sealing key was used before. Submit again: a new key will be made.',
  'envelope-broken': 'The sealed sheet cannot be opened: the key does not fit or the content was altered.',
  'key-mismatch': 'The released key does not fit the sheet. The sheet stays sealed; use the device that submitted it.',
  'share-mismatch': 'The released share does not fit the one that was entrusted. The sheet stays sealed.',
  'not-a-holder': 'This seat holds no key share of the sheet.',
  'holders-differ': 'The holders of key shares are not those named when the round was opened.',
  'keys-missing':
    'Some sheets cannot be opened yet because their keys are missing. Wait for those devices to come back, or record the sheet as not openable.',

  // Polls and rounds
  'poll-unknown': 'This round or vote is not in the book.',
  'poll-known': 'This round is already in the book.',
  'poll-step': 'Not possible at this step: the round is at "{step}".',
  'another-poll-open': 'Another round or vote is still open. Close it first, then open the new one.',
  'round-closed': 'The round is closed. The draft is still on this device but is not counted in this round.',
  'round-already-opened': 'This round was opened before.',
  'round-list-differs': 'The list of sheets does not match the book. No sheet is lost; try to close the round again.',
  'entitled-differ':
    'The list of those who get a sheet does not match the roll call. Check the roll call and open the round again.',
  'secrecy-differs': "The secrecy of the round differs from the session's rules.",
  'not-entitled': 'This seat was not issued a sheet in this round (absent, not voting or recused).',
  'not-present': 'This seat is not marked present. Ask the secretary to mark it; the draft is kept on this device.',
  'threshold-open':
    "The threshold of criterion {criterion} is still open. Set it with its source, or leave it to the council's judgement.",
  'declarations-missing':
    '{count} members have not made their conflict-of-interest declaration. Do so, then open the round.',
  'declaration-late':
    'It is too late to declare for {platform}: the round is open. Tell the presiding person if a conflict has come up.',

  // Quorum and council
  'quorum-short': '{more} more members must attend: {present} of {appointed} are here, at least {needed} are needed.',
  'chair-absent': 'The council chair (or a vice-chair with written authorisation) is not here.',
  'chair-recused': 'The presiding person is recused from this platform; somebody else must preside.',
  'secretary-absent': 'The secretary-member is not here.',
  'seat-unknown': 'This seat is not in the council.',
  'seat-taken': 'This seat is already taken.',
  'seat-has-device': 'This seat already has a device. To change it, the seat itself or the chair must agree.',
  'seat-does-not-vote': 'This seat does not vote.',
  'role-taken': 'The role {role} has one holder only and is already taken.',
  'device-known': 'This device is already bound to a seat in the book.',
  'device-unknown': "The book does not know this device. Join again with the seat's code.",
  'key-unbound': "This device's key is not bound to any seat. Join with the seat's code.",
  'own-act-only': 'Only the member can do this.',
  'for-not-allowed': 'This cannot be done for somebody else.',
  'confirmed-by-same-seat': 'Whoever entered it cannot confirm it. Another member must.',
  'opinion-of-present-member': 'A member who attends fills in a sheet and gives no written opinion.',

  // Session, platforms, conclusion
  'book-already-open': 'This book was opened before.',
  'book-not-open': 'This book is not open yet.',
  'criteria-missing': 'The session has no criteria set yet.',
  'platform-missing': 'The session has no platform to evaluate yet.',
  'platform-unknown': 'This platform is not in the session.',
  'platform-not-counted': 'The sheets of this platform are not counted yet, so there can be no conclusion.',
  'conclusion-unknown': 'This draft conclusion is not in the book.',
  'meeting-already-open': 'The meeting has been opened already.',
  'meeting-not-open': 'The meeting is not open yet. Call the roll and open it first.',
  'meeting-closed': 'The meeting is closed; the book takes no more of this.',
  'meeting-not-closed': 'The meeting is not closed. Close it, then seal the minutes.',
  'stale-object': 'The text changed after you saw it. Nothing was recorded; read the new version and do it again.',
  'needs-refused': 'This rests on something that was refused before.',
  'entry-unknown': 'This entry is not in the book.',

  // Minutes and signatures
  'minutes-not-written': 'No minutes have been put to the council yet.',
  'minutes-cut': 'The minutes are fixed; a change needs supplementary, correcting minutes.',
  'minutes-not-cut': 'The minutes are not fixed yet.',
  'minutes-not-sealed': 'There is no final minutes file to sign yet.',
  'minutes-already-sealed': 'The minutes are already a final file, which cannot be replaced.',
  'signers-missing': 'The signers (secretary and presiding person) are not all named.',
  'signature-on-older-file':
    'The signature stands on an older version of the file. It is kept; sign the newest version.',

  // The chain of the book
  'bad-signature': 'The signature of entry {seq} in feed {feed} is wrong. What stands before it can be trusted.',
  'body-malformed': 'The body of an entry is not well formed ({why}).',
  'body-mismatch': 'The body of an entry does not match its hash.',
  'body-too-long': 'Entry {seq} in feed {feed} is too long.',
  'fact-unknown':
    'The book has an entry of kind "{kind}" that this version does not know. The book is read only; update the application.',
  'fact-misplaced': 'An entry "{kind}" is out of place in feed {feed}, number {seq}. The book is read only.',
  'ruled-mismatch': 'The ruling on feed {feed} up to {seq} does not match that feed. The book is read only.',
  'head-malformed': 'The head of an entry is not well formed ({why}).',
  'head-too-long': 'The head of an entry has {length} characters, more than the limit of {limit}.',
  'run-empty': 'The run of feed {feed} has no entries.',
  'run-gap': 'Feed {feed} has a gap at entry {seq}. What is here is whole; the missing part will be asked for again.',
  'run-unsigned': 'The run of feed {feed} from entry {seq} is not signed.',
  'wrong-book': 'Entry {seq} belongs to another book. Nothing was taken.',
  'wrong-feed': 'Entry {seq} belongs to another feed. Nothing was taken.',
  'wrong-seq': 'The number of entry {seq} is wrong. Nothing was taken.',
  gap: 'Feed {feed} lacks entry {expected} (got {found}). What is here is whole.',
  fork: 'Feed {feed} has two different entries at {seq}. Both are kept as proof and the feed stops before them.',

  // Store, files
  'blob-mismatch': 'The file received does not match its recorded hash. It is not used; send it again.',
  'blob-missing': 'This machine does not have the file with hash {sha256}.',
  'blob-too-large': 'The file is larger than the limit of {maxBytes} bytes.',
  'range-outside': 'The part asked for lies outside the file ({size} bytes).',
  'store-needs-node': 'Node.js {found} is too old; {needed} is needed. No data was touched.',
  'store-damaged': 'The data file {file} is damaged. Nothing more is written; restore it from a copy.',
  'store-newer':
    'The data belong to a newer version ({found}, this one knows {known}). They are untouched; update the application.',
  'store-failed': '{file} cannot be written ({detail}). The last act was not saved; try again.',
  'store-full': 'The disk of {file} is full. The last act was not saved; free some space and try again.',
  'store-in-use': '{file} is in use by another window. Close that one.',
  'store-unreachable': '{file} cannot be opened ({detail}). Check the disk and the rights.',
  'key-exists': 'This key already exists here and was not overwritten.',
  'attachment-damaged': 'The attachment "{name}" in the PDF is damaged.',
  'attachment-too-large': 'The attachment "{name}" is larger than the limit of {limit} bytes.',
  'attachments-too-large': 'The attachments come to {bytes} bytes, more than the limit of {limit}.',

  // Making the page
  'glyph-missing': 'The font has no sign for "{character}", so the minutes cannot be printed. Replace that character.',
  'not-nfc': 'The text at "{where}" uses decomposed accents. Type it again.',
  'render-cancelled': 'Making the page was stopped as asked.',
  'render-timeout':
    'Making the page took more than {seconds} seconds and was stopped. The content is untouched; try again.',
  'renderer-stopped': 'The page maker has stopped. The content is untouched; try again.',
  'stamp-image': 'The image of the signature or seal cannot be used ({reason}). Use a PNG with a transparent ground.',

  // The author's side and the link
  'message-too-long': 'What is to be sent is too long. Shorten it; what you typed is still on the screen.',
  'pkcs12-too-large':
    'The certificate file is larger than the limit of {limit} bytes. Choose the right .p12 or .pfx file.',

  // Known to the screen itself
  'link-lost':
    'Not sent: the recording device is out of reach. Your work is kept on this device and is sent when the link is back.',
  fault:
    'The application failed, number {number}. The last act was not recorded; what was recorded is safe. Try again or tell support this number.',
  'upload-failed': 'The file "{name}" was not taken in. Your own copy is unchanged; try again.',
  'file-not-readable': 'The browser cannot read the file "{name}". Choose it again.',
} as const satisfies Record<RefusalCode, string>;
