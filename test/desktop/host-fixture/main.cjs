// A small application that does once what an Electron application may do, for the fidelity specs.
const { app, BrowserWindow, ipcMain, protocol, safeStorage, session } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

app.enableSandbox();
app.setPath('userData', process.env.FIXTURE_DATA);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, stream: true } }]);
globalThis.told = { second: [], asked: [], loads: [], saved: [] };

const file = (name, type, more = {}) =>
  new Response(readFileSync(path.join(__dirname, name)), { headers: { 'content-type': type, ...more } });
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'";
const bytes = Buffer.from('0123456789');

async function answer(request) {
  const { pathname } = new URL(request.url);
  told.asked.push({ url: request.url, method: request.method, origin: request.headers.get('origin') });
  if (request.method === 'PUT' || request.method === 'POST') {
    const taken = Buffer.from(await request.arrayBuffer());
    return Response.json({
      size: taken.length,
      first: taken[0],
      last: taken.at(-1),
      type: request.headers.get('content-type'),
    });
  }
  if (pathname === '/bytes') {
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('range') ?? '') ?? [];
    if (start === undefined) return new Response(bytes);
    const headers = { 'content-range': `bytes ${start}-${end}/${bytes.length}` };
    return new Response(bytes.subarray(Number(start), Number(end) + 1), { status: 206, headers });
  }
  if (pathname === '/save')
    return new Response('lưu', { headers: { 'content-disposition': 'attachment; filename="x.txt"' } });
  if (pathname === '/worker.mjs' || pathname === '/part.mjs')
    return file(`.${pathname}`, 'text/javascript', { 'content-security-policy': policy });
  if (pathname === '/frame.html' || pathname === '/' || pathname === '/index.html')
    return file(pathname === '/frame.html' ? 'frame.html' : 'index.html', 'text/html', {
      'content-security-policy': policy,
    });
  if (pathname === '/boom') throw new Error('handler');
  return new Response('no', { status: 404 });
}

function open() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    webPreferences: { preload: path.join(__dirname, 'preload.cjs') },
  });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(({ url }) => {
    told.opened = url;
    return { action: 'deny' };
  });
  window.loadURL('app://host/index.html');
  return window;
}

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', (_event, argv) => told.second.push(argv.at(-1)));
  app.on('window-all-closed', () => app.quit());
  ipcMain.handle('echo', (_event, ...args) => args);
  ipcMain.handle('boom', () => {
    throw new TypeError('nope');
  });
  ipcMain.handle('who', ({ sender, senderFrame }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    parent: senderFrame.parent,
    isOurs: BrowserWindow.fromWebContents(sender) !== null,
  }));
  ipcMain.on('order', (event, number) => event.reply('order', number));
  app.whenReady().then(() => {
    protocol.handle('app', answer);
    session.defaultSession.setPermissionCheckHandler((_contents, name) => name === 'notifications');
    session.defaultSession.setPermissionRequestHandler((_contents, name, done) => done(name === 'geolocation'));
    session.defaultSession.on('will-download', (event, item, contents) => {
      told.saved.push([item.getFilename(), item.getURL(), contents === BrowserWindow.getAllWindows()[0].webContents]);
      if (told.refuseDownload) event.preventDefault();
      else if (told.savePath) item.setSavePath(told.savePath);
      item.on('done', (_event, state) => told.saved.push(state));
    });
    told.sealed = safeStorage.encryptString('bí mật');
    told.open = open;
    open();
  });
}
