// One tab writes for a seat: two would fork its feed. The Web Lock is the law; the channel only asks the other to let go.

export type Place = {
  readonly isHere: () => boolean;
  /** Asks the tab that has the seat to let go; resolves once it is here. */
  readonly takeOver: () => Promise<void>;
  readonly close: () => void;
};

export type PlaceMeans = {
  readonly locks: LockManager;
  readonly channel: (name: string) => BroadcastChannel;
};

const LET_GO = 'let-go';

/**
 * Resolves when it is known whether the seat is here. A tab that does not get it waits in the line of the lock, so that
 * closing the other tab hands the seat over without a word.
 *
 * @param name of the seat, the same in every tab
 * @param gained each time the seat comes to this tab, before it is said to be here
 * @param leaving before the seat goes to another tab: ends what is being written
 */
export async function takePlace(
  { locks, channel }: PlaceMeans,
  name: string,
  gained: () => Promise<void>,
  leaving: () => Promise<void>,
  changed: () => void,
): Promise<Place> {
  let here = false;
  let letGo = () => {};
  let arrived: (() => void)[] = [];
  const closing = new AbortController();
  const others = channel(name);

  const enter = async (options: LockOptions): Promise<boolean> =>
    await new Promise((settled, failed) => {
      const held = locks.request(name, options, async (lock) => {
        if (lock === null || closing.signal.aborted) return settled(false);
        await gained();
        here = true;
        changed();
        settled(true);
        for (const tell of arrived) tell();
        arrived = [];
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      });
      held.catch(failed);
    });
  const waitInLine = () => {
    // Ends by the seat coming here or by closing; both are said elsewhere.
    enter({ signal: closing.signal }).catch(() => undefined);
  };
  const leave = async () => {
    if (!here) return;
    here = false;
    changed();
    await leaving();
    letGo();
    waitInLine();
  };

  others.onmessage = ({ data }) => {
    if (data === LET_GO) void leave();
  };
  if (!(await enter({ ifAvailable: true }))) waitInLine();
  return {
    isHere: () => here,
    takeOver: async () => {
      if (here) return;
      const arrival = new Promise<void>((resolve) => arrived.push(resolve));
      others.postMessage(LET_GO);
      await arrival;
    },
    close: () => {
      here = false;
      closing.abort();
      letGo();
      others.close();
    },
  };
}
