// What the file of the minutes is called wherever it is saved: what it is, the day of the meeting, the start of its hash.
import type { CouncilRules } from '../council/rules.ts';
import { isoDay } from './vietnam-time.ts';

export type FileOf = {
  readonly kind: 'session' | 'rehearsal';
  /** A hired unit makes a report, everybody else minutes. */
  readonly body: CouncilRules['body'];
  /** ISO 8601, as the recording device's clock said; undefined before the meeting. */
  readonly openedAt: string | undefined;
  /** Of this very file: two files of one meeting never share a name. */
  readonly sha256: string;
  readonly isDraft: boolean;
};

/** "bien-ban-2026-11-23-0a1b2c3d.pdf", "bao-cao-…" of a hired unit: letters that every file system and every mail program leaves alone. */
export function minutesFileName({ kind, body, openedAt, sha256, isDraft }: FileOf): string {
  const day = openedAt === undefined ? '' : `-${isoDay(openedAt)}`;
  const what = `${kind === 'rehearsal' ? 'dien-tap-' : ''}${isDraft ? 'ban-nhap-' : ''}${body === 'hired-unit' ? 'bao-cao' : 'bien-ban'}`;
  return `${what}${day}-${sha256.slice(0, 8)}.pdf`;
}
