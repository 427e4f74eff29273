// What a check of a file found: one sentence each, in both languages, what question it answers, and whether it breaks.
import type { Finding, FindingAbout } from '../../shared/contract/methods.ts';

type Say = (vi: string, en: string) => Finding;
export type Findings = {
  readonly holds: Say;
  readonly note: Say;
  readonly broken: Say;
};

/** The sentences of one question; `field` names the signature they are about. */
export const findingsAbout = (about: FindingAbout, field?: string): Findings => {
  const of = (level: Finding['level']): Say => {
    const more = field === undefined ? {} : { field };
    return (vi, en) => ({ level, about, ...more, vi, en });
  };
  return { holds: of('holds'), note: of('note'), broken: of('broken') };
};

export const breaks = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'broken');
/** Whole and unaltered, and yet no root that was given vouches for who signed. */
export const lacksRootsOnly = (findings: readonly Finding[]): boolean =>
  breaks(findings) && findings.every(({ level, about }) => level !== 'broken' || about === 'roots');
