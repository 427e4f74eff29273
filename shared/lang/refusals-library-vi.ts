// Refusals of the library of criteria sets in Vietnamese: what is wrong, what is safe, what to do.

export const refusalsLibraryVi = {
  'library-unreadable':
    'Có {count} bộ tiêu chí do phiên bản khác của chương trình lưu, máy này không đọc được. Các bộ đó vẫn nguyên trên đĩa; hãy cập nhật chương trình.',
  'library-newer':
    'Thư viện do phiên bản mới hơn của chương trình ghi, nên không ghi đè. Mọi bộ tiêu chí vẫn nguyên; hãy cập nhật chương trình.',
  'library-full':
    'Thư viện đã đủ {most} bộ tiêu chí của cơ quan. Hãy bỏ bớt bản nháp không dùng; chưa có gì bị thay đổi.',
  'set-too-large': 'Bộ tiêu chí dài quá {kibibytes} KiB nên không lưu được. Bản đã lưu trước đó vẫn nguyên.',
  'set-unknown': 'Không có bộ tiêu chí này trong thư viện. Hãy tải lại danh sách.',
  'set-frozen': 'Phiên bản {version} đã ban hành nên không sửa được nữa. Hãy lập bản nháp cho phiên bản sau từ bộ này.',
  'set-shipped': 'Bộ mẫu đi kèm chương trình không sửa được. Hãy lập bản nháp từ bộ mẫu.',
  'set-unsound': 'Bản nháp còn {count} lỗi nên chưa ban hành được. Hãy sửa các chỗ được nêu; bản nháp vẫn được giữ.',
  'set-sample': 'Bộ này còn đánh dấu là mẫu. Hãy bỏ dấu mẫu trước khi ban hành.',
  'set-version-taken':
    'Đã có bộ {id} phiên bản {version} được ban hành với nội dung khác. Hãy dùng số phiên bản khác; chưa có gì bị thay đổi.',
  'set-not-promulgated': 'Chỉ bộ đã ban hành mới ký và đóng gói được. Hãy ban hành trước.',
  'set-signed-by-others': 'Gói này do {name} ký. Máy này không ký đè lên chữ ký của người khác.',
  'set-in-use': 'Có {count} phiên trên máy này dùng bộ tiêu chí này, nên không bỏ được. Bộ vẫn nguyên trong thư viện.',
  'set-file-refused':
    'Không nhận tệp "{file}": có {count} lỗi. Thư viện không thay đổi. Hãy xem các lỗi và sửa tệp rồi nhập lại.',
  'consultation-body-missing':
    'Dòng lấy ý kiến thứ {number} chưa ghi nơi được hỏi. Các dòng khác vẫn giữ trên màn hình.',
  'consultation-date-wrong': 'Dòng lấy ý kiến thứ {number} có ngày không đúng. Ngày viết như 05/02/2026.',
  'decision-file-missing': 'Không thấy tệp quyết định vừa tải lên. Hãy chọn lại tệp; bản nháp vẫn nguyên.',
  'decision-file-too-large': 'Tệp quyết định lớn quá {mebibytes} MiB. Hãy quét với độ phân giải thấp hơn.',
  'promulgation-incomplete': 'Quyết định ban hành cần đủ số, ngày và cơ quan ban hành. Bản nháp vẫn nguyên.',
  'pack-too-large': 'Gói lớn quá {mebibytes} MiB nên không ghi được. Bộ tiêu chí trong thư viện vẫn nguyên.',
} as const;
