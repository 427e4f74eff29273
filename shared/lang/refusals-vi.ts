// Every refusal in Vietnamese: what is wrong, where, what is safe, what to do; `{name}` stands for a parameter.
import { refusalsCopiesVi } from './refusals-copies-vi.ts';
import { refusalsCouncilVi } from './refusals-council-vi.ts';
import { refusalsEvidenceVi } from './refusals-evidence-vi.ts';
import { refusalsExchangeVi } from './refusals-exchange-vi.ts';
import { refusalsLibraryVi } from './refusals-library-vi.ts';
import { refusalsPassingVi } from './refusals-passing-vi.ts';

export const refusalsVi = {
  ...refusalsCouncilVi,
  ...refusalsCopiesVi,
  ...refusalsExchangeVi,
  ...refusalsLibraryVi,
  ...refusalsPassingVi,
  ...refusalsEvidenceVi,
  // Ballots and marks
  'mark-missing': 'Tiêu chí {criterion} chưa được chấm. Hãy chọn một mức; các tiêu chí khác vẫn giữ nguyên.',
  'mark-insufficient':
    'Tiêu chí {criterion} đang để "Chưa đủ căn cứ". Phiếu nộp phải là Đạt, Không đạt hoặc Không áp dụng.',
  'mark-unknown': 'Tiêu chí {criterion} mang mức đánh giá mà ứng dụng không biết. Hãy chấm lại tiêu chí này.',
  'condition-unmet':
    'Tiêu chí {criterion} chỉ chấm khi điều kiện của nó thỏa trên phiếu này; hiện chưa thỏa, nên chỉ có thể để "Không áp dụng".',
  'points-between-levels': 'Tiêu chí {criterion} chỉ nhận điểm của một trong các mức đã nêu. Hãy chọn một mức.',
  'cite-stale':
    'Tiêu chí {criterion} dẫn minh chứng đã có bản mới hơn. Hãy xem bản mới rồi xác nhận hoặc bỏ dẫn chứng; mức đánh giá vẫn giữ nguyên.',
  'before-not-counted':
    'Trong phiên đó nền tảng này chưa có kết quả được công bố, nên chưa thể dẫn làm lần đánh giá trước. Phiên này không thay đổi.',
  'before-itself': 'Một phiên không thể là lần đánh giá trước của chính nó.',
  'evidence-unknown': 'Tệp này không phải minh chứng của nền tảng đang xem. Chưa có gì được ghi.',
  'evidence-out-of-order':
    'Minh chứng {number} không ghi được: số thứ tự hoặc số bản không nối tiếp những gì đã có trong sổ. Chưa có gì được ghi; hãy thử lại.',
  'reason-missing':
    'Tiêu chí {criterion} là "Không áp dụng" nhưng chưa ghi lý do. Hãy ghi lý do ngay dưới mức đánh giá.',
  'not-applicable-barred':
    'Bộ tiêu chí không cho phép "Không áp dụng" ở tiêu chí {criterion}. Hãy chọn Đạt hoặc Không đạt.',
  'criterion-unknown': 'Bộ tiêu chí của phiên này không có tiêu chí {criterion}.',
  'sheet-too-long':
    'Nhận xét và trích dẫn của cả phiếu dài quá mức một phiếu niêm phong chứa được. Hãy rút gọn; phần đã gõ vẫn còn trên màn hình.',
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
  'data-key-elsewhere':
    'Dữ liệu ở thư mục này được mã hóa bằng khóa của ứng dụng máy bàn dưới một tài khoản khác, trên máy khác hoặc khóa ấy không còn. Chưa có gì bị đụng tới: hãy mở bằng ứng dụng máy bàn, đúng máy và đúng tài khoản đã tạo, hoặc chọn thư mục dữ liệu khác.',
  'data-not-covered':
    'Bản nháp và nội dung sổ nằm trên đĩa của máy này ở dạng rõ, ai có bản sao thư mục thì đọc được: {keystore}.',
  'sandbox-off': 'Ứng dụng đang chạy không có lớp cách ly (--no-sandbox). Chỉ mở tệp từ nguồn tin cậy.',
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
  'print-failed':
    'Chưa in được: không vẽ được các trang của tệp. Tệp vẫn nguyên; hãy lưu tệp rồi in bằng chương trình đọc PDF.',
  'render-cancelled': 'Đã dừng dựng trang theo yêu cầu.',
  'render-timeout': 'Dựng trang quá {seconds} giây nên đã dừng. Nội dung biên bản vẫn nguyên; hãy thử lại.',
  'renderer-stopped': 'Bộ phận dựng trang đã dừng. Nội dung biên bản vẫn nguyên; hãy thử lại.',
  'stamp-image': 'Ảnh chữ ký hoặc con dấu không dùng được ({reason}). Hãy dùng ảnh PNG nền trong.',

  // Setting a session up
  'form-subject-missing': 'Chưa ghi tên cuộc họp.',
  'form-council-missing': 'Chưa ghi tên Hội đồng.',
  'form-place-missing': 'Chưa ghi địa điểm họp.',
  'form-name-missing': 'Thành viên thứ {number} chưa có họ tên.',
  'form-few-voters': 'Hội đồng cần ít nhất ba người biểu quyết.',
  'form-one-chair': 'Phải có đúng một Chủ tịch Hội đồng; hiện có {count}.',
  'form-one-secretary': 'Phải có đúng một thư ký; hiện có {count}.',
  'form-voting-secretary': 'Quy chế này cần Ủy viên thư ký (có biểu quyết) làm máy ghi sổ.',
  'form-platform-name-missing': 'Nền tảng thứ {number} chưa có tên.',
  'criteria-unknown': 'Thư viện không có bộ tiêu chí này. Hãy chọn lại.',
  'criteria-unsound': 'Bộ tiêu chí này có lỗi nên không dùng được.',
  'criteria-file-broken': 'Tệp bộ tiêu chí có {count} lỗi nên bị bỏ qua. Dùng lệnh criteria check để xem từng lỗi.',
  'threshold-not-decimal': 'Ngưỡng "{text}" của tiêu chí {criterion} không phải số. Viết như 99,5.',
  'threshold-source-missing': 'Ngưỡng của tiêu chí {criterion} chưa ghi nguồn.',
  'value-not-decimal': 'Giá trị "{text}" của tiêu chí {criterion} không phải số. Viết như 99,5.',
  'opinion-text-missing': 'Ý kiến bằng văn bản chưa có nội dung.',
  'rehearsal-only': 'Việc này chỉ có trong phiên diễn tập.',

  // Joining and the link
  'code-wrong': 'Mã không đúng hoặc đã được dùng. Còn {left} lần thử; hãy xin thư ký mã mới.',
  'codes-locked': 'Đã thử sai nhiều lần nên tạm khóa {seconds} giây. Không có gì bị mất.',
  'start-failed':
    'Ứng dụng không khởi động được. Sổ và khóa trên máy này không bị đụng đến; hãy mở lại, hoặc dùng "npm run start:browser".',
  'wrong-projector-token': 'Địa chỉ màn chiếu này đã cũ. Hãy mở lại màn chiếu từ bàn thư ký.',
  'wrong-desk-token': 'Mã vào bàn thư ký không đúng hoặc đã cũ. Hãy mở lại từ ứng dụng trên máy ghi sổ.',
  'link-taken': 'Kết nối này đã thuộc về một ghế khác. Hãy tải lại trang.',
  'device-proof-wrong': 'Thiết bị không chứng minh được khóa của mình. Hãy xin mã mới rồi vào lại.',
  'seat-held-here': 'Trình duyệt này đã giữ ghế đó. Hãy chọn ghế ở trang Bàn làm việc.',
  'seat-not-held': 'Trình duyệt này không giữ ghế đó. Hãy vào phòng bằng mã của ghế.',
  'seat-not-known-here': 'Máy ghi sổ không biết thiết bị của ghế này. Hãy xin mã mới rồi vào lại.',
  'via-not-allowed': 'Ghế này không được vào bằng cách đó ({via}).',
  'handed-over': 'Ghế này đã được bàn giao; ở đây không ghi thêm được. Phiếu đã nộp vẫn an toàn.',
  'draft-uncast': 'Còn bản nháp chưa nộp. Hãy nộp hoặc đồng ý bỏ bản nháp trước khi bàn giao máy.',
  'draft-not-read': 'Bản nháp đang được đọc từ đĩa. Hãy thử lại sau giây lát; chưa có gì bị thay đổi.',
  'nothing-to-undo': 'Không còn gì để hoàn tác.',
  'open-elsewhere': 'Ghế này đang được dùng ở một thẻ khác của trình duyệt. Hãy dùng thẻ kia, hoặc chọn "Dùng ở đây".',
  'context-insecure':
    'Kết nối này không an toàn (http), nên trình duyệt không cho trang tạo khóa riêng. Hãy dùng địa chỉ https do thư ký đưa.',
  'browser-too-old': 'Trình duyệt này quá cũ để tạo khóa của ghế. Hãy dùng Chrome, Edge hoặc Firefox bản mới.',
  'store-unavailable': 'Trình duyệt không cho trang lưu dữ liệu (cửa sổ riêng tư?). Hãy mở ở cửa sổ thường.',
  'answer-malformed': 'Máy ghi sổ trả lời không đúng khuôn dạng. Không có gì được ghi; hãy tải lại trang.',
  'bad-input': 'Nội dung gửi đi không đúng khuôn dạng ở "{where}". Không có gì được ghi; những gì đã gõ vẫn còn.',
  'not-allowed': 'Ghế này không được phép làm việc này.',
  'unknown-method': 'Máy ghi sổ không biết việc này ({name}); có thể hai bên khác phiên bản.',
  'unknown-view': 'Máy ghi sổ không biết màn hình này ({name}); có thể hai bên khác phiên bản.',
  'too-many-calls': 'Đang có quá nhiều việc chờ (tối đa {most}). Hãy đợi rồi thử lại.',
  'too-many-feeds': 'Ghế này đã có quá nhiều chuỗi ghi (tối đa {most}). Hãy báo thư ký.',
  'port-in-use': 'Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác.',
  'port-not-allowed': 'Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên.',
  'address-missing': 'Máy này không có địa chỉ mạng {address}.',
  'renderer-missing': 'Chưa có giao diện đã dựng. Hãy chạy npm run build rồi mở lại.',
  'folder-missing': 'Không tìm thấy thư mục {folder}.',
  'file-missing': 'Không tìm thấy tệp {file}.',
  'file-not-written':
    'Không ghi được tệp {file}: đã có tệp cùng tên, hoặc không có quyền ghi ở đó. Không có gì bị ghi đè.',

  // Books
  'book-unknown': 'Máy này không có sổ đó.',
  'book-damaged': 'Sổ này không đọc được toàn vẹn nên chỉ mở để xem. Hãy khôi phục từ bản sao.',
  'blob-not-of-book': 'Tệp này không thuộc phiên này.',
  'recording-here': 'Máy này đang ghi sổ. Muốn máy khác ghi tiếp, hãy chuyển việc ghi sổ.',
  'proposal-unknown': 'Đề nghị này không còn: đã có đề nghị mới hơn hoặc việc ghi sổ đã chuyển. Sổ không thay đổi.',
  'agreement-stands': 'Sự đồng ý đã ký không rút lại được. Một đề nghị ở lượt sau sẽ thay thế nó.',
  'not-recording': 'Sổ này do máy khác ghi, nên việc này làm ở máy đó. Không có gì thay đổi.',
  'own-feed-elsewhere':
    'Sổ của chính máy này được ghi tiếp ở một bản sao khác của thư mục dữ liệu. Không có gì bị mất; máy này sẽ ghi tiếp bằng một mạch mới.',
  'recording-against-rules':
    'Máy ghi sổ đã ghi một việc mà quy tắc của phiên không cho phép ({kind}: {rule}). Máy này không đưa khóa của phiếu nào; phiếu vẫn niêm phong.',
  'already-counted': 'Vòng chấm này đã kiểm phiếu.',
  'ballot-openable': 'Phiếu này vẫn mở được, nên không thể ghi nhận là không mở được.',
  'ballot-superseded': 'Phiếu này đã được mở lại và thay bằng phiếu khác.',
  'share-broken': 'Phần khóa giữ ở đây không mở được. Phiếu vẫn niêm phong.',
  'share-released-already': 'Phần khóa này đã được gửi.',
  'key-missing': 'Máy này không giữ khóa của phiếu đó.',
  'round-open': 'Vòng chấm chưa khóa. Hãy khóa vòng chấm trước.',
  'not-revealed': 'Vòng chấm chưa được công bố.',
  'reopen-reason-missing': 'Hãy ghi lý do mở lại phiếu.',
  'remark-text-missing': 'Chưa có lời phát biểu nào để ghi.',
  'reservation-text-missing': 'Ý kiến bảo lưu chưa có nội dung.',
  'conclusion-missing': 'Chưa có kết luận được biểu quyết cho {platform}.',
  'conclusion-text-missing': 'Kết luận chưa có nội dung.',
  'conclusion-voted': 'Kết luận đã được biểu quyết nên không sửa được.',
  'minutes-stale': 'Số liệu đã thay đổi sau bản biên bản đưa ra. Hãy đưa lại bản mới ra thông qua.',
  'secretary-signs-first': 'Thư ký ký trước, chủ tọa ký sau.',
  'roots-unreadable': 'Không đọc được chứng thư gốc nào trong {count} khối PEM đã dán. Hãy kiểm tra lại tệp PEM.',
  'consent-missing': 'Thiếu chữ ký đồng ý của ghế cho thiết bị mới.',
  'consent-of-another': 'Chữ ký đồng ý không phải của ghế này hoặc của Chủ tịch.',
  'body-withheld': 'Nội dung mục {seq} ({kind}) không có ở đây nên không tính lại được.',
  'body-not-personal': 'Mục {seq} không phải dữ liệu cá nhân nên không xóa được.',
  'feed-ended': 'Chuỗi ghi {feed} đã kết thúc trước mục {seq}.',
  'feed-renewed': 'Chuỗi ghi được nối bằng chuỗi mới; {lost} mục cũ chưa tới máy ghi sổ.',
  'heads-differ': 'Đầu chuỗi ghi nêu ra không khớp với sổ.',
  'holder-bound-twice': 'Người giữ phần khóa {seat} được gắn hai thiết bị cùng lúc. Khóa không rời khỏi máy này.',
  'holder-unproved': 'Không chứng minh được thiết bị của người giữ phần khóa {seat}. Khóa không rời khỏi máy này.',
  'poll-opened-twice': 'Vòng chấm được mở hai lần trong sổ (mục {seq}). Khóa không rời khỏi máy này.',
  'recorder-differs': 'Máy ghi sổ đã đổi mà không được chuyển giao.',
  'recording-behind':
    'Máy ghi sổ đưa ra bản ngắn hơn bản đã kiểm ở đây. Khóa không rời khỏi máy này; hãy báo Chủ tịch.',
  'recording-forked':
    'Máy ghi sổ đưa ra hai bản khác nhau từ mục {seq}. Khóa không rời khỏi máy này; hãy báo Chủ tịch.',
  'recording-unreadable': 'Mục {seq} của máy ghi sổ không đọc được. Khóa không rời khỏi máy này.',
  'ruled-backwards': 'Máy ghi sổ ghi nhận lùi chuỗi {feed} (mục {seq}).',
  'rulings-out-of-order': 'Việc của máy ghi sổ không theo thứ tự.',
  'run-malformed': 'Đoạn gửi không đúng khuôn dạng ({why}).',
  'extract-malformed': 'Bản trích chứng minh trong tệp không đúng khuôn dạng ({why}).',
  'extract-too-large': 'Bản trích chứng minh lớn quá giới hạn {limit} byte.',
  'extract-without-recording': 'Bản trích chứng minh thiếu chuỗi của máy ghi sổ.',
  'set-invalid': 'Bộ tiêu chí không hợp lệ ({why}).',
  'store-closed': 'Kho dữ liệu đã đóng. Hãy mở lại ứng dụng.',
  'store-fault': 'Kho dữ liệu gặp lỗi. Việc vừa rồi chưa được ghi; hãy thử lại.',
  'store-unreadable': 'Kho dữ liệu không đọc được. Hãy khôi phục từ bản sao.',

  // Certificates, signatures and files
  'not-a-pdf': 'Đây không phải là tệp PDF.',
  'pdf-damaged': 'Tệp PDF bị hỏng, không đọc được; hãy dùng lại bản gốc.',
  'pdf-encrypted': 'Tệp PDF được đặt mật khẩu nên không kiểm tra được chữ ký.',
  'pdf-too-large': 'Tệp PDF dài {bytes} byte, vượt quá giới hạn {limit} byte.',
  'pdf-too-complex': 'Tệp PDF có cấu trúc quá phức tạp ({what}) nên không được mở, để máy không bị treo.',
  'structure-not-own-form':
    'Cấu trúc tệp không đúng như khi phần mềm này ghi: tệp đã bị sửa, thêm bớt hoặc ghi lại bằng chương trình khác.',
  'no-signature': 'Tệp không có chữ ký số nào.',
  'too-many-signatures': 'Tệp có {count} chữ ký, nhiều hơn giới hạn {limit}.',
  'last-signature-not-whole': 'Sau chữ ký cuối cùng, tệp còn được ghi thêm nội dung không ai ký.',
  'increment-not-a-signing': 'Sau chữ ký đầu tiên, tệp được ghi thêm nội dung khác ngoài việc ký vào ô đã dành sẵn.',
  'certification-broken': 'Chữ ký chứng thực văn bản của thư ký bị gỡ bỏ, thay thế hoặc không phải là chữ ký đầu tiên.',
  'certification-breached': 'Chữ ký tại ô {field} không cho phép thay đổi nào, nhưng sau đó vẫn có người ký thêm.',
  'signed-after-lock': 'Chữ ký tại ô {field} đã khóa văn bản, nhưng sau đó vẫn có người ký thêm.',
  'lock-not-stated': 'Chữ ký tại ô {field} không ghi lệnh khóa mà ô này yêu cầu.',
  'signature-damaged': 'Chữ ký tại ô {field} bị hỏng, không đọc được.',
  'signature-kind-not-supported': 'Không kiểm tra được loại chữ ký này ({kind}).',
  'byte-range-malformed': 'Phạm vi ký ghi trong chữ ký không hợp lệ.',
  'byte-range-gap': 'Trong phạm vi ký có khoảng trống chứa dữ liệu không được ký.',
  'byte-range-not-at-revision-end': 'Phạm vi ký không dừng đúng ở cuối một phiên bản của tệp.',
  'cms-damaged': 'Dữ liệu chữ ký bị hỏng.',
  'cms-not-own-form': 'Dữ liệu chữ ký không đúng như khi phần mềm này ghi: đã bị sửa hoặc do chương trình khác tạo.',
  'contents-padding': 'Phần đệm sau dữ liệu chữ ký đã bị sửa.',
  'document-altered': 'Nội dung đã bị thay đổi sau khi ký: không dùng tệp này.',
  'signature-value-wrong': 'Giá trị chữ ký không khớp với chứng thư của {name}.',
  'signing-certificate-mismatch': 'Chứng thư kèm theo không phải là chứng thư mà người ký đã nêu khi ký.',
  'signer-certificate-missing': 'Chữ ký không kèm chứng thư của người ký.',
  'certificate-not-in-path': 'Chữ ký kèm một chứng thư không thuộc đường dẫn của người ký.',
  'certificate-damaged': 'Chứng thư bị hỏng, không đọc được.',
  'digest-not-accepted': 'Hàm băm {algorithm} không được chấp nhận; cần SHA-256 trở lên.',
  'algorithm-not-accepted': 'Thuật toán ký trong chữ ký của {name} không được chấp nhận.',
  'claimed-time-missing': 'Chữ ký không ghi thời điểm ký.',
  'root-not-trusted': 'Chứng thư của {name} do {issuer} cấp không dẫn tới tổ chức gốc nào được tin cậy trên máy này.',
  'certificate-not-valid-then':
    'Vào thời điểm ký, chứng thư của {name} không còn hoặc chưa có hiệu lực (từ {from} đến {to}).',
  'issuer-not-valid-then': 'Vào thời điểm ký, chứng thư của tổ chức cấp {name} không có hiệu lực (từ {from} đến {to}).',
  'certificate-not-valid-now':
    'Chứng thư của {name} hiện không có hiệu lực; chỉ dấu thời gian mới chứng minh được thời điểm ký.',
  'claimed-time-in-future': 'Thời điểm ký ghi trong chữ ký muộn hơn giờ của máy này.',
  'certificate-extension-not-understood':
    'Chứng thư {name} có điều kiện bắt buộc mà phần mềm không xử lý được ({extension}).',
  'certificate-weakly-signed': 'Chứng thư {name} được ký bằng thuật toán yếu.',
  'certificate-not-for-signing': 'Chứng thư của {name} không được cấp để ký.',
  'path-too-long': 'Tổ chức {name} không được phép cấp nhiều tầng chứng thư như vậy.',
  'rsa-key-too-short': 'Khóa RSA của {name} ngắn hơn 2048 bit nên không được chấp nhận.',
  'key-not-supported':
    'Loại khóa của {name} không dùng được với thuật toán {algorithm}; cần RSA từ 2048 bit hoặc ECDSA P-256.',
  'field-signed': 'Ô {field} được ký sau đó.',
  'signature-field-added': 'Một ô chữ ký mới ({field}) được thêm và ký sau đó.',
  'validation-data-added': 'Dữ liệu kiểm tra chữ ký được bổ sung sau đó.',
  'page-changed': 'Trang {page} bị thay đổi sau khi ký.',
  'page-count-changed': 'Số trang thay đổi sau khi ký: từ {before} thành {after}.',
  'attachment-changed': 'Tệp đính kèm {name} bị thay đổi hoặc gỡ bỏ sau khi ký.',
  'attachment-added': 'Tệp đính kèm {name} được thêm sau khi ký.',
  'field-changed': 'Ô {field} bị thay đổi sau khi ký.',
  'field-added': 'Ô {field} được thêm sau khi ký.',
  'field-removed': 'Ô {field} bị gỡ bỏ sau khi ký.',
  'signed-field-changed': 'Ô đã ký {field} bị sửa hoặc bị gỡ chữ ký.',
  'form-changed': 'Biểu mẫu của tệp bị thay đổi sau khi ký.',
  'certification-changed': 'Quyền hạn chứng thực của tệp bị thay đổi sau khi ký.',
  'catalog-changed': 'Phần {key} của tệp bị thay đổi sau khi ký.',
  'information-changed': 'Thông tin tệp (tiêu đề, tác giả, ngày) bị thay đổi sau khi ký.',
  'signature-field-missing': 'Tệp không có ô chữ ký {field}; chưa ký gì.',
  'signature-field-taken': 'Ô {field} đã có người ký; chữ ký đó được giữ nguyên.',
  'certify-not-first': 'Chữ ký chứng thực tại ô {field} phải là chữ ký đầu tiên, nhưng tệp đã có chữ ký.',
  'signing-closed': 'Chữ ký tại ô {by} đã khóa văn bản; không thể ký thêm vào ô {field}.',
  'not-an-extension': 'Tệp mang về không phải là bản ký tiếp của tệp đã gửi đi; tệp đang lưu được giữ nguyên.',
  'attachment-missing': 'Tệp không đính kèm {name}.',
  'pkcs12-wrong-password': 'Mật khẩu của tệp chứng thư không đúng.',
  'pkcs12-damaged': 'Đây không phải là tệp chứng thư PKCS#12 (.p12, .pfx), hoặc tệp bị hỏng.',
  'pkcs12-too-many-rounds':
    'Tệp chứng thư đòi {rounds} vòng tính, vượt quá giới hạn {limit}; không mở để máy không bị treo.',
  'pkcs12-not-supported': 'Tệp chứng thư dùng cách bảo vệ chưa được hỗ trợ ({what}).',
  'pkcs12-no-key': 'Tệp chứng thư không chứa khóa bí mật.',
  'pkcs12-no-certificate': 'Tệp không chứa chứng thư ứng với khóa bí mật.',

  // The author's side and the link
  'message-too-long': 'Nội dung gửi đi dài quá giới hạn. Hãy rút gọn; những gì đã gõ vẫn còn trên màn hình.',
  'pkcs12-too-large': 'Tệp chứng thư lớn quá giới hạn {limit} byte. Hãy chọn đúng tệp .p12 hoặc .pfx.',

  // Preparing a session
  'book-replaced':
    'Thư ký đã sửa phiên này trước khi khai mạc và lập lại thành sổ mới; sổ cũ chưa khai mạc, được giữ trên máy ghi sổ và không dùng nữa. Hãy xin thư ký mã mới rồi vào phòng lại.',
  'edit-needs-new-book':
    'Sửa như vậy thì phải lập sổ mới, vì có ghế vừa vào phòng hoặc sổ đã đổi sau khi bạn mở trang này. Chưa ghi gì; hãy xem lại mục Kiểm tra lại rồi lưu.',
  'rehearsal-no-source': 'Hội đồng diễn tập là người bịa, không dùng làm nguồn cho phiên khác được.',
  'draft-unknown': 'Bản đang soạn này không còn trên máy: đã được bỏ hoặc đã lập thành phiên.',
  'draft-unreadable':
    'Không đọc được bản đang soạn này: bản do phiên bản khác của ứng dụng ghi. Tệp trên đĩa vẫn nguyên.',
  'drafts-too-many': 'Đã có {most} bản đang soạn. Hãy bỏ bớt ở Bàn làm việc; những gì vừa nhập vẫn còn trên màn hình.',

  // Known to the screen itself
  'link-lost': 'Chưa gửi được: không thấy máy ghi sổ. Việc của bạn vẫn giữ trên máy này và sẽ gửi khi có lại kết nối.',
  fault:
    'Có lỗi trong ứng dụng, số {number}. Việc vừa rồi chưa được ghi; những gì đã ghi vẫn nguyên. Hãy thử lại hoặc báo số này cho người hỗ trợ.',
  'upload-failed': 'Chưa nạp được tệp "{name}". Tệp trên máy của bạn không bị thay đổi; hãy thử lại.',
  'file-not-readable': 'Trình duyệt không đọc được tệp "{name}". Hãy chọn lại tệp.',
  // What evidence says
  'reading-kind':
    'Tệp này không có chữ để đọc (ảnh, âm thanh, phim hoặc loại tệp mà ứng dụng không đọc). Tệp trong sổ vẫn nguyên.',
  'reading-locked': 'Tệp được đặt mật khẩu nên không đọc được chữ trong đó. Tệp trong sổ vẫn nguyên.',
  'reading-broken': 'Tệp hỏng hoặc viết sai khuôn dạng nên không đọc được chữ trong đó. Tệp trong sổ vẫn nguyên.',
  'reading-too-large': 'Tệp lớn hơn mức đọc được an toàn trên máy này. Tệp trong sổ vẫn nguyên và có thể lưu về máy.',
  'reading-no-text': 'Tệp không có lớp chữ (thường là bản quét), nên không tìm được trong đó. Vẫn xem được từng trang.',
  'reading-time': 'Đọc tệp này mất quá nhiều thời gian nên đã dừng. Tệp trong sổ vẫn nguyên.',
  'reading-memory': 'Đọc tệp này tốn quá nhiều bộ nhớ nên đã dừng. Tệp trong sổ vẫn nguyên.',
  'reading-cut': 'Chỉ tìm được trong phần đầu của tệp: tệp dài hơn mức đọc. Vẫn xem được toàn bộ tệp.',
  'reading-full':
    'Chỉ mục tìm kiếm trên máy này đã đầy, nên không tìm được, hoặc không tìm được hết, trong tệp này. Vẫn xem được tệp.',
  'reading-gone': 'Tệp không còn trên máy ghi sổ, hoặc không còn nguyên độ dài.',
  'reading-stopped': 'Việc đọc tệp đã dừng. Hãy mở lại để đọc tiếp.',
  'reading-no-part': 'Tệp không có trang tính này.',
  // Profiles of rules
  'rules-file-broken': 'Tệp quy chế có {count} lỗi nên không dùng được. Các quy chế khác vẫn dùng được.',
  'rules-unreadable':
    '{count} quy chế riêng được lưu theo khuôn dạng mà phiên bản này không đọc được. Chúng vẫn được giữ nguyên trên máy này.',
  'rules-nameless': 'Quy chế riêng cần có tên. Những gì đã chọn vẫn giữ nguyên trong mẫu.',
  'rules-name-taken': 'Đã có quy chế tên "{name}". Hãy đặt tên khác; những gì đã chọn vẫn giữ nguyên trong mẫu.',
  'rules-too-many': 'Máy này đã giữ {most} quy chế riêng. Hãy bỏ bớt quy chế không dùng nữa rồi lưu lại.',
  'rules-unknown': 'Không tìm thấy quy chế riêng này trên máy. Không có gì bị thay đổi.',
} as const;

export type RefusalCode = keyof typeof refusalsVi;
