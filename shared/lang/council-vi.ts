// The sentences of a council's life before and during the scoring, in Vietnamese, the source language.

export const councilVi = {
  // Quorum, and who could mend it
  'quorum.more': 'Cần thêm {count} thành viên.',
  'quorum.away': 'Chưa có mặt: {names}.',
  'quorum.letter': 'Đang có mặt nhưng chưa có giấy ủy quyền: {names}.',
  'quorum.platform.holds': 'đủ điều kiện, {present} trên {appointed} thành viên có mặt, cần ít nhất {needed}.',
  'quorum.platform.fails': 'chưa đủ điều kiện, {present} trên {appointed} thành viên có mặt, cần ít nhất {needed}.',
  'quorum.recused': 'Không tham gia và không tính vào mẫu số: {names}.',

  // Sittings
  'sitting.title': 'Các buổi họp của phiên',
  'sitting.number': 'Buổi {number}',
  'sitting.opened': '{day} lúc {time}, chủ trì: {name}.',
  'sitting.ended': 'Tạm dừng {day} lúc {time}.',
  'sitting.adjourn': 'Tạm dừng phiên họp, họp tiếp buổi khác',
  'sitting.adjourn.words':
    'Mọi người phải điểm danh lại ở buổi sau. Vòng chấm đang mở phải khóa trước; phiếu và kết quả đã có vẫn nguyên.',
  'sitting.adjourn.yes': 'Tạm dừng phiên họp',
  'sitting.until.label': 'Họp tiếp ngày',
  'sitting.until.hint': 'ngày/tháng/năm; để trống nếu chưa định ngày',
  'sitting.note': 'Lý do tạm dừng, in vào biên bản',
  'sitting.adjourned': 'Phiên họp tạm dừng lúc {time} ngày {day}.',
  'sitting.adjourned.words':
    'Trong lúc tạm dừng không mở vòng chấm và không biểu quyết được. Những gì đã ghi vẫn nguyên.',
  'sitting.until': 'Họp tiếp ngày {day}.',
  'sitting.until.none': 'Chưa định ngày họp tiếp.',
  'sitting.resume': 'Họp tiếp',
  'sitting.resume.words': 'Mở buổi họp mới của cùng phiên: ai cũng được điểm danh lại, điều kiện họp tính lại.',

  // Who presides
  'preside.title': 'Chủ trì và ủy quyền',
  'preside.now': 'Đang chủ trì: {name}.',
  'preside.to': 'Chuyển quyền chủ trì cho',
  'preside.pass': 'Chuyển quyền chủ trì',
  'preside.nobody': 'Không có ai khác đang có mặt và được quyền chủ trì.',
  'preside.letter': 'Chưa chủ trì được vì chưa ghi giấy ủy quyền của Chủ tịch: {names}.',
  'letter.record': 'Ghi giấy ủy quyền của Chủ tịch',
  'letter.words':
    'Phó Chủ tịch có giấy ủy quyền thì thay Chủ tịch chủ trì và được tính khi xét điều kiện họp. Biên bản ghi giấy này.',
  'letter.whom': 'Ủy quyền cho',
  'letter.text': 'Giấy ủy quyền',
  'letter.text.hint': 'Số, ngày và phạm vi, đúng như trên giấy.',
  'letter.yes': 'Ghi vào sổ',
  'letter.of': 'Ủy quyền cho {name}:',
  'letter.at': 'Ghi lúc {time} ngày {day}.',
  'letter.stands': 'Đang có hiệu lực.',
  'letter.ended': 'Hết hiệu lực lúc {time} ngày {day}.',
  'letter.holds': 'Có giấy ủy quyền của Chủ tịch',
  'letter.end': 'Chấm dứt ủy quyền',
  'letter.end.of': 'Chấm dứt ủy quyền của {name}',
  'letter.end.note': 'Lý do chấm dứt',
  'letter.end.yes': 'Chấm dứt ngay bây giờ',

  // Replacing a member
  'replace.title': 'Thay thành viên Hội đồng',
  'replace.words':
    'Làm giữa hai buổi họp, theo quyết định của cấp có thẩm quyền. Người mới giữ đúng vai trò của người cũ, vào phòng bằng mã riêng và tự cam kết; phiếu cũ của người trước vẫn nguyên.',
  'replace.begin': 'Thay một thành viên',
  'replace.sitting': 'Hội đồng đang họp. Chỉ thay thành viên giữa hai buổi: hãy tạm dừng phiên họp trước.',
  'replace.whom': 'Người thôi tham gia',
  'replace.choose': 'chọn thành viên',
  'replace.ground': 'Căn cứ thay',
  'replace.ground.hint': 'Số và ngày của quyết định thay thành viên.',
  'replace.name': 'Họ và tên người mới',
  'replace.yes': 'Ghi việc thay thành viên',
  'replace.yes.of': 'Thay {name}',
  'replace.by': 'Đã thôi tham gia; người thay: {name}',
  'replace.of': 'Thay {name}',
  'replace.gone': 'Đã thôi tham gia',

  // Conflicts of interest, also in mid-meeting
  'declare.some': 'Có, chỉ ở một số tiêu chí',
  'declare.some.which': '{name}: {count} tiêu chí không tham gia đánh giá',
  'recusal.some': 'Không đánh giá các tiêu chí {criteria} của {name}',
  'recusal.later': 'Khai xung đột lợi ích mới phát sinh',
  'recusal.means.closed': 'Nền tảng ấy (hoặc các tiêu chí đã chọn) đóng lại với bạn trên mọi thiết bị ngay lập tức.',
  'recusal.means.denominator': 'Bạn không tính vào mẫu số và không tính khi xét điều kiện họp.',
  'recusal.means.ballot': 'Phiếu bạn đã nộp trong vòng đang mở được để riêng, không mở và không kiểm.',
  'recusal.means.time': 'Thời điểm khai được ghi vào sổ và biên bản.',
  'recusal.means.final': 'Sau khi đã mở vòng chấm thì không rút lại được.',
  'recusal.yes': 'Ký: tôi không tham gia',
  'recusal.closed': 'Bạn không tham gia đánh giá {name}.',
  'recusal.closed.words':
    'Tiêu chí, minh chứng và phần thảo luận của nền tảng này không hiện trên thiết bị của bạn. Các nền tảng khác không bị ảnh hưởng.',
  'recusal.record': 'Ghi cam kết cho người không có thiết bị',
  'recusal.record.words':
    'Ghi đúng lời thành viên nói hoặc bản giấy đã ký. Sổ ghi rõ là thư ký nhập thay, kèm thời điểm.',
  'recusal.record.whom': 'Cam kết của',
  'recusal.record.later': 'Xung đột mới phát sinh, nếu có:',
  'recusal.record.none': 'Thành viên này đã cam kết xong.',
  'recusal.record.yes': 'Ghi cam kết của {name}',

  // Points
  'points.figure': 'Điểm',
  'points.unit': 'điểm',
  'points.of': '{points} điểm',
  'points.hint': 'Gõ số 0-100 rồi Enter; ↑ ↓ đổi 1 điểm, PageUp, PageDown đổi 10. Mức đạt: {passMark}.',
  'points.wrong': 'Chỉ nhận số nguyên từ 0 đến 100.',
  'points.weight': 'trọng số {weight} %',
  'points.cast.counts':
    '{scored} tiêu chí đã cho điểm, {notApplicable} Không áp dụng; trung bình có trọng số các tiêu chí đã cho điểm: {mean} (mức đạt {passMark}).',

  // A further round
  'change.before': 'Vòng {round}, tôi đã chấm:',
  'change.before.none': 'Vòng {round}: tôi không chấm tiêu chí này.',
  'change.is': 'đã đổi so với vòng trước',
  'change.reason': 'Lý do đổi so với vòng trước',
  'change.reason.hint': 'Bắt buộc theo quy chế. Enter: lưu và sang tiêu chí kế tiếp.',
  'change.reason.missing': 'Đã đổi mức đánh giá so với vòng trước nhưng chưa ghi lý do.',
  'change.reason.missing.short': 'Đã đổi, chưa ghi lý do',
  'change.take': 'Giữ như vòng {round} cho {count} tiêu chí chưa chấm',
  'change.summary': 'So với vòng {round}: đổi {count} trên {all} tiêu chí.',

  // What a round is
  'secrecy.open': 'Chấm công khai: mức đánh giá của bạn hiện cho cả Hội đồng ngay khi nộp.',
  'secrecy.secret': 'Phiếu kín: trên phiếu không có tên; sau khi công bố không ai biết phiếu nào của ai.',
  'secrecy.cast.open':
    'Phiếu được niêm phong rồi mở ngay: cả Hội đồng thấy mức đánh giá của bạn từ lúc nộp. Nhấn Ctrl+Enter lần nữa để nộp.',
  'secrecy.cast.secret':
    'Phiếu được niêm phong trên máy này, không ghi tên, và chỉ mở khi công bố. Có thể mở lại để sửa cho tới khi khóa vòng chấm. Nhấn Ctrl+Enter lần nữa để nộp.',
  'secrecy.done.open':
    'Phiếu chấm công khai: cả Hội đồng đã thấy. Bạn có thể mở lại để sửa cho tới khi vòng chấm khóa.',
  'recusal.criterion': 'Bạn không đánh giá tiêu chí này vì đã khai có xung đột lợi ích.',
  'recusal.criterion.short': 'Không tham gia đánh giá',
  'issue.mine': 'Bạn vào sau khi vòng chấm mở nên chưa được phát phiếu.',
  'issue.mine.words': 'Đề nghị thư ký phát phiếu. Trong lúc chờ, bạn có thể đọc tiêu chí và minh chứng.',
  'issue.title': 'Chưa được phát phiếu vì vào sau: {names}.',
  'issue.to': 'Phát phiếu',
  'issue.to.of': 'Phát phiếu cho {name}',
  'void.lost': 'Vòng chấm đang mở nhưng không còn đủ điều kiện họp đối với {name}.',
  'void.lost.words':
    'Phiếu đã nộp vẫn niêm phong và vẫn nguyên. Khi đủ điều kiện trở lại thì khóa vòng được như thường.',
  'void.close': 'Chưa khóa vòng được: {why}',
  'void.begin': 'Hủy vòng chấm này',
  'void.ask': 'Hủy vòng {round} của {name}?',
  'void.ask.words':
    'Không phiếu nào của vòng này được mở, kể cả {count} phiếu đã nộp; vòng không tính vào số vòng đã chấm. Biên bản ghi vòng chấm không có giá trị và vì sao. Không thể làm ngược lại.',
  'void.yes': 'Hủy vòng, không mở phiếu nào',
  'void.no': 'Để nguyên',
  'void.was':
    'Vòng {round} mở lúc {time} không có giá trị vì không đủ điều kiện họp. Không phiếu nào của vòng ấy được mở.',

  // How a sheet came in
  'via.means.app': 'Ứng dụng trên máy của thành viên, khóa nằm trên máy đó.',
  'via.means.page': 'Trình duyệt của thành viên tự tạo khóa; máy ghi sổ không đọc được phiếu trước công bố.',
  'via.means.guest': 'Trình duyệt của thành viên; khóa do máy ghi sổ giữ hộ.',
  'via.means.shared': 'Máy chuyền tay nhiều người dùng; mỗi người một khóa riêng.',
  'via.means.paper': 'Người khác nhập từ phiếu giấy có chữ ký; cần người thứ hai xác nhận mới được kiểm.',
  'via.means.hands': 'Người khác ghi từ biểu quyết giơ tay.',
  'via.legend': 'Phiếu đến bằng cách nào',
} as const;
