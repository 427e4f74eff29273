// Every refusal in Vietnamese: what is wrong, where, what is safe, what to do; `{name}` stands for a parameter.

export const refusalsVi = {
  // Ballots and marks
  'mark-missing': 'Tiêu chí {criterion} chưa được chấm. Hãy chọn một mức; các tiêu chí khác vẫn giữ nguyên.',
  'mark-insufficient':
    'Tiêu chí {criterion} đang để "Chưa đủ căn cứ". Phiếu nộp phải là Đạt, Không đạt hoặc Không áp dụng.',
  'mark-unknown': 'Tiêu chí {criterion} mang mức đánh giá mà ứng dụng không biết. Hãy chấm lại tiêu chí này.',
  'reason-missing':
    'Tiêu chí {criterion} là "Không áp dụng" nhưng chưa ghi lý do. Hãy ghi lý do ngay dưới mức đánh giá.',
  'not-applicable-barred':
    'Bộ tiêu chí không cho phép "Không áp dụng" ở tiêu chí {criterion}. Hãy chọn Đạt hoặc Không đạt.',
  'criterion-unknown': 'Bộ tiêu chí của phiên này không có tiêu chí {criterion}.',
  'remark-too-long': 'Nhận xét hoặc lý do dài quá {limit} ký tự. Hãy rút gọn; phần đã gõ vẫn còn trên màn hình.',
  'ballot-malformed': 'Phiếu mở ra không đúng khuôn dạng ({why}) nên không hợp lệ. Các phiếu khác không bị ảnh hưởng.',
  'ballot-by-proxy': 'Phiếu của thành viên này đã được nộp bằng cách khác; không thể nộp thay.',
  'ballot-not-standing': 'Không có phiếu nào đang có hiệu lực để mở lại.',
  'ballot-standing':
    'Bạn đã có một phiếu có hiệu lực trong vòng này. Muốn sửa, hãy mở lại phiếu đó trước khi khóa vòng chấm.',
  'ballot-not-counted': 'Phiếu này không nằm trong danh sách được kiểm của vòng chấm.',
  'not-your-ballot': 'Phiếu này không phải của bạn. Không có gì bị thay đổi.',
  'commit-seen': 'Khóa niêm phong này đã được dùng một lần. Hãy nộp lại: ứng dụng sẽ tạo khóa mới.',
  'envelope-broken': 'Không mở được phiếu đã niêm phong: khóa không khớp hoặc nội dung đã bị thay đổi.',
  'key-mismatch': 'Khóa được gửi ra không khớp với phiếu. Phiếu vẫn niêm phong; hãy dùng đúng thiết bị đã nộp phiếu.',
  'share-mismatch': 'Phần khóa được gửi ra không khớp với phần đã giao giữ. Phiếu vẫn niêm phong.',
  'not-a-holder': 'Ghế này không giữ phần khóa nào của phiếu.',
  'holders-differ': 'Danh sách người giữ phần khóa không đúng như lúc mở vòng chấm.',
  'keys-missing':
    'Còn phiếu chưa mở được vì thiếu khóa. Hãy chờ thiết bị của thành viên kết nối lại, hoặc ghi nhận phiếu không mở được.',

  // Polls and rounds
  'poll-unknown': 'Không tìm thấy vòng chấm hoặc cuộc biểu quyết này trong sổ.',
  'poll-known': 'Vòng chấm này đã có trong sổ.',
  'poll-step': 'Không làm được ở bước này: vòng chấm đang ở bước "{step}".',
  'another-poll-open': 'Đang có một vòng chấm hoặc cuộc biểu quyết khác chưa khóa. Hãy khóa xong rồi mở vòng mới.',
  'round-closed': 'Vòng chấm đã khóa. Bản nháp vẫn còn trên máy này nhưng không được kiểm trong vòng này.',
  'round-already-opened': 'Vòng chấm này đã được mở trước đó.',
  'round-list-differs': 'Danh sách phiếu khi khóa vòng không khớp với sổ. Không có phiếu nào bị mất; hãy thử khóa lại.',
  'entitled-differ':
    'Danh sách người được phát phiếu không khớp với điểm danh. Hãy kiểm tra điểm danh rồi mở lại vòng chấm.',
  'secrecy-differs': 'Cách giữ kín của vòng chấm khác với quy chế của phiên.',
  'not-entitled':
    'Ghế này không được phát phiếu trong vòng này (vắng mặt, không biểu quyết hoặc không tham gia đánh giá).',
  'not-present': 'Ghế này chưa được điểm danh có mặt. Hãy báo thư ký điểm danh; bản nháp vẫn giữ trên máy này.',
  'threshold-open':
    'Tiêu chí {criterion} còn để ngỏ ngưỡng. Hãy đặt ngưỡng kèm nguồn, hoặc chọn đánh giá bằng nhận định của Hội đồng.',
  'declarations-missing': 'Còn {count} thành viên chưa cam kết về xung đột lợi ích. Hãy cam kết xong rồi mở vòng chấm.',
  'declaration-late':
    'Đã quá lúc cam kết đối với {platform}: vòng chấm đã mở. Hãy báo chủ trì nếu phát sinh xung đột lợi ích.',

  // Quorum and council
  'quorum-short': 'Cần thêm {more} thành viên có mặt: hiện có {present} trên {appointed}, cần ít nhất {needed}.',
  'chair-absent': 'Chưa có Chủ tịch Hội đồng (hoặc Phó Chủ tịch có giấy ủy quyền).',
  'chair-recused': 'Người chủ trì không tham gia đánh giá nền tảng này; cần người khác chủ trì.',
  'secretary-absent': 'Chưa có Ủy viên thư ký.',
  'seat-unknown': 'Không tìm thấy ghế này trong Hội đồng.',
  'seat-taken': 'Ghế này đã có người.',
  'seat-has-device':
    'Ghế này đã gắn với một thiết bị. Muốn đổi thiết bị, cần xác nhận của chính ghế đó hoặc của Chủ tịch.',
  'seat-does-not-vote': 'Ghế này không có quyền biểu quyết.',
  'role-taken': 'Vai trò {role} chỉ có một người và đã có người giữ.',
  'device-known': 'Thiết bị này đã được gắn với một ghế trong sổ.',
  'device-unknown': 'Sổ không biết thiết bị này. Hãy vào phòng lại bằng mã của ghế.',
  'key-unbound': 'Khóa của thiết bị này chưa được gắn với ghế nào. Hãy vào phòng bằng mã của ghế.',
  'own-act-only': 'Việc này chỉ chính thành viên được làm.',
  'for-not-allowed': 'Không thể làm thay việc này cho người khác.',
  'confirmed-by-same-seat': 'Người nhập không thể tự xác nhận. Cần một thành viên khác xác nhận.',
  'opinion-of-present-member': 'Thành viên đang có mặt thì chấm phiếu, không ghi ý kiến bằng văn bản.',

  // Session, platforms, conclusion
  'book-already-open': 'Sổ này đã được mở.',
  'book-not-open': 'Sổ này chưa được mở.',
  'criteria-missing': 'Phiên này chưa có bộ tiêu chí.',
  'platform-missing': 'Phiên này chưa có nền tảng nào để đánh giá.',
  'platform-unknown': 'Không tìm thấy nền tảng này trong phiên.',
  'platform-not-counted': 'Nền tảng này chưa kiểm phiếu xong nên chưa thể kết luận.',
  'conclusion-unknown': 'Không tìm thấy dự thảo kết luận này.',
  'meeting-already-open': 'Phiên họp đã khai mạc.',
  'meeting-not-open': 'Phiên họp chưa khai mạc. Hãy điểm danh và khai mạc trước.',
  'meeting-closed': 'Phiên họp đã bế mạc; sổ không nhận thêm việc này.',
  'meeting-not-closed': 'Phiên họp chưa bế mạc. Hãy bế mạc rồi chốt biên bản.',
  'stale-object': 'Nội dung đã thay đổi sau khi bạn xem. Không có gì được ghi; hãy xem lại bản mới rồi làm lại.',
  'needs-refused': 'Việc này dựa trên một việc đã bị từ chối trước đó.',
  'entry-unknown': 'Không tìm thấy mục này trong sổ.',

  // Minutes and signatures
  'minutes-not-written': 'Chưa có bản biên bản nào được đưa ra thông qua.',
  'minutes-cut': 'Biên bản đã chốt; muốn sửa phải lập biên bản bổ sung, đính chính.',
  'minutes-not-cut': 'Biên bản chưa được chốt.',
  'minutes-not-sealed': 'Chưa có tệp biên bản chính thức để ký.',
  'minutes-already-sealed': 'Biên bản đã chốt thành tệp chính thức và không thay thế được.',
  'signers-missing': 'Chưa xác định đủ người ký (thư ký và chủ tọa).',
  'signature-on-older-file': 'Chữ ký được đặt trên bản cũ của tệp. Tệp được giữ lại; hãy ký trên bản mới nhất.',

  // The chain of the book
  'bad-signature': 'Chữ ký của mục {seq} trong chuỗi ghi {feed} không đúng. Phần trước đó vẫn tin được.',
  'body-malformed': 'Nội dung của một mục không đúng khuôn dạng ({why}).',
  'body-mismatch': 'Nội dung của một mục không khớp với dấu băm của nó.',
  'body-too-long': 'Mục {seq} trong chuỗi ghi {feed} dài quá giới hạn.',
  'fact-unknown':
    'Sổ có loại mục "{kind}" mà bản ứng dụng này chưa biết. Sổ mở ở chế độ chỉ xem; hãy cập nhật ứng dụng.',
  'fact-misplaced': 'Mục "{kind}" đứng sai chỗ trong chuỗi ghi {feed}, số {seq}. Sổ mở ở chế độ chỉ xem.',
  'ruled-mismatch': 'Việc ghi nhận chuỗi {feed} tới số {seq} không khớp với chính chuỗi đó. Sổ mở ở chế độ chỉ xem.',
  'head-malformed': 'Đầu mục không đúng khuôn dạng ({why}).',
  'head-too-long': 'Đầu mục dài {length} ký tự, quá giới hạn {limit}.',
  'run-empty': 'Đoạn gửi của chuỗi {feed} không có mục nào.',
  'run-gap': 'Chuỗi {feed} bị đứt quãng ở mục {seq}. Phần đã có vẫn nguyên; máy sẽ xin lại phần thiếu.',
  'run-unsigned': 'Đoạn gửi của chuỗi {feed} từ mục {seq} thiếu chữ ký.',
  'wrong-book': 'Mục {seq} thuộc một sổ khác. Không có gì được nhận.',
  'wrong-feed': 'Mục {seq} thuộc một chuỗi ghi khác. Không có gì được nhận.',
  'wrong-seq': 'Số thứ tự của mục {seq} không đúng. Không có gì được nhận.',
  gap: 'Chuỗi ghi {feed} thiếu mục {expected} (nhận được {found}). Phần đã có vẫn nguyên.',
  fork: 'Chuỗi ghi {feed} có hai bản khác nhau ở mục {seq}. Cả hai được giữ làm bằng chứng và chuỗi dừng trước đó.',

  // Store, files
  'blob-mismatch': 'Tệp nhận được không đúng với dấu băm đã ghi. Tệp không được dùng; hãy gửi lại.',
  'blob-missing': 'Máy này chưa có tệp có dấu băm {sha256}.',
  'blob-too-large': 'Tệp lớn quá giới hạn {maxBytes} byte.',
  'range-outside': 'Đoạn tệp được xin nằm ngoài tệp ({size} byte).',
  'store-needs-node': 'Bản Node.js {found} quá cũ; cần {needed}. Dữ liệu chưa bị đụng tới.',
  'store-damaged': 'Tệp dữ liệu {file} bị hỏng. Ứng dụng không ghi gì thêm; hãy khôi phục từ bản sao.',
  'store-newer':
    'Dữ liệu thuộc bản ứng dụng mới hơn ({found}, máy này biết {known}). Dữ liệu vẫn nguyên; hãy cập nhật ứng dụng.',
  'store-failed': 'Không ghi được vào {file} ({detail}). Việc vừa rồi chưa được lưu; hãy thử lại.',
  'store-full': 'Ổ đĩa chứa {file} đã đầy. Việc vừa rồi chưa được lưu; hãy giải phóng chỗ trống rồi thử lại.',
  'store-in-use': 'Dữ liệu {file} đang được một cửa sổ khác sử dụng. Hãy đóng cửa sổ kia.',
  'store-unreachable': 'Không mở được {file} ({detail}). Hãy kiểm tra ổ đĩa và quyền truy cập.',
  'key-exists': 'Khóa này đã có trên máy và không bị ghi đè.',
  'attachment-damaged': 'Tệp đính kèm "{name}" trong PDF bị hỏng.',
  'attachment-too-large': 'Tệp đính kèm "{name}" lớn quá giới hạn {limit} byte.',
  'attachments-too-large': 'Tổng các tệp đính kèm là {bytes} byte, quá giới hạn {limit} byte.',

  // Making the page
  'glyph-missing': 'Phông chữ không có ký tự "{character}" nên biên bản chưa in được. Hãy thay ký tự đó.',
  'not-nfc': 'Chữ ở "{where}" dùng dấu tiếng Việt rời. Hãy gõ lại chỗ này.',
  'render-cancelled': 'Đã dừng dựng trang theo yêu cầu.',
  'render-timeout': 'Dựng trang quá {seconds} giây nên đã dừng. Nội dung biên bản vẫn nguyên; hãy thử lại.',
  'renderer-stopped': 'Bộ phận dựng trang đã dừng. Nội dung biên bản vẫn nguyên; hãy thử lại.',
  'stamp-image': 'Ảnh chữ ký hoặc con dấu không dùng được ({reason}). Hãy dùng ảnh PNG nền trong.',

  // The author's side and the link
  'message-too-long': 'Nội dung gửi đi dài quá giới hạn. Hãy rút gọn; những gì đã gõ vẫn còn trên màn hình.',
  'pkcs12-too-large': 'Tệp chứng thư lớn quá giới hạn {limit} byte. Hãy chọn đúng tệp .p12 hoặc .pfx.',

  // Known to the screen itself
  'link-lost': 'Chưa gửi được: không thấy máy ghi sổ. Việc của bạn vẫn giữ trên máy này và sẽ gửi khi có lại kết nối.',
  fault:
    'Có lỗi trong ứng dụng, số {number}. Việc vừa rồi chưa được ghi; những gì đã ghi vẫn nguyên. Hãy thử lại hoặc báo số này cho người hỗ trợ.',
  'upload-failed': 'Chưa nạp được tệp "{name}". Tệp trên máy của bạn không bị thay đổi; hãy thử lại.',
  'file-not-readable': 'Trình duyệt không đọc được tệp "{name}". Hãy chọn lại tệp.',
} as const;

export type RefusalCode = keyof typeof refusalsVi;
