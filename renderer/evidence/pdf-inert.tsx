// One line under the bar of a PDF: what the file carries and does not work here.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../state/words.ts';
import { type Inert, inertParts, linksOn } from './pdf-facts.ts';

/** The page in view comes first, ms. */
const LATER = 800;

export function PdfInert({ pdf, page }: { readonly pdf: PDFDocumentProxy; readonly page: number }): ReactNode {
  const { t } = useWords();
  const [parts, setParts] = useState<Omit<Inert, 'links'> | undefined>(undefined);
  const [links, setLinks] = useState(0);
  useEffect(() => {
    let isHere = true;
    const timer = setTimeout(() => void inertParts(pdf).then((read) => isHere && setParts(read)), LATER);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [pdf]);
  useEffect(() => {
    let isHere = true;
    const timer = setTimeout(
      () =>
        void linksOn(pdf, page).then(
          (count) => isHere && setLinks(count),
          () => isHere && setLinks(0),
        ),
      LATER,
    );
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [pdf, page]);
  const said = [
    ...(parts?.scripts === true ? [t('viewer.inert.scripts')] : []),
    ...(parts?.xfa === true ? [t('viewer.inert.xfa')] : parts?.form === true ? [t('viewer.inert.form')] : []),
    ...(parts !== undefined && parts.attachments > 0
      ? [t('viewer.inert.attachments', { count: parts.attachments })]
      : []),
    ...(links > 0 ? [t('viewer.inert.links', { count: links })] : []),
  ];
  if (said.length === 0) return null;
  return <p className="small soft viewer-note">{t('viewer.inert', { what: said.join('; ') })}</p>;
}
