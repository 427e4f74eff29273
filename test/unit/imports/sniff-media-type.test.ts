// What a file is by its bytes: pictures, sound, documents told apart by their parts, and texts that are never pages.
import { expect, test } from 'vitest';
import { sniffMediaType } from '../../../electron/imports/sniff-media-type.ts';
import { storedZip } from '../../../electron/imports/stored-zip.ts';

const bytes = (hex: string, rest = '') => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(rest)]);
const text = (words: string) => Buffer.from(words);
const zip = (...names: string[]) => new Uint8Array(storedZip(new Map(names.map((name) => [name, 'x']))));
const ftyp = (brand: string) => bytes('00000018', `ftyp${brand}\0\0\0\0${brand}mp42${'\0'.repeat(64)}`);

test.each([
  ['application/pdf', text('%PDF-1.7\n1 0 obj')],
  ['application/pdf', bytes('255044462d312e370a25e2e3cfd30a')],
  ['image/png', bytes('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d7')],
  // What comes before the picture may be longer than what is looked at.
  ['image/png', bytes(`89504e470d0a1a0a${'00004000'}7a545874${'00'.repeat(20_000)}`)],
  ['image/jpeg', bytes('ffd8ffe000104a46494600010100000100010000')],
  ['image/gif', bytes('47494638396101000100800000')],
  ['image/webp', bytes('524946462400000057454250565038200000000000000000')],
  ['image/avif', ftyp('avif')],
  ['image/heic', ftyp('heic')],
  ['video/mp4', ftyp('isom')],
  ['audio/mp4', ftyp('M4A ')],
  ['audio/wav', bytes('524946462400000057415645666d7420100000000100010044ac0000')],
  ['audio/mpeg', bytes('49443303000000000000fffb90000000000000000000')],
  ['video/webm', bytes('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701')],
  ['application/x-ole-storage', bytes('d0cf11e0a1b11ae10000000000000000')],
  ['application/octet-stream', bytes('000102030405')],
  // "tiếng" in an encoding of one byte a letter.
  ['application/octet-stream', bytes('7469ea6e67')],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    zip('[Content_Types].xml', 'word/document.xml'),
  ],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip('xl/media/a.png', 'xl/workbook.xml')],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', zip('ppt/presentation.xml')],
  ['application/vnd.ms-excel.sheet.macroenabled.12', zip('xl/workbook.xml', 'xl/vbaProject.bin')],
  ['application/zip', zip('a.txt', 'b.txt')],
  ['text/csv', text('stt;tên;kết quả\n1;Độ trễ;đạt\n2;"Tải; đỉnh";không\n')],
  ['text/csv', text('a,b\n1,2\n3,4\n5,6\n')],
  ['text/plain', text('Thưa ông, bà\nTrân trọng, cảm ơn\n')],
  ['text/markdown', text('# Báo cáo\n\nSố liệu:\n\n- một\n- hai\n')],
  ['text/plain', text('# cấu hình\nport = 1\n')],
  ['text/plain', text('Kết quả kiểm thử tải.')],
  ['text/plain', text('')],
  ['text/plain', text('<!doctype html><script>alert(1)</script>')],
  ['text/plain', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['text/plain', text('<?xml version="1.0"?><svg onload="alert(1)"/>')],
  ['text/plain', text('{"a": 1, "b": 2}')],
  ['text/plain', text('BM là viết tắt của biểu mẫu')],
  ['text/plain', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('tiếng Việt', 'utf16le')])],
])('[SE1] the bytes say %s', async (mediaType, file) => {
  expect(await sniffMediaType(file)).toBe(mediaType);
});

test('[SE1] a letter torn at the end of what is looked at does not make a text something else', async () => {
  for (let at = 0; at < 3; at++)
    expect(await sniffMediaType(text(`${'a'.repeat(at)}${'ế'.repeat(9_000)}`))).toBe('text/plain');
});
