// Whether the background is dark: as chosen, or as the device says.
import { useSyncExternalStore } from 'react';
import type { Theme } from '../../shared/contract/shell-view.ts';

const asked = (): MediaQueryList | undefined =>
  typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

function onDevice(told: () => void): () => void {
  const query = asked();
  query?.addEventListener('change', told);
  return () => query?.removeEventListener('change', told);
}

export function useDark(theme: Theme): boolean {
  const isDeviceDark = useSyncExternalStore(
    onDevice,
    () => asked()?.matches ?? false,
    () => false,
  );
  return theme === 'system' ? isDeviceDark : theme === 'dark';
}
