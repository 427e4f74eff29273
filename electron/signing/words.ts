// Every refusal, change and note of signing in Vietnamese and English: what is wrong, where, what is safe.
import type { Refusal } from '../../shared/base/result.ts';

type Sentence = { readonly vi: string; readonly en: string };

/** Said with every report, whatever its verdict: no revocation list is reachable offline. */
export const REVOCATION_NOT_CHECKED: Sentence = {
  vi: 'Chưa kiểm tra được tình trạng thu hồi của chứng thư.',
  en: 'The revocation status of the certificate could not be checked.',
};

/** Said with every time of signing. */
export const TIME_IS_CLAIMED: Sentence = {
  vi: 'Thời điểm ký do máy người ký ghi, chưa có dấu thời gian xác nhận.',
  en: 'The signing time is what the signer’s machine stated; no timestamp confirms it.',
};

/** What is wrong with a file, a signature or a certificate. */
const PROBLEMS = {
  'not-a-pdf': { vi: 'Đây không phải là tệp PDF.', en: 'This is not a PDF file.' },
  'pdf-damaged': {
    vi: 'Tệp PDF bị hỏng, không đọc được; hãy dùng lại bản gốc.',
    en: 'The PDF is damaged and cannot be read; go back to the original.',
  },
  'pdf-encrypted': {
    vi: 'Tệp PDF được đặt mật khẩu nên không kiểm tra được chữ ký.',
    en: 'The PDF is encrypted, so its signatures cannot be checked.',
  },
  'pdf-too-large': {
    vi: 'Tệp PDF dài {bytes} byte, vượt quá giới hạn {limit} byte.',
    en: 'The PDF has {bytes} bytes, more than the limit of {limit}.',
  },
  'pdf-too-complex': {
    vi: 'Tệp PDF có cấu trúc quá phức tạp ({what}) nên không được mở, để máy không bị treo.',
    en: 'The PDF is too complex ({what}) and was not opened, so that it cannot stall this machine.',
  },
  'structure-not-own-form': {
    vi: 'Cấu trúc tệp không đúng như khi phần mềm này ghi: tệp đã bị sửa, thêm bớt hoặc ghi lại bằng chương trình khác.',
    en: 'The file is not built as this application writes it: it was altered, extended or saved by another program.',
  },
  'no-signature': { vi: 'Tệp không có chữ ký số nào.', en: 'The file carries no digital signature.' },
  'too-many-signatures': {
    vi: 'Tệp có {count} chữ ký, nhiều hơn giới hạn {limit}.',
    en: 'The file carries {count} signatures, more than the limit of {limit}.',
  },
  'last-signature-not-whole': {
    vi: 'Sau chữ ký cuối cùng, tệp còn được ghi thêm nội dung không ai ký.',
    en: 'After the last signature something was added to the file that nobody signed.',
  },
  'increment-not-a-signing': {
    vi: 'Sau chữ ký đầu tiên, tệp được ghi thêm nội dung khác ngoài việc ký vào ô đã dành sẵn.',
    en: 'After the first signature the file was changed by something other than signing a reserved field.',
  },
  'certification-broken': {
    vi: 'Chữ ký chứng thực văn bản của thư ký bị gỡ bỏ, thay thế hoặc không phải là chữ ký đầu tiên.',
    en: 'The certifying signature was removed, replaced, or is not the first one.',
  },
  'certification-breached': {
    vi: 'Chữ ký tại ô {field} không cho phép thay đổi nào, nhưng sau đó vẫn có người ký thêm.',
    en: 'The signature in field {field} permits no change, yet somebody signed after it.',
  },
  'signed-after-lock': {
    vi: 'Chữ ký tại ô {field} đã khóa văn bản, nhưng sau đó vẫn có người ký thêm.',
    en: 'The signature in field {field} locked the document, yet somebody signed after it.',
  },
  'lock-not-stated': {
    vi: 'Chữ ký tại ô {field} không ghi lệnh khóa mà ô này yêu cầu.',
    en: 'The signature in field {field} does not state the lock that its field asks for.',
  },
  'signature-damaged': {
    vi: 'Chữ ký tại ô {field} bị hỏng, không đọc được.',
    en: 'The signature in field {field} is damaged and cannot be read.',
  },
  'signature-kind-not-supported': {
    vi: 'Không kiểm tra được loại chữ ký này ({kind}).',
    en: 'Signatures of this kind ({kind}) cannot be checked here.',
  },
  'byte-range-malformed': {
    vi: 'Phạm vi ký ghi trong chữ ký không hợp lệ.',
    en: 'The byte range stated by the signature is malformed.',
  },
  'byte-range-gap': {
    vi: 'Trong phạm vi ký có khoảng trống chứa dữ liệu không được ký.',
    en: 'The gap in the signed range holds more than the signature itself.',
  },
  'byte-range-not-at-revision-end': {
    vi: 'Phạm vi ký không dừng đúng ở cuối một phiên bản của tệp.',
    en: 'The signed range does not end where a revision of the file ends.',
  },
  'cms-damaged': { vi: 'Dữ liệu chữ ký bị hỏng.', en: 'The signature data is damaged.' },
  'cms-not-own-form': {
    vi: 'Dữ liệu chữ ký không đúng như khi phần mềm này ghi: đã bị sửa hoặc do chương trình khác tạo.',
    en: 'The signature data is not as this application writes it: altered, or made by another program.',
  },
  'contents-padding': {
    vi: 'Phần đệm sau dữ liệu chữ ký đã bị sửa.',
    en: 'The padding after the signature data was altered.',
  },
  'document-altered': {
    vi: 'Nội dung đã bị thay đổi sau khi ký: không dùng tệp này.',
    en: 'The content was altered after signing: do not use this file.',
  },
  'signature-value-wrong': {
    vi: 'Giá trị chữ ký không khớp với chứng thư của {name}.',
    en: 'The signature value does not match the certificate of {name}.',
  },
  'signing-certificate-mismatch': {
    vi: 'Chứng thư kèm theo không phải là chứng thư mà người ký đã nêu khi ký.',
    en: 'The certificate enclosed is not the one the signer named when signing.',
  },
  'signer-certificate-missing': {
    vi: 'Chữ ký không kèm chứng thư của người ký.',
    en: 'The signature does not carry the signer’s certificate.',
  },
  'certificate-not-in-path': {
    vi: 'Chữ ký kèm một chứng thư không thuộc đường dẫn của người ký.',
    en: 'The signature carries a certificate that is not on the signer’s path.',
  },
  'certificate-damaged': { vi: 'Chứng thư bị hỏng, không đọc được.', en: 'The certificate is damaged.' },
  'digest-not-accepted': {
    vi: 'Hàm băm {algorithm} không được chấp nhận; cần SHA-256 trở lên.',
    en: 'The digest algorithm {algorithm} is not accepted; SHA-256 or better is needed.',
  },
  'algorithm-not-accepted': {
    vi: 'Thuật toán ký trong chữ ký của {name} không được chấp nhận.',
    en: 'The signature algorithm used by {name} is not accepted.',
  },
  'claimed-time-missing': { vi: 'Chữ ký không ghi thời điểm ký.', en: 'The signature states no signing time.' },
} as const satisfies Record<string, Sentence>;

