// Anything of Electron that is not written here fails loudly instead of being undefined.

const isFree = (key: PropertyKey): boolean => typeof key === 'symbol' || key === 'then' || key === 'toJSON';

/** The object with its methods bound (the classes behind have private fields); a test may replace a method. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (!(key in target) && !isFree(key))
        throw new Error(`electron-on-chromium: ${name}.${String(key)} is not implemented`);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' && !/^class\b/.test(String(value)) ? value.bind(target) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}
