// The help pages in English, as they lie in assets/help: in the bundle, and read only when somebody asks for help.
import attendance from '../../assets/help/en/attendance.md?raw';
import checking from '../../assets/help/en/checking.md?raw';
import committee from '../../assets/help/en/committee.md?raw';
import conclusion from '../../assets/help/en/conclusion.md?raw';
import discussion from '../../assets/help/en/discussion.md?raw';
import keys from '../../assets/help/en/keys.md?raw';
import law from '../../assets/help/en/law.md?raw';
import library from '../../assets/help/en/library.md?raw';
import minutes from '../../assets/help/en/minutes.md?raw';
import paper from '../../assets/help/en/paper.md?raw';
import prepare from '../../assets/help/en/prepare.md?raw';
import recusal from '../../assets/help/en/recusal.md?raw';
import rehearsal from '../../assets/help/en/rehearsal.md?raw';
import results from '../../assets/help/en/results.md?raw';
import reveal from '../../assets/help/en/reveal.md?raw';
import rounds from '../../assets/help/en/rounds.md?raw';
import rules from '../../assets/help/en/rules.md?raw';
import scoring from '../../assets/help/en/scoring.md?raw';
import secrecy from '../../assets/help/en/secrecy.md?raw';
import set from '../../assets/help/en/set.md?raw';
import signing from '../../assets/help/en/signing.md?raw';
import sittings from '../../assets/help/en/sittings.md?raw';
import trouble from '../../assets/help/en/trouble.md?raw';
import votes from '../../assets/help/en/votes.md?raw';
import whatThisIs from '../../assets/help/en/what-this-is.md?raw';
import words from '../../assets/help/en/words.md?raw';
import type { HelpId } from './help-pages.ts';

export const pagesEn: Readonly<Record<HelpId, string>> = {
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
