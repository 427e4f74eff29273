// The thread in which SQLite runs: an fsync here never holds up the window or the room.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Answer, Opened, Request } from './requests.ts';
import { type ServeOptions, serveStore } from './serve-store.ts';
import { postAnswers, requestOf } from './wire.ts';

const port = parentPort;
if (port) {
  const opened = await serveStore(workerData as ServeOptions);
  port.postMessage({ opened: opened.ok ? { ok: true, value: null } : opened } satisfies Opened);
  if (opened.ok)
    port.on('message', (first: Parameters<typeof requestOf>[0]) => {
      // Whatever has queued up while the last fsync ran shares the next one.
      const requests: Request[] = [requestOf(first)];
      for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port))
        requests.push(requestOf(more.message));
      const answers: Answer[] = [];
      opened.value.run(requests, (answer) => answers.push(answer));
      postAnswers(port, answers);
      if (requests.some((request) => request.name === 'close')) port.close();
      else opened.value.settle();
    });
}
