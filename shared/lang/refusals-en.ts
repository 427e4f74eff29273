// Every refusal in English; one that is missing does not compile.
import { refusalsCopiesEn } from './refusals-copies-en.ts';
import { refusalsCouncilEn } from './refusals-council-en.ts';
import { refusalsEvidenceEn } from './refusals-evidence-en.ts';
import { refusalsExchangeEn } from './refusals-exchange-en.ts';
import { refusalsLibraryEn } from './refusals-library-en.ts';
import { refusalsPassingEn } from './refusals-passing-en.ts';
import type { RefusalCode } from './refusals-vi.ts';

export const refusalsEn = {
  ...refusalsCouncilEn,
  ...refusalsCopiesEn,
  ...refusalsExchangeEn,
  ...refusalsLibraryEn,
  ...refusalsPassingEn,
  ...refusalsEvidenceEn,
  // Ballots and marks
  'mark-missing': 'Criterion {criterion} has no mark yet. Choose one; the other criteria are kept as they are.',
  'mark-insufficient':
    'Criterion {criterion} stands at "Insufficient basis". A sheet to be submitted needs Met, Not met or Not applicable.',
  'mark-unknown': 'Criterion {criterion} carries a mark that is not known. Mark it again.',
  'condition-unmet':
    'Criterion {criterion} is judged only where its condition holds on this sheet; it does not, so "Not applicable" is the only mark.',
  'points-between-levels': 'Criterion {criterion} takes the points of one of its levels only. Choose a level.',
  'cite-stale':
    'Criterion {criterion} cites evidence of which there is a newer revision. Look at it, then confirm or drop the citation; the mark stays as it is.',
  'before-not-counted':
    'In that session this platform has no result that was revealed, so it cannot be named as the last evaluation. This session is as it was.',
  'before-itself': 'A session cannot be its own earlier evaluation.',
  'evidence-unknown': 'This file is not evidence of the platform in view. Nothing was written.',
  'evidence-out-of-order':
    'Evidence {number} cannot be recorded: its number or revision does not follow what is in the book. Nothing was written; try again.',
  'reason-missing': 'Criterion {criterion} is "Not applicable" without a reason. Write the reason below the mark.',
  'not-applicable-barred':
    'The criteria set does not allow "Not applicable" for criterion {criterion}. Choose Met or Not met.',
  'criterion-unknown': 'The criteria set of this session has no criterion {criterion}.',
  'sheet-too-long':
    'The remarks and citations of the whole sheet are longer than a sealed sheet can hold. Shorten them; what was typed is still on the screen.',
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
  'declarations-missing': 'Members without a conflict-of-interest declaration: {count}. Declare, then open the round.',
  'declaration-late':
    'It is too late to declare for {platform}: the round is open. Tell the presiding person if a conflict has come up.',

  // Quorum and council
  'quorum-short': 'More members needed: {more}. {present} of {appointed} attend, at least {needed} must.',
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
  'data-key-elsewhere':
    'The data in this folder is encrypted under a key of the desktop application of another account or another machine, or that key is gone. Nothing was touched: open it with the desktop application, on the machine and under the account that made it, or choose another data folder.',
  'data-not-covered':
    'Drafts and the texts of books lie on this machine’s disk in clear, for whoever has a copy of the folder: {keystore}.',
  'sandbox-off': 'The application runs without its sandbox (--no-sandbox). Open files from trusted sources only.',
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
  'print-failed':
    'Nothing was printed: the pages of the file could not be drawn. The file is safe; save it and print it with a PDF reader.',
  'render-cancelled': 'Making the page was stopped as asked.',
  'render-timeout':
    'Making the page took more than {seconds} seconds and was stopped. The content is untouched; try again.',
  'renderer-stopped': 'The page maker has stopped. The content is untouched; try again.',
  'stamp-image': 'The image of the signature or seal cannot be used ({reason}). Use a PNG with a transparent ground.',

  // Setting a session up
  'form-subject-missing': 'The name of the meeting is missing.',
  'form-council-missing': 'The name of the council is missing.',
  'form-place-missing': 'The place of the meeting is missing.',
  'form-name-missing': 'Member {number} has no name.',
  'form-few-voters': 'The council needs at least three voting members.',
  'form-one-chair': 'There must be exactly one council chair; there are {count}.',
  'form-one-secretary': 'There must be exactly one secretary; there are {count}.',
  'form-voting-secretary': 'These rules need a secretary-member (who votes) to record.',
  'form-platform-name-missing': 'Platform {number} has no name.',
  'criteria-unknown': 'The library does not have this criteria set. Choose again.',
  'criteria-unsound': 'This criteria set is faulty and cannot be used.',
  'criteria-file-broken':
    'The criteria file has {count} faults and was left out. The command "criteria check" lists them.',
  'threshold-not-decimal': 'The threshold "{text}" of criterion {criterion} is no number. Write it like 99.5.',
  'threshold-source-missing': 'The threshold of criterion {criterion} has no source.',
  'value-not-decimal': 'The value "{text}" of criterion {criterion} is no number. Write it like 99.5.',
  'opinion-text-missing': 'The written opinion has no text.',
  'rehearsal-only': 'This is possible in a rehearsal only.',

  // Joining and the link
  'code-wrong': 'The code is wrong or used up. {left} attempts left; ask the secretary for a new one.',
  'codes-locked': 'Too many wrong attempts: locked for {seconds} seconds. Nothing is lost.',
  'start-failed':
    'The application could not start. Books and keys on this machine were not touched; open it again, or use "npm run start:browser".',
  'wrong-projector-token': 'This projector address is old. Open the projector again from the secretary’s desk.',
  'wrong-desk-token':
    "The pass to the secretary's desk is wrong or old. Open the page again from the application on the recording device.",
  'link-taken': 'This link already belongs to another seat. Load the page again.',
  'device-proof-wrong': 'The device could not prove its key. Ask for a new code and join again.',
  'seat-held-here': 'This browser already holds that seat. Choose it on the Desk page.',
  'seat-not-held': "This browser does not hold that seat. Join with the seat's code.",
  'seat-not-known-here': "The recording device does not know this seat's device. Ask for a new code and join again.",
  'via-not-allowed': 'This seat may not join that way ({via}).',
  'handed-over': 'This seat was handed over; nothing more is written here. The submitted sheet is safe.',
  'draft-uncast': 'There is a draft not submitted. Submit it, or agree to drop it, before handing the device over.',
  'draft-not-read': 'The draft is still being read from the disk. Try again in a moment; nothing was changed.',
  'nothing-to-undo': 'There is nothing to undo.',
  'open-elsewhere': 'This seat is in use in another tab. Use that one, or choose "Use it here".',
  'context-insecure':
    'This connection is not secure (http), so the browser lets the page make no keys of its own. Use the https address from the secretary.',
  'browser-too-old': "This browser is too old to make the seat's keys. Use a recent Chrome, Edge or Firefox.",
  'store-unavailable': 'The browser lets the page keep nothing (a private window?). Open it in an ordinary window.',
  'answer-malformed': 'The recording device gave a malformed answer. Nothing was recorded; load the page again.',
  'bad-input': 'What was sent is not well formed at "{where}". Nothing was recorded; what you typed is kept.',
  'not-allowed': 'This seat may not do this.',
  'unknown-method': 'The recording device does not know this act ({name}); the versions may differ.',
  'unknown-view': 'The recording device does not know this view ({name}); the versions may differ.',
  'too-many-calls': 'Too many acts are waiting (at most {most}). Wait, then try again.',
  'too-many-feeds': 'This seat has too many feeds (at most {most}). Tell the secretary.',
  'port-in-use': 'Port {port} is in use by another program. Choose another.',
  'port-not-allowed': 'Port {port} may not be opened. Choose one from 1024 up.',
  'address-missing': 'This machine has no network address {address}.',
  'renderer-missing': 'The built pages are missing. Run npm run build, then start again.',
  'folder-missing': 'The folder {folder} was not found.',
  'file-missing': 'The file {file} was not found.',
  'file-not-written':
    'The file {file} was not written: one of that name is there, or the place cannot be written to. Nothing was overwritten.',

  // Books
  'book-unknown': 'This machine does not have that book.',
  'book-damaged': 'This book cannot be read whole and is opened for reading only. Restore it from a copy.',
  'blob-not-of-book': 'This file does not belong to the session.',
  'recording-here': 'This machine records. To let another go on, hand the recording over.',
  'proposal-unknown':
    'This proposal is no longer open: there is a newer one, or the recording has passed on. The book is unchanged.',
  'agreement-stands': 'What was signed cannot be taken back. A proposal of a later term takes its place.',
  'not-recording': 'Another machine records this book, and this is done there. Nothing was changed.',
  'own-feed-elsewhere':
    'This machine’s own entries go on in another copy of its data folder. Nothing is lost; this machine will go on in a new feed.',
  'recording-against-rules':
    'The recording device wrote something that the rules of the session forbid ({kind}: {rule}). This machine gives no key away; its ballots stay sealed.',
  'already-counted': 'The sheets of this round are already counted.',
  'ballot-openable': 'This sheet can still be opened, so it cannot be recorded as not openable.',
  'ballot-superseded': 'This sheet was reopened and replaced by another.',
  'share-broken': 'The key share held here cannot be opened. The sheet stays sealed.',
  'share-released-already': 'This share was already given.',
  'key-missing': 'This machine does not hold the key of that sheet.',
  'round-open': 'The round is still open. Close it first.',
  'not-revealed': 'The round is not revealed yet.',
  'reopen-reason-missing': 'Give a reason for reopening the sheet.',
  'remark-text-missing': 'There are no words to record yet.',
  'reservation-text-missing': 'The reserved opinion has no text.',
  'conclusion-missing': 'No conclusion has been voted on for {platform}.',
  'conclusion-text-missing': 'The conclusion has no text.',
  'conclusion-voted': 'The conclusion has been voted on and cannot be changed.',
  'minutes-stale': 'The facts changed after the version that was put. Put a new version to the council.',
  'secretary-signs-first': 'The secretary signs first, then the presiding person.',
  'roots-unreadable': 'None of the {count} PEM blocks given can be read as a root certificate. Check the PEM file.',
  'consent-missing': "The seat's consent to the new device is missing.",
  'consent-of-another': 'The consent is neither of this seat nor of the chair.',
  'body-withheld': 'The body of entry {seq} ({kind}) is not here, so it cannot be recomputed.',
  'body-not-personal': 'Entry {seq} is not personal data and cannot be erased.',
  'feed-ended': 'Feed {feed} ended before entry {seq}.',
  'feed-renewed': 'The feed goes on in a new one; {lost} old entries have not reached the recording device.',
  'heads-differ': 'The feed heads named do not match the book.',
  'holder-bound-twice': 'The share holder {seat} is bound to two devices at once. No key leaves this device.',
  'holder-unproved': 'The device of the share holder {seat} is not proved. No key leaves this device.',
  'poll-opened-twice': 'The round was opened twice in the book (entry {seq}). No key leaves this device.',
  'recorder-differs': 'The recording device changed without being passed on.',
  'recording-behind':
    'The recording device shows less than was already checked here. No key leaves this device; tell the chair.',
  'recording-forked':
    'The recording device shows two different books from entry {seq} on. No key leaves this device; tell the chair.',
  'recording-unreadable': 'Entry {seq} of the recording device cannot be read. No key leaves this device.',
  'ruled-backwards': 'The recording device ruled feed {feed} backwards (entry {seq}).',
  'rulings-out-of-order': 'The rulings are out of order.',
  'run-malformed': 'The run is not well formed ({why}).',
  'extract-malformed': 'The proof extract in the file is not well formed ({why}).',
  'extract-too-large': 'The proof extract is larger than the limit of {limit} bytes.',
  'extract-without-recording': 'The proof extract lacks the recording feed.',
  'set-invalid': 'The criteria set is not valid ({why}).',
  'store-closed': 'The store is closed. Start the application again.',
  'store-fault': 'The store failed. The last act was not recorded; try again.',
  'store-unreadable': 'The store cannot be read. Restore it from a copy.',

  // Certificates, signatures and files
  'not-a-pdf': 'This is not a PDF file.',
  'pdf-damaged': 'The PDF is damaged and cannot be read; go back to the original.',
  'pdf-encrypted': 'The PDF is encrypted, so its signatures cannot be checked.',
  'pdf-too-large': 'The PDF has {bytes} bytes, more than the limit of {limit}.',
  'pdf-too-complex': 'The PDF is too complex ({what}) and was not opened, so that it cannot stall this machine.',
  'structure-not-own-form':
    'The file is not built as this application writes it: it was altered, extended or saved by another program.',
  'no-signature': 'The file carries no digital signature.',
  'too-many-signatures': 'The file carries {count} signatures, more than the limit of {limit}.',
  'last-signature-not-whole': 'After the last signature something was added to the file that nobody signed.',
  'increment-not-a-signing':
    'After the first signature the file was changed by something other than signing a reserved field.',
  'certification-broken': 'The certifying signature was removed, replaced, or is not the first one.',
  'certification-breached': 'The signature in field {field} permits no change, yet somebody signed after it.',
  'signed-after-lock': 'The signature in field {field} locked the document, yet somebody signed after it.',
  'lock-not-stated': 'The signature in field {field} does not state the lock that its field asks for.',
  'signature-damaged': 'The signature in field {field} is damaged and cannot be read.',
  'signature-kind-not-supported': 'Signatures of this kind ({kind}) cannot be checked here.',
  'byte-range-malformed': 'The byte range stated by the signature is malformed.',
  'byte-range-gap': 'The gap in the signed range holds more than the signature itself.',
  'byte-range-not-at-revision-end': 'The signed range does not end where a revision of the file ends.',
  'cms-damaged': 'The signature data is damaged.',
  'cms-not-own-form': 'The signature data is not as this application writes it: altered, or made by another program.',
  'contents-padding': 'The padding after the signature data was altered.',
  'document-altered': 'The content was altered after signing: do not use this file.',
  'signature-value-wrong': 'The signature value does not match the certificate of {name}.',
  'signing-certificate-mismatch': 'The certificate enclosed is not the one the signer named when signing.',
  'signer-certificate-missing': 'The signature does not carry the signer’s certificate.',
  'certificate-not-in-path': 'The signature carries a certificate that is not on the signer’s path.',
  'certificate-damaged': 'The certificate is damaged.',
  'digest-not-accepted': 'The digest algorithm {algorithm} is not accepted; SHA-256 or better is needed.',
  'algorithm-not-accepted': 'The signature algorithm used by {name} is not accepted.',
  'claimed-time-missing': 'The signature states no signing time.',
  'root-not-trusted': 'The certificate of {name}, issued by {issuer}, leads to no root trusted on this machine.',
  'certificate-not-valid-then': 'At the signing time the certificate of {name} was not valid (from {from} to {to}).',
  'issuer-not-valid-then':
    'At the signing time the certificate of the issuer {name} was not valid (from {from} to {to}).',
  'certificate-not-valid-now':
    'The certificate of {name} is not valid today; only a timestamp could prove when it was used.',
  'claimed-time-in-future': 'The stated signing time is ahead of this machine’s clock.',
  'certificate-extension-not-understood':
    'The certificate {name} carries a critical condition that is not understood here ({extension}).',
  'certificate-weakly-signed': 'The certificate {name} is signed with a weak algorithm.',
  'certificate-not-for-signing': 'The certificate of {name} was not issued for signing.',
  'path-too-long': 'The issuer {name} may not have that many issuers below it.',
  'rsa-key-too-short': 'The RSA key of {name} is shorter than 2048 bits and is not accepted.',
  'key-not-supported':
    'The key of {name} does not fit the algorithm {algorithm}; RSA of 2048 bits or more, or ECDSA P-256, is needed.',
  'field-signed': 'Field {field} was signed later.',
  'signature-field-added': 'A new signature field ({field}) was added and signed later.',
  'validation-data-added': 'Validation data was added later.',
  'page-changed': 'Page {page} was changed after signing.',
  'page-count-changed': 'The number of pages changed after signing: from {before} to {after}.',
  'attachment-changed': 'The attachment {name} was changed or removed after signing.',
  'attachment-added': 'The attachment {name} was added after signing.',
  'field-changed': 'Field {field} was changed after signing.',
  'field-added': 'Field {field} was added after signing.',
  'field-removed': 'Field {field} was removed after signing.',
  'signed-field-changed': 'The signed field {field} was altered or its signature taken away.',
  'form-changed': 'The form was changed after signing.',
  'certification-changed': 'The certification of the file was changed after signing.',
  'catalog-changed': 'The part {key} of the file was changed after signing.',
  'information-changed': 'The document information (title, author, dates) was changed after signing.',
  'signature-field-missing': 'The file has no signature field {field}; nothing was signed.',
  'signature-field-taken': 'Field {field} is signed already; that signature stands.',
  'certify-not-first': 'The certifying signature in field {field} has to be the first, but the file is signed already.',
  'signing-closed': 'The signature in field {by} locked the document; field {field} can no longer be signed.',
  'not-an-extension': 'The file brought back is not an update of the one sent out; the stored file stands.',
  'attachment-missing': 'The file has no attachment {name}.',
  'pkcs12-wrong-password': 'The password of the certificate file is wrong.',
  'pkcs12-damaged': 'This is no PKCS#12 certificate file (.p12, .pfx), or it is damaged.',
  'pkcs12-too-many-rounds':
    'The certificate file asks for {rounds} rounds, more than the limit of {limit}; it was not opened.',
  'pkcs12-not-supported': 'The certificate file is protected in a way that is not supported ({what}).',
  'pkcs12-no-key': 'The certificate file holds no private key.',
  'pkcs12-no-certificate': 'The file holds no certificate that belongs to its private key.',

  // The author's side and the link
  'message-too-long': 'What is to be sent is too long. Shorten it; what you typed is still on the screen.',
  'pkcs12-too-large':
    'The certificate file is larger than the limit of {limit} bytes. Choose the right .p12 or .pfx file.',

  // Preparing a session
  'book-replaced':
    'The secretary edited this session before it was opened and made it anew as another book; the old one was never opened, is kept on the recording device and is no longer used. Ask the secretary for a new code and join again.',
  'edit-needs-new-book':
    'Such an edit needs a new book, because a seat has just joined or the book changed after you opened this page. Nothing was recorded; look at the last part of the form again, then save.',
  'rehearsal-no-source': 'The council of a rehearsal is invented and cannot serve as a source for another session.',
  'draft-unknown': 'This draft is no longer on this machine: it was discarded or has become a session.',
  'draft-unreadable':
    'This draft cannot be read: another version of the application wrote it. What is on the disk is unchanged.',
  'drafts-too-many':
    'There are {most} drafts already. Discard some on the home screen; what you typed is still on the screen.',

  // Known to the screen itself
  'link-lost':
    'Not sent: the recording device is out of reach. Your work is kept on this device and is sent when the link is back.',
  fault:
    'The application failed, number {number}. The last act was not recorded; what was recorded is safe. Try again or tell support this number.',
  'upload-failed': 'The file "{name}" was not taken in. Your own copy is unchanged; try again.',
  'file-not-readable': 'The browser cannot read the file "{name}". Choose it again.',
  // What evidence says
  'reading-kind':
    'This file holds no words to read (a picture, a recording, or a kind that the application does not read). The file in the book is untouched.',
  'reading-locked':
    'The file is protected by a password, so its words cannot be read. The file in the book is untouched.',
  'reading-broken': 'The file is damaged or malformed, so its words cannot be read. The file in the book is untouched.',
  'reading-too-large':
    'The file is larger than can be read safely on this machine. The file in the book is untouched and can be saved.',
  'reading-no-text':
    'The file has no text layer (most likely a scan), so it cannot be searched. Its pages can still be viewed.',
  'reading-time': 'Reading this file took too long and was stopped. The file in the book is untouched.',
  'reading-memory': 'Reading this file took too much memory and was stopped. The file in the book is untouched.',
  'reading-cut':
    'Only the first part of the file is searched: it is longer than what is read. All of it can be viewed.',
  'reading-full':
    'The search index on this machine is full, so this file is not, or not wholly, searched. It can still be viewed.',
  'reading-gone': 'The file is no longer on the recording machine, or is not as long as it was.',
  'reading-stopped': 'Reading of the file was stopped. Open it again to go on.',
  'reading-no-part': 'The file has no such sheet.',
  // Profiles of rules
  'rules-file-broken': 'The file of rules has {count} faults and cannot be used. The other rules can.',
  'rules-unreadable':
    '{count} own rules are kept in a format that this version cannot read. They stay on this machine as they are.',
  'rules-nameless': 'Own rules need a name. What was chosen stays in the form.',
  'rules-name-taken':
    'There are rules called "{name}" already. Choose another name; what was chosen stays in the form.',
  'rules-too-many':
    'This machine keeps {most} own rules already. Discard some that are no longer used, then save again.',
  'rules-unknown': 'These own rules are not found on this machine. Nothing was changed.',
} as const satisfies Record<RefusalCode, string>;
