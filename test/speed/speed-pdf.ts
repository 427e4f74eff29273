// A long PDF as a scanner and a word processor make it: Vietnamese text and a picture of its own on every page.
import { crc32, deflateSync } from 'node:zlib';
import pdfmake from 'pdfmake';
import { dice } from '../../electron/command/played-marks.ts';
import { places } from '../../electron/headless.ts';
import { fontsIn } from '../../electron/minutes/fonts.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Grey noise with a band: it does not compress, as a scan does not. */
function picture(side: number, seed: number): string {
  const roll = dice(seed);
  const rows = Buffer.alloc((side + 1) * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) rows[y * (side + 1) + 1 + x] = y % 40 < 4 ? 60 : 150 + roll(100);
  const head = Buffer.from([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 0, 0, 0, 0]);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

const WORDS =
  'Đơn vị vận hành đã thực hiện kiểm thử tải, diễn tập phục hồi dữ liệu và rà soát lỗ hổng bảo mật theo kế hoạch; ' +
  'kết quả từng lần được ghi nhật ký, có chữ ký của người thực hiện và người giám sát. ';

/** Words that stand on the last page only. */
export const LAST_WORDS = 'phụ lục cuối cùng của hồ sơ';

/** Side of the picture on a page, pixels: 400 pages are some 50 MB. */
const SIDE = 400;

/** About 125 KB a page. */
export async function longPdf(pages: number): Promise<Uint8Array> {
  pdfmake.addFonts({ Tinos: fontsIn(places.assets) });
  const content = Array.from({ length: pages }, (_, at) => ({
    pageBreak: at === 0 ? undefined : ('before' as const),
    stack: [
      { text: `Báo cáo kiểm thử, trang ${at + 1}`, fontSize: 16, bold: true },
      { image: picture(SIDE, at + 1), width: 200, margin: [0, 8] as [number, number] },
      { text: WORDS.repeat(7) + (at === pages - 1 ? LAST_WORDS : ''), fontSize: 11 },
    ],
  }));
  const made = pdfmake.createPdf({ content, defaultStyle: { font: 'Tinos' } } as never);
  return new Uint8Array(await made.getBuffer());
}
