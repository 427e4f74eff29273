// Refusals of the library of criteria sets in English.
import type { refusalsLibraryVi } from './refusals-library-vi.ts';

export const refusalsLibraryEn: Readonly<Record<keyof typeof refusalsLibraryVi, string>> = {
  'library-unreadable':
    '{count} criteria sets were kept by another version of the application and cannot be read here. They are safe on the disk; update the application.',
  'library-newer':
    'A newer version of the application wrote the library, so nothing is written over it. Every set is as it was; update the application.',
  'library-full':
    'The library holds {most} sets of the agency already. Discard drafts that are not needed; nothing was changed.',
  'set-too-large':
    'The criteria set is longer than {kibibytes} KiB and cannot be kept. What was kept before is as it was.',
  'set-unknown': 'There is no such criteria set in the library. Load the list again.',
  'set-frozen':
    'Version {version} is promulgated and cannot be changed any more. Begin a draft of the next version from it.',
  'set-shipped': 'A sample that comes with the application cannot be changed. Begin a draft from it.',
  'set-unsound': 'The draft has {count} errors and cannot be promulgated yet. Mend what is named; the draft is kept.',
  'set-sample': 'The set is still marked as a sample. Take the mark away before you promulgate it.',
  'set-version-taken':
    'The set {id} version {version} is promulgated already with another content. Use another version; nothing was changed.',
  'set-not-promulgated': 'Only a promulgated set can be signed and packed. Promulgate it first.',
  'set-signed-by-others': "This pack was signed by {name}. Another's signature is not replaced here.",
  'set-in-use': '{count} sessions of this machine use this set, so it cannot be discarded. It is still in the library.',
  'set-file-refused':
    'The file "{file}" is refused: it has {count} errors. The library is as it was. Look at the errors, mend the file and load it again.',
  'consultation-body-missing':
    'Line {number} of the consultation does not say who was asked. The other lines are still on the screen.',
  'consultation-date-wrong': 'Line {number} of the consultation has a wrong date. Write it as 05/02/2026.',
  'decision-file-missing': 'The file of the decision is not here. Choose it again; the draft is as it was.',
  'decision-file-too-large': 'The file of the decision is larger than {mebibytes} MiB. Scan it at a lower resolution.',
  'promulgation-incomplete': 'A promulgation needs the number, date and body of its decision. The draft is as it was.',
  'pack-too-large':
    'The pack would be larger than {mebibytes} MiB and was not written. The set in the library is as it was.',
};
