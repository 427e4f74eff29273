// Opens a folder in a process of its own, prints what it was told and leaves.
import { openStore } from '../../../electron/store/open-store.ts';

const worker = new URL('../../../electron/store/store-worker.ts', import.meta.url);
const opened = await openStore({ folder: process.argv[2] ?? '', worker });
process.stdout.write(JSON.stringify(opened.ok ? { ok: true } : opened));
if (opened.ok) await opened.value.close();
