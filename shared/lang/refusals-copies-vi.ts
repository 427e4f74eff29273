// Refusals of packages, of the hub and of a restored data folder, in Vietnamese, the source language.

export const refusalsCopiesVi = {
  'package-passphrase-needed': 'Gói này mở bằng cụm mật khẩu. Chưa có gì được đọc.',
  'package-passphrase-wrong':
    'Cụm mật khẩu không mở được gói này. Hãy xem chữ hoa, dấu cách và bộ gõ rồi gõ lại; sổ trên máy này nguyên như cũ.',
  'hub-certificate-differs':
    'Máy ở địa chỉ của trung tâm đưa ra chứng thư khác với chứng thư đã so khi nối. Có thể trung tâm đã thay máy, cũng có thể ai đó đứng giữa: máy này không gửi gì. Hãy hỏi cơ quan; nếu đã thay thật thì thôi dùng rồi nối lại và so các từ.',
  'hub-disk-full':
    'Ổ đĩa của trung tâm đã đầy nên trung tâm không nhận thêm. Mọi thứ vẫn nguyên trên máy này và gửi tiếp khi có chỗ; hãy báo người quản trị trung tâm.',
  'hub-device-revoked':
    'Trung tâm không còn nhận máy này: quyền của thiết bị đã bị thu hồi. Sổ trên máy này nguyên như cũ. Nếu đây là nhầm lẫn, hãy xin thư ký một thư mời mới.',
  'hub-clock-differs':
    'Đồng hồ của máy này và của trung tâm lệch nhau quá nhiều nên không nối được an toàn. Hãy chỉnh ngày giờ của máy này rồi đồng bộ lại; không có gì mất.',
  'hub-version-older':
    'Trung tâm chạy bản cũ hơn ứng dụng này và không hiểu hết những gì sẽ gửi, nên chưa gửi gì. Hãy báo người quản trị nâng bản của trung tâm; trong lúc chờ, dùng gói dữ liệu.',
  'hub-version-newer':
    'Trung tâm chạy bản mới hơn ứng dụng này. Sổ trên máy này nguyên như cũ; hãy nâng bản của ứng dụng rồi đồng bộ lại.',
  'data-restored':
    'Thư mục dữ liệu của máy này cũ hơn những gì chính máy này đã gửi đi: nó đã được khôi phục từ bản sao lưu, hoặc được chép sang. Không có gì bị xóa ở máy khác.',
} as const;
