// Refusals of the rule book in Vietnamese: sittings, who presides, elections, rounds, the two counts, raised hands.

export const refusalsCouncilVi = {
  // Sheets
  'mark-of-another-scale':
    'Tiêu chí {criterion} mang mức đánh giá không thuộc thang của phiên này. Hãy chấm lại tiêu chí này theo đúng thang.',
  'points-wrong': 'Điểm của tiêu chí {criterion} phải là số nguyên từ 0 đến 100. Các tiêu chí khác vẫn giữ nguyên.',
  'change-reason-missing':
    'Tiêu chí {criterion} đổi so với vòng trước nhưng chưa ghi lý do. Hãy ghi lý do, hoặc chọn lại như vòng trước.',
  'criterion-recused':
    'Ghế này không đánh giá tiêu chí {criterion} vì xung đột lợi ích. Hãy bỏ trống tiêu chí đó; các tiêu chí khác vẫn giữ nguyên.',

  // Paper
  'photo-not-a-picture':
    'Tệp này không phải ảnh chụp phiếu (cần JPEG, PNG, WebP hoặc PDF chưa dùng vào việc khác trong phiên). Chưa có gì được nhập; hãy chọn lại ảnh.',
  'photo-of-secret-ballot':
    'Phiếu kín không được kèm ảnh: ảnh cho thấy số phiếu và nét chữ. Chưa có gì được nhập; hãy bỏ ảnh rồi nhập lại.',
  'paper-not-issued': 'Chưa phát phiếu giấy có số cho thành viên này trong vòng này. Hãy phát phiếu trước khi nhập.',
  'paper-not-confirmed':
    'Còn phiếu giấy đã nhập mà chưa có người thứ hai đối chiếu. Phiếu chưa đối chiếu không được kiểm.',
  'paper-number-taken': 'Số phiếu giấy {number} đã dùng, hoặc thành viên này đã có phiếu giấy trong vòng này.',
  'photo-attached': 'Phiếu này đã có ảnh kèm theo. Ảnh cũ được giữ nguyên.',

  // Written opinions
  'opinion-marks-barred': 'Quy chế của phiên không nhận mức đánh giá kèm ý kiến bằng văn bản. Phần lời vẫn gửi được.',
  'already-revealed': 'Nền tảng này đã công bố phiếu, nên không nhận thêm mức đánh giá kèm ý kiến bằng văn bản.',

  // Conflict of interest
  'recused-here': 'Thành viên này không tham gia đánh giá nền tảng này vì xung đột lợi ích.',
  'blob-of-closed-platform':
    'Tệp này thuộc nền tảng mà bạn không tham gia đánh giá vì xung đột lợi ích nên không mở được. Các nền tảng khác vẫn mở như thường.',
  'recusal-by-criterion-barred':
    'Quy chế của phiên chỉ cho rút khỏi cả nền tảng, không rút khỏi từng tiêu chí. Chưa ghi gì.',
  'recusal-too-late': 'Kết luận về {platform} đã được đưa ra nên không thể rút khỏi đánh giá nữa. Hãy báo chủ trì.',

  // Rounds and votes
  'round-differs': 'Vòng tiếp theo của nền tảng này là vòng {round}. Hãy tải lại trang rồi mở vòng.',
  'rounds-exhausted': 'Quy chế cho nhiều nhất {most} vòng chấm, và nền tảng này đã chấm đủ.',
  'conclusion-standing': 'Kết luận về {platform} đã được đưa ra nên không mở thêm vòng chấm.',
  'already-issued': 'Thành viên này đã được phát phiếu trong vòng này.',
  'poll-voided': 'Vòng chấm hoặc cuộc biểu quyết này đã bị hủy vì không đủ điều kiện họp. Hãy mở lại khi đã đủ.',
  'quorum-holds': 'Hiện vẫn đủ điều kiện họp, nên không hủy được. Hãy khóa như thường lệ.',
  'reviewers-absent': 'Cần thêm {more} Ủy viên phản biện có mặt.',
  'vote-by-devices': 'Việc này làm trên thiết bị của từng thành viên, không bằng giơ tay.',
  'vote-by-hands': 'Cuộc biểu quyết này bằng giơ tay. Thư ký đếm tay trong phòng và ghi kết quả.',
  'vote-differs': 'Cách biểu quyết khác với quy chế của phiên. Chưa mở gì; hãy tải lại trang rồi mở lại.',
  'vote-is-secret': 'Cuộc biểu quyết này kín. Hãy bỏ phiếu niêm phong ở màn hình biểu quyết.',
  'hands-differ':
    'Đếm được {raised} người nhưng đang có mặt {present} người được biểu quyết. Chưa ghi gì; hãy đếm lại, kể cả người không biểu quyết.',
  'hands-not-counted': 'Chưa ghi kết quả đếm tay. Hãy ghi số tán thành, không tán thành và không biểu quyết.',

  // The counting committee
  'committee-barred': 'Quy chế của phiên không có Ban kiểm phiếu.',
  'committee-elected': 'Ban kiểm phiếu đã được bầu.',
  'committee-malformed': 'Ban kiểm phiếu gồm ba người khác nhau, và trưởng ban là một trong ba người đó.',
  'committee-missing': 'Chưa bầu Ban kiểm phiếu. Quy chế đòi bầu trước vòng chấm đầu tiên.',
  'not-of-the-committee': 'Chỉ thành viên Ban kiểm phiếu được báo số kiểm.',
  'count-already-agreed': 'Biên bản kiểm phiếu của vòng này đã lập; số kiểm không đổi được nữa.',
  'count-lines-differ': 'Số kiểm không theo đúng các tiêu chí của bộ (ở {criterion}). Chưa ghi gì; hãy nhập lại.',
  'count-not-agreed':
    'Ban kiểm phiếu chưa thống nhất số kiểm của vòng này. Kết quả chỉ được công bố khi biên bản kiểm phiếu đã lập.',
  'count-reports-missing': 'Cần hai thành viên Ban kiểm phiếu báo số kiểm, mỗi người tự đếm. Hiện chưa đủ.',
  'counts-differ':
    'Hai số kiểm còn khác nhau ở {count} con số, nên chưa lập được biên bản kiểm phiếu. Phiếu vẫn nguyên; hai người hãy đếm lại chỗ khác nhau.',
  'count-differs-from-ballots':
    'Hai số kiểm giống nhau nhưng khác với phiếu đã mở ở {count} con số. Phiếu vẫn nguyên; Ban kiểm phiếu hãy đếm lại.',

  // Sittings and who presides
  'meeting-adjourned': 'Phiên họp đang tạm dừng. Hãy mở phiên họp tiếp rồi điểm danh lại.',
  'minutes-while-adjourned':
    'Phiên họp đang tạm dừng nên chưa lập được biên bản. Hãy họp tiếp và kết thúc phiên trước.',
  'minutes-while-voting':
    'Đang có vòng chấm hoặc cuộc biểu quyết chưa xong nên chưa lập được biên bản. Hãy khóa và kiểm xong trước.',
  'meeting-not-adjourned': 'Phiên họp không tạm dừng nên không cần mở lại.',
  'day-malformed': '"{text}" không phải một ngày. Hãy ghi ngày họp tiếp, hoặc để trống nếu chưa định.',
  'may-not-preside': 'Chỉ Chủ tịch, hoặc Phó Chủ tịch có giấy ủy quyền đang còn hiệu lực, được chủ trì.',
  'authorisation-barred': 'Quy chế của phiên không cho ủy quyền chủ trì.',
  'not-a-vice-chair': 'Chỉ Phó Chủ tịch được nhận ủy quyền chủ trì.',
  'already-authorised': 'Phó Chủ tịch này đã có giấy ủy quyền đang còn hiệu lực.',
  'not-authorised': 'Phó Chủ tịch này không có giấy ủy quyền đang còn hiệu lực.',
  'letter-missing': 'Chưa ghi giấy ủy quyền: số, ngày và nội dung ủy quyền.',

  // A member replaced
  'declaration-twice':
    'Nền tảng {platform} có hai lời cam kết trong cùng một lần gửi. Hãy gửi lại, mỗi nền tảng một lời.',
  'presiding-hand-differs':
    'Quyết định của người chủ trì không khớp: chỉ ghi khi người chủ trì có quyền biểu quyết ở đây và đã giơ tay như vậy. Hãy đếm lại.',
  'ballot-seen': 'Phiếu chấm công khai đã được mọi người xem nên không bị loại ra nữa. Hãy kiểm các phiếu.',
  'device-in-use':
    'Ghế này đã nộp phiếu ở vòng đang diễn ra; khóa mở phiếu nằm trên thiết bị này. Hãy kiểm phiếu xong rồi mới gỡ thiết bị.',
  'seat-replaced': 'Thành viên này đã được thay và không còn trong Hội đồng. Những gì đã ghi trước đó vẫn nguyên.',
  'replaced-in-sitting': 'Chỉ thay thành viên khi phiên họp chưa khai mạc hoặc đang tạm dừng.',
  'recorder-stays': 'Không thay được người đang giữ máy ghi sổ. Hãy chuyển việc ghi sổ cho máy khác trước.',
  'ground-missing': 'Chưa ghi căn cứ thay thành viên (số, ngày quyết định).',
  'name-missing': 'Chưa ghi họ tên thành viên mới.',

  // Setting a session up
  'form-hired-unit-one':
    'Đơn vị được thuê có đúng một người ký báo cáo (vai trò Chủ tịch), có thể thêm một thư ký hành chính không biểu quyết. Hiện có {count} người biểu quyết.',
} as const;
