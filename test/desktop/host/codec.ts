// Structured-clone values as a JSON string: cycles, Date, Map, Set, BigInt, bytes, Error, undefined, NaN.
// Self-contained on purpose: the same source runs in Node and is put into the page's isolated world.

type Cell =
  | readonly [0, string | number | boolean | null]
  | readonly [1]
  | readonly [2, string]
  | readonly [3, string]
  | readonly [4, number];
type Row =
  | readonly ['A', readonly Cell[]]
  | readonly ['S', readonly Cell[]]
  | readonly ['D', number]
  | readonly ['R', string, string]
  | readonly ['V', string, string]
  | readonly ['M', readonly (readonly [Cell, Cell])[]]
  | readonly ['B', string]
  | readonly ['E', string, string, string]
  | readonly ['O', readonly (readonly [string, Cell])[]];

export type Codec = { readonly encode: (value: unknown) => string; readonly decode: (text: string) => unknown };

export function makeCodec(): Codec {
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errors: Record<string, ErrorConstructor> = { Error, RangeError, TypeError, SyntaxError, ReferenceError };
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  const encode = (root: unknown): string => {
    const value: unknown = structuredClone(root); // throws DataCloneError exactly where Electron's IPC does
    const seen = new Map<object, number>();
    const table: (Row | null)[] = [];
    const rowOf = (v: object): Row => {
      const tag = tagOf(v);
      if (Array.isArray(v)) return ['A', v.map(put)];
      if (v instanceof Date) return ['D', v.getTime()];
      if (v instanceof RegExp) return ['R', v.source, v.flags];
      if (v instanceof Map) return ['M', [...v].map(([k, x]) => [put(k), put(x)])];
      if (v instanceof Set) return ['S', [...v].map(put)];
      if (ArrayBuffer.isView(v)) return ['V', tag, toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
      if (v instanceof ArrayBuffer) return ['B', toBase64(new Uint8Array(v))];
      if (v instanceof Error) return ['E', v.name, v.message, v.stack ?? ''];
      return ['O', Object.entries(v).map(([k, x]) => [k, put(x)])];
    };
    const put = (v: unknown): Cell => {
      if (v === undefined) return [1];
      if (v === null || typeof v === 'boolean' || typeof v === 'string') return [0, v];
      if (typeof v === 'number')
        return Number.isFinite(v) && !Object.is(v, -0) ? [0, v] : [2, Object.is(v, -0) ? '-0' : String(v)];
      if (typeof v === 'bigint') return [3, String(v)];
      const known = seen.get(v);
      if (known !== undefined) return [4, known];
      const at = table.length;
      seen.set(v, at);
      table.push(null);
      table[at] = rowOf(v);
      return [4, at];
    };
    const head = put(value);
    return JSON.stringify([head, table]);
  };

  const decode = (text: string): unknown => {
    const [head, table] = JSON.parse(text) as [Cell, Row[]];
    const made = new Map<number, unknown>();
    const build = (at: number, row: Row): unknown => {
      const keep = <T>(value: T): T => {
        made.set(at, value);
        return value;
      };
      if (row[0] === 'A') {
        const list: unknown[] = keep([]);
        for (const each of row[1]) list.push(get(each));
        return list;
      }
      if (row[0] === 'S') {
        const set = keep(new Set());
        for (const each of row[1]) set.add(get(each));
        return set;
      }
      if (row[0] === 'M') {
        const map = keep(new Map());
        for (const [key, each] of row[1]) map.set(get(key), get(each));
        return map;
      }
      if (row[0] === 'O') {
        const object = keep({});
        for (const [key, each] of row[1])
          Object.defineProperty(object, key, {
            value: get(each),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        return object;
      }
      if (row[0] === 'E') return keep(Object.assign(new (errors[row[1]] ?? Error)(row[2]), { stack: row[3] }));
      if (row[0] === 'V') {
        const make = Object.entries(views).find(([name]) => name === row[1])?.[1] ?? Uint8Array;
        return keep(Reflect.construct(make, [fromBase64(row[2]).buffer]));
      }
      if (row[0] === 'D') return keep(new Date(row[1]));
      if (row[0] === 'R') return keep(new RegExp(row[1], row[2]));
      return keep(fromBase64(row[1]).buffer);
    };
    const get = (cell: Cell): unknown => {
      if (cell[0] === 0) return cell[1];
      if (cell[0] === 1) return undefined;
      if (cell[0] === 2) return Number(cell[1]);
      if (cell[0] === 3) return BigInt(cell[1]);
      const row = table[cell[1]];
      return made.has(cell[1]) || row === undefined ? made.get(cell[1]) : build(cell[1], row);
    };
    return get(head);
  };
  return { encode, decode };
}
