// The sentences of home, joining, settings and the seat in a browser, in Vietnamese, the source language.

export const homeVi = {
  // Home
  'home.title': 'Bàn làm việc',
  'home.sessions': 'Các phiên',
  'home.empty':
    'Chưa có phiên nào trên máy này. Bắt đầu bằng một phiên mới, hoặc tập dượt với dữ liệu bịa: diễn tập không bao giờ lẫn với phiên thật.',
  'home.doors': 'Bắt đầu',
  'home.new': 'Phiên mới',
  'home.new.words': 'Hội đồng, bộ tiêu chí, nền tảng, minh chứng và quy chế.',
  'home.rehearse': 'Diễn tập',
  'home.rehearse.words': 'Bảy ghế, một nền tảng và minh chứng bịa; biên bản in chữ DIỄN TẬP.',
  'home.rehearse.set': 'Bộ tiêu chí để diễn tập',
  'home.rehearse.start': 'Bắt đầu diễn tập',
  'home.join': 'Vào phòng',
  'home.join.words': 'Bằng mã một lần do thư ký đưa.',
  'home.check': 'Kiểm tra tệp đã ký',
  'home.check.words': 'Tính lại mọi con số và kiểm tra từng chữ ký trong một biên bản.',
  'home.opened': 'Lập ngày {date}',
  'home.at': 'Đang ở bước: {phase}',
  'home.stranger': 'Trang này chưa biết bạn là ai',
  'home.stranger.words':
    'Thành viên: hãy vào phòng bằng mã của ghế. Thư ký: hãy mở trang từ ứng dụng trên máy ghi sổ, địa chỉ có sẵn mã vào.',

  // Join
  'join.title': 'Vào phòng họp',
  'join.words': 'Nhập mã một lần mà thư ký đưa cho bạn. Máy này sẽ tự tạo khóa của ghế; khóa không rời khỏi máy.',
  'join.code': 'Mã của ghế',
  'join.code.hint': 'Chữ và số, không phân biệt chữ hoa, chữ thường.',
  'join.ask': 'Tiếp tục',
  'join.found': 'Mã này là của ghế',
  'join.yes': 'Đúng là tôi, vào phòng',
  'join.no': 'Không phải tôi',
  'join.no.words': 'Mã chưa bị dùng. Hãy báo thư ký để nhận đúng mã của bạn.',
  'join.working': 'Đang tạo khóa và gắn thiết bị với ghế…',
  'join.returning': 'Máy này đã giữ ghế',
  'join.insecure':
    'Kết nối này chưa an toàn (không phải https). Trang không tạo được khóa riêng; hãy dùng địa chỉ https thư ký đưa.',

  // Settings and help
  'settings.title': 'Cài đặt',
  'settings.language.words': 'Mỗi ghế chọn riêng; biên bản luôn bằng tiếng Việt.',
  'settings.theme.system': 'Theo máy',
  'settings.keys': 'Phím đơn trên bàn chấm',
  'settings.keys.words':
    'Các phím 1 2 3 0 J K E C R D chỉ có tác dụng ngoài ô chữ. Tắt nếu bộ gõ hoặc phần mềm đọc màn hình của bạn dùng các phím này.',
  'settings.saved': 'Cài đặt được lưu trên máy này.',
  'help.title': 'Phím tắt',
  'help.where': 'Phím đơn chỉ có tác dụng ngoài ô chữ. Trong ô chữ, Esc đưa bạn trở ra.',
  'help.off': 'Phím đơn đang tắt trong Cài đặt.',
  'help.1': 'Đạt, rồi sang tiêu chí kế tiếp',
  'help.2': 'Không đạt, rồi sang tiêu chí kế tiếp',
  'help.3': 'Không áp dụng, hỏi lý do tại chỗ',
  'help.0': 'Chưa đủ căn cứ, rồi sang tiêu chí kế tiếp',
  'help.jk': 'Tiêu chí kế tiếp, tiêu chí trước',
  'help.e': 'Sang khung minh chứng',
  'help.c': 'Dẫn trang minh chứng đang xem',
  'help.r': 'Ghi nhận xét',
  'help.d': 'Ma trận: xếp theo mức bất đồng',
  'help.cast': 'Nộp phiếu',
  'help.undo': 'Hoàn tác lần chấm cuối',
  'help.find': 'Tìm tiêu chí, minh chứng, bước',
  'help.help': 'Mở hoặc đóng bảng này',
  'find.title': 'Tìm trong phiên',
  'find.label': 'Tìm tiêu chí, minh chứng, bước',
  'find.empty': 'Không có gì khớp.',

  // A seat in this browser
  'join.sit': 'Vào ghế của {name}',
  'trust.doubt': 'Máy này không tin phần sổ vừa nhận, nên chưa gửi khóa phiếu. {why}',
  'trust.refused': 'Máy ghi sổ không nhận: {what}. {why}',
  'trust.fleeting':
    'Trình duyệt này có thể xóa dữ liệu đã lưu (cửa sổ riêng tư). Đừng đóng trang trước khi công bố kết quả.',
  'trust.elsewhere': 'Ghế này đang được dùng ở một thẻ khác của trình duyệt; ở đây chỉ xem.',
  'trust.takeover': 'Dùng ở đây',
  'reveal.share': 'Gửi phần khóa tôi giữ cho phiếu của {name}',
  'start.opening': 'Đang nối với máy ghi sổ…',
  'start.failed': 'Trang không khởi động được trong trình duyệt này.',
  'trust.rehearsal': 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ',
} as const;
