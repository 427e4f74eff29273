// What the views of the room, of joining one, of copies and of the recording show where nothing of it is going on.
import type { CopiesView } from '../../shared/contract/copies-methods.ts';
import type { RecordingView } from '../../shared/contract/recording-methods.ts';
import type { JoiningView, RoomView } from '../../shared/contract/room-methods.ts';

export const givenRoom: RoomView = {
  state: 'closed',
  addresses: [{ address: '192.168.1.20', interface: 'wlan0', isOpen: false }],
  guests: false,
  name: '',
  fingerprint: [],
  asks: [],
  peers: [],
  refused: [],
};
export const givenJoining: JoiningView = { step: 'idle', found: [] };
export const givenCopies: CopiesView = { room: 'none', hub: { state: 'none' }, books: [] };
export const givenRecording: RecordingView = {
  recorder: '',
  term: 0,
  isHere: true,
  keepers: [],
  link: 'here',
  mayPropose: false,
  mayHandOver: [],
  passings: [],
  spoiled: [],
  isOnlyCopy: true,
};
