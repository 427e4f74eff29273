// Refusals about passing the recording on, forks, and evidence that is asked back, in Vietnamese.

export const refusalsPassingVi = {
  'passing-malformed': 'Mục chuyển việc ghi sổ không đúng khuôn dạng nên không được nhận. Sổ không thay đổi.',
  'passing-unsigned':
    'Việc chuyển ghi sổ mang một chữ ký không đúng nên không được nhận. Máy ghi sổ hiện tại vẫn giữ nguyên.',
  'passing-term':
    'Lượt ghi sổ này không nối tiếp lượt {term} đang có. Hãy đồng bộ với các máy khác rồi đề nghị lại; sổ không thay đổi.',
  'passing-device':
    'Máy nhận ghi sổ không dùng thiết bị đang gắn với ghế của nó. Hãy gắn thiết bị trước; sổ không thay đổi.',
  'passing-minority':
    'Mới có {agreed} người giữ sổ đồng ý, cần {needed}. Máy ghi sổ hiện tại vẫn giữ nguyên; hãy chờ thêm người đồng ý.',
  'passing-not-handed': 'Máy ghi sổ hiện tại chưa giao việc ghi sổ cho máy này theo đúng lượt này. Sổ không thay đổi.',
  'passing-same-device':
    'Chỉ chính thiết bị đang ghi sổ mới được ghi tiếp theo cách này. Máy khác phải được giao hoặc được người giữ sổ đồng ý.',
  'passing-word':
    'Máy ghi sổ vừa khôi phục chỉ được ghi tiếp khi Chủ tịch đồng ý trên thiết bị của mình; nếu Chủ tịch giữ máy ghi sổ hoặc chưa từng có thiết bị thì cần một người giữ sổ khác.',
  'passing-not-alone':
    'Sổ này đã có thiết bị của ghế khác, nên máy ghi sổ không tự ghi tiếp một mình được. Cần Chủ tịch hoặc những người giữ sổ đồng ý.',
  'passing-behind':
    'Việc ghi sổ đã được chuyển sang lượt {term}. Đề nghị này đến từ máy chưa biết điều đó; hãy đồng bộ rồi xem lại.',
  'cut-behind':
    'Đề nghị này chỉ giữ tới mục {seq}, trong khi máy này đã có tới mục {known}. Hãy đồng bộ để không mất mục nào rồi đề nghị lại.',
  'cut-unknown': 'Máy này chưa có mục {seq} mà đề nghị nêu. Hãy đồng bộ trước khi đồng ý; chưa có gì được ký.',
  'not-a-keeper': 'Ghế này không phải người giữ sổ của phiên nên không tham gia quyết định chuyển việc ghi sổ.',
  'agreed-to-another':
    'Người giữ sổ này đã đồng ý cho một máy khác ở lượt {term}; mỗi lượt chỉ đồng ý một lần. Hãy đề nghị ở lượt sau.',
  'recording-passed-twice':
    'Có hai máy cùng nhận ghi sổ ở lượt {term} vì có người đã đồng ý hai lần. Cả hai đều được giữ lại, sổ chỉ xem được cho tới khi quá nửa người giữ sổ chọn một máy ở lượt sau.',
  'recording-feed-forked':
    'Máy ghi sổ đã ký hai nội dung khác nhau từ mục {seq}. Cả hai đều được giữ làm bằng chứng, sổ chỉ xem được cho tới khi việc ghi sổ được chuyển.',
  'recording-given-away':
    'Máy này đã giao việc ghi sổ cho máy khác nên không ghi thêm. Nếu máy kia không nhận được, hãy giao cho máy khác.',
  'recording-unproved':
    'Việc chuyển ghi sổ ở mục {seq} không được quá nửa người giữ sổ ký như máy này biết. Khóa không rời khỏi máy này; hãy báo Chủ tịch.',
  'continues-another': 'Chuỗi ghi này nối tiếp chuỗi của một ghế khác nên không được nhận.',
  'not-in-void-tail':
    'Không có gì trong phần sổ bị bỏ cho thấy cuộc chấm này đã bị mở sớm, nên không được hủy vì lý do đó.',
  'feed-unknown': 'Chuỗi ghi này chưa có mục nào được ghi nhận.',
  'feed-already-forked': 'Chuỗi ghi này đã được đánh dấu là bị ký hai cách; nó không được ghi nhận thêm.',
  'no-fork': 'Hai bản của chuỗi ghi này khớp nhau, không có gì mâu thuẫn.',
  'evidence-not-recalled': 'Chưa có yêu cầu gỡ minh chứng khỏi máy thành viên.',
  'evidence-already-removed': 'Máy của ghế này đã báo là đã gỡ minh chứng.',
} as const;
