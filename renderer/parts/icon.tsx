// The few signs that go with words; never alone, so they are hidden from assistive technology.
import type { ReactNode } from 'react';

const PATHS = {
  met: 'M3 8.5 6.5 12 13 4.5',
  'not-met': 'M4 4l8 8M12 4l-8 8',
  'not-applicable': 'M3 8h10',
  scored: 'M3 12.5h10M4.5 12.5v-4M8 12.5v-9M11.5 12.5v-6',
  insufficient: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9 8 10M8 12.6v.2',
  none: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  note: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.4v3.4M8 5v.2',
  warn: 'M8 2.5 14.5 13.5h-13zM8 6.8v3M8 11.6v.2',
  stop: 'M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v3.6M8 10.8v.2',
  done: 'M3 8.5 6.5 12 13 4.5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