const CERTIFICATES = {
  'root-not-trusted': {
    vi: 'Chứng thư của {name} do {issuer} cấp không dẫn tới tổ chức gốc nào được tin cậy trên máy này.',
    en: 'The certificate of {name}, issued by {issuer}, leads to no root trusted on this machine.',
  },
  'certificate-not-valid-then': {
    vi: 'Vào thời điểm ký, chứng thư của {name} không còn hoặc chưa có hiệu lực (từ {from} đến {to}).',
    en: 'At the signing time the certificate of {name} was not valid (from {from} to {to}).',
  },
  'issuer-not-valid-then': {
    vi: 'Vào thời điểm ký, chứng thư của tổ chức cấp {name} không có hiệu lực (từ {from} đến {to}).',
    en: 'At the signing time the certificate of the issuer {name} was not valid (from {from} to {to}).',
  },
  'certificate-not-valid-now': {
    vi: 'Chứng thư của {name} hiện không có hiệu lực; chỉ dấu thời gian mới chứng minh được thời điểm ký.',
    en: 'The certificate of {name} is not valid today; only a timestamp could prove when it was used.',
  },
  'claimed-time-in-future': {
    vi: 'Thời điểm ký ghi trong chữ ký muộn hơn giờ của máy này.',
    en: 'The stated signing time is ahead of this machine’s clock.',
  },
  'certificate-extension-not-understood': {
    vi: 'Chứng thư {name} có điều kiện bắt buộc mà phần mềm không xử lý được ({extension}).',
    en: 'The certificate {name} carries a critical condition that is not understood here ({extension}).',
  },
  'certificate-weakly-signed': {
    vi: 'Chứng thư {name} được ký bằng thuật toán yếu.',
    en: 'The certificate {name} is signed with a weak algorithm.',
  },
  'certificate-not-for-signing': {
    vi: 'Chứng thư của {name} không được cấp để ký.',
    en: 'The certificate of {name} was not issued for signing.',
  },
  'path-too-long': {
    vi: 'Tổ chức {name} không được phép cấp nhiều tầng chứng thư như vậy.',
    en: 'The issuer {name} may not have that many issuers below it.',
  },
  'rsa-key-too-short': {
    vi: 'Khóa RSA của {name} ngắn hơn 2048 bit nên không được chấp nhận.',
    en: 'The RSA key of {name} is shorter than 2048 bits and is not accepted.',
  },
  'key-not-supported': {
    vi: 'Loại khóa của {name} không dùng được với thuật toán {algorithm}; cần RSA từ 2048 bit hoặc ECDSA P-256.',
    en: 'The key of {name} does not fit the algorithm {algorithm}; RSA of 2048 bits or more, or ECDSA P-256, is needed.',
  },
} as const satisfies Record<string, Sentence>;

