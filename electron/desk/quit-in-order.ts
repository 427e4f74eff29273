// The end of the application: windows first, then what stands behind them, and only then the process.
import type { App } from 'electron';

/**
 * @param close keeps the books, shuts the door, closes the store; called once. Should it fail, the end comes all the
 * same: what was saved is on the disk.
 */
export function quitInOrder(app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void {
  let step: 'open' | 'closing' | 'closed' = 'open';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (step === 'closed') return;
    event.preventDefault();
    if (step === 'closing') return;
    step = 'closing';
    void close().finally(() => {
      step = 'closed';
      app.quit();
    });
  });
}
