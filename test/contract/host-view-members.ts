// The members that each view may show, as decided; `[]` is a list, `*` an id or a criterion, `?` one that need not be there.

export const MEMBERS = {
  session: `
    book council criteria.count criteria.name.en criteria.name.vi criteria.sample criteria.sha256
    criteria.version decision.body decision.date decision.number kind legalBasis[] me.as me.name me.seat
    me.seatRole meeting.closedAt meeting.openedAt meeting.presiding minutes.approvals[].seat
    minutes.approvals[].stale minutes.file.sha256 minutes.file.signatures[].at minutes.file.signatures[].field
    minutes.file.signatures[].seat minutes.written.at minutes.written.sha256 minutes.written.stale phase place
    platforms[].address platforms[].conclusion.conclusion platforms[].conclusion.outcome
    platforms[].conclusion.passed platforms[].conclusion.platform platforms[].conclusion.poll
    platforms[].conclusion.reservations[].seat platforms[].conclusion.reservations[].text
    platforms[].conclusion.sha256 platforms[].conclusion.text platforms[].conclusion.votes[].choice
    platforms[].conclusion.votes[].seat platforms[].enterprise platforms[].evidence[].criteria[]
    platforms[].evidence[].date platforms[].evidence[].evidence platforms[].evidence[].kind
    platforms[].evidence[].label platforms[].evidence[].mediaType platforms[].evidence[].number
    platforms[].evidence[].revision platforms[].evidence[].sha256 platforms[].evidence[].size
    platforms[].evidence[].supplier platforms[].evidence[].title platforms[].measured.*.satisfied
    platforms[].measured.*.threshold platforms[].measured.*.value platforms[].name
    platforms[].evidence[].earlier[] platforms[].openings[] platforms[].opinions[].by platforms[].opinions[].confirmed platforms[].opinions[].entry platforms[].opinions[].seat
    platforms[].opinions[].text platforms[].opinions[].via platforms[].owner platforms[].platform platforms[].quorum.appointed
    platforms[].quorum.holds platforms[].quorum.missing[] platforms[].quorum.needed platforms[].quorum.present
    platforms[].recused[] platforms[].undeclared[] polls[].of polls[].openedAt polls[].platform polls[].poll
    polls[].round polls[].setAside[] polls[].sheets[].ballot polls[].sheets[].marked polls[].sheets[].opened
    polls[].sheets[].reopened polls[].sheets[].seat polls[].sheets[].state polls[].sheets[].via polls[].step
    quorum.appointed quorum.holds quorum.missing[] quorum.needed quorum.present readOnly.code?
    rules.conclusion.comparator rules.conclusion.denominator rules.conclusion.numerator rules.counting
    rules.denominator rules.id rules.individualSheets rules.name.en rules.name.vi rules.quorum.chair
    rules.quorum.secretary rules.quorum.share.comparator rules.quorum.share.denominator
    rules.quorum.share.numerator rules.secrecy rules.shares rules.source rules.threshold.comparator
    rules.threshold.denominator rules.threshold.numerator rules.v seats[].attendance[].at
    seats[].attendance[].note seats[].attendance[].presence seats[].declared.* seats[].device
    seats[].fingerprint seats[].here seats[].name seats[].position seats[].presence seats[].role seats[].seat
    seats[].unit seats[].votes subject superior adjourned authorisations[] elections[] remarks[]
    platforms[].conclusion.count.abstain platforms[].conclusion.count.agree platforms[].conclusion.count.disagree
    platforms[].conclusion.count.of polls[].by polls[].discussed[] polls[].entitled[] polls[].paper{}
    polls[].quorumHolds polls[].secrecy polls[].sheetsOfPaper[] polls[].unissued[] rules.body rules.casting
    rules.committee rules.online rules.openings rules.opinions.marks rules.opinions.shown rules.quorum.per
    rules.quorum.reviewers rules.quorum.viceChair rules.roles.reviewers rules.roles.viceChairs
    rules.rounds.change rules.rounds.most rules.scale.of rules.size.even rules.size.least rules.size.most
    rules.tie rules.vote seats[].authorised seats[].barred{} sittings[].openedAt sittings[].presiding
  `,
  criteria: `
    set.groups[].criteria[].comparator set.groups[].criteria[].id set.groups[].criteria[].kind
    set.groups[].criteria[].notApplicable set.groups[].criteria[].statement.en
    set.groups[].criteria[].statement.vi set.groups[].criteria[].tags[] set.groups[].criteria[].threshold
    set.groups[].criteria[].unit set.groups[].id set.groups[].name.en set.groups[].name.vi set.id
    set.legalBasis[] set.name.en set.name.vi set.outcomes[].name.en set.outcomes[].name.vi
    set.outcomes[].outcome set.outcomes[].when.is set.sample set.v set.version thresholds.*.source
    thresholds.*.threshold
  `,
  results: `
    platforms[].platform platforms[].poll platforms[].result.criteria[].criterion
    platforms[].result.criteria[].dissent platforms[].result.criteria[].met
    platforms[].result.criteria[].notApplicable platforms[].result.criteria[].notMet
    platforms[].result.criteria[].of platforms[].result.criteria[].verdict platforms[].result.invalid
    platforms[].result.issued platforms[].result.of platforms[].result.outcome.name.en
    platforms[].result.outcome.name.vi platforms[].result.outcome.outcome platforms[].result.counting
    platforms[].result.other.counting platforms[].result.other.outcome.name.en
    platforms[].result.other.outcome.name.vi platforms[].result.other.outcome.outcome
    platforms[].result.denominator platforms[].result.groups[].group platforms[].result.groups[].leftOut
    platforms[].result.groups[].met platforms[].result.groups[].notMet platforms[].result.groups[].of
    platforms[].result.agreement.alpha platforms[].result.agreement.unanimous platforms[].result.agreement.units
    platforms[].result.agreement.values platforms[].result.positiveBallots platforms[].result.returned
    platforms[].result.threshold.comparator platforms[].result.threshold.denominator
    platforms[].result.threshold.numerator platforms[].result.valid platforms[].round platforms[].sheets[].code?
    live[] platforms[].history[] platforms[].margin.absent.count platforms[].margin.absent.seats[]
    platforms[].margin.criteria[] platforms[].margin.firm platforms[].margin.marks[].changes
    platforms[].margin.marks[].criterion platforms[].opinions[] platforms[].result.agreement.why
    platforms[].sheets[].comment? platforms[].sheets[].items.*.mark platforms[].sheets[].items.*.reason?
    platforms[].sheets[].items.*.remark? platforms[].sheets[].seat platforms[].sheets[].valid
  `,
  minutes: `
    minutes missing[].code missing[].params.platform prose.discussion prose.number prose.presentation
    prose.recipients[] prose.recommendation stale changes[] edited
  `,
  log: `
    rows[].at rows[].feed rows[].hash rows[].kind rows[].refused rows[].seat rows[].seq rows[].via
  `,
  draft: `
    barred[] openedFiles[] comment items.*.cites[].evidence items.*.cites[].page items.*.cites[].sha256 items.*.mark items.*.reason
    items.*.remark
  `,
  home: `
    cards[].book cards[].council cards[].kind cards[].meetingAt? cards[].openedAt cards[].phase cards[].subject
    cards[].set.ballots cards[].set.id cards[].set.sealed cards[].set.sha256 cards[].set.version
    cards[].scored[].name cards[].scored[].platform cards[].waits.count cards[].waits.for drafts[]
  `,
} as const;

/** Only the secretary's machine is told what it may do next. */
export const DESK_ONLY = `
  possible.closeMeeting.possible possible.closeMeeting.why.code possible.closeMeeting.why.params{}
  possible.openMeeting.possible possible.openMeeting.why.code possible.openMeeting.why.params{}
  possible.openRound.*.possible possible.openRound.*.why.code possible.openRound.*.why.params.platform
  possible.sealMinutes.possible possible.sealMinutes.why.code possible.sealMinutes.why.params{}
  possible.writeMinutes.possible possible.writeMinutes.why.code possible.writeMinutes.why.params.platform
  may.adjourn.possible may.adjourn.why.code may.adjourn.why.params{} may.agreeCount{} may.close.*.possible
  may.putElection.possible may.putElection.why.code may.putElection.why.params{} may.resume.possible
  may.resume.why.code may.resume.why.params{} may.void.*.possible may.void.*.why.code may.void.*.why.params{}
`;
