// The module that takes the place of 'electron' in the main process: the part of it that our shell uses. For tests only.
export { app } from './app.ts';
export { dialog } from './dialog.ts';
export { screen } from './displays.ts';
export { ipcMain } from './ipc.ts';
export { Menu, MenuItem } from './menu.ts';
export { hostRecord } from './place.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol } from './scheme.ts';
export { session } from './session.ts';
export { nativeTheme, net, powerMonitor, powerSaveBlocker, shell } from './surroundings.ts';
export { BrowserWindow, webContents } from './window.ts';
