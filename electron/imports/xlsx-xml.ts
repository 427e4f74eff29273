// The tags of an XML part in their order, as far as cleaning a workbook needs: nothing is resolved, a DOCTYPE ends it.
import { fromUtf8 } from '../../shared/base/bytes.ts';
import { ownOf } from '../../shared/base/own-of.ts';
import { clip } from '../../shared/criteria/finding.ts';
import { halt } from './halt.ts';

export type Tag = {
  /** Without a prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** The whole tag as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const NAME = /[^\s/>]+/y;
const REST = /[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y;

/** The whole tag that begins at `at`; a ">" inside quotes does not end it. */
function tagAt(xml: string, at: number): string | undefined {
  const near = xml.slice(at, xml.indexOf('>', at) + 1);
  // Most tags hold no more than pairs of double quotes, with nothing odd between them.
  if (near !== '' && (!/["']/.test(near) || /^[^"']*(?:"[^"]*"[^"']*)+$/.test(near))) return near;
  REST.lastIndex = at + 1;
  return REST.test(xml) ? xml.slice(at, REST.lastIndex) : undefined;
}

/** Without a prefix; undefined where there is none. */
function nameOf(text: string): string | undefined {
  NAME.lastIndex = text[1] === '/' ? 2 : 1;
  const name = NAME.exec(text)?.[0];
  return name?.slice(name.indexOf(':') + 1) || undefined;
}

/** UTF-8 only: what another encoding would hide from this reader another one might see. */
export function xmlText(bytes: Uint8Array, part: string): string {
  const broken = { part: clip(part) };
  if (bytes.includes(0)) halt('xlsx-broken', broken);
  try {
    return fromUtf8(bytes[0] === 0xef ? bytes.subarray(3) : bytes);
  } catch {
    return halt('xlsx-broken', broken);
  }
}

export function* tagsOf(xml: string, part: string): Generator<Tag> {
  const broken = (): never => halt('xlsx-broken', { part: clip(part) });
  const after = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    return found < 0 ? broken() : found + mark.length;
  };
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after('-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(']]>', at);
    else if (xml.startsWith('<?', at)) at = after('?>', at);
    else if (xml.startsWith('<!', at)) halt('xlsx-doctype', { part: clip(part) });
    else {
      const text = tagAt(xml, at) ?? broken();
      const end = at + text.length;
      const kind = text[1] === '/' ? 'close' : text.endsWith('/>') ? 'empty' : 'open';
      yield { name: nameOf(text) ?? broken(), kind, text, start: at, end };
      at = end;
    }
  }
}

/** Attributes as written, by their names without a prefix. */
export function attributesOf(tag: Tag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of tag.text.matchAll(
    /\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    found.set(name, double ?? single ?? '');
  return found;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and character references; any other name stays as it is written. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ownOf(NAMED, name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign);
