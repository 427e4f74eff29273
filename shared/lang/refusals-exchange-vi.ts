// Refusals between two machines in Vietnamese: what went wrong on the way, what is safe, what to do.

export const refusalsExchangeVi = {
  'exchange-newer':
    'Máy bên kia chạy phiên bản {theirs}, mới hơn phiên bản {own} của máy này, nên hai máy chưa trao đổi sổ được. Mọi thứ trên máy này vẫn nguyên; hãy cập nhật chương trình trên máy này.',
  'exchange-older':
    'Máy bên kia chạy phiên bản {theirs}, cũ hơn phiên bản {own} của máy này, nên hai máy chưa trao đổi sổ được. Mọi thứ trên hai máy vẫn nguyên; hãy cập nhật chương trình trên máy bên kia.',
  'exchange-malformed':
    'Máy bên kia gửi dữ liệu không đúng giao thức nên kết nối đã ngắt. Không có gì trong đó được nhận vào sổ.',
  'exchange-too-long': 'Máy bên kia gửi dữ liệu dài quá giới hạn nên kết nối đã ngắt. Sổ trên máy này vẫn nguyên.',
  'exchange-too-fast': 'Máy bên kia gửi quá nhiều trong một lúc nên kết nối đã ngắt. Sổ trên máy này vẫn nguyên.',
  'exchange-unasked': 'Máy bên kia gửi dữ liệu không được yêu cầu nên kết nối đã ngắt. Sổ trên máy này vẫn nguyên.',
  'exchange-dishonest':
    'Máy bên kia đã ba lần gửi dữ liệu giả ({code}) nên kết nối đã ngắt. Không có gì trong đó được nhận vào sổ; hãy kiểm tra máy đó.',
  'exchange-silent': 'Máy bên kia không trả lời nên kết nối đã ngắt. Máy này sẽ tự nối lại; việc đã lưu vẫn còn.',
  'exchange-slow':
    'Máy bên kia không nhận kịp trong một phút nên kết nối đã ngắt. Lần nối sau sẽ tiếp tục từ chỗ dừng.',
  'exchange-mirror': 'Bên kia chỉ gửi lại lời của chính máy này nên kết nối đã ngắt. Hãy kiểm tra địa chỉ.',
  'exchange-fault': 'Việc trao đổi với máy bên kia gặp lỗi của chương trình nên kết nối đã ngắt. Việc đã lưu vẫn còn.',
  'exchange-unproved': 'Máy bên kia không chứng minh được quyền đối với sổ này nên không được gửi hay nhận gì của sổ.',
  'exchange-no-fork':
    'Máy bên kia báo chuỗi ghi {feed} có hai bản khác nhau nhưng không đưa ra được bằng chứng. Sổ trên máy này vẫn nguyên.',
  'exchange-commit-too-long':
    'Một lần ghi trong chuỗi {feed} dài quá mức gửi được qua mạng. Sổ trên máy này vẫn nguyên; hãy chuyển bằng gói tệp.',
} as const;
