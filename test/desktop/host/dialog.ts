// Dialogs: nobody is there to answer, so each is cancelled, unless a test puts its own function in place.
import { strict } from './strict.ts';

type Asked = { readonly cancelId?: number };

const cancelOf = (first: unknown, second: unknown): number => ((second ?? first) as Asked).cancelId ?? 0;

export const dialog = strict('dialog', {
  showSaveDialog: async (_window: unknown, _options?: unknown) =>
    await Promise.resolve({ canceled: true, filePath: '' }),
  showOpenDialog: async (_window: unknown, _options?: unknown) =>
    await Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showSaveDialogSync: (_window: unknown, _options?: unknown): string => '',
  showOpenDialogSync: (_window: unknown, _options?: unknown): string[] | undefined => undefined,
  showMessageBox: async (window: unknown, options?: unknown) =>
    await Promise.resolve({ response: cancelOf(window, options), checkboxChecked: false }),
  showMessageBoxSync: cancelOf,
  showErrorBox: (title: string, content: string) => console.error(`[error box] ${title}: ${content}`),
});
