// Saving a file from the page: asks where, and leaves either the whole file or none.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DownloadItem, SaveDialogOptions, Session } from 'electron';
import type { Sentence } from '../../shared/lang/say.ts';
import { isOwnFile } from './own-page.ts';

/** Signs that no file system takes, or that lead elsewhere; Windows takes no dot or space at the end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control signs in a name are what this takes out
const FOREIGN = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that every system takes, of at most 150 signs, with its ending kept. */
export function fileNameFor(given: string): string {
  const clean = given
    .normalize('NFC')
    .replace(FOREIGN, '_')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const ending = /\.\w{1,10}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length).slice(0, 150 - ending.length);
  const name = `${stem}${ending}`;
  return name === '' ? 'tep' : DEVICE.test(name) ? `_${name}` : name;
}

/** What the system's own dialog for saving is opened with. */
export function saveDialog(fileName: string, folder: string, t: Sentence): SaveDialogOptions {
  const name = fileNameFor(fileName);
  const ending = path.extname(name).slice(1);
  return {
    title: t('save.title'),
    buttonLabel: t('save.button'),
    defaultPath: path.join(folder, name),
    filters: ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
}

type Around = {
  readonly words: () => Sentence;
  /** Where dialogs begin: a person's documents. */
  readonly folder: () => string;
  /** Tells the person that a file was not saved. */
  readonly tellFailed: (fileName: string) => void;
};

/** Chromium writes under the final name, so that what ends early would look like a file. */
async function clear(item: DownloadItem): Promise<void> {
  const place = item.getSavePath();
  if (place !== '') await rm(place, { force: true }).catch(() => {});
}

/** Only files of ours are ever saved; the dialog that is cancelled cancels the download. */
export function askWhereToSave(session: Pick<Session, 'on'>, around: Around): void {
  session.on('will-download', (event, item) => {
    const isBlob = item.getURL().startsWith('blob:');
    if (!isBlob && !isOwnFile(item.getURL())) {
      event.preventDefault();
      return;
    }
    const fileName = item.getFilename();
    item.setSaveDialogOptions(saveDialog(fileName, around.folder(), around.words()));
    item.once('done', (_event, state) => {
      if (state === 'completed') return;
      void clear(item);
      if (state === 'interrupted') around.tellFailed(fileName);
    });
  });
}
