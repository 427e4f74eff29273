// Runs before the page in its own world, and gives it two functions.
import { contextBridge, ipcRenderer } from 'electron';
import { bridgeOver } from './desk/bridge.ts';

contextBridge.exposeInMainWorld('hoidong', bridgeOver(ipcRenderer));
