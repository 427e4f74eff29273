// The sentences of reading evidence, in Vietnamese, the source language.

export const viewerVi = {
  // Searching a file
  'viewer.search': 'Tìm trong tệp',
  'viewer.search.go': 'Tìm',
  'viewer.search.next': 'Tìm trang kế tiếp có từ này',
  'viewer.search.none': 'Không trang nào có từ này.',
  'viewer.search.found': 'Thấy ở trang {page}.',
  'viewer.search.reading': 'Đang đọc trang {page} trên {all}…',
  'viewer.search.stop': 'Dừng tìm',
  'viewer.search.take': 'Chọn câu này',
  'viewer.search.take.of': 'Chọn câu này để dẫn: {sentence}',

  // How a page lies
  'viewer.look': 'Cách xem',
  'viewer.look.width': 'Vừa chiều ngang',
  'viewer.look.page': 'Trọn trang',
  'viewer.look.two': 'Hai trang',
  'viewer.turn': 'Xoay phải 90°',

  // What cannot be read, and why
  'viewer.lost': 'Chưa đọc tiếp được tệp: không thấy máy ghi sổ. Bản gốc trong sổ vẫn nguyên.',
  'viewer.broken': 'Không đọc được tệp này: nội dung hỏng hoặc không đúng chuẩn. Bản gốc trong sổ vẫn nguyên.',
  'viewer.locked': 'Tệp này được đặt mật khẩu nên không mở được ở đây. Đề nghị bên cung cấp gửi bản không có mật khẩu.',
  'viewer.heavy':
    'Đã dừng đọc tệp này: nó đòi nhiều tài nguyên bất thường của máy. Bản gốc trong sổ vẫn nguyên; các phần khác của ứng dụng không bị ảnh hưởng.',
  'viewer.again': 'Đọc lại',
  'viewer.page.broken': 'Không vẽ được trang {page}: nội dung hỏng. Các trang khác vẫn xem được.',
  'viewer.cannot.type': 'Loại tệp',
  'viewer.cannot.size': 'Dung lượng',

  // What a file carries that does nothing here
  'viewer.inert': 'Trong tệp có: {what}. Không chạy và không mở ở đây.',
  'viewer.inert.scripts': 'mã lệnh',
  'viewer.inert.form': 'biểu mẫu điền được',
  'viewer.inert.xfa': 'biểu mẫu XFA (chỉ hiện trang thay thế)',
  'viewer.inert.attachments': '{count} tệp đính kèm',
  'viewer.inert.links': '{count} liên kết ở trang này',
  'viewer.note.source': 'Hiển thị mã nguồn dạng chữ; không chạy, không tải gì từ bên ngoài.',
  'viewer.note.encoding': 'Tệp không phải UTF-8; đang đọc theo bảng mã Windows-1258, dấu có thể sai.',
  'viewer.note.csv': 'Công thức và liên kết trong ô chỉ là chữ. Ô rất dài bị cắt; lưu tệp để xem toàn bộ.',
  'viewer.note.markdown': 'Liên kết chỉ ghi địa chỉ; hình ảnh không tải; mã HTML hiện nguyên văn.',
  'viewer.note.sheet':
    'Chỉ hiện giá trị đã lưu trong ô. Không tính công thức, không chạy macro, không mở liên kết ngoài; định dạng, biểu đồ, hình ảnh không hiện.',
  'viewer.note.document':
    'Chỉ hiện chữ, đề mục, danh sách và bảng. Hình ảnh, định dạng, đối tượng nhúng, mẫu từ xa không hiện và không mở.',
  'viewer.note.media': 'Chỉ phát khi bạn bấm phát.',

  // Views of text
  'viewer.as': 'Đọc như',
  'viewer.as.text': 'Văn bản',
  'viewer.as.markdown': 'Markdown',
  'viewer.as.table': 'Bảng (CSV)',
  'viewer.text.prev': 'Đoạn trước',
  'viewer.text.next': 'Đoạn sau',
  'viewer.text.part': 'Đoạn {part} trên {all}, mỗi đoạn {size}',
  'viewer.markdown.failed': 'Không dựng được văn bản Markdown này; dưới đây là nguyên văn.',
  'viewer.markdown.cut': 'Chỉ dựng phần đầu ({size}). Chọn "Văn bản" để đọc các đoạn sau.',
  'viewer.image.not': '[Hình ảnh không tải: {name} ({address})]',
  'viewer.table.empty': 'Không có hàng nào.',
  'viewer.table.shown': 'Đang hiện {shown} hàng đầu.',
  'viewer.table.shown.of': 'Đang hiện {shown} trên {all} hàng.',
  'viewer.table.more': 'Thêm hàng',
  'viewer.sheet': 'Trang tính',
  'viewer.document.empty': 'Tệp không có chữ nào.',
  'viewer.document.more': 'Đọc tiếp',

  // Pictures and recordings
  'viewer.image.huge':
    'Hình ảnh này tự khai {width} × {height} điểm ảnh, quá lớn để mở ở đây. Lưu tệp rồi mở bằng phần mềm khác.',
  'viewer.media.broken':
    'Không phát được bản ghi này: tệp hỏng hoặc dùng định dạng không hỗ trợ. Bản gốc trong sổ vẫn nguyên.',

  // Pointing at a part
  'viewer.region.role': 'vùng đánh dấu',
  'viewer.region.box': 'Vùng đánh dấu: cách trái {left} %, cách trên {top} %, rộng {width} %, cao {height} %',
  'viewer.region.words':
    'Kéo để vẽ vùng. Phím mũi tên: di chuyển; Shift+mũi tên: đổi cỡ; Ctrl+mũi tên: bước nhỏ; Enter: lấy vùng; Esc: bỏ.',
} as const;
