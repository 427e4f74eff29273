// The clock of a played meeting: hours pass where the program takes seconds.

export type MeetingClock = {
  /** A little later each time it is asked. */
  readonly now: () => Date;
  readonly pass: (minutes: number) => void;
};

export function meetingClock(start: Date): MeetingClock {
  let at = start.getTime();
  return {
    now: () => {
      at += 137;
      return new Date(at);
    },
    pass: (minutes) => {
      at += minutes * 60_000;
    },
  };
}
