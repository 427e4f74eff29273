// The event object of Electron whose listener may say no.

export type Preventable<T extends object = object> = T & {
  defaultPrevented: boolean;
  readonly preventDefault: () => void;
};

export function preventable<T extends object>(fields: T): Preventable<T> {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
