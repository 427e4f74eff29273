// The help pages in Vietnamese, as they lie in assets/help: in the bundle, and read only when somebody asks for help.
import attendance from '../../assets/help/vi/attendance.md?raw';
import checking from '../../assets/help/vi/checking.md?raw';
import committee from '../../assets/help/vi/committee.md?raw';
import conclusion from '../../assets/help/vi/conclusion.md?raw';
import discussion from '../../assets/help/vi/discussion.md?raw';
import keys from '../../assets/help/vi/keys.md?raw';
import law from '../../assets/help/vi/law.md?raw';
import library from '../../assets/help/vi/library.md?raw';
import minutes from '../../assets/help/vi/minutes.md?raw';
import paper from '../../assets/help/vi/paper.md?raw';
import prepare from '../../assets/help/vi/prepare.md?raw';
import recusal from '../../assets/help/vi/recusal.md?raw';
import rehearsal from '../../assets/help/vi/rehearsal.md?raw';
import results from '../../assets/help/vi/results.md?raw';
import reveal from '../../assets/help/vi/reveal.md?raw';
import rounds from '../../assets/help/vi/rounds.md?raw';
import rules from '../../assets/help/vi/rules.md?raw';
import scoring from '../../assets/help/vi/scoring.md?raw';
import secrecy from '../../assets/help/vi/secrecy.md?raw';
import set from '../../assets/help/vi/set.md?raw';
import signing from '../../assets/help/vi/signing.md?raw';
import sittings from '../../assets/help/vi/sittings.md?raw';
import trouble from '../../assets/help/vi/trouble.md?raw';
import votes from '../../assets/help/vi/votes.md?raw';
import whatThisIs from '../../assets/help/vi/what-this-is.md?raw';
import words from '../../assets/help/vi/words.md?raw';
import type { HelpId } from './help-pages.ts';

export const pagesVi: Readonly<Record<HelpId, string>> = {
  'what-this-is': whatThisIs,
  rehearsal,
  library,
  set,
  prepare,
  rules,
  attendance,
  sittings,
  recusal,
  scoring,
  paper,
  reveal,
  committee,
  results,
  discussion,
  rounds,
  conclusion,
  votes,
  minutes,
  signing,
  checking,
  secrecy,
  trouble,
  keys,
  words,
  law,
};
