// A document of Word as blocks: only the parts that hold its text are unpacked, checked, and given to the converter packed anew.
import mammoth from 'mammoth';
import { storedZip } from '../imports/stored-zip.ts';
import { htmlBlocks } from './html-blocks.ts';
import { openParts } from './open-parts.ts';
import { boundedBlocks, type PlainFile } from './plain-file.ts';
import { stopReading } from './stop-reading.ts';

/** Parts with text and what names them; pictures, macros, embedded files and what links outside stay behind. */
const PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/_rels/document.xml.rels',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
] as const;

/** Relations to anything outside the document are left out, so that none can be followed. */
const inside = (rels: string): string =>
  rels.replace(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi, '');

/** Links and pictures lose what they point to: the converter looks it up before it is asked whether it is wanted. */
const unlinked = (xml: string): string =>
  xml.replace(/<(?:\w+:)?(?:hyperlink|blip|imagedata)\b[^>]*>/g, (tag) =>
    tag.replace(/\s\w+:(?:id|embed|link)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
  );

/** The way back from a note to its place, which the converter adds. */
const NOTE_BACK = /<a href="#(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g;

export async function readDocx(path: string): Promise<PlainFile> {
  const parts = await openParts(path);
  const texts = new Map<string, string>();
  for (const name of PARTS) {
    const xml = await parts.xml(name);
    if (xml === undefined) continue;
    texts.set(name, name.endsWith('.rels') ? inside(xml) : unlinked(xml));
  }
  parts.close();
  if (!texts.has('word/document.xml')) return stopReading('reading-broken');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(storedZip(texts)) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      ignoreEmptyParagraphs: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return boundedBlocks(htmlBlocks(value.replace(NOTE_BACK, '')));
}
