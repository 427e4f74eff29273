// The sentences of citing evidence and of who has opened it, in Vietnamese, the source language.

export const citeVi = {
  'cite.item': 'Minh chứng {number}',
  'cite.gone': 'Minh chứng không còn trong hồ sơ',
  'cite.revision': 'bản {revision}',
  'cite.page': 'tr. {page}',
  'cite.sheet': 'trang tính {sheet}',
  'cite.time': 'phút {time}',
  'cite.region': 'vùng đánh dấu',
  'cite.quote': '“{quote}”',

  // What can be cited of the file in view
  'cite.act.page': 'Dẫn trang {page}',
  'cite.act.sheet': 'Dẫn trang tính {page}',
  'cite.act.second': 'Dẫn phút {time}',
  'cite.act.whole': 'Dẫn tệp này',
  'cite.act.quote': 'Dẫn câu đã chọn',
  'cite.act.region': 'Khoanh vùng',
  'cite.act.region.take': 'Dẫn vùng này',
  'cite.selected': 'Đã chọn ở trang {page}: “{quote}”',
  'cite.unselect': 'Bỏ chọn',
  'cite.full': 'Tiêu chí này đã dẫn {most} chỗ, không thêm được nữa.',

  // A newer revision
  'cite.older': 'Đang xem bản {revision}. Minh chứng {number} đã có bản {newest}; chỉ dẫn được bản mới nhất.',
  'cite.newest': 'Xem bản {newest}',
  'cite.stale': 'Minh chứng {number} có bản {newest}',
  'cite.confirm': 'Vẫn dẫn, theo bản {newest}',
  'cite.confirm.of': 'Vẫn dẫn {what}, theo bản {newest}',
  'cite.drop': 'Bỏ dẫn',
  'cite.stale.name': 'Minh chứng {number} (bản {revision})',
  'cite.cast.stale':
    'Minh chứng mà phiếu của bạn dẫn đã có bản mới: {names}. Phiếu đã nộp vẫn hợp lệ; muốn xem lại thì mở lại phiếu trước khi vòng chấm khóa.',

  // Who has opened what
  'opened.progress': 'đã mở {opened}/{all} tệp',
  'opened.title': 'Minh chứng đã mở',
  'opened.words':
    'Theo lời khai của thiết bị từng thành viên, chỉ gửi khi quy chế cho nêu tên. Mở tệp không phải là đã đọc hết.',
  'opened.file': 'Minh chứng',
  'opened.count': 'Số người mở',
  'opened.by': 'Ai đã mở',
  'opened.nobody': 'chưa ai',
  'opened.older': '{name} (bản {revision})',
} as const;
