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
} as const;