/** What an increment did. */
const CHANGES = {
  'field-signed': { vi: 'Ô {field} được ký sau đó.', en: 'Field {field} was signed later.' },
  'signature-field-added': {
    vi: 'Một ô chữ ký mới ({field}) được thêm và ký sau đó.',
    en: 'A new signature field ({field}) was added and signed later.',
  },
  'validation-data-added': {
    vi: 'Dữ liệu kiểm tra chữ ký được bổ sung sau đó.',
    en: 'Validation data was added later.',
  },
  'page-changed': { vi: 'Trang {page} bị thay đổi sau khi ký.', en: 'Page {page} was changed after signing.' },
  'page-count-changed': {
    vi: 'Số trang thay đổi sau khi ký: từ {before} thành {after}.',
    en: 'The number of pages changed after signing: from {before} to {after}.',
  },
  'attachment-changed': {
    vi: 'Tệp đính kèm {name} bị thay đổi hoặc gỡ bỏ sau khi ký.',
    en: 'The attachment {name} was changed or removed after signing.',
  },
  'attachment-added': {
    vi: 'Tệp đính kèm {name} được thêm sau khi ký.',
    en: 'The attachment {name} was added after signing.',
  },
  'field-changed': { vi: 'Ô {field} bị thay đổi sau khi ký.', en: 'Field {field} was changed after signing.' },
  'field-added': { vi: 'Ô {field} được thêm sau khi ký.', en: 'Field {field} was added after signing.' },
  'field-removed': { vi: 'Ô {field} bị gỡ bỏ sau khi ký.', en: 'Field {field} was removed after signing.' },
  'signed-field-changed': {
    vi: 'Ô đã ký {field} bị sửa hoặc bị gỡ chữ ký.',
    en: 'The signed field {field} was altered or its signature taken away.',
  },
  'form-changed': { vi: 'Biểu mẫu của tệp bị thay đổi sau khi ký.', en: 'The form was changed after signing.' },
  'certification-changed': {
    vi: 'Quyền hạn chứng thực của tệp bị thay đổi sau khi ký.',
    en: 'The certification of the file was changed after signing.',
  },
  'catalog-changed': {
    vi: 'Phần {key} của tệp bị thay đổi sau khi ký.',
    en: 'The part {key} of the file was changed after signing.',
  },
  'information-changed': {
    vi: 'Thông tin tệp (tiêu đề, tác giả, ngày) bị thay đổi sau khi ký.',
    en: 'The document information (title, author, dates) was changed after signing.',
  },
} as const satisfies Record<string, Sentence>;

