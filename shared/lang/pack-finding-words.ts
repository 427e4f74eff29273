// Sentences about packs of promulgated sets, in Vietnamese and English.
import type { PackFindingCode } from '../criteria/pack-finding.ts';
import type { Language } from './say.ts';

/** `{name}` stands for the parameter of that name. */
export const PACK_FINDING_WORDS: Readonly<Record<PackFindingCode, Readonly<Record<Language, string>>>> = {
  'pack-broken': {
    vi: 'Gói không đúng khuôn dạng ({why}): tệp bị cắt, bị sửa, hoặc không phải gói bộ tiêu chí.',
    en: 'The pack is not in its form ({why}): the file was cut, edited, or is no pack of a criteria set.',
  },
  'pack-newer': {
    vi: 'Gói do phiên bản mới hơn của chương trình ghi ({format}). Hãy cập nhật chương trình rồi nhập lại.',
    en: 'A newer version of the application wrote this pack ({format}). Update the application and load it again.',
  },
  'pack-changed': {
    vi: 'Nội dung gói đã bị thay đổi sau khi ghi: mã kiểm không khớp. Hãy xin lại gói từ nơi ban hành.',
    en: 'The pack was changed after it was written: its sums do not match. Ask the promulgating body for it again.',
  },
  'pack-signature-broken': {
    vi: 'Chữ ký của gói không khớp với nội dung, hoặc không phải chữ ký của gói này. Không nhận gói.',
    en: 'The signature of the pack does not fit its content, or is not of this pack. The pack is not taken.',
  },
  'pack-untrusted': {
    vi: 'Chữ ký nguyên vẹn, do chứng thư "{name}" tạo ra; trên máy này chưa có gốc tin cậy nào xác nhận nơi cấp ({issuer}).',
    en: 'The signature is intact, made with the certificate "{name}"; no trusted root here vouches for its issuer ({issuer}).',
  },
  'pack-certificate-unfit': {
    vi: 'Chứng thư "{name}" không được dùng để ký. Không nhận gói.',
    en: 'The certificate "{name}" may not be used to sign. The pack is not taken.',
  },
  'pack-certificate-expired': {
    vi: 'Chứng thư "{name}" chỉ có hiệu lực từ {from} đến {to}, không gồm thời điểm ký mà gói nêu. Không nhận gói.',
    en: 'The certificate "{name}" is valid from {from} to {to} only, not at the time at which the pack says it was signed. The pack is not taken.',
  },
  'pack-unsigned': {
    vi: 'Gói không có chữ ký: không biết được ai ban hành. Hãy đối chiếu mã SHA-256 với nơi ban hành.',
    en: 'The pack is not signed: nobody can tell who issued it. Compare its SHA-256 with the promulgating body.',
  },
  'pack-decision-left': {
    vi: 'Bản quét quyết định và phần lấy ý kiến không nằm trong định dạng này.',
    en: 'The scanned decision and the consultation are not part of this format.',
  },
};
