// What a PDF carries that does nothing here: scripts, forms, attachments, links. Only counted, so that it can be said.
import type { PDFDocumentProxy } from 'pdfjs-dist';

export type Inert = {
  readonly scripts: boolean;
  readonly form: boolean;
  /** A form of the XFA kind: its own pages are not drawn, only what the file shows in their stead. */
  readonly xfa: boolean;
  readonly attachments: number;
  /** On the page in view. */
  readonly links: number;
};

/** Acts of a file, beside those of its pages, are named by the same words. */
type Info = { readonly IsAcroFormPresent?: boolean; readonly IsXFAPresent?: boolean };

/** Anything unreadable counts as not there. */
export async function inertParts(pdf: PDFDocumentProxy): Promise<Omit<Inert, 'links'>> {
  const [metadata, hasScripts, attachments] = await Promise.all([
    pdf.getMetadata().catch(() => undefined),
    pdf.hasJSActions().catch(() => false),
    pdf.getAttachments().catch(() => null),
  ]);
  const info = (metadata?.info ?? {}) as Info;
  return {
    scripts: hasScripts,
    form: info.IsAcroFormPresent === true,
    xfa: info.IsXFAPresent === true,
    attachments: attachments?.size ?? 0,
  };
}

type Annotation = { readonly subtype?: string };

export async function linksOn(pdf: PDFDocumentProxy, page: number): Promise<number> {
  const given = await pdf.getPage(page);
  const annotations = (await given.getAnnotations({ intent: 'display' })) as readonly Annotation[];
  return annotations.filter(({ subtype }) => subtype === 'Link').length;
}
