// Refusals of packages, of the hub and of a restored data folder, in English.
import type { refusalsCopiesVi } from './refusals-copies-vi.ts';

export const refusalsCopiesEn = {
  'package-passphrase-needed': 'This package opens with a passphrase. Nothing has been read yet.',
  'package-passphrase-wrong':
    'The passphrase does not open this package. Look at capitals, spaces and the input method and type it again; the books on this machine are as before.',
  'hub-certificate-differs':
    'The machine at the hub’s address shows another certificate than the one that was compared. The hub may have been replaced, or somebody may stand in between: this machine sends nothing. Ask the agency; if it was replaced, stop using it, connect again and compare the words.',
  'hub-disk-full':
    'The hub’s disk is full, so it takes nothing more. All of it is safe on this machine and goes on when there is room; tell whoever looks after the hub.',
  'hub-device-revoked':
    'The hub no longer accepts this machine: the device was revoked. The books on this machine are as before. If that is a mistake, ask the secretary for a new invitation.',
  'hub-clock-differs':
    'The clocks of this machine and of the hub are too far apart for a safe connection. Set the date and time of this machine and sync again; nothing is lost.',
  'hub-version-older':
    'The hub runs an older version than this application and does not understand all that would be sent, so nothing was sent. Have the hub updated; until then use a data package.',
  'hub-version-newer':
    'The hub runs a newer version than this application. The books on this machine are as before; update the application and sync again.',
  'data-restored':
    'The data folder of this machine is older than what this very machine has sent out: it was restored from a backup, or copied. Nothing was deleted on other machines.',
} as const satisfies Record<keyof typeof refusalsCopiesVi, string>;
