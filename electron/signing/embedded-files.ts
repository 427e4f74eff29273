// The files embedded in a PDF (ISO 32000-2, 7.11.4), by the name under which the catalog lists them.

import { inflateSync } from 'node:zlib';
import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Resolve, resolved, resolver } from './pdf-objects.ts';

export type EmbeddedFile = {
  readonly name: string;
  /** The file specification, direct or by reference. */
  readonly specification: PdfObject;
};

const MAX_NODES = 1000;
const MAX_NAMES = 10_000;

/** All of them, in the order of the name tree (7.9.6); throws on a tree too large to be honest. */
export function embeddedFiles(pdf: PDF): readonly EmbeddedFile[] {
  const resolve = resolver(pdf);
  const found: EmbeddedFile[] = [];
  const nodes: PdfObject[] = [];
  const root = pdf.getCatalog().getDict('Names', resolve)?.get('EmbeddedFiles');
  if (root !== undefined) nodes.push(root);
  const seen = new Set<PdfObject>();
  for (let node = nodes.shift(); node !== undefined; node = nodes.shift()) {
    const dict = resolved(node, resolve);
    if (!(dict instanceof PdfDict) || seen.has(dict)) continue;
    seen.add(dict);
    const names = [...(dict.getArray('Names', resolve) ?? new PdfArray())];
    if (seen.size > MAX_NODES || found.length + names.length / 2 > MAX_NAMES)
      throw new RangeError('name tree too large');
    for (let at = 0; at + 1 < names.length; at += 2) {
      const [key, specification] = [resolved(names[at], resolve), names[at + 1]];
      if (key instanceof PdfString && specification !== undefined) found.push({ name: key.asString(), specification });
    }
    nodes.unshift(...(dict.getArray('Kids', resolve) ?? new PdfArray()));
  }
  return found;
}

function fileStream(specification: PdfObject, resolve: Resolve): PdfStream | undefined {
  const dict = resolved(specification, resolve);
  const stream = dict instanceof PdfDict ? dict.getDict('EF', resolve)?.get('F') : undefined;
  const value = stream instanceof PdfRef ? resolve(stream) : null;
  return value instanceof PdfStream ? value : undefined;
}

/** The content of one embedded file: plain or FlateDecode, never more than `maxBytes` of it. */
export function contentOf(file: EmbeddedFile, pdf: PDF, maxBytes: number): Result<Uint8Array> {
  const { name, specification } = file;
  const resolve = resolver(pdf);
  const stream = fileStream(specification, resolve);
  if (stream === undefined) return refuse('attachment-damaged', { name });
  const filter = resolved(stream.get('Filter'), resolve);
  const names = filter === null ? [] : filter instanceof PdfArray ? [...filter] : [filter];
  const kinds = names.map((entry) => (entry.type === 'name' ? entry.value : '?'));
  const tooLarge = refuse('attachment-too-large', { name, limit: maxBytes });
  if (kinds.length === 0) return stream.data.length > maxBytes ? tooLarge : ok(new Uint8Array(stream.data));
  if (kinds.length > 1 || kinds[0] !== 'FlateDecode' || stream.has('DecodeParms'))
    return refuse('attachment-damaged', { name });
  try {
    return ok(new Uint8Array(inflateSync(stream.data, { maxOutputLength: Math.max(1, maxBytes) })));
  } catch (error) {
    const isLimit = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLimit ? tooLarge : refuse('attachment-damaged', { name });
  }
}
