// What the stand-in puts into the page's own world before any script of the page. Self-contained on purpose.
import type { makeBridge } from './bridge.ts';

export function pageWorld(token: string, make: typeof makeBridge): void {
  if (window !== window.top) return;
  const bridge = make(token, 'page', 'preload');

  bridge.listen(`${token}:expose`, ({ key, api }: { readonly key: string; readonly api: unknown }) => {
    if (Object.hasOwn(window, key)) {
      const error = `Cannot bind an API on top of an existing property on the window object: ${key}`;
      return bridge.fire(`${token}:exposed`, { error });
    }
    const value = bridge.unpack(api, true);
    Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
    bridge.fire(`${token}:exposed`, {});
  });

  // Electron's window.open gives null where the handler denies; Chromium's would give a window that then closes.
  window.open = (url = '', name = '', features = '') => {
    const href = new URL(String(url), location.href).href;
    bridge.fire(`${token}:open`, { url: href, name: String(name), features: String(features) });
    return null;
  };

  // A paused request carries no bytes of a Blob, only that there is one: they are read before the request leaves.
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const body = init?.body;
    if (!(body instanceof Blob)) return await fetch(input, init);
    const headers = new Headers(init?.headers);
    if (body.type !== '' && !headers.has('content-type')) headers.set('content-type', body.type);
    return await fetch(input, { ...init, headers, body: await body.arrayBuffer() });
  };

  const { send, abort } = XMLHttpRequest.prototype;
  const reading = new WeakSet<XMLHttpRequest>();
  XMLHttpRequest.prototype.abort = function () {
    abort.call(this);
    if (reading.delete(this)) this.dispatchEvent(new ProgressEvent('abort'));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (!(body instanceof Blob)) return void send.call(this, body);
    if (body.type !== '') this.setRequestHeader('content-type', body.type);
    reading.add(this);
    void body.arrayBuffer().then((bytes) => reading.delete(this) && send.call(this, bytes));
  };

  // Electron puts the question to the app's check handler each time it is asked.
  let asked = 0;
  const answers = new Map<number, (granted: boolean) => void>();
  bridge.listen(`${token}:checked`, ({ id, granted }: { readonly id: number; readonly granted: boolean }) =>
    answers.get(id)?.(granted),
  );
  const permissions: Permissions | undefined = navigator.permissions; // undefined where the page is no secure context
  const query = permissions?.query.bind(permissions);
  if (permissions !== undefined && query !== undefined)
    permissions.query = async (wanted) => {
      const status = await query(wanted);
      const granted = await new Promise<boolean>((answer) => {
        const id = ++asked;
        answers.set(id, answer);
        bridge.fire(`${token}:check`, { id, name: wanted.name });
      });
      return Object.defineProperty(status, 'state', { value: granted ? 'granted' : 'denied' });
    };
}
