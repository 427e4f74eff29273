// Every screen and state that is looked at: a name, what is given, where, and what is done there before the picture.
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { BOOK, hex } from './given.ts';

/**
 * `press` and `pick`: the first button, link or radio that bears the sentence of this key; `fill`: the field so called;
 * `key`: keys as Playwright names them; `file`: the first button of a file picker; `see`: waits for a CSS selector.
 */
export type Step =
  | `press ${ScreenKey}`
  | `pick ${ScreenKey}`
  | `fill ${ScreenKey}=${string}`
  | `key ${string}`
  | `file ${ScreenKey}`
  | `click ${string}`
  | `see ${string}`;
export type Shot = readonly [name: string, query: string, fragment: string, ...steps: readonly Step[]];

const session = `#/session/${BOOK}`;
/** The page of a PDF is there; what is in sight of it is waited for anyway. */
const PAGE = 'see .pdf-page canvas';

/** One line each; names begin with the screen, so that a word in a name picks a screen out. */
export const SHOTS: readonly Shot[] = [
  // The house
  ['home', '', '#/'],
  ['home-empty', 'state=home-empty', '#/'],
  ['home-full', 'state=home-full', '#/'],
  ['home-stranger', 'who=stranger', '#/'],
  ['home-seats', 'who=stranger&state=seats-held', '#/'],
  ['home-fault', 'state=home-fault', '#/'],
  ['home-uncovered', 'state=home-full,uncovered', '#/'],
  ['home-drafts', 'state=home-full,home-drafts', '#/'],
  ['home-lost', 'state=home-full,link-lost', '#/'],
  ['join', 'who=stranger', '#join'],
  ['join-found', 'who=stranger', '#join=ABCD1234'],
  ['join-wrong', 'who=stranger&state=code-wrong', '#join=ABCD1234'],
  ['join-barred', 'who=stranger&state=barred', '#join'],
  ['settings', 'state=facts', '#/settings'],
  ['settings-seat', 'as=seat', '#/settings'],
  ['check', '', '#/check'],
  ['check-holds', 'state=check-holds', '#/check', 'file check.file.pick', 'press check.run'],
  ['check-untrusted', 'state=check-untrusted', '#/check', 'file check.file.pick', 'press check.run'],
  ['check-broken', 'state=check-broken', '#/check', 'file check.file.pick', 'press check.run'],

  // New session and preparation
  ['new', '', '#/new'],
  ['new-errors', '', '#/new', 'press new.create'],
  ['new-large', 'state=form-large', `#/new/${hex(1, 16)}`],
  ['new-large-council', 'state=form-large', `#/new/${hex(1, 16)}`, 'click .form-steps li:nth-child(3) button'],
  ['new-large-platforms', 'state=form-large', `#/new/${hex(1, 16)}`, 'click .form-steps li:nth-child(4) button'],
  ['new-large-look', 'state=form-large', `#/new/${hex(1, 16)}`, 'click .form-steps li:nth-child(6) button'],
  ['new-former', 'state=home-drafts', '#/new', 'click .form-steps li:nth-child(3) button'],
  ['new-paste', '', '#/new', 'press new.paste', 'fill new.paste.label=Nguyễn Văn An, Cục trưởng, Cục A, Chủ tịch'],
  ['new-rules', '', '#/new', 'press rules.change'],
  ['new-rules-conflict', 'state=form-rules', `#/new/${hex(1, 16)}`, 'click .form-steps li:nth-child(5) button'],
  [
    'new-rules-own',
    'state=form-rules-own',
    `#/new/${hex(1, 16)}`,
    'click .form-steps li:nth-child(5) button',
    'press rules.change',
  ],
  ['new-rules-advice', 'state=form-rules', `#/new/${hex(1, 16)}`, 'click .form-steps li:nth-child(3) button'],
  ['new-upload', 'state=upload-under-way', '#/new', 'file evidence.pick'],
  ['new-upload-refused', 'state=upload-refused', '#/new', 'file evidence.pick'],
  ['edit', 'phase=prepare&state=form-edit', `#/new/${BOOK}`],
  [
    'edit-same',
    'phase=prepare&state=form-edit',
    `#/new/${BOOK}`,
    'fill new.place=Phòng họp số 2',
    'click .form-steps li:nth-child(6) button',
  ],
  [
    'edit-new',
    'phase=prepare&state=form-edit',
    `#/new/${BOOK}`,
    'click .typing tbody tr:last-child button',
    'click .form-steps li:nth-child(6) button',
  ],
  ['prepare', 'phase=prepare', session],
  ['prepare-platforms', 'phase=prepare&platforms=3&members=15', session],
  ['prepare-seat', 'phase=prepare&as=seat', session],
  ['prepare-rehearsal', 'phase=prepare&kind=rehearsal', session],

  // Roll call and declarations
  ['attendance', 'phase=attendance&kind=rehearsal', session],
  ['attendance-uncalled', 'phase=attendance&state=uncalled,undeclared', session],
  ['attendance-quorum', 'phase=attendance&platforms=3&state=quorum-holds', session],
  ['attendance-15', 'phase=attendance&members=15', session],
  ['attendance-code', 'phase=attendance', session, 'press attendance.code.first'],
  ['attendance-before', 'phase=prepare&members=15&state=unopened', `${session}/attendance`],
  ['attendance-long', 'phase=attendance&members=15&platforms=3', session],
  ['declare', 'phase=attendance&as=seat&platforms=3&state=undeclared', session],
  ['declare-done', 'phase=attendance&as=seat', session],
  ['declare-conflict', 'phase=attendance&as=seat&me=5', session],
  ['declare-later', 'phase=scoring&as=seat&platforms=3', `${session}/attendance`, 'press recusal.later'],
  ['declare-some', 'phase=attendance&as=seat&state=undeclared,per-criterion', session, 'pick declare.some'],
  ['declare-barred', 'phase=attendance&as=seat&state=per-criterion,barred-some', session],
  ['attendance-adjourn', 'phase=attendance&state=quorum-holds', session, 'press sitting.adjourn'],
  ['attendance-adjourned', 'phase=attendance&state=adjourned', session, 'press replace.begin'],
  ['attendance-adjourned-seat', 'phase=attendance&as=seat&state=adjourned', session],
  ['attendance-second', 'phase=attendance&state=second-sitting,authorised,replaced', session],
  ['attendance-letter', 'phase=attendance&members=15', session, 'press letter.record'],

  // Scoring
  ['scoring', 'phase=scoring&as=seat', session, PAGE],
  ['scoring-desk', 'phase=scoring', session, PAGE],
  ['scoring-empty', 'phase=scoring&as=seat&state=sheet-empty', session, PAGE],
  ['scoring-full', 'phase=scoring&as=seat&state=sheet-full', session, PAGE],
  ['scoring-ask', 'phase=scoring&as=seat&state=sheet-full', session, 'key Control+Enter'],
  ['scoring-unfinished', 'phase=scoring&as=seat', session, 'key Control+Enter'],
  ['scoring-cast', 'phase=scoring&as=seat&state=sheet-cast', session],
  ['scoring-waiting', 'phase=scoring&as=seat&state=sheet-waiting,link-lost', session],
  ['scoring-reopen', 'phase=scoring&as=seat&state=sheet-cast', session, 'press scoring.reopen'],
  ['scoring-reopened', 'phase=scoring&as=seat&state=reopened', session],
  ['scoring-refused', 'phase=scoring&as=seat&state=sheet-refused', session],
  ['scoring-recused', 'phase=scoring&as=seat&me=5&state=recused', session],
  ['scoring-120', 'phase=scoring&members=15&criteria=120', session, PAGE],
  ['scoring-platforms', 'phase=scoring&platforms=3&kind=rehearsal', session],
  ['scoring-not-open', 'phase=scoring&as=seat&state=round-none', session],
  ['scoring-may-open', 'phase=scoring&state=round-ready', session],
  ['scoring-barred', 'phase=scoring&state=round-none', session],
  ['scoring-points', 'phase=scoring&as=seat&state=points', session, PAGE],
  ['scoring-points-typed', 'phase=scoring&as=seat&state=points', session, PAGE, 'key 8', 'key 5'],
  ['scoring-points-wrong', 'phase=scoring&as=seat&state=points', session, PAGE, 'key 8', 'key 5', 'key 5', 'key Enter'],
  ['scoring-points-ask', 'phase=scoring&as=seat&state=points,points-full', session, 'key Control+Enter'],
  ['scoring-points-120', 'phase=scoring&as=seat&members=15&criteria=120&state=points', session, PAGE],
  ['scoring-again', 'phase=scoring&as=seat&criteria=120&state=second-round', session, PAGE],
  ['scoring-again-changed', 'phase=scoring&as=seat&state=second-round', session, PAGE, 'key 2'],
  ['scoring-again-ask', 'phase=scoring&as=seat&state=second-round,sheet-full', session, 'key Control+Enter'],
  ['scoring-criterion-barred', 'phase=scoring&as=seat&state=per-criterion,barred-some', session, PAGE, 'key j'],
  ['scoring-closed', 'phase=scoring&as=seat&me=5&platforms=3', session],
  ['scoring-open', 'phase=scoring&as=seat&state=open,sheet-full', session, 'key Control+Enter'],
  ['scoring-secret', 'phase=scoring&as=seat&state=secret', session, PAGE],
  ['scoring-late', 'phase=scoring&as=seat&state=late', session],
  ['scoring-late-desk', 'phase=scoring&state=late', session],
  ['scoring-lost', 'phase=scoring&state=quorum-lost', session],
  ['scoring-lost-void', 'phase=scoring&state=quorum-lost', session, 'press void.begin'],
  ['scoring-lost-seat', 'phase=scoring&as=seat&state=quorum-lost', session],
  ['scoring-voided', 'phase=scoring&state=voided', session],
  ['scoring-adjourned', 'phase=scoring&as=seat&state=adjourned', session],
  ['progress-ways', 'phase=scoring&state=every-way', session, 'pick scoring.progress'],
  ['evidence-image', 'phase=scoring&as=seat&state=evidence-image', session, 'see .viewer-image'],
  ['evidence-text', 'phase=scoring&as=seat&state=evidence-text', session, 'see .viewer-text'],
  ['evidence-other', 'phase=scoring&as=seat&state=evidence-other', session],
  ['evidence-absent', 'phase=scoring&as=seat&state=evidence-absent', session],
  ['progress', 'phase=scoring', session, 'pick scoring.progress'],
  ['progress-15', 'phase=scoring&members=15&criteria=120&state=all-cast', session, 'pick scoring.progress'],

  // Reveal and matrix
  ['reveal-before', 'phase=scoring', `${session}/reveal`],
  ['reveal-ready', 'phase=scoring&state=round-closed', `${session}/reveal`],
  ['reveal-seat', 'phase=scoring&as=seat&state=round-closed', `${session}/reveal`],
  ['reveal-keys', 'phase=reveal&state=keys-waiting', session],
  ['matrix', 'phase=reveal', session],
  ['matrix-120', 'phase=reveal&members=15&criteria=120', session],
  ['matrix-dissent', 'phase=reveal&members=15&criteria=120', session, 'key d'],
  ['matrix-said', 'phase=reveal&members=15&criteria=120', session, 'click .matrix-row'],
  ['matrix-cell', 'phase=reveal', session, 'click .cell.not-met'],
  ['matrix-file', 'phase=reveal', session, 'click .matrix-row', 'click .said .cites button', PAGE],
  ['talk', 'phase=reveal', session, 'pick talk.title'],
  ['talk-120', 'phase=reveal&members=15&criteria=120', session, 'pick talk.title', 'key j'],

  // Conclusion
  ['conclusion', 'phase=conclusion', session],
  ['conclusion-before', 'phase=scoring', `${session}/conclusion`],
  ['conclusion-put', 'phase=conclusion&state=conclusion-none', session],
  ['conclusion-seat', 'phase=conclusion&as=seat&state=reserved-none', session],
  ['conclusion-vote', 'phase=conclusion&state=vote-open', session],
  ['conclusion-vote-seat', 'phase=conclusion&as=seat&state=vote-open', session],
  ['conclusion-platforms', 'phase=conclusion&platforms=3&members=15&criteria=120&state=vote-passed', session],
  ['conclusion-passed', 'phase=conclusion&state=vote-passed', session],
  ['conclusion-failed', 'phase=conclusion&state=vote-failed', session],

  // Minutes and signing
  ['minutes', 'phase=minutes', session, PAGE],
  ['minutes-fact', 'phase=minutes', session, 'click .fact', PAGE],
  ['minutes-incomplete', 'phase=minutes&state=minutes-unwritten,minutes-incomplete', session],
  ['minutes-whole', 'phase=minutes&state=minutes-whole', session, PAGE],
  ['minutes-stale', 'phase=minutes&state=minutes-stale', session, PAGE],
  ['minutes-stale-seat', 'phase=minutes&as=seat&members=15&state=minutes-stale', session],
  ['minutes-seat-before', 'phase=minutes&as=seat&state=minutes-unwritten,minutes-incomplete', session],
  ['minutes-seat-fact', 'phase=minutes&as=seat&state=minutes-whole', session, 'click .fact'],
  ['minutes-seat', 'phase=minutes&as=seat&state=minutes-whole', session],
  ['minutes-approved', 'phase=minutes&kind=rehearsal&state=minutes-approved', session, PAGE],
  ['signing-open', 'phase=signing&state=meeting-open', session],
  ['signing-draft', 'phase=signing&state=file-none', session],
  ['signing-none', 'phase=signing&state=signed-none', session],
  ['signing', 'phase=signing&state=signed-one', session],
  ['signing-working', 'phase=signing&state=file-none,working', session],
  ['signing-rehearsal', 'phase=signing&kind=rehearsal&state=signed-one', session],
  ['signing-two', 'phase=signing&state=signed-two', session],
  ['signing-seat', 'phase=signing&as=seat&state=signed-one', session],
  ['done', 'phase=done&state=signed-two', session],
  ['done-file', 'phase=done&state=signed-two', session, 'press signing.open', PAGE],
  ['log', 'phase=signing', `${session}/log`],
  ['log-thousand', 'phase=signing&state=log-thousand', `${session}/log`],
  ['log-led', 'phase=signing&state=log-thousand', `${session}/log/00000000000001f4.0000000000000212`],

  // The wall
  ['wall-gathering', 'who=wall&phase=attendance', ''],
  ['wall-scoring', 'who=wall&phase=scoring&kind=rehearsal', ''],
  ['wall-reveal', 'who=wall&phase=reveal&members=15&criteria=120', ''],
  ['wall-conclusion', 'who=wall&phase=conclusion', ''],
  ['wall-minutes', 'who=wall&phase=minutes', ''],

  // Rehearsal and help
  ['guide-prepare', 'phase=prepare&kind=rehearsal&state=played', session],
  ['guide-mark', 'phase=scoring&kind=rehearsal&state=played,sheet-empty', session, PAGE],
  ['guide-fill', 'phase=scoring&kind=rehearsal&state=played', session, PAGE],
  ['guide-wait', 'phase=scoring&kind=rehearsal&members=15&state=played,sheet-cast', session],
  ['guide-folded', 'phase=scoring&kind=rehearsal&state=played', session, 'press guide.less'],
  ['guide-elsewhere', 'phase=reveal&kind=rehearsal&state=played', session],
  ['guide-end', 'phase=done&kind=rehearsal&state=played,signed-two', session],
  ['help-scoring', 'phase=scoring', session, 'key ?', 'see .help-page'],
  ['help-found', '', '#/', 'key ?', 'see .help-page', 'fill help.search=niem phong'],
  ['help-words', '', '#/', 'key ?', 'click .help-contents li:nth-child(14) button'],

  // The frame
  ['frame-find', 'phase=scoring', session, 'key Control+k'],
  ['frame-find-none', 'phase=scoring', session, 'key Control+k', 'key z', 'key q'],
  ['frame-help', 'phase=scoring', session, 'key ?'],
  ['frame-later', 'phase=prepare', `${session}/minutes`],
  ['frame-fault', 'state=fault', session],
  ['frame-waiting', 'state=waiting', session],
  ['frame-lost', 'phase=attendance&as=seat&state=link-lost', session],
  ['frame-connecting', 'phase=attendance&as=seat&state=connecting', session],
  ['frame-refused', 'phase=attendance&as=seat&state=link-refused', session],
  ['frame-read-only', 'phase=attendance&state=read-only', session],
  ['frame-elsewhere', 'phase=scoring&as=seat&state=elsewhere', session],
  ['frame-worries', 'phase=scoring&as=seat&kind=rehearsal&state=doubt,act-refused,fleeting', session],
];
