// The real thing end to end: minutes as they are laid out, their own boxes and stamps, every seat's signature.
import { expect, test } from 'vitest';
import { renderStamp } from '../../../electron/minutes/stamp.ts';
import { baseRevision, wordsOf } from '../../../electron/signing/read-pdf.ts';
import { reserveFields } from '../../../electron/signing/reserve-fields.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import { toolOrSkip } from '../../helpers/tools.ts';
import { sampleMinutes } from '../minutes/layout-sample.ts';
import { faces, printed } from '../minutes/layout-tools.ts';
import { codesOf, inFolder, makePki, must, pdfsig, run, signedAt, signerOf, verifyOwn } from './signing-tools.ts';

test('[PS1] minutes signed in every box with real stamps stand before poppler, qpdf and our verifier', async (context) => {
  for (const tool of ['pdfsig', 'certutil']) toolOrSkip(context, tool);
  const qpdf = toolOrSkip(context, 'qpdf');
  const rendered = await printed(sampleMinutes({ members: 9, criteria: 40 }));
  const [certifying, closing] = [rendered.boxes[0]?.field ?? '', rendered.boxes.at(-1)?.field ?? ''];
  const pki = await makePki();
  let pdf = await reserveFields(rendered.pdf, rendered.boxes, { lockField: closing });
  for (const { field, rect } of rendered.boxes) {
    const [x0, y0, x1, y1] = rect;
    const words = { title: 'Ký số bởi', name: 'Nguyễn Thị Ánh Tuyết', unit: 'Trung tâm', serial: '0A1B' };
    const size = { width: x1 - x0, height: y1 - y0, time: '23/11/2026 10:00:00 +07:00' };
    const appearance = must(await renderStamp({ ...words, ...size, rehearsal: true, date: signedAt }, faces));
    const signer = await signerOf(pki, field === certifying ? 0 : 1);
    pdf = must(await signPdf(pdf, signer, { field, certify: field === certifying, date: signedAt, appearance }));
  }
  const report = await verifyOwn(pdf, pki);
  expect(codesOf(report)).toEqual([]);
  expect(report.signatures).toHaveLength(rendered.boxes.length);
  expect(report.accepted).toBe(true);
  expect(pdfsig(pdf, pki.rootPem).match(/Signature is Valid\./g)).toHaveLength(rendered.boxes.length);
  inFolder({ 'file.pdf': pdf }, (folder) => run(qpdf, ['--check', 'file.pdf'], folder));
  expect(Buffer.from(must(baseRevision(pdf))).equals(rendered.pdf)).toBe(true);
  expect(must(await wordsOf(pdf))).toEqual(must(await wordsOf(rendered.pdf)));
});
