// The sentences of help and of the guided rehearsal, in Vietnamese, the source language.

export const guideVi = {
  'guide.label': 'Hướng dẫn diễn tập',
  'guide.count': 'Bước {at} trên {all}',
  'guide.less': 'Thu gọn',
  'guide.more': 'Mở hướng dẫn',
  'guide.go': 'Đưa tôi tới chỗ đó',
  'guide.go.screen': 'Sang {screen}',
  'guide.fill': 'Đánh dấu phần còn lại theo mẫu',
  'guide.marked': 'Đã chấm {done} trên {all}.',
  'guide.waiting': 'Còn chờ {count} người: {names}.',
  'guide.barred': 'Chưa làm được: {why}',

  'guide.prepare': 'Chuẩn bị phiên',
  'guide.prepare.why':
    'Trong phiên thật, thư ký nhập trước quyết định thành lập Hội đồng, thành viên, bộ tiêu chí, hồ sơ và minh chứng. Ở đây mọi thứ đã có sẵn và đều là dữ liệu bịa; bạn ngồi ghế ủy viên thư ký, sáu người kia do máy này đóng.',
  'guide.attendance': 'Điểm danh',
  'guide.attendance.why':
    'Họp chỉ hợp lệ khi đủ số người có mặt theo quy chế, có người chủ trì và có thư ký. Giờ đến, giờ về được ghi vào biên bản.',
  'guide.interest': 'Cam kết không xung đột lợi ích',
  'guide.interest.why':
    'Mỗi ủy viên khai trước khi chấm. Ai có xung đột lợi ích với nền tảng nào thì không được phát phiếu cho nền tảng đó.',
  'guide.score': 'Chấm và nộp phiếu',
  'guide.score.why':
    'Mỗi người chấm một mình, có minh chứng bên cạnh. Trước khi công bố không ai xem được mức chấm của người khác, chỉ thấy ai đã xong.',
  'guide.reveal': 'Khóa vòng và công bố',
  'guide.reveal.why':
    'Khóa trước, công bố sau: từ lúc khóa không phiếu nào vào thêm; khi công bố, phiếu được mở và cả Hội đồng thấy cùng một bảng.',
  'guide.discuss': 'Thảo luận và kết luận',
  'guide.discuss.why':
    'Bảng chỉ ra chỗ ý kiến khác nhau để thảo luận. Hội đồng đề nghị; cơ quan có thẩm quyền mới là nơi công nhận.',
  'guide.vote': 'Biểu quyết kết luận',
  'guide.vote.why':
    'Biểu quyết trên đúng lời văn đã đưa ra. Ai không tán thành có thể bảo lưu ý kiến; ý kiến được ghi nguyên văn vào biên bản.',
  'guide.minutes': 'Biên bản',
  'guide.minutes.why':
    'Số liệu lấy từ sổ và bị khóa, thư ký chỉ viết lời văn. Mọi người có mặt đọc lại và thông qua trước khi bế mạc.',
  'guide.sign': 'Bế mạc và ký',
  'guide.sign.why':
    'Tệp chính thức được chốt một lần; sau đó không thay được gì. Trong phiên thật, thư ký rồi chủ tọa ký bằng chứng thư số của mình; ở đây ký thử bằng chứng thư bịa.',
  'guide.end': 'Đã diễn tập xong',

  'guide.do.open': 'Xem qua phần chuẩn bị, rồi khai mạc phiên họp.',
  'guide.do.call': 'Ghi mọi người là có mặt.',
  'guide.do.declare': 'Chọn câu trả lời của bạn và gửi. Những người kia tự khai.',
  'guide.do.declare-wait': 'Chờ các ủy viên khai.',
  'guide.do.round': 'Mở vòng chấm.',
  'guide.do.mark': 'Tự chấm ba tiêu chí: phím 1 là Đạt, 2 là Không đạt.',
  'guide.do.fill': 'Chấm tiếp, hoặc để phần còn lại được đánh dấu theo mẫu (chỉ có khi diễn tập).',
  'guide.do.cast': 'Nộp phiếu: Ctrl+Enter, đọc lại, Ctrl+Enter lần nữa.',
  'guide.do.cast-wait': 'Phiếu của bạn đã niêm phong. Chờ các ủy viên nộp.',
  'guide.do.close': 'Đã đủ phiếu. Khóa vòng chấm.',
  'guide.do.reveal': 'Công bố kết quả chấm.',
  'guide.do.keys-wait': 'Chờ các máy mở phiếu của mình.',
  'guide.do.put': 'Xem bảng kết quả, rồi đưa kết luận ra Hội đồng.',
  'guide.do.vote-open': 'Mở biểu quyết.',
  'guide.do.vote': 'Chọn và gửi ý kiến biểu quyết của bạn.',
  'guide.do.vote-wait': 'Chờ các ủy viên biểu quyết.',
  'guide.do.vote-close': 'Mọi người đã biểu quyết. Khóa biểu quyết.',
  'guide.do.write': 'Viết thêm lời văn nếu muốn, rồi đưa biên bản ra thông qua.',
  'guide.do.rewrite': 'Sổ có điều mới sau khi viết biên bản. Đưa ra thông qua lại.',
  'guide.do.approve': 'Đọc lại và thông qua biên bản.',
  'guide.do.approve-wait': 'Chờ các ủy viên thông qua.',
  'guide.do.end': 'Mọi người đã thông qua. Bế mạc phiên họp.',
  'guide.do.seal': 'Chốt tệp biên bản.',
  'guide.do.sign-secretary': 'Ký thử với tư cách thư ký.',
  'guide.do.sign-chair': 'Ký thử thay chủ tọa bịa.',

  'guide.made': 'Bạn vừa làm ra',
  'guide.made.file':
    'Một tệp PDF biên bản có hai chữ ký thử, kèm phụ lục và bản trích chứng minh; mỗi trang ghi DIỄN TẬP. Tải về ở ngay dưới.',
  'guide.made.book': 'Một sổ ghi mọi việc đã làm, mỗi mục có chữ ký của ghế đã làm.',
  'guide.made.check': 'Một tệp kiểm tra lại được: mở “Kiểm tra tệp đã ký” và chọn tệp vừa tải.',
  'guide.differs': 'Phiên thật khác ở chỗ',
  'guide.differs.devices': 'Mỗi ủy viên ngồi máy của mình, vào bằng mã dùng một lần; máy này không nói thay ai.',
  'guide.differs.fill': 'Không có nút đánh dấu theo mẫu, không ai nộp phiếu thay ai.',
  'guide.differs.sign': 'Mỗi người ký bằng chứng thư của mình; chứng thư bịa bị từ chối.',
  'guide.differs.set': 'Dùng bộ tiêu chí đã ban hành, không dùng bộ mẫu.',
  'guide.differs.value': 'Biên bản không có chữ DIỄN TẬP. Diễn tập bao nhiêu lần cũng được; sổ diễn tập để riêng.',

  'help.title': 'Trợ giúp',
  'help.off': 'Phím đơn đang tắt trong Cài đặt.',
  'help.contents': 'Mục lục',
  'help.search': 'Tìm trong trợ giúp (không cần gõ dấu)',
  'help.none': 'Không trang nào có những chữ này.',
  'help.found': '{count} trang có những chữ này.',
  'help.opening': 'Đang mở trợ giúp từ máy này…',
  'help.failed': 'Không đọc được trang trợ giúp trên máy này. Hãy tải lại trang.',
} as const;