const SIGNING = {
  'signature-field-missing': {
    vi: 'Tệp không có ô chữ ký {field}; chưa ký gì.',
    en: 'The file has no signature field {field}; nothing was signed.',
  },
  'signature-field-taken': {
    vi: 'Ô {field} đã có người ký; chữ ký đó được giữ nguyên.',
    en: 'Field {field} is signed already; that signature stands.',
  },
  'certify-not-first': {
    vi: 'Chữ ký chứng thực tại ô {field} phải là chữ ký đầu tiên, nhưng tệp đã có chữ ký.',
    en: 'The certifying signature in field {field} has to be the first, but the file is signed already.',
  },
  'signing-closed': {
    vi: 'Chữ ký tại ô {by} đã khóa văn bản; không thể ký thêm vào ô {field}.',
    en: 'The signature in field {by} locked the document; field {field} can no longer be signed.',
  },
  'not-an-extension': {
    vi: 'Tệp mang về không phải là bản ký tiếp của tệp đã gửi đi; tệp đang lưu được giữ nguyên.',
    en: 'The file brought back is not an update of the one sent out; the stored file stands.',
  },
  'attachment-missing': { vi: 'Tệp không đính kèm {name}.', en: 'The file has no attachment {name}.' },
  'attachment-damaged': {
    vi: 'Tệp đính kèm {name} bị hỏng, không đọc được.',
    en: 'The attachment {name} is damaged and cannot be read.',
  },
  'attachment-too-large': {
    vi: 'Tệp đính kèm {name} vượt quá giới hạn {limit} byte.',
    en: 'The attachment {name} is larger than the limit of {limit} bytes.',
  },
  'pkcs12-wrong-password': {
    vi: 'Mật khẩu của tệp chứng thư không đúng.',
    en: 'The password of the certificate file is wrong.',
  },
  'pkcs12-damaged': {
    vi: 'Đây không phải là tệp chứng thư PKCS#12 (.p12, .pfx), hoặc tệp bị hỏng.',
    en: 'This is no PKCS#12 certificate file (.p12, .pfx), or it is damaged.',
  },
  'pkcs12-too-large': {
    vi: 'Tệp chứng thư dài {bytes} byte, vượt quá giới hạn {limit} byte.',
    en: 'The certificate file has {bytes} bytes, more than the limit of {limit}.',
  },
  'pkcs12-too-many-rounds': {
    vi: 'Tệp chứng thư đòi {rounds} vòng tính, vượt quá giới hạn {limit}; không mở để máy không bị treo.',
    en: 'The certificate file asks for {rounds} rounds, more than the limit of {limit}; it was not opened.',
  },
  'pkcs12-not-supported': {
    vi: 'Tệp chứng thư dùng cách bảo vệ chưa được hỗ trợ ({what}).',
    en: 'The certificate file is protected in a way that is not supported ({what}).',
  },
  'pkcs12-no-key': { vi: 'Tệp chứng thư không chứa khóa bí mật.', en: 'The certificate file holds no private key.' },
  'pkcs12-no-certificate': {
    vi: 'Tệp không chứa chứng thư ứng với khóa bí mật.',
    en: 'The file holds no certificate that belongs to its private key.',
  },
} as const satisfies Record<string, Sentence>;

export const SIGNING_WORDS: Readonly<Record<string, Sentence>> = {
  ...PROBLEMS,
  ...CERTIFICATES,
  ...CHANGES,
  ...SIGNING,
};

/** The sentence of a refusal, change or note; throws on a code without words, which is a fault of ours. */
export function wordSigning({ code, params }: Refusal, language: keyof Sentence): string {
  const sentence = SIGNING_WORDS[code]?.[language];
  if (sentence === undefined) throw new Error(`no words for ${code}`);
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));
}
