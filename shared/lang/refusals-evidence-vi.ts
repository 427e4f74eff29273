// Refusals of evidence on its way into a book, in Vietnamese.

export const refusalsEvidenceVi = {
  'evidence-not-uploaded': 'Tệp của minh chứng "{title}" chưa được nạp xong hoặc đã quá hạn giữ tạm. Hãy nạp lại.',
  'evidence-title-missing': 'Minh chứng thứ {number} chưa có tên.',
  'evidence-empty': 'Tệp "{name}" rỗng (0 byte) nên không nạp làm minh chứng.',
  'evidence-too-large': 'Tệp "{name}" lớn hơn 2 GB nên không nạp được. Hãy tách tệp; tệp gốc không bị thay đổi.',
  'evidence-unreadable':
    'Không đọc được tệp "{name}" trên máy này (đã bị xóa, đổi chỗ hoặc không có quyền đọc). Hãy kiểm tra rồi thử lại.',
  'evidence-secret':
    'Minh chứng "{title}" mang dấu bí mật nhà nước. Ứng dụng không nhận tài liệu này; hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
  'evidence-name-secret':
    'Tên tệp "{name}" ghi độ mật nhà nước nên tệp không được nạp và chưa rời máy này. Tài liệu mật phải xử lý theo Luật Bảo vệ bí mật nhà nước, ngoài ứng dụng. Nếu tệp không mật, hãy đổi tên rồi nạp lại.',
  'evidence-same':
    'Tệp của "{title}" trùng với Minh chứng {number} (cùng SHA-256). Chưa có minh chứng nào được ghi; hãy bỏ dòng này rồi ghi lại.',
  'evidence-twice':
    'Hai dòng là cùng một tệp ("{title}", cùng SHA-256). Chưa có minh chứng nào được ghi; hãy bỏ một dòng rồi ghi lại.',
  'evidence-revised-twice':
    'Hai tệp cùng được ghi là bản mới của Minh chứng {number}. Chưa có gì được ghi; hãy giữ một, tệp kia ghi ở lần sau.',
  'evidence-unknown':
    'Minh chứng mà "{title}" là bản mới không có trong nền tảng này. Chưa có gì được ghi; hãy chọn lại minh chứng gốc.',
  'evidence-too-many':
    'Mỗi nền tảng ghi một lần tối đa {most} minh chứng; {count} tệp sau chưa được nạp. Hãy ghi những tệp đã nạp vào sổ rồi nạp tiếp.',
} as const;
