// Yjs, Loro and Automerge, each as its own documentation shows it; they are installed beside this file when they are asked for.
import type { Peer, Sheet } from '../sync-peers.ts';

/** Only what is used of each, since none of them is installed where types are checked. */
type YMap = { set: (key: string, value: unknown) => void; size: number; values: () => Iterable<YMap> };
type YDoc = { getMap: (name: string) => YMap; transact: (work: () => void) => void };
type Yjs = {
  Doc: new () => YDoc;
  Map: new () => YMap;
  encodeStateAsUpdate: (doc: YDoc, since?: Uint8Array) => Uint8Array;
  encodeStateVector: (doc: YDoc) => Uint8Array;
  applyUpdate: (doc: YDoc, update: Uint8Array) => void;
};
type LoroMap = {
  set: (key: string, value: unknown) => void;
  setContainer: (key: string, value: LoroMap) => LoroMap;
  size: number;
  values: () => LoroMap[];
};
type LoroDoc = {
  getMap: (name: string) => LoroMap;
  commit: () => void;
  version: () => unknown;
  export: (how: { readonly mode: string; readonly from?: unknown }) => Uint8Array;
  import: (bytes: Uint8Array) => unknown;
};
type Loro = { LoroDoc: new () => LoroDoc; LoroMap: new () => LoroMap };
type Sheets = { sheets: Record<string, Record<string, string>> };
type Automerge = {
  from: (value: Sheets) => Sheets;
  init: () => Sheets;
  change: (doc: Sheets, work: (doc: Sheets) => void) => Sheets;
  save: (doc: Sheets) => Uint8Array;
  saveSince: (doc: Sheets, heads: readonly string[]) => Uint8Array;
  getHeads: (doc: Sheets) => readonly string[];
  loadIncremental: (doc: Sheets, bytes: Uint8Array) => Sheets;
};

/** By a name that is no literal: the compiler looks for none of them. */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

async function yjs(): Promise<Peer> {
  const Y = await load<Yjs>('yjs');
  const doc = new Y.Doc();
  let since = Y.encodeStateVector(doc);
  return {
    write: ({ name, items }: Sheet) =>
      doc.transact(() => {
        const sheet = new Y.Map();
        doc.getMap('sheets').set(name, sheet);
        for (const [criterion, text] of items) sheet.set(criterion, text);
      }),
    all: () => {
      since = Y.encodeStateVector(doc);
      return Y.encodeStateAsUpdate(doc);
    },
    news: () => {
      const news = Y.encodeStateAsUpdate(doc, since);
      since = Y.encodeStateVector(doc);
      return news;
    },
    empty: () => {
      const other = new Y.Doc();
      return {
        take: (bytes) => Y.applyUpdate(other, bytes),
        marks: () => [...other.getMap('sheets').values()].reduce((sum, { size }) => sum + size, 0),
      };
    },
  };
}

async function loro(): Promise<Peer> {
  const { LoroDoc: Doc, LoroMap: Sheets } = await load<Loro>('loro-crdt');
  const doc = new Doc();
  let since = doc.version();
  return {
    write: ({ name, items }: Sheet) => {
      const sheet = doc.getMap('sheets').setContainer(name, new Sheets());
      for (const [criterion, text] of items) sheet.set(criterion, text);
      doc.commit();
    },
    all: () => {
      since = doc.version();
      return doc.export({ mode: 'snapshot' });
    },
    news: () => {
      const news = doc.export({ mode: 'update', from: since });
      since = doc.version();
      return news;
    },
    empty: () => {
      const other = new Doc();
      return {
        take: (bytes) => void other.import(bytes),
        marks: () =>
          other
            .getMap('sheets')
            .values()
            .reduce((sum, { size }) => sum + size, 0),
      };
    },
  };
}

async function automerge(): Promise<Peer> {
  const A = await load<Automerge>('@automerge/automerge');
  let doc = A.from({ sheets: {} });
  let since = A.getHeads(doc);
  return {
    write: ({ name, items }: Sheet) => {
      doc = A.change(doc, ({ sheets }) => {
        sheets[name] = Object.fromEntries(items);
      });
    },
    all: () => {
      since = A.getHeads(doc);
      return A.save(doc);
    },
    news: () => {
      const news = A.saveSince(doc, since);
      since = A.getHeads(doc);
      return news;
    },
    empty: () => {
      let other = A.init();
      return {
        take: (bytes) => {
          other = A.loadIncremental(other, bytes);
        },
        marks: () => Object.values(other.sheets).reduce((sum, sheet) => sum + Object.keys(sheet).length, 0),
      };
    },
  };
}

export const peers: Readonly<Record<string, () => Promise<Peer>>> = { yjs, loro, automerge };
