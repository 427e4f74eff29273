// The fixture's preload: one of each kind of thing that may cross the bridge.
const { contextBridge, ipcRenderer } = require('electron');

let fs = 'loaded';
try {
  require('node:fs');
} catch (error) {
  fs = error.message;
}
const messageOf = (run) => {
  try {
    return run();
  } catch (error) {
    return error.message;
  }
};
contextBridge.exposeInMainWorld('t', {
  sync: (a, b) => a + b,
  nested: { list: [1, { two: 2 }], when: new Date(0) },
  throws: () => {
    throw new RangeError('bad');
  },
  promise: async (x) => new Map([[x, new Uint8Array([1, 2])]]),
  rejects: () => Promise.reject(new Error('later')),
  callback: (f) => f(21).then((v) => v * 2),
  makeAdder: (n) => (m) => n + m,
  echo: (...args) => ipcRenderer.invoke('echo', ...args),
  boom: () => ipcRenderer.invoke('boom'),
  missing: () => ipcRenderer.invoke('missing'),
  who: () => ipcRenderer.invoke('who'),
  order: (count, hear) => {
    ipcRenderer.on('order', (_event, number) => hear(number));
    for (let number = 0; number < count; number++) ipcRenderer.send('order', number);
  },
  fs,
  node: typeof process.versions.node,
  leak: typeof globalThis.pageSecret,
  again: () => messageOf(() => contextBridge.exposeInMainWorld('t', {})),
  unwritten: () => messageOf(() => ipcRenderer.sendSync('x')),
});
globalThis.preloadSecret = 1;
