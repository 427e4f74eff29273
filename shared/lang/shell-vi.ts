// The sentences of the desktop window: menu, dialogs, notices, in Vietnamese, the source language.

export const shellVi = {
  // The menu
  'menu.file': 'Tệp',
  'menu.home': 'Bàn làm việc',
  'menu.new': 'Phiên mới…',
  'menu.check': 'Kiểm tra một tệp…',
  'menu.settings': 'Cài đặt…',
  'menu.close': 'Đóng cửa sổ',
  'menu.quit': 'Thoát',
  'menu.edit': 'Sửa',
  'menu.undo': 'Hoàn tác',
  'menu.redo': 'Làm lại',
  'menu.cut': 'Cắt',
  'menu.copy': 'Sao chép',
  'menu.paste': 'Dán',
  'menu.selectAll': 'Chọn tất cả',
  'menu.find': 'Tìm…',
  'menu.view': 'Hiển thị',
  'menu.language': 'Ngôn ngữ',
  'menu.theme': 'Nền màn hình',
  'menu.theme.system': 'Theo hệ thống',
  'menu.theme.light': 'Nền sáng',
  'menu.theme.dark': 'Nền tối',
  'menu.zoom.in': 'Phóng to',
  'menu.zoom.out': 'Thu nhỏ',
  'menu.zoom.reset': 'Cỡ bình thường',
  'menu.fullscreen': 'Toàn màn hình',
  'menu.reload': 'Tải lại trang',
  'menu.devtools': 'Công cụ phát triển',
  'menu.projector': 'Màn chiếu…',
  'menu.window': 'Cửa sổ',
  'menu.minimize': 'Thu xuống',
  'menu.help': 'Trợ giúp',
  'menu.keys': 'Trợ giúp và phím tắt',
  'menu.about': 'Về {name}',
  'menu.services': 'Dịch vụ',
  'menu.hide': 'Ẩn {name}',
  'menu.hideOthers': 'Ẩn các ứng dụng khác',
  'menu.unhide': 'Hiện tất cả',

  // Saving a file
  'save.title': 'Lưu tệp',
  'save.button': 'Lưu',
  'save.failed': 'Chưa lưu được "{name}".',
  'save.failed.words':
    'Không có phần dở dang nào được để lại. Hãy kiểm tra chỗ trống và quyền ghi của thư mục, rồi lưu lại.',

  // A page that broke
  'page.gone': 'Trang đã dừng đột ngột và được mở lại.',
  'page.gone.words': 'Những gì đã lưu trên máy này vẫn nguyên.',

  // The window cannot open the data
  'stopped.title': 'Chưa mở được dữ liệu',
  'stopped.folder': 'Thư mục dữ liệu',

  // Why values are stored in clear
  'keystore.no-key-store': 'hệ điều hành không có kho khóa dùng được',
  'keystore.weak-key-store': 'kho khóa của phiên làm việc này chỉ dùng một mật khẩu ai cũng biết',
  'keystore.made-before': 'thư mục này được tạo khi chưa có mã hóa',
  'keystore.browser': 'chạy trong trình duyệt thì không có kho khóa của hệ điều hành để mã hóa',

  // What is covered
  'atrest.covered':
    'Nội dung sổ, bản nháp và khóa do máy này giữ được mã hóa trên đĩa bằng khóa của hệ điều hành: bản sao của thư mục chỉ mở được trên chính máy này, dưới chính tài khoản này. Tệp minh chứng, và bản nháp chưa gửi của ghế ngồi ngay trong trang, không nằm trong lớp mã hóa ấy.',
} as const;
