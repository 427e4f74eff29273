// Pieces of an OSCAL catalog: properties, parts, tokens, and uuids that the same set gets on every machine.
import { createHash } from 'node:crypto';
import type { Bilingual } from '../../shared/criteria/criteria-set.ts';
import { escapeMarkup, OSCAL_NS } from '../../shared/criteria/oscal-names.ts';

export type Prop = {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
  readonly group?: string;
  readonly remarks?: string;
};
export type Part = {
  readonly id?: string;
  readonly name: string;
  readonly ns?: string;
  readonly class?: string;
  readonly prose: string;
};

/** One of our own properties; `group` ties those together that say one thing. */
export const ours = (name: string, value: string, more: Partial<Prop> = {}): Prop => ({
  ...{ name, ns: OSCAL_NS, value },
  ...more,
});

/** A value of OSCAL is one line, so a text stands in the remarks and the value names its language. */
export const textProps = (name: string, { vi, en }: Bilingual, group?: string): readonly Prop[] =>
  [['vi', vi] as const, ['en', en] as const]
    .filter(([, text]) => text !== '')
    .map(([language, text]) =>
      ours(name, language, { ...(group === undefined ? {} : { group }), remarks: escapeMarkup(text) }),
    );

/** A text for people as OSCAL names it, and its English beside it as a part of ours. */
export const textParts = (name: string, { vi, en }: Bilingual): readonly Part[] => [
  { name, prose: escapeMarkup(vi) },
  ...(en === '' ? [] : [{ name: `${name}-en`, ns: OSCAL_NS, prose: escapeMarkup(en) }]),
];

const TITLE = 150;
/** One line for a heading (markup-line). */
export const titleOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return escapeMarkup(
    line.length > TITLE
      ? `${line
          .slice(0, TITLE)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : line,
  );
};

/** Tokens (NCName) begin with a letter or "_"; ids of ours may begin with a digit. None of ours begins with "_". */
export const tokenOf = (id: string): string => (/^[0-9]/.test(id) ? `_${id}` : id);

/** RFC 9562, section 5.8: a version 8 UUID; the free bits are SHA-256 of the set's hash and what is named. */
export function uuidFor(setSha256: string, what: string): string {
  const bytes = createHash('sha256').update(`${setSha256}\0${what}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
