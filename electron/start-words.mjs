// What `npm start` says, in both languages: how it is used, what is missing, and how to get it.

export const USAGE = [
  'npm start [-- --browser] [--no-open] [--port N] [--data DIR]',
  '  --browser     không dùng cửa sổ riêng, chỉ dùng trình duyệt / no window of its own, the browser only',
  '  --no-open     không tự mở trình duyệt, chỉ in địa chỉ / do not open the browser, print the address only',
  '  --port N      cổng trên máy này khi dùng trình duyệt / port on this machine for the browser (0: any that is free)',
  '  --data DIR    thư mục giữ sổ và khóa / folder of books and keys',
  '  --no-sandbox  (Linux) mở cửa sổ không có lớp cách ly / (Linux) open the window without its sandbox',
];

export const oldNode = (version) => [
  `Cần Node.js 24 trở lên; đang chạy ${version}. Trên Linux x64, "npm ci" cài kèm bản đúng: hãy dùng "npm start".`,
  `Node.js 24 or newer is needed; this is ${version}. On Linux x64, "npm ci" brings the right one: use "npm start".`,
];

export const NO_PACKAGES = ['Chưa cài các gói. Hãy chạy: npm ci', 'The packages are not installed yet. Run: npm ci'];

export const BUILDING = 'Đang dựng giao diện… / Building the screens…';

export const NO_DISPLAY = [
  'Máy này không có màn hình (DISPLAY, WAYLAND_DISPLAY đều trống), nên không mở được cửa sổ riêng.',
  'This machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.',
];

export const noOverride = (folder, name) => [
  `ELECTRON_OVERRIDE_DIST_PATH chỉ tới ${folder}, nhưng ở đó không có ${name}.`,
  `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${name} in it.`,
];

/** The four ways to get the window; everything else is installed already. */
export const noElectron = ({ version, zip, url, reason }) => [
  `Chưa có Electron ${version} và chưa tải được, nên không mở được cửa sổ riêng.`,
  `Electron ${version} is not here and could not be fetched, so the window cannot open.`,
  `  từ / from: ${url}`,
  `  lý do / reason: ${reason}`,
  '',
  'Mọi thứ khác đã đủ. Muốn có cửa sổ, chọn một cách / All else is here. To get the window, one of:',
  '  1. Chạy "npm start" một lần khi máy tới được github.com.',
  '     Run "npm start" once while this machine can reach github.com.',
  '  2. Kho riêng / own mirror: ELECTRON_MIRROR=https://…/electron/',
  '     Qua máy chủ trung gian / behind a proxy: ELECTRON_GET_USE_PROXY=true và/and HTTPS_PROXY=…',
  `  3. Không có mạng / no network: giải nén ${zip} vào một thư mục và đặt ELECTRON_OVERRIDE_DIST_PATH là thư mục đó.`,
  '     Unpack that file into a folder and set ELECTRON_OVERRIDE_DIST_PATH to the folder.',
  '  4. Chép node_modules/electron/dist và node_modules/electron/path.txt từ một máy cùng loại.',
  '     Copy these two from a machine of the same kind.',
];

export const INSTEAD = [
  'Tiếp tục trong trình duyệt của máy này: cùng chương trình, cùng màn hình.',
  'Going on in this machine’s browser: the same program, the same screens.',
];

export const fetching = (version, from) => [
  `Đang tải Electron ${version} (khoảng 120 MB, một lần cho mỗi máy) từ ${from}`,
  `Fetching Electron ${version} (about 120 MB, once per machine) from ${from}`,
];

export const unpacking = (version) =>
  `Đang giải nén Electron ${version} đã tải trước đây… / Unpacking Electron ${version}, fetched earlier…`;

export const STALLED = 'không nhận thêm gì trong 2 phút / nothing more arrived for 2 minutes';
export const silent = (seconds) => `không trả lời trong ${seconds} giây / no answer in ${seconds} s`;

export const opening = (data) => [
  'Đang mở cửa sổ Hội đồng… / Opening the window…',
  `Sổ và khóa / books and keys: ${data}`,
];

export const AS_ROOT = [
  'Đang chạy bằng root: Electron từ chối mở cửa sổ cho root nếu không có --no-sandbox. Nên dùng tài khoản thường.',
  'Running as root: Electron refuses to open a window for root without --no-sandbox. Better use an ordinary account;',
  '"npm start -- --no-sandbox" bỏ lớp cách ly của các trang / gives up the sandbox of the pages.',
];

export const OPEN_ALREADY = [
  'Cửa sổ của thư mục này đã mở từ trước; cửa sổ đó vừa được đưa lên trên.',
  'The window of this folder was open already; it has been brought to the front.',
];

export const windowFailed = (reason) => [
  `Cửa sổ không mở được (${reason}). Có thể máy thiếu thư viện của Electron; xem các dòng phía trên.`,
  `The window did not open (${reason}). The machine may lack libraries that Electron needs; see the lines above.`,
];

export const inBrowser = (url, data) => [
  'Hội đồng chạy trong trình duyệt của máy này; không có gì rời khỏi máy.',
  'Hội đồng runs in this machine’s browser; nothing leaves the machine.',
  '',
  `  ${url}`,
  '',
  `Sổ và khóa / books and keys: ${data}`,
  'Dừng / stop: Ctrl+C',
];
