// Minutes and their machine-readable parts → one PDF/A-3b file, the same bytes for the same input on every machine.
import type { Attachment, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Minutes } from '../../shared/minutes/content.ts';
import type { Faces } from './fonts.ts';
import { textFault } from './glyphs.ts';
import { layOut } from './layout.ts';
import { isRehearsal, rehearsalWords } from './page.ts';
import { assertPdfA } from './pdfa-guard.ts';
import { forMetadata, print } from './print.ts';
import type { SignatureBox } from './signature-block.ts';

export type MinutesAttachment = {
  /** File name inside the PDF, plain ASCII, ending in .json. */
  readonly name: string;
  readonly text: string;
  readonly description: string;
  /** ISO 32000-2, 7.11.4: what the file is to the page. The proof extract is the Source, all else Data. */
  readonly relationship: 'Source' | 'Data';
};

export type RenderInput = {
  readonly minutes: Minutes;
  readonly attachments: readonly MinutesAttachment[];
  /** The only date in the file: that of the cut, never the clock's. */
  readonly date: Date;
  /** Version of the application, for the Creator entry. */
  readonly version: string;
};

export type RenderedMinutes = {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly boxes: readonly SignatureBox[];
  readonly pages: number;
};

/** The library's types leave the relationship and the dates out. */
type EmbeddedFile = Attachment & {
  readonly relationship: 'Source' | 'Data';
  readonly creationDate: Date;
  readonly modifiedDate: Date;
};

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.json$/;
/** Bytes of all attachments together; a full session is a few megabytes. */
const MOST_ATTACHED = 64 * 1024 * 1024;

/** The date goes into the file to the second: a fraction would differ between Info and XMP. */
const toSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

function filesOf(attachments: readonly MinutesAttachment[], date: Date): Record<string, EmbeddedFile> {
  const files: Record<string, EmbeddedFile> = {};
  for (const { name, text, description, relationship } of attachments) {
    if (!NAME.test(name) || files[name]) throw new Error(`not a name for an attachment: ${name}`);
    files[name] = {
      src: `data:application/json;base64,${Buffer.from(text, 'utf8').toString('base64')}`,
      name,
      description,
      relationship,
      creationDate: date,
      modifiedDate: date,
    };
  }
  return files;
}

function infoOf({ minutes, version }: RenderInput, date: Date): TDocumentDefinitions['info'] {
  const title = `${minutes.title} – ${minutes.subject}`;
  return {
    title: forMetadata(isRehearsal(minutes) ? `${rehearsalWords} – ${title}` : title),
    author: forMetadata(minutes.council),
    subject: forMetadata(minutes.number),
    keywords: forMetadata(minutes.mark),
    creator: forMetadata(`Hội đồng ${version}`),
    producer: 'Hội đồng, pdfmake 0.3.11',
    creationDate: date,
    modDate: date,
  };
}

/**
 * Refuses text that is not NFC (`not-nfc`), a character that the fonts do not draw (`glyph-missing`), too much attached
 * (`attachments-too-large`). Throws when what came out does not hold what PDF/A-3b asks: that is a fault of ours.
 * Blocks the thread while it lays out (a second for a large council): see `minutes-renderer.ts`.
 */
export async function renderMinutes(input: RenderInput, faces: Faces): Promise<Result<RenderedMinutes>> {
  const { minutes, attachments } = input;
  const fault = textFault(minutes, faces);
  if (fault) return { ok: false, refusal: fault };
  const bytes = attachments.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes > MOST_ATTACHED) return refuse('attachments-too-large', { bytes, limit: MOST_ATTACHED });

  const date = toSecond(input.date);
  const { definition, boxes } = layOut(minutes, faces);
  const pdf = await print(
    {
      ...definition,
      version: '1.7',
      subset: 'PDF/A-3b',
      tagged: false,
      language: 'vi-VN',
      displayTitle: true,
      compress: true,
      info: infoOf(input, date),
      files: filesOf(attachments, date),
    },
    faces.paths,
  );
  const pages = assertPdfA(pdf, attachments);
  return ok({ pdf, boxes: boxes(), pages });
}
