// Which help pages there are, in the order of their contents, and which of them fits a screen.
import type { Phase } from '../../shared/contract/phases.ts';
import type { Page } from '../state/route.ts';

export const HELP_PAGES = [
  'what-this-is',
  'rehearsal',
  'library',
  'set',
  'prepare',
  'rules',
  'attendance',
  'sittings',
  'recusal',
  'scoring',
  'paper',
  'reveal',
  'committee',
  'results',
  'discussion',
  'rounds',
  'conclusion',
  'votes',
  'minutes',
  'signing',
  'checking',
  'secrecy',
  'trouble',
  'keys',
  'words',
  'law',
] as const;
export type HelpId = (typeof HELP_PAGES)[number];

const OF_SCREEN: Readonly<Record<Phase | 'log' | Page | 'home' | 'join', HelpId>> = {
  home: 'what-this-is',
  join: 'attendance',
  new: 'prepare',
  check: 'checking',
  library: 'library',
  settings: 'keys',
  prepare: 'prepare',
  attendance: 'attendance',
  scoring: 'scoring',
  reveal: 'reveal',
  conclusion: 'conclusion',
  minutes: 'minutes',
  signing: 'signing',
  done: 'checking',
  log: 'secrecy',
};

export const helpFor = (screen: keyof typeof OF_SCREEN): HelpId => OF_SCREEN[screen];

export const isHelpId = (text: string): text is HelpId => (HELP_PAGES as readonly string[]).includes(text);
