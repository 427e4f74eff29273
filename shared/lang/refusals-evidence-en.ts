// Refusals of evidence on its way into a book, in English.
import type { refusalsEvidenceVi } from './refusals-evidence-vi.ts';

export const refusalsEvidenceEn: Readonly<Record<keyof typeof refusalsEvidenceVi, string>> = {
  'evidence-not-uploaded':
    'The file of the evidence "{title}" has not come in whole, or was kept too long without use. Load it again.',
  'evidence-title-missing': 'Evidence number {number} has no title.',
  'evidence-empty': 'The file "{name}" is empty (0 bytes) and is not taken in as evidence.',
  'evidence-too-large':
    'The file "{name}" is larger than 2 GB and cannot be taken in. Split it; the original is as it was.',
  'evidence-unreadable':
    'The file "{name}" cannot be read on this machine (deleted, moved, or no permission). Check it and try again.',
  'evidence-secret':
    'The evidence "{title}" is marked as a state secret. The application does not take it; handle it by the rules on protecting state secrets.',
  'evidence-name-secret':
    'The name of the file "{name}" bears a mark of state secrets: it was not taken in and has not left this machine. Secret documents are handled outside the application, by the Law on Protection of State Secrets. If it is not secret, rename it and try again.',
  'evidence-same':
    'The file of "{title}" is the same as Evidence {number} (same SHA-256). Nothing was written; remove this row and write again.',
  'evidence-twice':
    'Two rows are one and the same file ("{title}", same SHA-256). Nothing was written; remove one and write again.',
  'evidence-revised-twice':
    'Two files are both given as the new revision of Evidence {number}. Nothing was written; keep one and write the other afterwards.',
  'evidence-unknown':
    'The evidence that "{title}" is a new revision of is not in this platform. Nothing was written; choose the original again.',
  'evidence-too-many':
    'At most {most} pieces of evidence a platform are written at once; files left out: {count}. Write those taken in into the book, then load the rest.',
};
